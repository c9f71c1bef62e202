import { setImmediate } from 'node:timers/promises';
import { hashRule, makeEntries } from '../analyse/ledger/entries.ts';
import { chooseFilings } from '../analyse/ledger/filings.ts';
import { abandon, settle } from '../analyse/ledger/settle.ts';
import { isLevelNew } from '../disseminate/alert/alert.ts';
import type { Alert } from '../model/alert.ts';
import { StoreError } from '../model/errors.ts';
import type { Estimate, Forecast, LedgerEntry, Settlement } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';
import type { Alerts } from './alerts.ts';
import { estimateIn } from './assessing.ts';
import type { KnownSources } from './collecting/known-sources.ts';
import { History } from './history.ts';
import { LedgerReader } from './ledger-reader.ts';
import type { Picture } from './picture.ts';
import { keepVersions } from './problem-versions.ts';
import type { ProblemFiles } from './problems.ts';
import type { PairLearner } from './threads/pairs.ts';
import { readProgramName } from './version.ts';
import { View } from './views.ts';

export interface WatchOptions {
  readonly store: Store;
  readonly picture: Picture;
  /** Shared with whoever else needs it; one of its own unless given. */
  readonly history?: History;
  /** Shared with whoever reads the ledger too; one of its own unless given. */
  readonly ledger?: LedgerReader;
  /** Learns base rates from events ahead of a look; each look does it for itself without. */
  readonly pairs?: Pick<PairLearner, 'prepare'>;
  /** Read anew at every look. */
  readonly problems: Pick<ProblemFiles, 'read'>;
  /** What the desk says of its sources. */
  readonly sources?: Pick<KnownSources, 'read'>;
  /** Signs, keeps and sends alerts; none are made without. */
  readonly alerts?: Alerts;
  /** True while kept pages are gone through again at their own times: forecasts say so and nothing is sent. */
  readonly isReplay?: boolean;
}

/** Another process may have filed in the meantime: then one looks again, so often at most. */
const ATTEMPTS = 3;
/** Entries from which on what is to be filed is written: each writing waits for the disk. */
const MANY = 1_000;
/** Milliseconds of work between which others are answered. */
const SLICE = 10;

/** A problem as it was looked at, with what is to be filed of it. */
interface Looked {
  readonly problem: Problem;
  readonly filed: readonly LedgerEntry[];
  /** Where its level is another than was told. */
  readonly news?: { readonly assessment: Estimate; readonly previous: Alert | undefined };
}

/** The latest alert of each problem. */
type Latest = ReadonlyMap<string, Alert>;

/**
 * Looks at every warning problem whenever more is known or a day has passed: files forecasts that are new or have changed,
 * settles those that have come out, and tells changes of level.
 *
 * @example
 * const watch = new Watch({ store, picture, problems: new ProblemFiles(config) });
 * await watch.look(new Date().toISOString());
 */
