/** One item of a feed: where its page is, and what the feed says of it. */
export interface FeedItem {
  /** Absolute address of the page, http or https. */
  readonly url: string;
  readonly title?: string;
  /** ISO 8601: an instant in UTC, or a day where the feed gives no more. */
  readonly published?: string;
  /** What the feed calls it, for telling it from others. */
  readonly id?: string;
  /** All of it as JSON, where the feed holds it whole: no page is then asked for. */
  readonly record?: string;
}

/** An item as the adapters of the formats hand it over: nothing in it has been checked. */
export interface RawItem {
  readonly link: string | undefined;
  /** What relative links stand against, outermost first: `xml:base` of the feed and of the item. */
  readonly bases?: readonly (string | undefined)[];
  readonly title: string | undefined;
  readonly published: string | undefined;
  readonly id: string | undefined;
  readonly record?: string;
}

const LONGEST_ADDRESS = 2000;
const LONGEST_TITLE = 500;
const LONGEST_ID = 500;

/**
 * Checks and bounds an item; undefined where it names no page that could be fetched.
 *
 * @example
 * makeItem({ link: '/a', title: 'Pier\n closed', … }, { feed: 'https://news.example/feed', parseDate }); // { url: 'https://news.example/a', title: 'Pier closed' }
 */
export function makeItem(
  raw: RawItem,
  { feed, parseDate }: { readonly feed: string; readonly parseDate: (text: string) => string | undefined },
): FeedItem | undefined {
  const url = resolveLink(raw, feed);
  if (url === undefined) return undefined;
  const title = makeLine(raw.title, LONGEST_TITLE);
  const published = raw.published === undefined ? undefined : parseDate(raw.published);
  const id = makeLine(raw.id, LONGEST_ID);
  return {
    url,
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(id === undefined ? {} : { id }),
    ...(raw.record === undefined ? {} : { record: raw.record }),
  };
}

/** A link as an address of the web, without fragment; undefined for any other kind, and for one that holds a password. */
function resolveLink({ link, bases = [] }: RawItem, feed: string): string | undefined {
  const text = link?.trim();
  if (text === undefined || text === '' || text.length > LONGEST_ADDRESS) return undefined;
  let base = feed;
  for (const each of bases) {
    if (each !== undefined && each.length <= LONGEST_ADDRESS && URL.canParse(each, base))
      base = new URL(each, base).href;
  }
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.password !== '' || url.href.length > LONGEST_ADDRESS) return undefined;
  url.hash = '';
  return url.href;
}

/** Text on one line and not too long, without markup. */
function makeLine(text: string | undefined, longest: number): string | undefined {
  const line = text
    ?.slice(0, longest * 4)
    .replace(/<[^<>]{0,300}>/g, ' ')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, longest);
  return line === undefined || line === '' ? undefined : line;
}
