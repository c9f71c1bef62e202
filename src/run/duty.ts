import type { Store } from '../store/store.ts';
import { Alerts } from './alerts.ts';
import { KnownSources } from './collecting/known-sources.ts';
import type { Config } from './config.ts';
import { EXAMPLE_SETTING } from './example.ts';
import { History } from './history.ts';
import { runInTurn } from './in-turn.ts';
import { LedgerReader } from './ledger-reader.ts';
import { Picture } from './picture.ts';
import { ProblemFiles } from './problems.ts';
import { RegisterFile } from './register.ts';
import { SearchWatch } from './search-watch.ts';
import { makeSearching } from './searching.ts';
import { Start } from './starting.ts';
import { PairLearner } from './threads/pairs.ts';
import { ViewKeeper } from './view-keeper.ts';
import { Watch } from './watch.ts';
import { makeWeigher } from './weigher.ts';

export interface DutyOptions {
  readonly store: Store;
  readonly config: Config;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
  /** Where what goes wrong is told; one line each. */
  readonly log: (line: string) => void;
  /** Asks to stop: alerts that have not arrived by then are sent after the next start. */
  readonly signal?: AbortSignal;
}

/** What is to be done whenever pages have been kept or time has passed. */
export interface Duty {
  readonly picture: Picture;
  readonly history: History;
  readonly ledger: LedgerReader;
  readonly pairs: PairLearner;
  /** The first reading of a big store; a server begins it. What is attended to waits for it. */
  readonly start: Start;
  /** Puts what is new into the picture, looks at every warning problem and saved search, and tells what has changed. */
  attend(): Promise<void>;
  /** Whether files of problems have changed since they were attended to. */
  hasChanged(): Promise<boolean>;
  /** Sends again what has not arrived. */
  retry(): void;
  /** Resolves when every alert that was to be sent has been tried. */
  finish(): Promise<void>;
}

/** Minutes after which problems are looked at again though nothing came in: evidence ages, windows open, deadlines pass. */
const PAUSE = 10;
/** Milliseconds after which it is looked whether problem files have changed: whoever edits one waits for it. */
const GLANCE = 15_000;

/**
 * Sets up the watch over a store. A store of the example is only put into the picture: its forecasts were filed when it was
 * loaded, and none about today can be made from it.
 */
export async function openDuty({ store, config, now, log, signal }: DutyOptions): Promise<Duty> {
  const picture = new Picture(store, log, new RegisterFile(config, log));
  const history = new History(store);
  const ledger = new LedgerReader(store);
  const pairs = new PairLearner();
  const isExample = (await store.getSetting(EXAMPLE_SETTING)) !== undefined;
  const files = new ProblemFiles(config);
  const tellFailures = makeTeller(files, log);
  await tellFailures();
  const alerts = new Alerts({ store, config, now, log, ...(signal === undefined ? {} : { signal }) });
  alerts.checkKey();
  const watch = isExample
    ? undefined
    : new Watch({
        store,
        picture,
        history,
        ledger,
        pairs,
        problems: files,
        alerts,
        sources: new KnownSources(config),
      });
  const keeper = new ViewKeeper({ picture, history, sources: new KnownSources(config), now });
  const searches = new SearchWatch({
    store,
    searching: makeSearching({ store, now, weigh: async (asOf) => makeWeigher(await keeper.get(asOf)) }),
    alerts,
  });
  const start = new Start({ store, picture, problems: files, now });
  const attend = async (): Promise<void> => {
    await start.done;
    // A start that was broken off is not made up for on the way out.
    if (start.isBrokenOff) return;
    await tellFailures();
    await picture.advance();
    try {
      await watch?.look(now());
    } finally {
      // What is searched for does not wait for a problem that cannot be looked at.
      if (!isExample) await searches.look(now());
    }
  };
  return {
    picture,
    history,
    ledger,
    pairs,
    start,
    // In turn: two looks at once would both take over the same lines of the ledger.
    attend: runInTurn(attend),
    hasChanged: () => files.hasChanged(),
    retry: () => alerts.retry(),
    finish: async () => {
      await pairs.close();
      await alerts.finish();
    },
  };
}

/** Tells what is wrong with problem files: once, and again when it has changed. */
function makeTeller(files: ProblemFiles, log: (line: string) => void): () => Promise<void> {
  let told: readonly string[] = [];
  return async () => {
    const { failures } = await files.read();
    for (const failure of failures) if (!told.includes(failure)) log(failure);
    told = failures;
  };
}

/** Attends every few minutes, and when problem files have changed, until told to stop; a failure is told, and the next turn tries again. */
export function keepAttending(
  duty: Duty,
  {
    signal,
    log,
    glance = GLANCE,
  }: { readonly signal: AbortSignal; readonly log: (line: string) => void; readonly glance?: number },
): Promise<void> {
  return new Promise((resolve) => {
    /** Set while nothing is being done. */
    let timer: NodeJS.Timeout | undefined;
    let attended = Number.NEGATIVE_INFINITY;
    const attend = async (): Promise<void> => {
      const isDue = performance.now() - attended >= PAUSE * 60_000;
      if (!isDue && !(await duty.hasChanged())) return;
      attended = performance.now();
      duty.retry();
      await duty.attend();
    };
    const turn = async (): Promise<void> => {
      timer = undefined;
      try {
        await attend();
      } catch (error) {
        log(describeAttending(error));
      }
      if (signal.aborted) resolve();
      else timer = setTimeout(turn, glance);
    };
    signal.addEventListener(
      'abort',
      () => {
        if (timer === undefined) return;
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
    void turn();
  });
}

/** What is told where the problems could not be attended to: what was collected is kept, and the next turn tries again. */
export function describeAttending(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The warning problems could not be looked at; it is tried again: ${reason}`;
}
