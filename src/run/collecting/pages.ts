import type { Collected } from '../../collect/collected.ts';
import type { FeedItem } from '../../collect/feed/item.ts';
import { findDetour, makeItemPage, makeRecordPage } from '../../collect/feed/item-page.ts';
import type { Guest } from '../../collect/fetch/guest.ts';
import { PageError } from '../../model/errors.ts';
import type { DecodedPage, Page } from '../../model/page.ts';
import type { Source } from '../../model/source.ts';
import type { PutOutcome, Store } from '../../store/store.ts';
import { type GivenByPerson, type PageReader, runPipeline } from '../pipeline.ts';

/** What fetching and reading pages needs. */
export interface PageWork {
  readonly store: Store;
  readonly reader: PageReader;
  readonly guest: Guest;
  /** Program and version that reads. */
  readonly engine: string;
  readonly maxBytes: number;
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  readonly isPrivateAllowed: (host: string) => boolean;
  readonly signal?: AbortSignal;
  /** Whether the look has taken so long that no further page is asked for. */
  readonly isOver?: () => boolean;
}

/** What came of one item. */
export type ItemOutcome =
  /** A new document, or a new version of one. */
  | { readonly kind: 'kept' }
  /** Its page was kept before, from another address. */
  | { readonly kind: 'known' }
  | { readonly kind: 'failed'; readonly failure: PageError; readonly isFinal: boolean }
  /** Its site wants to be left alone: no fault of the item. */
  | { readonly kind: 'waiting'; readonly failure: PageError; readonly notBefore: number };

type Outcomes = Map<FeedItem, ItemOutcome>;

/**
 * Fetches the pages of items one after the other, reads and keeps them. An item without an outcome was not reached, since it
 * was asked to stop or time was over.
 *
 * @param landed Addresses at which items of this look ended; the new ones are added.
 */
export async function collectItems(
  items: readonly FeedItem[],
  source: Source,
  { work, landed }: { readonly work: PageWork; readonly landed: Map<string, string> },
): Promise<ReadonlyMap<FeedItem, ItemOutcome>> {
  const outcomes: Outcomes = new Map();
  const origins = new Map<Page, FeedItem>();
  const kept: { readonly outcome: PutOutcome; readonly page: Page }[] = [];
  const tally = await runPipeline(fetchPages(items, { work, landed, outcomes, origins }), {
    store: work.store,
    engine: work.engine,
    given: { outlet: source.name },
    reader: dateByFeed(work.reader, origins),
    batchSize: items.length,
    onOutcome: (outcome, page) => kept.push({ outcome, page }),
  });
  for (const { outcome, page } of kept) {
    const item = origins.get(page)!;
    outcomes.set(item, { kind: outcome.status === 'unchanged' ? 'known' : 'kept' });
    if (page.url !== item.url) await recordAddress(work.store, item, { outcome, page });
  }
  // What is being stopped reads no more: those pages are not to blame.
  if (work.signal?.aborted !== true) noteUnread(tally.failures, origins, outcomes);
  return outcomes;
}

async function* fetchPages(
  items: readonly FeedItem[],
  run: {
    readonly work: PageWork;
    readonly landed: Map<string, string>;
    readonly outcomes: Outcomes;
    readonly origins: Map<Page, FeedItem>;
  },
): AsyncGenerator<Collected> {
  const { work, landed, outcomes, origins } = run;
  for (const item of items) {
    if (work.signal?.aborted === true || work.isOver?.() === true) return;
    const found = await fetchItem(item, work, landed);
    if (found === undefined) return;
    if ('content' in found) {
      origins.set(found, item);
      yield { kind: 'page', page: found };
    } else outcomes.set(item, found);
  }
}

/** The page of an item, or why there is none; undefined where it was asked to stop meanwhile. */
async function fetchItem(
  item: FeedItem,
  { guest, maxBytes, isPrivateAllowed, signal, now }: PageWork,
  landed: Map<string, string>,
): Promise<Page | ItemOutcome | undefined> {
  if (item.record !== undefined) return makeRecordPage(item.record, { url: item.url, seen: now() });
  try {
    const visited = await guest.visit(item.url, {
      purpose: 'page',
      maxBytes,
      isPrivateAllowed,
      tooLargeRemedy: 'Leave it out, or raise the limit with --max-page MB.',
    });
    if (visited.kind === 'failure') {
      const { failure, isFinal, notBefore } = visited;
      return notBefore === undefined
        ? { kind: 'failed', failure, isFinal }
        : { kind: 'waiting', failure, notBefore };
    }
    const { answer } = visited;
    const wrong = findDetour(item.url, answer.url) ?? findSameEnd(item, answer.url, landed);
    if (wrong !== undefined) return { kind: 'failed', failure: wrong, isFinal: true };
    landed.set(answer.url, item.url);
    return makeItemPage(answer);
  } catch (error) {
    if (signal?.aborted === true) return undefined;
    if (error instanceof PageError) return { kind: 'failed', failure: error, isFinal: true };
    throw error;
  }
}

/** Different articles that lead to one page lead to one that asks for consent or a password. */
function findSameEnd(
  item: FeedItem,
  url: string,
  landed: ReadonlyMap<string, string>,
): PageError | undefined {
  const other = landed.get(url);
  if (other === undefined || other === item.url || url === item.url) return undefined;
  return new PageError(
    item.url,
    `leads to ${url}, as other items do: no article, but perhaps a page that asks for consent`,
    'Open it in your browser, save the page and give the file to tocsin add.',
  );
}

/** A reader that takes the feed's date where the page shows none: what the page says of itself goes first. */
function dateByFeed(reader: PageReader, origins: ReadonlyMap<Page, FeedItem>): PageReader {
  const dates = (page: DecodedPage): string | undefined => {
    for (const [{ hash, url }, { published }] of origins)
      if (hash === page.bytes && url === page.url) return published;
    return undefined;
  };
  return {
    read: async (page, given: GivenByPerson = {}) => {
      const reading = await reader.read(page, given);
      const published = dates(page);
      return reading.document.published !== undefined || published === undefined
        ? reading
        : reader.read(page, { ...given, published });
    },
  };
}

/** An item that was redirected is known by both addresses, so that it is not fetched again as a new one. */
async function recordAddress(
  store: Store,
  { url }: FeedItem,
  { outcome, page }: { readonly outcome: PutOutcome; readonly page: Page },
): Promise<void> {
  const { document } = outcome;
  await store.recordSighting({ bytes: page.hash, document: document.id, url, seen: page.seen });
}

function noteUnread(
  failures: readonly PageError[],
  origins: ReadonlyMap<Page, FeedItem>,
  outcomes: Outcomes,
): void {
  for (const [page, item] of origins) {
    if (outcomes.has(item)) continue;
    const failure =
      failures.find(({ source }) => source === page.url) ??
      failures[0] ??
      new PageError(item.url, 'gave no document', 'Please report it with the page.');
    outcomes.set(item, { kind: 'failed', failure, isFinal: false });
  }
}
