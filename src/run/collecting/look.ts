import { fetchFeed, type Validators } from '../../collect/feed/fetch-feed.ts';
import type { FeedItem } from '../../collect/feed/item.ts';
import { PageError, StoreError } from '../../model/errors.ts';
import type { Source } from '../../model/source.ts';
import type { SourceState } from '../../store/store.ts';
import { type Chosen, chooseItems, updateRetries } from './choose.ts';
import { findNext } from './due.ts';
import { findInterval, learnPace, type Pace } from './pace.ts';
import { collectItems, type ItemOutcome, type PageWork } from './pages.ts';
import { makePrivateRule } from './private.ts';

/** What one look at one source gave. */
export interface Look {
  readonly kind: 'look';
  /** Id of the source, and its name. */
  readonly source: string;
  readonly name: string;
  /** When it began: ISO 8601. */
  readonly at: string;
  readonly state: 'alive' | 'failing' | 'waiting';
  /** Items in the feed; absent where it was not sent, being unchanged, or could not be had. */
  readonly items?: number;
  /** Pages that were kept, and that turned out to be known. */
  readonly kept: number;
  readonly known: number;
  /** Items whose page could not be had, each with why. */
  readonly lost: readonly PageError[];
  /** New items that were left for the next look, and why where the site wants it so. */
  readonly left: number;
  readonly leftWhy?: PageError;
  /** Why the feed could not be had. */
  readonly failure?: PageError;
  readonly nextDue: string;
}

export interface LookWork extends Omit<PageWork, 'isPrivateAllowed'> {
  readonly config: Parameters<typeof makePrivateRule>[1];
  readonly now: () => string;
  readonly random: () => number;
  /** Called whenever pages were kept. */
  readonly onKept: () => Promise<void>;
}

/** Pages that are kept at once, before the rest is fetched. */
const BATCH = 10;
/** Milliseconds after which no further page is asked for: few hosts are asked at once, and slow ones would hold up all others. */
const LONGEST_LOOK = 10 * 60_000;

/**
 * Looks at one source: its feed, the pages of its new items, and keeps them and how it went. Whatever goes wrong with the
 * source is in the answer; there is none where it was asked to stop before anything came of it.
 *
 * @throws StoreError where nothing can be kept.
 */
export async function lookAt(source: Source, work: LookWork): Promise<Look | undefined> {
  const at = work.now();
  const state = await recallState(source, work);
  try {
    return await look(source, { ...work, at, state });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    // Asked to stop: nothing was lost, and the source is due as before.
    if (work.signal?.aborted === true) return undefined;
    const failure = error instanceof PageError ? error : makeFault(source, error);
    return fail(source, { ...work, at, state }, { failure });
  }
}

type Working = LookWork & { readonly at: string; readonly state: SourceState };

async function look(source: Source, working: Working): Promise<Look> {
  const { guest, now, state, config } = working;
  const isPrivateAllowed = makePrivateRule(source, config);
  const found = await fetchFeed(source, state, { guest, now, isPrivateAllowed });
  if (found.kind === 'failure') return fail(source, working, found);
  const items = found.kind === 'feed' ? found.feed.items : undefined;
  const chosen = await chooseItems(items, state.retries ?? [], working.store);
  const end = Date.parse(working.at) + LONGEST_LOOK;
  const isOver = (): boolean => Date.parse(now()) > end;
  const outcomes = await collectAll(chosen.items, source, { ...working, isPrivateAllowed, isOver });
  const validators = found.kind === 'feed' ? found.validators : state;
  return finish(source, working, { items, chosen, outcomes, validators });
}

/** What is remembered of a source; a source with a new address is a new one. */
async function recallState(source: Source, { store }: LookWork): Promise<SourceState> {
  const { id, name, feed } = source;
  const fresh: SourceState = {
    kind: 'source health',
    source: id,
    name,
    feed,
    state: 'new',
    failures: 0,
    kept: 0,
    lost: 0,
  };
  const known = await store.getSourceState(id);
  if (known === undefined) return fresh;
  return known.feed === feed ? { ...known, name } : { ...fresh, kept: known.kept, lost: known.lost };
}

async function collectAll(
  items: readonly FeedItem[],
  source: Source,
  work: LookWork & PageWork,
): Promise<ReadonlyMap<FeedItem, ItemOutcome>> {
  const all = new Map<FeedItem, ItemOutcome>();
  const landed = new Map<string, string>();
  for (let first = 0; first < items.length; first += BATCH) {
    if (work.signal?.aborted === true || work.isOver?.() === true) break;
    const outcomes = await collectItems(items.slice(first, first + BATCH), source, { work, landed });
    for (const [item, outcome] of outcomes) all.set(item, outcome);
    if ([...outcomes.values()].some(({ kind }) => kind === 'kept')) await work.onKept();
  }
  return all;
}

async function fail(
  source: Source,
  { store, now, random, at, state }: Working,
  { failure, notBefore = 0 }: { readonly failure: PageError; readonly notBefore?: number },
): Promise<Look> {
  const failures = state.failures + 1;
  const next = findNext(source, { now: Date.parse(now()), failures, random: random() });
  const { notBefore: _, ...before } = state;
  const nextDue = new Date(Math.max(next, notBefore)).toISOString();
  await store.putSourceState({
    ...before,
    state: 'failing',
    lastTried: at,
    nextDue,
    failures,
    problem: failure.message.slice(0, LONGEST_PROBLEM),
    ...(notBefore > 0 ? { notBefore: new Date(notBefore).toISOString() } : {}),
  });
  return { ...makeEmptyLook(source, at, state), state: 'failing', failure, nextDue };
}

