import { makeEntries } from '../analyse/ledger/entries.ts';
import { chooseFilings } from '../analyse/ledger/filings.ts';
import { settle } from '../analyse/ledger/settle.ts';
import { StoreError } from '../model/errors.ts';
import type { Assessment, Forecast, LedgerEntry, Settlement } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';
import type { Alerts } from './alerts.ts';
import { assessIn } from './assessing.ts';
import type { KnownSources } from './collecting/known-sources.ts';
import { History } from './history.ts';
import type { Picture } from './picture.ts';
import { keepVersions } from './problem-versions.ts';
import type { ProblemFiles } from './problems.ts';
import { readProgramName } from './version.ts';
import { View } from './views.ts';

export interface WatchOptions {
  readonly store: Store;
  readonly picture: Picture;
  /** Shared with whoever else needs it; one of its own unless given. */
  readonly history?: History;
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
  /** The ledger as far as it was read: entries of each problem. */
  readonly #entries = new Map<string, LedgerEntry[]>();
  #last: LedgerEntry | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#history = options.history ?? new History(options.store);
  }

  /**
   * @param at The instant as of which to look: ISO 8601. An instant before the last filing is passed over.
   * @throws What went wrong with the first problem that could not be looked at, when all others have been.
   */
  async look(at: string): Promise<void> {
    const { picture } = this.#options;
    const loaded = await this.#options.problems.read();
    const { problems } = loaded;
    if (problems.length === 0) return;
    const view = new View({
      asOf: at,
      judgements: picture.decisions(at),
      standing: picture.standing(at),
      history: await this.#history.known(at),
      events: await this.#history.events.known(at),
      engine: readProgramName(),
      sources: (await this.#options.sources?.read()) ?? [],
    });
    // Without a single report there is nothing to forecast from, and nobody's forecast is made worse by silence.
    if (view.reports.length === 0) return;
    await keepVersions(this.#options.store, loaded, at);
    const failures: unknown[] = [];
    for (const problem of problems) {
      try {
        await this.#lookAt(problem, view, problems);
      } catch (error) {
        // A problem that cannot be looked at, or told of, holds up no other.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  async #lookAt(problem: Problem, view: View, problems: readonly Problem[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#readLedger();
      if (this.#last !== undefined && this.#last.filed > view.asOf) return;
      const entries = this.#entries.get(problem.id) ?? [];
      const readRecord = async ({ id }: Problem) => this.#entries.get(id) ?? [];
      const assessment = await assessIn(problem, { view, problems, readRecord });
      const filed = makeEntries(this.#last, this.#choose(problem, { view, assessment, entries }), view.asOf);
      try {
        await this.#options.store.appendLedger(filed);
      } catch (error) {
        if (!(error instanceof StoreError) || attempt >= ATTEMPTS) throw error;
        continue;
      }
      await this.#tell(problem, assessment, filed);
      return;
    }
  }

  #choose(
    problem: Problem,
    {
      view,
      assessment,
      entries,
    }: {
      readonly view: View;
      readonly assessment: Assessment;
      readonly entries: readonly LedgerEntry[];
    },
  ): readonly (Forecast | Settlement)[] {
    const settlements = settle({
      entries,
      outcomes: view.outcomes(problem),
      grace: problem.outcome.grace,
      now: view.asOf,
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

  async #tell(problem: Problem, assessment: Assessment, filed: readonly LedgerEntry[]): Promise<void> {
    const { alerts, isReplay = false } = this.#options;
    if (alerts === undefined) return;
    const forecast =
      filed.find(
        ({ content }) => content.kind === 'forecast' && content.horizon === problem.levels.horizon,
      ) ?? this.#findStanding(problem);
    if (forecast === undefined) return;
    await alerts.tell({ problem, assessment, forecast: forecast.hash, isReplay });
  }

  #findStanding(problem: Problem): LedgerEntry | undefined {
    return this.#entries
      .get(problem.id)
      ?.findLast(({ content }) => content.kind === 'forecast' && content.horizon === problem.levels.horizon);
  }

  /** Takes over what was filed since the last time, here or by another process. */
  async #readLedger(): Promise<void> {
    for (;;) {
      const entries = await this.#options.store.listLedger({ after: this.#last?.number ?? 0, limit: 1000 });
      for (const entry of entries) {
        const of = this.#entries.get(entry.content.problem) ?? [];
        of.push(entry);
        this.#entries.set(entry.content.problem, of);
        this.#last = entry;
      }
      if (entries.length < 1000) return;
    }
  }
}

/** Whether anything was collected on these days, both included. */
function hasReports({ reports }: View, from: string, to: string): boolean {
  return reports.some(({ knownSince }) => knownSince.slice(0, 10) >= from && knownSince.slice(0, 10) <= to);
}
