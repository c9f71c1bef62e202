import type { FeedItem } from '../../collect/feed/item.ts';
import type { SourceState, Store } from '../../store/store.ts';
import type { ItemOutcome } from './pages.ts';

type Retry = NonNullable<SourceState['retries']>[number];

/** New items whose page is fetched in one look. */
const MAX_NEW = 50;
/** How often a page is asked for that cannot be had. */
const MAX_ATTEMPTS = 3;
/** Items that are remembered as lost or to be tried again. */
const MAX_RETRIES = 1000;

/** Items whose pages are to be fetched now. */
export interface Chosen {
  readonly items: readonly FeedItem[];
  /** New ones that have to wait for the next look. */
  readonly left: number;
}

/**
 * Chooses what is to be fetched: of the feed's items those that were never kept nor given up, in the feed's order, then those
 * that are to be tried again though the feed no longer lists them, or was not sent, being unchanged.
 */
export async function chooseItems(
  items: readonly FeedItem[] | undefined,
  retries: readonly Retry[],
  store: Pick<Store, 'hasAddress'>,
): Promise<Chosen> {
  const givenUp = new Set(retries.filter(isGivenUp).map(({ url }) => url));
  const listed = new Set(items?.map(({ url }) => url));
  const unlisted = retries.filter((retry) => !isGivenUp(retry) && !listed.has(retry.url));
  const asked = [...(items ?? []), ...unlisted.map(({ attempts: _, ...item }) => item)];
  const found: FeedItem[] = [];
  for (const item of asked) {
    if (!givenUp.has(item.url) && !(await store.hasAddress(item.url))) found.push(item);
  }
  return { items: found.slice(0, MAX_NEW), left: Math.max(0, found.length - MAX_NEW) };
}

function isGivenUp({ attempts }: Retry): boolean {
  return attempts >= MAX_ATTEMPTS;
}

/**
 * The list of items to be tried again, after a look. Those that were given up stay in it as long as the feed lists them, so
 * that they are not taken for new.
 *
 * @param items The feed's; undefined where it was unchanged.
 */
export function updateRetries(
  before: readonly Retry[],
  outcomes: ReadonlyMap<FeedItem, ItemOutcome>,
  items: readonly FeedItem[] | undefined,
): {
  readonly list: readonly Retry[];
  /** How many are in it for the first time, and how many were had at last. */
  readonly added: number;
  readonly had: number;
} {
  const listed = items === undefined ? undefined : new Set(items.map(({ url }) => url));
  const list = new Map(before.map((retry) => [retry.url, retry] as const));
  let added = 0;
  let had = 0;
  for (const [{ url, published }, outcome] of outcomes) {
    const known = list.get(url);
    if (outcome.kind === 'failed') {
      const attempts = outcome.isFinal ? MAX_ATTEMPTS : (known?.attempts ?? 0) + 1;
      list.set(url, { url, attempts, ...(published === undefined ? {} : { published }) });
      added += known === undefined ? 1 : 0;
    } else if (outcome.kind !== 'waiting' && list.delete(url)) had += 1;
  }
  const kept = [...list.values()].filter(
    (retry) => !isGivenUp(retry) || listed === undefined || listed.has(retry.url),
  );
  return { list: kept.slice(-MAX_RETRIES), added, had };
}
