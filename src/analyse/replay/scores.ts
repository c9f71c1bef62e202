import type { ReplayAlarms, ReplayMean, ReplayScore } from '../../model/replay.ts';
import { bootstrapRatio } from '../../stats/bootstrap.ts';
import { findDay } from '../ledger/days.ts';
import { groupBy, listFiled } from '../ledger/score/record.ts';
import { scoreLedger } from '../ledger/score/score.ts';
import { scoreWarnings } from '../ledger/score/warnings.ts';
import type { Course } from './course.ts';
import { findOutcome, type Judgements } from './judge.ts';

/** One settled forecast: what was said, the base rate, and 1 where it came about. */
export interface ScoredDay {
  readonly day: string;
  readonly p: number;
  readonly base: number;
  readonly came: 0 | 1;
}

const DAY = 86_400_000;
/** Days of the shortest stretch, as the record has it: news has the rhythm of the week. */
const SHORTEST = 7;

/** Scores of each horizon of a course, counted as those of the record, with the intervals of the errors. */
export function scoreCourse(course: Course, judged: Judgements): readonly ReplayScore[] {
  return scoreLedger(judged.entries).map((row) => {
    const { horizon, settled, yes, outcomes, open, stretches, quiet, isEnough, skill, skillInterval } = row;
    const index = (course.moments[0]?.horizons ?? []).findIndex(({ days }) => days === horizon);
    const days = listDays(course, judged, index);
    const mean = (name: 'brier' | 'baseRateBrier' | 'gain', error: (day: ScoredDay) => number) => {
      const found = averageDays(days, { horizon, error });
      return found === undefined ? {} : { [name]: found };
    };
    return {
      ...{ horizon, settled, yes, open, void: row.void, stretches, quiet, isEnough },
      ...(outcomes === undefined ? {} : { outcomes }),
      ...(skill === undefined ? {} : { skill }),
      ...(skillInterval === undefined ? {} : { skillInterval }),
      ...mean('brier', ({ p, came }) => (p - came) ** 2),
      ...mean('baseRateBrier', ({ base, came }) => (base - came) ** 2),
      ...mean('gain', ({ p, base, came }) => (base - came) ** 2 - (p - came) ** 2),
    };
  });
}

/** What the course's warnings were worth, level by level. */
export function countAlarms(judged: Judgements): readonly ReplayAlarms[] {
  const levels = scoreWarnings(listFiled(judged.entries))[0]?.levels ?? [];
  return levels.map(({ hits, misses, falseAlarms, ...level }) => ({
    ...level,
    hits: hits.map(({ entry: _, settlement: __, ...hit }) => hit),
    misses: misses.map(({ settlement: _, ...miss }) => miss),
    falseAlarms: falseAlarms.map(({ from, to }) => ({ from, to })),
  }));
}

/** The settled forecasts of one horizon, the last of each day, in order. */
export function listDays(course: Course, judged: Judgements, index: number): readonly ScoredDay[] {
  const last = course.moments.filter(({ asOf }, i) => {
    const next = course.moments[i + 1];
    return next === undefined || findDay(next.asOf) !== findDay(asOf);
  });
  return last.flatMap(({ asOf, horizons, entries }): readonly ScoredDay[] => {
    const outcome = findOutcome(judged, entries[index]!.hash);
    if (outcome !== 'yes' && outcome !== 'no') return [];
    const { probability, baseRate } = horizons[index]!;
    return [{ day: findDay(asOf), p: probability.p, base: baseRate.p, came: outcome === 'yes' ? 1 : 0 }];
  });
}

/** Mean of an error over days, with its interval from stretches as long as the horizon. Undefined where there are none. */
export function averageDays<Day extends { readonly day: string }>(
  days: readonly Day[],
  { horizon, error }: { readonly horizon: number; readonly error: (day: Day) => number },
): ReplayMean | undefined {
  if (days.length === 0) return undefined;
  const length = Math.max(SHORTEST, horizon) * DAY;
  const sum = (part: readonly Day[]) => part.reduce((total, day) => total + error(day), 0);
  const stretches = groupBy(days, ({ day }) => String(Math.floor(Date.parse(day) / length)));
  const interval = bootstrapRatio(stretches.map((part) => ({ top: sum(part), bottom: part.length })));
  return { mean: sum(days) / days.length, ...interval };
}
