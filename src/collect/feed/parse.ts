import { PageError } from '../../model/errors.ts';
import { decideEncoding } from '../charset/decide.ts';
import { decodeBytes } from '../charset/encodings.ts';
import { makeShownName } from '../names.ts';
import { readAtom } from './atom.ts';
import { isChannelPage, readChannel } from './channel.ts';
import { parseFeedDate } from './dates.ts';
import { type FeedItem, makeItem, type RawItem } from './item.ts';
import { readJson } from './json.ts';
import { readListing } from './listing.ts';
import { readRdf } from './rdf.ts';
import { findRoot } from './root.ts';
import { readRss } from './rss.ts';
import { readSitemap, readSitemapIndex } from './sitemap.ts';

/** Items of one feed that are looked at. */
export const MAX_ITEMS = 1000;

/** What is known of a feed's bytes beside them. */
export interface FeedOrigin {
  /** Address that the feed came from: relative links stand against it. */
  readonly url: string;
  /** Its `Content-Type` header. */
  readonly contentType?: string;
  /** The present instant, ISO 8601: no item is from after it. */
  readonly now: string;
  /** Pattern of the addresses of articles: what came is then a page that lists them. */
  readonly links?: string;
}

/** A feed as it was read. */
export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap' | 'listing' | 'channel';
  /** Newest first where they are dated; each address once. */
  readonly items: readonly FeedItem[];
  /** Items that name no page that could be fetched. */
  readonly withoutPage: number;
}

/**
 * Reads a feed: RSS, Atom, RDF, JSON Feed, a sitemap or the preview page of a channel, by what it is and not by what it is called; or
 * the links of a page, where a pattern says which.
 *
 * @throws PageError where it is none of these, or damaged, with what it is and what to do.
 * @example
 * parseFeed(bytes, { url: 'https://news.example/feed', now }).items[0]?.url; // 'https://news.example/2026/pier-closed'
 */
export function parseFeed(bytes: Uint8Array, { url, contentType, now, links }: FeedOrigin): Feed {
  const shown = makeShownName(url);
  const text = decodeFeed(bytes, contentType, shown);
  const { format, raw } =
    links === undefined ? readItems(text, shown) : readLinks(text, { url, links, shown });
  const context = { feed: url, parseDate: (text: string) => parseFeedDate(text, now) };
  const found = raw.slice(0, MAX_ITEMS).map((item) => makeItem(item, context));
  const items = found.filter((item) => item !== undefined);
  if (items.length === 0 && raw.length > 0) {
    throw new PageError(
      shown,
      `has ${raw.length} ${raw.length === 1 ? 'item' : 'items'} and no address of a page in any of them`,
      'Look for another feed of this publisher.',
    );
  }
  return { format, items: sortItems(items), withoutPage: found.length - items.length };
}

/** The text of what was fetched as a feed. */
export function decodeFeed(bytes: Uint8Array, contentType: string | undefined, shown: string): string {
  const { encoding, cut } = decideEncoding(bytes, contentType, shown);
  const text = decodeBytes(bytes.subarray(0, bytes.length - cut), encoding);
  if (text.trim() === '')
    throw new PageError(shown, 'is empty', 'Check in a browser that the feed is still there.');
  return text;
}

function readItems(
  text: string,
  shown: string,
): { readonly format: Feed['format']; readonly raw: readonly RawItem[] } {
  const root = findRoot(text);
  if (root.kind === 'json') return { format: 'json', raw: readJsonText(text, shown) };
  if (root.kind === 'entities') {
    throw new PageError(
      shown,
      'declares entities made of other entities or of files, as attacks do; it was not read',
      'Remove this source, or ask its publisher.',
    );
  }
  if (isChannelPage(text)) return { format: 'channel', raw: readChannel(text, MAX_ITEMS) };
  if (root.kind === 'other') throw makeNoFeed(text, shown, undefined);
  switch (root.name) {
    case 'rss':
      return { format: 'rss', raw: orPageError(() => readRss(root.text, MAX_ITEMS), shown) };
    case 'feed':
      return { format: 'atom', raw: orPageError(() => readAtom(root.text, MAX_ITEMS), shown) };
    case 'rdf':
      return { format: 'rdf', raw: orPageError(() => readRdf(root.text, MAX_ITEMS), shown) };
    case 'urlset':
      return { format: 'sitemap', raw: orPageError(() => readSitemap(root.text, MAX_ITEMS), shown) };
    case 'sitemapindex':
      throw makeNoSitemap(root.text, shown);
    default:
      throw makeNoFeed(text, shown, root.name);
  }
}