export class Watch {
  readonly #options: WatchOptions;
  readonly #history: History;
  readonly #ledger: LedgerReader;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#history = options.history ?? new History(options.store);
    this.#ledger = options.ledger ?? new LedgerReader(options.store);
  }

  /**
   * @param at The instant as of which to look: ISO 8601. An instant before the last filing is passed over.
   * @throws What went wrong with the first problem that could not be looked at, when all others have been.
   */
  async look(at: string): Promise<void> {
    const { picture } = this.#options;
    const loaded = await this.#options.problems.read();
    const { problems, failures: unread } = loaded;
    if (problems.length === 0) return;
    const events = await this.#history.events.known(at);
    const view = new View({
      asOf: at,
      judgements: picture.decisions(at),
      standing: picture.standing(at),
      history: await this.#history.known(at),
      events,
      engine: readProgramName(),
      sources: (await this.#options.sources?.read()) ?? [],
    });
    // Without a single report there is nothing to forecast from, and nobody's forecast is made worse by silence.
    if (view.reports.length === 0) return;
    await keepVersions(this.#options.store, loaded, at);
    await this.#options.pairs?.prepare(problems, { counts: events, asOf: at });
    const failures = await this.#fileAll(problems, view);
    // A file that cannot be read is no problem that was given up.
    if (unread.length === 0) await this.#abandon(problems, view.asOf);
    if (failures.length > 0) throw failures[0];
  }

  /** Files that nobody will settle what was forecast of problems that are gone. */
  async #abandon(problems: readonly Problem[], now: string): Promise<void> {
    await this.#ledger.advance();
    if (this.#ledger.last !== undefined && this.#ledger.last.filed > now) return;
    const watched = new Set(problems.map(({ id }) => id));
    const gone = this.#ledger.problems.filter((id) => !watched.has(id));
    const given = gone.flatMap((id) => abandon(this.#ledger.follow(id), now));
    // Where another process files at the same moment, the next look does this again.
    await this.#options.store
      .appendLedger(makeEntries(this.#ledger.last, given, now))
      .catch((error: unknown) => {
        if (!(error instanceof StoreError)) throw error;
      });
  }

  /**
   * Files what there is to be filed of all problems, many of them in one writing, and tells of each. A problem that cannot be looked at, or told of,
   * holds up no other.
   */
  async #fileAll(problems: readonly Problem[], view: View): Promise<readonly unknown[]> {
    const failures: unknown[] = [];
    // Where it cannot be read what was told, forecasts are filed all the same.
    const latest = await this.#options.alerts?.listLatest().catch((error: unknown) => {
      failures.push(error);
      return undefined;
    });
    let done = 0;
    for (let attempt = 1; done < problems.length; ) {
      await this.#ledger.advance();
      if (this.#ledger.last !== undefined && this.#ledger.last.filed > view.asOf) break;
      const some = await this.#lookAtSome(problems.slice(done), { view, problems, latest });
      const filed = some.looked.flatMap((each) => each.filed);
      try {
        await this.#options.store.appendLedger(filed);
      } catch (error) {
        if (error instanceof StoreError && attempt < ATTEMPTS) {
          attempt += 1;
          continue;
        }
        return [...failures, error];
      }
      this.#ledger.add(filed);
      failures.push(...some.failures, ...(await this.#tellAll(some.looked)));
      done += some.count;
      attempt = 1;
    }
    return failures;
  }

  /** Looks at one problem after the other until there is much to be filed; what is to be filed of one counts for those after it. */
  async #lookAtSome(
    rest: readonly Problem[],
    {
      view,
      problems,
      latest,
    }: {
      readonly view: View;
      readonly problems: readonly Problem[];
      readonly latest: Latest | undefined;
    },
  ): Promise<{
    readonly count: number;
    readonly looked: readonly Looked[];
    readonly failures: readonly unknown[];
  }> {
    const looked: Looked[] = [];
    const failures: unknown[] = [];
    const pending = new Map<string, readonly LedgerEntry[]>();
    const readRecord = async ({ id }: Problem) => {
      const [kept, own = []] = [this.#ledger.follow(id), pending.get(id)];
      return own.length === 0 ? kept : [...kept, ...own];
    };
    let last = this.#ledger.last;
    let count = 0;
    let entries = 0;
    let since = performance.now();
    for (const problem of rest) {
      if (entries >= MANY) break;
      count += 1;
      try {
        const assessment = await estimateIn(problem, { view, problems, readRecord });
        const record = this.#ledger.follow(problem.id);
        const contents = this.#choose(problem, { view, assessment, entries: record });
        const filed = makeEntries(last, contents, view.asOf);
        const previous = latest?.get(problem.id);
        const isNews = latest !== undefined && isLevelNew(assessment, previous);
        looked.push({ problem, filed, ...(isNews ? { news: { assessment, previous } } : {}) });
        pending.set(problem.id, filed);
        last = filed.at(-1) ?? last;
        entries += filed.length;
      } catch (error) {
        failures.push(error);
      }
      if (performance.now() - since < SLICE) continue;
      await setImmediate();
      since = performance.now();
    }
    return { count, looked, failures };
  }

  #choose(
    problem: Problem,
    {
      view,
      assessment,
      entries,
    }: {
      readonly view: View;
      readonly assessment: Estimate;
      readonly entries: readonly LedgerEntry[];
    },
  ): readonly (Forecast | Settlement)[] {
    const settlements = settle({
      entries,
      outcomes: view.outcomes(problem),
      grace: problem.outcome.grace,
      now: view.asOf,
      question: problem.question,
      rule: hashRule(problem),
      // Pages that are gone through again were chosen by somebody who knew what came between them.
      ...(this.#options.isReplay === true
        ? {}
        : { hasReports: (from: string, to: string) => hasReports(view, from, to) }),
    });
    const filings = chooseFilings(assessment, {
      entries,
      isReplayed: this.#options.isReplay === true,
    });
    return [...settlements, ...filings];
  }

  async #tellAll(looked: readonly Looked[]): Promise<readonly unknown[]> {
    const { alerts, isReplay = false } = this.#options;
    const failures: unknown[] = [];
    for (const { problem, filed, news } of looked) {
      if (alerts === undefined || news === undefined) continue;
      const forecast =
        filed.find(
          ({ content }) => content.kind === 'forecast' && content.horizon === problem.levels.horizon,
        ) ?? this.#findStanding(problem);
      if (forecast === undefined) continue;
      await alerts
        .tell({ problem, ...news, forecast: forecast.hash, isReplay })
        .catch((error: unknown) => failures.push(error));
    }
    return failures;
  }

  #findStanding(problem: Problem): LedgerEntry | undefined {
    return this.#ledger
      .follow(problem.id)
      .findLast(({ content }) => content.kind === 'forecast' && content.horizon === problem.levels.horizon);
  }
}

/** Whether anything was collected on these days, both included. */
function hasReports({ reports }: View, from: string, to: string): boolean {
  return reports.some(({ knownSince }) => knownSince.slice(0, 10) >= from && knownSince.slice(0, 10) <= to);
}
