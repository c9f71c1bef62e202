import type { LedgerEntry, Settlement } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import type { ReplayIncident, ReplayOutcome } from '../../model/replay.ts';
import { makeEntries } from '../ledger/entries.ts';
import { settle } from '../ledger/settle.ts';
import type { Course } from './course.ts';

export interface JudgeContext {
  /** Incidents known at the end. */
  readonly outcomes: readonly ReplayIncident[];
  /** Up to when they are known. */
  readonly asOf: string;
  /** Whether reports came in on these days; that somebody was looking is taken for granted unless given. */
  readonly hasReports?: (from: string, to: string) => boolean;
}

/** How the forecasts of a course came out. */
export interface Judgements {
  /** Of those that are settled, by the hash of the forecast's entry. */
  readonly settlements: ReadonlyMap<Hash, Settlement>;
  /** What the record would hold at the end, in order of filing. */
  readonly entries: readonly LedgerEntry[];
}

/** Settles what a course would have filed, by the rule of the record (see `settle`). */
export function judgeCourse(course: Course, { outcomes, asOf, hasReports }: JudgeContext): Judgements {
  const settlements = settle({
    entries: course.entries,
    outcomes,
    grace: course.problem.outcome.grace,
    now: asOf,
    ...(hasReports === undefined ? {} : { hasReports }),
  });
  const { entries } = course;
  return {
    settlements: new Map(settlements.map((settlement) => [settlement.forecast, settlement])),
    entries: [...entries, ...makeEntries(entries.at(-1), settlements, asOf)],
  };
}

export function findOutcome(judged: Judgements, hash: Hash): ReplayOutcome {
  return judged.settlements.get(hash)?.outcome ?? 'open';
}