interface Result {
  readonly items: readonly FeedItem[] | undefined;
  readonly chosen: Chosen;
  readonly outcomes: ReadonlyMap<FeedItem, ItemOutcome>;
  readonly validators: Validators;
}

const LONGEST_PROBLEM = 1000;

/** Keeps how a look went whose feed was had, and tells it. */
async function finish(source: Source, working: Working, result: Result): Promise<Look> {
  const { at, state } = working;
  const { items, chosen, outcomes } = result;
  const counted = count(outcomes);
  const left = chosen.left + chosen.items.length - outcomes.size + counted.waiting.length;
  const kept = makeState(source, working, { ...result, counted, left });
  await working.store.putSourceState(kept);
  const [waiting] = counted.waiting;
  return {
    ...makeEmptyLook(source, at, state),
    state: 'alive',
    ...(items === undefined ? {} : { items: items.length }),
    kept: counted.kept,
    known: counted.known,
    lost: counted.lost,
    left,
    ...(waiting === undefined ? {} : { leftWhy: waiting.failure }),
    nextDue: kept.nextDue,
  };
}

function makeState(
  source: Source,
  { now, random, at, state, signal }: Working,
  { outcomes, items, validators, counted, left }: Result & { readonly counted: Count; readonly left: number },
): SourceState & { readonly nextDue: string } {
  const retries = updateRetries(state.retries ?? [], outcomes, items);
  const notBefore = Math.max(0, ...counted.waiting.filter(isOwnHost(source)).map((each) => each.notBefore));
  const pace = updatePace(source, { at, state, isNew: counted.kept > 0 });
  const every = findInterval(source.every, pace);
  const next = findNext({ every }, { now: Date.parse(now()), failures: 0, random: random() });
  // Stopped in the middle, it is due at once when started again.
  const due = signal?.aborted === true ? Date.parse(at) : Math.max(next, notBefore);
  const problem = counted.lost[0]?.message ?? counted.waiting[0]?.failure.message;
  // An answer that was not used up is asked for whole again: "unchanged" would hide what was left.
  const { etag, lastModified } = left > 0 ? {} : validators;
  return {
    kind: 'source health',
    source: source.id,
    name: source.name,
    feed: source.feed,
    state: 'alive',
    lastTried: at,
    lastSuccess: at,
    ...(counted.kept > 0 ? { lastItem: now() } : pickLastItem(state)),
    nextDue: new Date(due).toISOString(),
    failures: 0,
    ...(problem === undefined ? {} : { problem: problem.slice(0, LONGEST_PROBLEM) }),
    kept: state.kept + counted.kept,
    lost: Math.max(0, state.lost + retries.added - retries.had),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(notBefore > 0 ? { notBefore: new Date(notBefore).toISOString() } : {}),
    ...(retries.list.length === 0 ? {} : { retries: retries.list }),
    ...(pace === undefined ? {} : { pace }),
  };
}

/** The first look at a source finds all that it has: that says nothing of its pace. */
function updatePace(
  { every }: Source,
  { at, state, isNew }: { readonly at: string; readonly state: SourceState; readonly isNew: boolean },
): Pace | undefined {
  if (state.lastSuccess === undefined) return undefined;
  const minutes = (Date.parse(at) - Date.parse(state.lastSuccess)) / 60_000;
  return learnPace(state.pace, { minutes, isNew, every });
}

function pickLastItem({ lastItem }: SourceState): Pick<SourceState, 'lastItem'> {
  return lastItem === undefined ? {} : { lastItem };
}

interface Count {
  readonly kept: number;
  readonly known: number;
  readonly lost: readonly PageError[];
  readonly waiting: readonly (Extract<ItemOutcome, { kind: 'waiting' }> & { readonly url: string })[];
}

function count(outcomes: ReadonlyMap<FeedItem, ItemOutcome>): Count {
  const entries = [...outcomes];
  return {
    kept: entries.filter(([, { kind }]) => kind === 'kept').length,
    known: entries.filter(([, { kind }]) => kind === 'known').length,
    lost: entries.flatMap(([, outcome]) => (outcome.kind === 'failed' ? [outcome.failure] : [])),
    waiting: entries.flatMap(([{ url }, outcome]) =>
      outcome.kind === 'waiting' ? [{ ...outcome, url }] : [],
    ),
  };
}

/** The feed is left alone where its own host asked for it, not where another that it links to did. */
function isOwnHost({ feed }: Source): (waiting: { readonly url: string }) => boolean {
  const { host } = new URL(feed);
  return ({ url }) => new URL(url).host === host;
}

function makeEmptyLook(source: Source, at: string, state: SourceState): Look {
  return {
    kind: 'look',
    source: source.id,
    name: source.name,
    at,
    state: state.state === 'failing' ? 'failing' : 'alive',
    kept: 0,
    known: 0,
    lost: [],
    left: 0,
    nextDue: state.nextDue ?? at,
  };
}

function makeFault({ feed }: Source, error: unknown): PageError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new PageError(
    feed,
    `could not be looked at because of a fault in this program (${reason.slice(0, 200)})`,
    'Please report it with the address.',
  );
}