function readLinks(
  text: string,
  { url, links, shown }: { readonly url: string; readonly links: string; readonly shown: string },
): { readonly format: 'listing'; readonly raw: readonly RawItem[] } {
  const found = readListing(text, { url, links, most: MAX_ITEMS });
  if (found.items.length > 0) return { format: 'listing', raw: found.items };
  const what =
    found.links === 0
      ? 'holds no links: it is no page that lists articles, or makes its list by a script'
      : `holds ${found.links} links, and none whose address fits ${makeShownName(links)}`;
  throw new PageError(
    shown,
    what,
    'Look at the addresses of its articles, and change "links" of the source.',
  );
}

function readJsonText(text: string, shown: string): readonly RawItem[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new PageError(shown, `is damaged JSON (${describe(error)})`, AGAIN);
  }
  if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items))
    throw new PageError(shown, 'is JSON data, but no JSON Feed: it has no list of items', ADDRESS);
  return orPageError(() => readJson(value, MAX_ITEMS), shown);
}

const AGAIN = 'It is tried again; if this stays, tell its publisher.';
const ADDRESS = 'Give the address of an RSS, Atom, RDF or JSON feed, or of a news sitemap.';

/** Runs a parser over what strangers sent: whatever it throws means that this feed cannot be read. */
function orPageError<T>(parse: () => T, shown: string): T {
  try {
    return parse();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = describe(cause);
    if (/maximum nested tags|call stack/i.test(reason))
      throw new PageError(
        shown,
        'is nested deeper than any feed',
        'Remove this source, or ask its publisher.',
      );
    throw new PageError(shown, `is a damaged feed (${reason})`, AGAIN);
  }
}

function describe(error: unknown): string {
  return makeShownName((error instanceof Error ? error.message : String(error)).slice(0, 120));
}

/** The error for what is no feed: says what it is, and where a page names its feed, that. */
function makeNoFeed(text: string, shown: string, root: string | undefined): PageError {
  const start = text.slice(0, 200_000);
  if (root === 'html' || /<(html|head|body)[\s>]/i.test(start.slice(0, 5000))) {
    const [feed] = listNamedFeeds(start, shown);
    return new PageError(
      shown,
      'is a web page, not a feed',
      feed === undefined ? ADDRESS : `The feed that it names is ${makeShownName(feed)}`,
    );
  }
  const known = root === undefined ? undefined : KINDS.get(root);
  if (known !== undefined) return new PageError(shown, `is ${known}, not a feed`, ADDRESS);
  const what = root === undefined ? 'neither XML nor JSON' : `XML, but "${makeShownName(root)}" is no feed`;
  return new PageError(shown, `is ${what}`, ADDRESS);
}

/** The error for a list of sitemaps: names the one that is likeliest to hold news. */
function makeNoSitemap(text: string, shown: string): PageError {
  const named = orPageError(() => readSitemapIndex(text), shown);
  const likeliest = named.find((address) => /:\/\/[^/]+\/.*news/i.test(address)) ?? named.at(-1);
  const remedy =
    likeliest === undefined ? ADDRESS : `Give one of them, ${makeShownName(likeliest.slice(0, 500))}`;
  return new PageError(shown, 'is a list of sitemaps, not one', remedy);
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['opml', 'a list of feeds (OPML)'],
  ['svg', 'an SVG image'],
]);

/** The feeds that a page names in its head: `<link rel="alternate" type="application/rss+xml" href="…">`. */
export function listNamedFeeds(html: string, page: string): readonly string[] {
  const found = new Set<string>();
  for (const [tag] of html.matchAll(/<link\s[^<>]{0,1000}>/gi)) {
    if (!/type\s{0,5}=\s{0,5}["']?application\/(rss|atom|rdf|feed)\+(xml|json)/i.test(tag)) continue;
    const href = /href\s{0,5}=\s{0,5}["']([^"'<>]{1,1000})["']/i.exec(tag)?.[1]?.replaceAll('&amp;', '&');
    if (href !== undefined && URL.canParse(href, page)) found.add(new URL(href, page).href);
  }
  return [...found];
}

/** Newest first; undated ones stay behind the dated in the feed's own order, which is newest first as a rule. */
function sortItems(items: readonly FeedItem[]): readonly FeedItem[] {
  const seen = new Set<string>();
  const once = items.filter(({ url }) => !seen.has(url) && seen.add(url));
  return once.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? '', 'en'));
}
