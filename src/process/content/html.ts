import type { Caption, Incomplete, Removed } from '../../model/document.ts';
import { type Block, findBlocks } from './blocks.ts';
import { findPageByline } from './byline.ts';
import { isCreditBelow, parseCaption, readCredit } from './captions.ts';
import { type Decisions, decideBlocks } from './decide.ts';
import { findIncomplete, type ShownLine } from './incomplete.ts';
import { type JsonLdFacts, readJsonLd } from './jsonld.ts';
import { CREDIT } from './names.ts';
import { findOutlet } from './outlet.ts';
import { findPageFacts, type PageFacts } from './pagefacts.ts';
import { type FoundPost, findPosts } from './posts.ts';
import { type DateContext, findDayMonthOrder, findModified, findPublished } from './published.ts';
import { findRegions, type RegionTrust } from './regions.ts';
import { findArticle } from './select.ts';
import { type Evidenced, findTitle } from './title.ts';
import { type PageTree, parseTree } from './tree.ts';
import { squeeze } from './whitespace.ts';

/** What a page gives before a Document is made of it. */
export interface Content {
  readonly title?: Evidenced;
  readonly outlet?: Evidenced;
  readonly published?: Evidenced;
  readonly modified?: Evidenced;
  readonly byline?: Evidenced;
  /** Language that the page declares of itself, as written. */
  readonly declaredLanguage?: string;
  /** Paragraphs of the article. */
  readonly paragraphs: readonly string[];
  readonly incomplete?: Incomplete;
  readonly posts?: readonly FoundPost[];
  readonly captions: readonly Caption[];
  readonly removed: readonly Removed[];
}

interface Extraction {
  readonly outlet: Evidenced | undefined;
  readonly title: Evidenced | undefined;
  readonly blocks: readonly Block[];
  readonly decisions: Decisions;
  readonly isIndex: boolean;
  readonly length: number;
  /** Why each node is no part of the article, by the markup. */
  readonly why: readonly (string | undefined)[];
}

/** A text shorter than this may be a stub: what else the page has is looked at. */
const STUB = 700;
/** How many times longer the other text must be to be preferred. */
const STUB_FACTOR = 2.5;
/**
 * Any text of this length is better than none. Less than this must be shown for hidden text to be read: who hides words
 * beside a text means them for machines alone.
 */
const LEAST_TEXT = 100;

/**
 * Reads an HTML page: its article, what it says about itself, and what was left out.
 *
 * @example
 * readHtml('<h1>Port shut</h1><p>The port of Veles was shut on Monday after a storm, officials said.</p>', context).paragraphs
 */
export function readHtml(source: string, context: { host?: string; seen: string; url?: string }): Content {
  const tree = parseTree(source);
  const facts = findPageFacts(tree);
  const jsonLd = readJsonLd(facts.jsonLd);
  const extraction = extract(tree, facts, jsonLd, context.host);
  const { blocks, decisions, outlet, title } = extraction;
  const dates = makeDateContext(blocks, facts, context);
  const nearest = orderByTitle(blocks, decisions);
  const published = findPublished(
    { tree, why: extraction.why, blocks: nearest, allBlocks: blocks, facts, jsonLd },
    dates,
  );
  const modified = findModified(facts, jsonLd);
  const byline = findPageByline({
    tree,
    why: extraction.why,
    blocks: nearest,
    facts,
    jsonLd,
    outlet: outlet?.value,
    host: context.host,
  });
  const declaredLanguage =
    facts.htmlLanguage ??
    facts.meta.get('content-language') ??
    jsonLd.language ??
    facts.meta.get('og:locale') ??
    facts.meta.get('language') ??
    facts.meta.get('dc.language');
  const text = collectText(extraction, jsonLd, tree.cut);
  const incomplete = findIncomplete({
    lines: listLines(blocks, decisions),
    facts,
    jsonLd,
    length: text.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0),
    last: text.paragraphs.at(-1),
    isIndex: extraction.isIndex && !text.isStated,
    url: context.url,
  });
  const posts = text.isStated ? [] : findPosts({ tree, blocks, decisions });
  return {
    paragraphs: text.paragraphs,
    captions: text.captions,
    removed: text.removed,
    ...(incomplete === undefined ? {} : { incomplete }),
    ...(posts.length === 0 ? {} : { posts }),
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(byline === undefined ? {} : { byline }),
    ...(declaredLanguage === undefined ? {} : { declaredLanguage }),
  };
}

/** Lines from the first that belongs to the text on. */
function listLines(blocks: readonly Block[], decisions: Decisions): ShownLine[] {
  const first = Math.max(0, decisions.indexOf(undefined));
  return blocks.slice(first).map(({ text, index }) => ({ text, why: decisions[index] }));
}

/**
 * Reads with trust in names first. Where that leaves next to nothing, names have misled (a text in a "teaser", an
 * article that a script was to unhide): then with less and less trust, if that finds much more.
 */
function extract(
  tree: PageTree,
  facts: PageFacts,
  jsonLd: JsonLdFacts,
  host: string | undefined,
): Extraction {
  const page = { tree, facts, jsonLd, host };
  let best = extractWith(page, 'names');
  for (const trust of ['tags', 'all shown', 'hidden'] as const) {
    if (best.length >= (trust === 'tags' ? STUB : LEAST_TEXT)) return best;
    const other = extractWith(page, trust);
    const least = best.length === 0 ? LEAST_TEXT : 250;
    if (other.length > least && other.length > best.length * STUB_FACTOR) best = other;
  }
  return best;
}

