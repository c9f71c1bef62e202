import type { LookupFunction } from 'node:net';
import { Guest } from '../collect/fetch/guest.ts';
import type { Sleep } from '../collect/fetch/lanes.ts';
import { StoreError } from '../model/errors.ts';
import type { Source } from '../model/source.ts';
import type { Store } from '../store/store.ts';
import { findDue, findWait } from './collecting/due.ts';
import { type Look, type LookWork, lookAt } from './collecting/look.ts';
import { formatLook, isWorthTelling } from './collecting/print.ts';
import { sleep as systemSleep } from './collecting/sleep.ts';
import { SourceWatch } from './collecting/source-watch.ts';
import { loadSources } from './collecting/sources-file.ts';
import { takeTurns } from './collecting/turns.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { describeAttending } from './duty.ts';
import { makeLimits } from './inputs.ts';
import type { PageReader } from './pipeline.ts';
import { makeUserAgent, readProgramName } from './version.ts';

export interface CollectingOptions {
  readonly store: Store;
  readonly reader: PageReader;
  readonly config: Config;
  /** Where looks are told unless `onLook` is given, and the clock. */
  readonly context: Pick<Context, 'err' | 'now'>;
  /** Read from the file of the settings unless given. */
  readonly sources?: readonly Source[];
  /** Asks to stop: the page at hand is finished and kept. */
  readonly signal?: AbortSignal;
  /** Called after each batch of pages that was kept, never twice at once. */
  readonly onKept?: () => Promise<unknown>;
  /** Called after each look at a source. */
  readonly onLook?: (look: Look) => void;
  readonly sleep?: Sleep;
  /** A number from 0 up to 1. */
  readonly random?: () => number;
  readonly lookup?: LookupFunction;
  /** Hosts that are asked at the same time. */
  readonly hosts?: number;
  /** Least milliseconds between two requests to one host. */
  readonly gap?: number;
}

/** What came of one look at each source. */
export interface CollectTally {
  readonly sources: number;
  readonly alive: number;
  readonly failing: number;
  /** Sources whose server wants to be left alone. */
  readonly waiting: number;
  /** Pages kept, known already, and not to be had; new items left for the next look. */
  readonly kept: number;
  readonly known: number;
  readonly lost: number;
  readonly left: number;
  /** True where it was asked to stop and did. */
  readonly isStopped: boolean;
}

/** How soon a source is looked at again when nothing could be kept. */
const AFTER_STORE_ERROR = 60_000;

/**
 * Looks at every source once, now, but for those whose server asked to be left alone for a while.
 *
 * @throws SourcesError or UsageError for the list of sources, StoreError where nothing can be kept.
 * @example
 * const { kept, lost } = await collectOnce({ store, reader, config, context });
 */
export async function collectOnce(options: CollectingOptions): Promise<CollectTally> {
  const sources = (options.sources ?? (await loadSources(options.config))).filter(isAsked);
  const work = makeWork(options);
  const looks: Look[] = [];
  const tell = makeTell(options);
  await takeTurns({
    ...makeTurns(options),
    due: new Map(sources.map((source) => [source, 0])),
    look: async (source) => {
      const made = (await findWaitingLook(source, options)) ?? (await lookAt(source, work));
      if (made !== undefined) {
        looks.push(made);
        tell(made);
      }
      return undefined;
    },
  });
  return tallyLooks(looks, sources.length, options.signal?.aborted === true);
}

/**
 * Looks at each source whenever it is due, until asked to stop; a changed file of sources counts at once. A source that fails is asked less and less often; one that was
 * asked not long ago, by an earlier run, waits its time.
 *
 * @throws SourcesError or UsageError for the list of sources, before anything is asked for.
 */
