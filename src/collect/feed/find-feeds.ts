import { PageError } from '../../model/errors.ts';
import type { FoundFeeds } from '../../model/source-book.ts';
import type { Guest } from '../fetch/guest.ts';
import { FEED_BYTES } from './fetch-feed.ts';
import { decodeFeed, listNamedFeeds, parseFeed } from './parse.ts';

/** Feeds of one page that are offered. */
const MAX_FEEDS = 20;
/** Characters in which a page names its feeds, and a feed itself. */
const HEAD = 200_000;

/**
 * Asks an address for its feed, or for the feeds that a page names; those are not asked for.
 *
 * @throws PageError where it cannot be had, or is and names no feed.
 * @example
 * (await findFeeds('https://harbour-wire.example/', { guest, now })).feeds[0]?.feed; // 'https://harbour-wire.example/rss.xml'
 */
export async function findFeeds(
  address: string,
  {
    guest,
    now,
    isPrivateAllowed,
  }: {
    readonly guest: Guest;
    readonly now: () => string;
    readonly isPrivateAllowed: (host: string) => boolean;
  },
): Promise<FoundFeeds> {
  const visited = await guest.visit(address, {
    purpose: 'feed',
    maxBytes: FEED_BYTES,
    isPrivateAllowed,
    tooLargeRemedy: 'No feed is so long: check the address.',
  });
  if (visited.kind === 'failure') throw visited.failure;
  const { content, headers, url } = visited.answer;
  const contentType = headers['content-type'];
  const head = decodeFeed(content, contentType, url).slice(0, HEAD);
  const title = readTitle(head);
  const named = title === undefined ? {} : { name: title };
  try {
    const origin = { url, now: now(), ...(contentType === undefined ? {} : { contentType }) };
    const { items } = parseFeed(content, origin);
    const newest = items[0]?.published;
    return {
      kind: 'found feeds',
      address,
      feeds: [{ feed: url, ...named, items: items.length, ...(newest === undefined ? {} : { newest }) }],
    };
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    // A page may leave out html, head and body.
    const isPage =
      /^text\/html/i.test(contentType ?? '') || /<(html|head|body)[\s>]/i.test(head.slice(0, 5000));
    const feeds = isPage ? listNamedFeeds(head, url) : [];
    if (feeds.length === 0) throw error;
    return {
      kind: 'found feeds',
      address,
      feeds: feeds.slice(0, MAX_FEEDS).map((feed) => ({ feed, ...named })),
    };
  }
}

/** The first title in the text: a feed's own, or the page's. */
function readTitle(head: string): string | undefined {
  const json = /^\s{0,100}\{[^{}[\]]{0,2000}?"title"\s{0,5}:\s{0,5}"([^"\\]{1,300})"/.exec(head)?.[1];
  const raw = json ?? /<title[^<>]{0,200}>([\s\S]{0,1000}?)<\/title>/i.exec(head)?.[1];
  if (raw === undefined) return undefined;
  const text = raw
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/&(?:#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp));/g, decodeEntity)
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? undefined : text.slice(0, 200);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeEntity(all: string, number: string | undefined, name: string | undefined): string {
  if (number !== undefined) return Number(number) > 0x10ffff ? all : String.fromCodePoint(Number(number));
  return ENTITIES[name ?? ''] ?? all;
}