function extractWith(
  page: { tree: PageTree; facts: PageFacts; jsonLd: JsonLdFacts; host: string | undefined },
  trust: RegionTrust,
): Extraction {
  const { tree, facts, jsonLd, host } = page;
  const regions = findRegions(tree, trust);
  const blocks = findBlocks(tree, regions);
  const outlet = findOutlet({ tree, blocks, facts, host }, jsonLd);
  const title = findTitle({ blocks, facts, jsonLd, host, outlet: outlet?.value });
  const range = findArticle({ tree, blocks, regions, title: title?.value });
  const { decisions, isIndex } = decideBlocks({
    tree,
    blocks,
    range,
    title: title?.value,
    authors: [...jsonLd.authors, ...jsonLd.authorBodies],
  });
  const length = blocks.reduce(
    (sum, block) => sum + (decisions[block.index] === undefined ? block.text.length : 0),
    0,
  );
  return { outlet, title, blocks, decisions, isIndex, length, why: regions.why };
}

function makeDateContext(
  blocks: readonly Block[],
  facts: PageFacts,
  context: { host?: string; seen: string; url?: string },
): DateContext {
  const lines = blocks.filter((block) => block.text.length <= 140).slice(0, 300);
  const order = findDayMonthOrder(
    lines.map((block) => block.text),
    facts.htmlLanguage,
    context.host,
  );
  return { order, seen: context.seen, url: context.url };
}

/** Blocks around the article's beginning first: a date there is its own, one in a list of news is not. */
function orderByTitle(blocks: readonly Block[], decisions: Decisions): Block[] {
  const text = blocks.findIndex((block) => decisions[block.index] === undefined);
  // Headers that stick to the screen repeat the title far above it.
  const above = blocks.findLastIndex(
    (block) => decisions[block.index] === 'title' && (text < 0 || block.index <= text),
  );
  const first = above >= 0 ? above : blocks.findIndex((block) => decisions[block.index] === 'title');
  const start = Math.max(0, first >= 0 ? first : text);
  return [...blocks.slice(start, start + 25), ...blocks.slice(Math.max(0, start - 10), start).reverse()];
}

function collectText(
  { blocks, decisions, length }: Extraction,
  jsonLd: JsonLdFacts,
  cut: string | undefined,
): Pick<Content, 'paragraphs' | 'captions' | 'removed'> & { readonly isStated: boolean } {
  const stated = readStatedBody(jsonLd);
  const useStated =
    stated !== undefined && length < STUB && stated.length > Math.max(250, length * STUB_FACTOR);
  const paragraphs: string[] = [];
  const removed: Removed[] = [];
  for (const block of blocks) {
    const why = decisions[block.index];
    if (why !== undefined) removed.push({ text: block.text, why });
    else if (useStated) removed.push({ text: block.text, why: 'stub; the text is JSON-LD articleBody' });
    else paragraphs.push(block.text);
  }
  if (cut !== undefined) removed.push({ text: cut, why: 'beyond the bound' });
  const captions = collectCaptions(blocks, decisions);
  return { paragraphs: useStated ? stated.paragraphs : paragraphs, captions, removed, isStated: useStated };
}

/** The article's text as JSON-LD gives it, markup read. */
function readStatedBody(jsonLd: JsonLdFacts): { paragraphs: string[]; length: number } | undefined {
  if (jsonLd.body === undefined) return undefined;
  const paragraphs = /<\/?(?:p|br|div)\b/i.test(jsonLd.body)
    ? readBlocks(jsonLd.body)
    : jsonLd.body.split(/\n+/).flatMap((line) => readBlocks(line));
  return { paragraphs, length: paragraphs.reduce((sum, text) => sum + text.length, 0) };
}

function readBlocks(markup: string): string[] {
  const tree = parseTree(markup);
  return findBlocks(tree, findRegions(tree, 'hidden')).map((block) => squeeze(block.text));
}

const MOST_CAPTIONS = 60;

function collectCaptions(blocks: readonly Block[], decisions: Decisions): Caption[] {
  const captions: Caption[] = [];
  /** The block that the last caption was read from. */
  let last: Block | undefined;
  let waiting: Block | undefined;
  for (const block of blocks) {
    const why = decisions[block.index];
    if (why === CREDIT && isBeside(last, block) && captions.at(-1)?.credit === undefined) {
      giveCredit(captions, readCredit(block.text));
      last = block;
    } else if (why === CREDIT) waiting = block;
    if (why !== 'caption') continue;
    const caption = parseCaption(block.text);
    // A credit in a line of its own belongs to the caption before it.
    if (isBeside(last, block) && captions.at(-1)?.credit === undefined && isCreditBelow(block.text))
      giveCredit(captions, caption.credit ?? readCredit(block.text));
    else if (captions.length < MOST_CAPTIONS && !captions.some((other) => other.text === caption.text)) {
      captions.push(caption);
      if (isBeside(waiting, block) && caption.credit === undefined)
        giveCredit(captions, readCredit(waiting!.text));
    }
    last = block;
  }
  return captions;
}

function isBeside(before: Block | undefined, block: Block): boolean {
  return before !== undefined && block.index === before.index + 1;
}

function giveCredit(captions: Caption[], credit: string | undefined): void {
  const last = captions.at(-1);
  if (last !== undefined && credit) captions[captions.length - 1] = { text: last.text, credit };
}
