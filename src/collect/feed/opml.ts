import { generateOpml, parseOpml } from 'feedsmith';
import { PageError } from '../../model/errors.ts';
import {
  OWN_ATTRIBUTES,
  OWN_NAMESPACE,
  OWN_PREFIX,
  type OwnField,
  readOwnFields,
  writeOwnFields,
} from './opml-fields.ts';
import { findRoot } from './root.ts';

/* Lists of feeds as feed readers pass them on. */

/** Feeds of one list that are looked at, and how deep its folders may go. */
const MAX_OUTLINES = 2000;
const DEEPEST = 20;

/** A feed of a list; what is said of it is as it stands there, fitting or not. */
export interface OutlinedFeed extends Readonly<Partial<Record<OwnField, string>>> {
  readonly feed: string;
  readonly name?: string;
  readonly homepage?: string;
  readonly language?: string;
  /** In the text, from 1; absent where it cannot be told. */
  readonly line?: number;
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly htmlUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
  /** Those of ours, by their names with the prefix. */
  readonly [attribute: string]: unknown;
}

/**
 * Reads an OPML list of feeds.
 *
 * @param shown Its name in errors.
 * @throws PageError where it is none, is damaged, or is built as an attack.
 * @example
 * readOpml('<opml version="2.0"><body><outline text="Harbour Wire" xmlUrl="https://harbour-wire.example/feed"/></body></opml>', 'feeds.opml')[0]?.name; // 'Harbour Wire'
 */
export function readOpml(text: string, shown: string): readonly OutlinedFeed[] {
  const root = findRoot(text);
  if (root.kind === 'entities')
    throw new PageError(
      shown,
      'declares entities made of other entities or of files, as attacks do; it was not read',
      'Export the list from your feed reader again.',
    );
  if (root.kind !== 'xml' || root.name !== 'opml')
    throw new PageError(shown, 'is no OPML list of feeds', 'Export one from your feed reader.');
  checkDepth(root.text, shown);
  const outlines = parse(root.text, shown);
  const found: Outline[] = [];
  collect(outlines, found, shown);
  const lines = findLines(text);
  return found.map((outline, index) => {
    const { xmlUrl = '', text: label, title, htmlUrl, language } = outline;
    const name = title ?? label;
    // Where the two ways of counting disagree, no line is better than a wrong one.
    const line = lines.length === found.length ? lines[index] : undefined;
    return {
      feed: xmlUrl.trim(),
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(htmlUrl === undefined ? {} : { homepage: htmlUrl.trim() }),
      ...(language === undefined ? {} : { language: language.trim() }),
      ...readOwnFields(outline),
      ...(line === undefined ? {} : { line }),
    };
  });
}

function parse(text: string, shown: string): readonly Outline[] {
  try {
    const { body } = parseOpml(text, { extraOutlineAttributes: OWN_ATTRIBUTES }) as {
      readonly body?: { readonly outlines?: readonly Outline[] };
    };
    return body?.outlines ?? [];
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message.slice(0, 120) : String(cause);
    throw new PageError(shown, `is damaged (${reason})`, 'Export the list from your feed reader again.');
  }
}

/** Tags of outlines, one after the other and each looked at once, whatever the text is. */
function* listTags(text: string): Generator<{ readonly tag: string; readonly at: number }> {
  const starts = /<\/?outline(?=[\s/>])/gi;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const end = findTagEnd(text, starts.lastIndex);
    if (end < 0) return;
    yield { tag: text.slice(match.index, end + 1), at: match.index };
    starts.lastIndex = end + 1;
  }
}

/** The `>` that ends a tag: one in quotation marks does not. */
function findTagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return -1;
}

/** Looked at before it is read: whoever nests folders by the thousand wants the reader to break. */
function checkDepth(text: string, shown: string): void {
  let depth = 0;
  for (const { tag } of listTags(text)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST)
      throw new PageError(
        shown,
        `has folders more than ${DEEPEST} deep`,
        'Export a flat list from your feed reader.',
      );
  }
}

function collect(outlines: readonly Outline[], found: Outline[], shown: string): void {
  for (const outline of outlines) {
    if (outline.xmlUrl !== undefined) found.push(outline);
    if (found.length > MAX_OUTLINES)
      throw new PageError(shown, `lists more than ${MAX_OUTLINES} feeds`, 'Hand it in in parts.');
    collect(outline.outlines ?? [], found, shown);
  }
}

/** Lines of the outlines that name a feed, in the order of the text. */
function findLines(text: string): readonly number[] {
  const bare = text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const lines: number[] = [];
  let line = 1;
  let at = 0;
  for (const { tag, at: index } of listTags(bare)) {
    if (!/\sxmlurl\s*=/i.test(tag)) continue;
    for (; at < index; at += 1) if (bare[at] === '\n') line += 1;
    lines.push(line);
  }
  return lines;
}

/** A feed to be written: a source is one. */
export interface FeedToOutline
  extends Pick<OutlinedFeed, 'feed' | 'name' | 'homepage' | 'language'>,
    Readonly<Partial<Record<OwnField, string | number>>> {}

/** Writes a list that other feed readers take, and this program with all that it knows of each feed. */
export function writeOpml(
  feeds: readonly FeedToOutline[],
  { title, now }: { readonly title: string; readonly now: string },
): string {
  const text = generateOpml(
    {
      head: { title, dateCreated: new Date(now) },
      body: {
        outlines: feeds.map((feed) => ({
          type: 'rss',
          text: feed.name ?? feed.feed,
          title: feed.name ?? feed.feed,
          xmlUrl: feed.feed,
          ...(feed.homepage === undefined ? {} : { htmlUrl: feed.homepage }),
          ...(feed.language === undefined ? {} : { language: feed.language }),
          ...writeOwnFields(feed),
        })),
      },
    },
    { extraOutlineAttributes: OWN_ATTRIBUTES },
  );
  // The generator has no word for namespaces, and there is one root only.
  return text.replace('<opml ', `<opml xmlns:${OWN_PREFIX}="${OWN_NAMESPACE}" `);
}