export async function runCollecting(options: CollectingOptions): Promise<void> {
  const { store, context } = options;
  const all = options.sources ?? (await loadSources(options.config));
  const work = makeWork(options);
  const tell = makeTell(options);
  const findDueNow = async (source: Source): Promise<number> =>
    findDue(source, await store.getSourceState(source.id), Date.parse(context.now()));
  const findAllDue = async (all: readonly Source[]): Promise<ReadonlyMap<Source, number>> =>
    new Map(await Promise.all(all.map(async (source) => [source, await findDueNow(source)] as const)));
  const watch = new SourceWatch({
    config: options.config,
    sources: all,
    tell: (line) => context.err.write(line),
  });
  await takeTurns({
    ...makeTurns(options),
    due: await findAllDue(all.filter(isAsked)),
    refresh: async () => {
      const changed = await watch.read();
      return changed && findAllDue(changed.filter(isAsked));
    },
    look: async (source) => {
      try {
        const made = await lookAt(source, work);
        if (made === undefined) return undefined;
        tell(made);
        return Date.parse(made.nextDue);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        // A full disk may be emptied: whoever runs for months goes on then.
        await context.err.write(`${error.message}\n`);
        return Date.parse(context.now()) + AFTER_STORE_ERROR;
      }
    },
  });
}

function isAsked({ paused }: Source): boolean {
  return paused !== true;
}

function makeTurns({
  context,
  hosts = 16,
  sleep = systemSleep,
  signal,
}: CollectingOptions): Pick<Parameters<typeof takeTurns>[0], 'hosts' | 'now' | 'sleep' | 'signal'> {
  return { hosts, sleep, now: context.now, ...(signal === undefined ? {} : { signal }) };
}

function makeWork(options: CollectingOptions): LookWork {
  const { store, reader, config, context, signal, lookup, gap } = options;
  const stoppable = signal === undefined ? {} : { signal };
  const guest = new Guest({
    now: context.now,
    sleep: options.sleep ?? systemSleep,
    userAgent: makeUserAgent(config),
    ...stoppable,
    ...(lookup === undefined ? {} : { lookup }),
    ...(gap === undefined ? {} : { gap }),
  });
  return {
    store,
    reader,
    config,
    guest,
    engine: readProgramName(),
    maxBytes: makeLimits(config).pageBytes,
    now: context.now,
    random: options.random ?? Math.random,
    onKept: makeOnKept(options),
    ...stoppable,
  };
}

/** Calls in turn: sources are looked at side by side, and what is done about new pages is done once at a time. */
function makeOnKept({ onKept, context }: CollectingOptions): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const attend = async (): Promise<void> => {
    try {
      await onKept?.();
    } catch (error) {
      // What was collected is kept; it is put into the picture at the next turn.
      await context.err.write(`${describeAttending(error)}\n`);
    }
  };
  return () => {
    last = last.then(attend);
    return last;
  };
}

function makeTell({ onLook, context }: CollectingOptions): (look: Look) => void {
  return (
    onLook ??
    ((look) => {
      if (isWorthTelling(look)) void context.err.write(formatLook(look, context.err));
    })
  );
}

/** A look that is not taken, since the server asked to be left alone. */
async function findWaitingLook(
  source: Source,
  { store, context }: CollectingOptions,
): Promise<Look | undefined> {
  const state = await store.getSourceState(source.id);
  const until = findWait(source, state, Date.parse(context.now()));
  if (until === undefined) return undefined;
  return {
    kind: 'look',
    source: source.id,
    name: source.name,
    at: context.now(),
    state: 'waiting',
    kept: 0,
    known: 0,
    lost: [],
    left: 0,
    nextDue: new Date(until).toISOString(),
  };
}

function tallyLooks(looks: readonly Look[], sources: number, isStopped: boolean): CollectTally {
  const sum = (value: (look: Look) => number): number =>
    looks.reduce((total, look) => total + value(look), 0);
  const countState = (state: Look['state']): number => looks.filter((look) => look.state === state).length;
  return {
    sources,
    alive: countState('alive'),
    failing: countState('failing'),
    waiting: countState('waiting'),
    kept: sum(({ kept }) => kept),
    known: sum(({ known }) => known),
    lost: sum(({ lost }) => lost.length),
    left: sum(({ left }) => left),
    isStopped,
  };
}
