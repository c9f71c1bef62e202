import type { Assessment, LedgerEntry } from '../../model/forecast.ts';
import type { Level, Problem } from '../../model/problem.ts';
import type { ReplayWarning } from '../../model/replay.ts';
import { makeEntries } from '../ledger/entries.ts';
import { chooseFilings } from '../ledger/filings.ts';

/** One moment as it was assessed, and what would have been filed: one forecast for each horizon. */
export interface Moment {
  readonly asOf: string;
  readonly level: Level;
  readonly confidence: Assessment['confidence'];
  readonly horizons: Assessment['horizons'];
  readonly leading: number;
  readonly observed: readonly { readonly id: string; readonly logOdds: number }[];
  readonly reports: number;
  /** In the order of the horizons. */
  readonly entries: readonly LedgerEntry[];
}

/**
 * The course of one problem: assessments at moments in order, each of which hands its level on to the next, and a ledger of its own,
 * so that what would have been filed is settled by the very rule of the record.
 *
 * @example
 * const course = new Course(problem);
 * for (const asOf of moments) course.add(assessAt(asOf, problem, course.moments.at(-1)?.level));
 */
export class Course {
  readonly problem: Problem;
  readonly moments: Moment[] = [];
  readonly warnings: ReplayWarning[] = [];
  #last: LedgerEntry | undefined;

  constructor(problem: Problem) {
    this.problem = problem;
  }

  /** What stands in its ledger, in order. */
  get entries(): readonly LedgerEntry[] {
    return this.moments.flatMap(({ entries }) => entries);
  }

  add(assessment: Assessment): void {
    const { asOf, level, confidence, horizons, leading, contributions, reports } = assessment;
    const before = this.moments.at(-1)?.level;
    if (before !== undefined && level !== before) {
      const p = (horizons.find(({ days }) => days === leading) ?? horizons[0]!).probability.p;
      this.warnings.push({ asOf, from: before, to: level, p });
    }
    const entries = makeEntries(
      this.#last,
      chooseFilings(assessment, { entries: [], isReplayed: true }),
      asOf,
    );
    this.#last = entries.at(-1) ?? this.#last;
    const observed = contributions
      .filter(({ state, logOdds }) => state === 'observed' && logOdds !== 0)
      .map(({ id, logOdds }) => ({ id, logOdds }));
    this.moments.push({ asOf, level, confidence, horizons, leading, observed, reports, entries });
  }
}
