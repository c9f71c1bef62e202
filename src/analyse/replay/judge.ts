import type { Settlement } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import type { ReplayIncident, ReplayOutcome } from '../../model/replay.ts';
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

/** How each forecast of a course came out, by the hash of its entry. */
export type Judgements = ReadonlyMap<Hash, Settlement>;

/** Settles what a course would have filed, by the rule of the record (see `settle`). */
export function judgeCourse(course: Course, { outcomes, asOf, hasReports }: JudgeContext): Judgements {
  const settlements = settle({
    entries: course.entries,
    outcomes,
    grace: course.problem.outcome.grace,
    now: asOf,
    ...(hasReports === undefined ? {} : { hasReports }),
  });
  return new Map(settlements.map((settlement) => [settlement.forecast, settlement]));
}

export function findOutcome(judged: Judgements, hash: Hash): ReplayOutcome {
  return judged.get(hash)?.outcome ?? 'open';
}
