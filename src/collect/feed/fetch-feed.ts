import { PageError } from '../../model/errors.ts';
import type { Source } from '../../model/source.ts';
import type { Guest } from '../fetch/guest.ts';
import { type Feed, parseFeed } from './parse.ts';

/** Bytes of one feed that are read. */
export const FEED_BYTES = 10_000_000;

/** What the last answer said of itself, sent back so that an unchanged feed is not sent again. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What one look at a feed gave. */
export type FeedLook =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'feed'; readonly feed: Feed; readonly validators: Validators }
  | {
      readonly kind: 'failure';
      readonly failure: PageError;
      /** Until when the site wants to be left alone, in milliseconds since 1970. */
      readonly notBefore?: number;
    };

export interface FetchFeedOptions {
  readonly guest: Guest;
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  readonly isPrivateAllowed?: (host: string) => boolean;
}

const ACCEPT =
  'application/rss+xml,application/atom+xml,application/rdf+xml,application/feed+json,application/xml;q=0.9,application/json;q=0.8,text/xml;q=0.8,*/*;q=0.1';

const LISTING_ACCEPT = 'text/html,application/xhtml+xml,*/*;q=0.1';

/**
 * Looks at the feed of a source: asks only for what is new since the last answer, and reads what comes.
 *
 * @param validators Of the last answer; empty where there was none.
 * @example
 * const look = await fetchFeed(source, { etag: state?.etag }, { guest, now });
 * if (look.kind === 'feed') look.feed.items.map((item) => item.url);
 */
export async function fetchFeed(
  source: Source,
  validators: Validators,
  { guest, now, isPrivateAllowed }: FetchFeedOptions,
): Promise<FeedLook> {
  const { etag, lastModified } = validators;
  const visited = await guest.visit(source.feed, {
    purpose: 'feed',
    maxBytes: FEED_BYTES,
    accept: source.links === undefined ? ACCEPT : LISTING_ACCEPT,
    tooLargeRemedy: 'No feed is so long: check its address, or remove the source.',
    headers: {
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
    },
    ...(isPrivateAllowed === undefined ? {} : { isPrivateAllowed }),
  });
  if (visited.kind === 'failure') {
    const { failure, notBefore } = visited;
    return { kind: 'failure', failure, ...(notBefore === undefined ? {} : { notBefore }) };
  }
  const { status, headers, content, url } = visited.answer;
  if (status === 304) return { kind: 'unchanged' };
  const contentType = headers['content-type'];
  try {
    const { links } = source;
    const origin = {
      ...{ url, now: now() },
      ...(contentType === undefined ? {} : { contentType }),
      ...(links === undefined ? {} : { links }),
    };
    return { kind: 'feed', feed: parseFeed(content, origin), validators: readValidators(headers) };
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    return { kind: 'failure', failure: error };
  }
}

/** They are sent back as they came, so only what may stand in a header is kept. */
function readValidators(headers: Readonly<Record<string, string>>): Validators {
  const { etag, 'last-modified': lastModified } = headers;
  return {
    ...(isHeaderValue(etag) ? { etag } : {}),
    ...(isHeaderValue(lastModified) ? { lastModified } : {}),
  };
}

function isHeaderValue(value: string | undefined): value is string {
  return value !== undefined && /^[\t\u0020-\u007e\u0080-\u00ff]{1,500}$/.test(value);
}
