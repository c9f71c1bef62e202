import type { Block } from './blocks.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { type PageFacts, readMarkup } from './pagefacts.ts';

/** A value with what it rests on. */
export interface Evidenced {
  readonly value: string;
  readonly evidence: string;
}

const LONGEST_TITLE = 400;

/** What a title is found from. */
export interface TitleInput {
  readonly blocks: readonly Block[];
  readonly facts: PageFacts;
  readonly jsonLd: JsonLdFacts;
  readonly host: string | undefined;
  /** The publisher's name, where the page gives it. */
  readonly outlet: string | undefined;
}

/**
 * The article's title: a visible heading where it agrees with what the head says; else what the head says.
 */
export function findTitle({ blocks, facts, jsonLd, host, outlet }: TitleInput): Evidenced | undefined {
  const stated = listStated({ blocks, facts, jsonLd, host, outlet });
  const values = stated.map((title) => title.value);
  const siteNames = [
    facts.meta.get('og:site_name'),
    jsonLd.publisher,
    outlet,
    ...(host?.split('.').slice(0, -1) ?? []),
  ];
  const isSiteName = (text: string): boolean =>
    siteNames.some((name) => name !== undefined && isSameName(name, text));
  const heading = findHeading(blocks, values, isSiteName);
  if (heading === undefined) return stated[0];
  const bare = stripKicker(heading.text, values);
  return { value: bare, evidence: `${heading.tag} heading` };
}

/** Fewest letters of a stated title for what stands before it in the heading to be taken for a kicker. */
const SHORTEST_BARE = 20;

/** A heading may hold the section, a date or a kicker before the title proper, as the stated titles show. */
function stripKicker(heading: string, stated: readonly string[]): string {
  const whole = compactName(heading);
  const bare = stated.find((title) => {
    const compact = compactName(title);
    return compact.length >= SHORTEST_BARE && compact !== whole && whole.endsWith(compact);
  });
  if (bare === undefined) return heading;
  const at = heading.lastIndexOf(bare.slice(0, 12));
  // What a colon or dash sets off is a part of the title.
  return at <= 0 || /[:|–—-]\s?$/.test(heading.slice(0, at)) ? heading : heading.slice(at);
}

function listStated({ blocks, facts, jsonLd, outlet }: TitleInput): Evidenced[] {
  const siteName = outlet ?? facts.meta.get('og:site_name');
  const candidates: [string | undefined, string][] = [
    [jsonLd.headline, 'JSON-LD headline'],
    [facts.meta.get('og:title'), 'og:title'],
    [facts.meta.get('twitter:title'), 'twitter:title'],
    [facts.meta.get('citation_title') ?? facts.meta.get('dc.title'), 'meta title'],
    [findShownPart(blocks, facts.title, siteName) ?? facts.title, 'title element'],
  ];
  return candidates.flatMap(([raw, evidence]) => {
    const value = raw === undefined ? '' : stripSiteName(readMarkup(raw), siteName);
    const isUsable = value !== '' && value.length <= LONGEST_TITLE && value !== siteName;
    return isUsable ? [{ value, evidence }] : [];
  });
}

/** A heading that a part of the title element repeats has at least so many words: sections have fewer. */
const SHOWN_WORDS = 3;

/** The part of a title element that the page's main heading repeats, whichever end the site's name stands at. */
function findShownPart(
  blocks: readonly Block[],
  title: string | undefined,
  siteName: string | undefined,
): string | undefined {
  const parts = title === undefined ? [] : splitTitle(title);
  if (parts.length < 2) return undefined;
  // A first heading that is all link, or the site's name, is the masthead.
  const main = blocks.find(
    ({ tag, text, hidden, why, linkDensity }) =>
      tag === 'h1' &&
      !hidden &&
      why === undefined &&
      linkDensity < 0.9 &&
      (siteName === undefined || !isSameName(text, siteName)),
  )?.text;
  if (main === undefined || main.length > LONGEST_TITLE) return undefined;
  return parts.find((part) => part.split(' ').length >= SHOWN_WORDS && compareTitles(part, main) >= 0.9);
}

/** How much a heading must share with a stated title to be taken for the title itself. */
const AGREEMENT = 0.5;

function findHeading(
  blocks: readonly Block[],
  stated: readonly string[],
  isSiteName: (text: string) => boolean,
): Block | undefined {
  let best: Block | undefined;
  let bestScore = 0;
  let headings = 0;
  const titles = [...new Set(stated)].map(readTitleWords);
  for (const block of blocks) {
    if (block.hidden || !/^h[1-4]$/.test(block.tag) || block.text.length > LONGEST_TITLE) continue;
    if (++headings > 200) break;
    const words = readTitleWords(block.text);
    const agreement = titles.reduce((most, title) => Math.max(most, compareTitleWords(words, title)), 0);
    if (agreement < AGREEMENT) continue;
    // Of equal headings the higher one, then the earlier one.
    // A heading that is all link leads to the site's first page, or to the article itself where a list shows it.
    const isOutside = block.why !== undefined || isSiteName(block.text);
    const isLink = block.linkDensity > 0.85;
    const score = agreement + (block.tag === 'h1' ? 0.2 : 0) - (isOutside ? 0.3 : 0) - (isLink ? 0.25 : 0);
    if (score > bestScore) {
      best = block;
      bestScore = score;
    }
  }
  if (best !== undefined || stated.length > 0) return best;
  return blocks.find(
    (block) =>
      block.tag === 'h1' && !block.hidden && block.why === undefined && block.text.length <= LONGEST_TITLE,
  );
}

/** Share of the words of both that both have, 0 to 1. */
export function compareTitles(a: string, b: string): number {
  return compareTitleWords(readTitleWords(a), readTitleWords(b));
}

/** The same from the words of both, for a title that is compared with many lines. */
export function compareTitleWords(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  return (2 * common) / (first.size + second.size);
}

export function readTitleWords(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, LONGEST_TITLE)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

const SEPARATOR = /\s(?:[|–—·»:]|::|-|\/\/|•|~|&raquo;)\s/;

/** The parts of a title element between its separators. */
export function splitTitle(title: string): string[] {
  return title
    .slice(0, 1_000)
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * A stated title without the site's name at its end or beginning.
 *
 * @example
 * stripSiteName('Port closed after blast - The Harbour Post', undefined); // 'Port closed after blast'
 * stripSiteName('The Harbour Post: Port closed after blast', 'The Harbour Post'); // 'Port closed after blast'
 */
export function stripSiteName(title: string, siteName: string | undefined): string {
  const rest = siteName === undefined ? undefined : stripPrefix(title, siteName);
  if (rest !== undefined) return rest;
  const parts = splitTitle(title);
  if (parts.length < 2) return title;
  const last = parts.at(-1)!;
  const cut = title
    .slice(0, title.lastIndexOf(last))
    .replace(/\s(?:[|–—·»:]|::|-|\/\/|•|~)\s*$/, '')
    .trim();
  if (siteName !== undefined && isSameName(last, siteName)) return cut;
  // A bar sets off a site's name; a dash may belong to the title, so the piece behind it must be short.
  const separator = title.slice(cut.length, cut.length + 4);
  if (/[|»•~]|::/.test(separator)) return cut.length >= 10 ? stripSiteName(cut, siteName) : title;
  const short = last.split(/\s+/).length <= 4 && last.length < cut.length / 1.5;
  return short && /[-–—]/.test(separator) && cut.split(/\s+/).length >= 4 ? cut : title;
}

/** What follows the site's name and a separator or colon. */
function stripPrefix(title: string, siteName: string): string | undefined {
  if (siteName === '' || !title.toLowerCase().startsWith(siteName.toLowerCase())) return undefined;
  const rest = /^\s{0,3}(?:::|[|–—·»:•~-]|\/\/)\s{1,3}(?=\S)/.exec(title.slice(siteName.length));
  return rest === null ? undefined : title.slice(siteName.length + rest[0].length).trim();
}

/** Whether two names are the same but for case, spaces and marks. */
export function isSameName(a: string, b: string): boolean {
  const compact = compactName(a);
  return compact !== '' && compact === compactName(b);
}

/** Letters and digits only, in lower case. */
export function compactName(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
