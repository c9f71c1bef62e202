import type { ReplayScore } from '../../model/replay.ts';
import { bootstrapMean } from '../../stats/block-bootstrap.ts';
import { findDay } from '../ledger/days.ts';
import type { Course } from './course.ts';
import { findOutcome, type Judgements } from './judge.ts';

/** One settled forecast: what was said, the base rate, and 1 where it came about. */
export interface ScoredDay {
  readonly day: string;
  readonly p: number;
  readonly base: number;
  readonly came: 0 | 1;
}

/** Fewer than so many horizons end to end, or outcomes, say next to nothing of skill. */
const LEAST_STRETCHES = 10;
const LEAST_OUTCOMES = 5;

/** Scores of each horizon of a course; neighbouring days look at the same outcomes, so that blocks of a horizon's length are resampled. */
export function scoreCourse(course: Course, judged: Judgements): readonly ReplayScore[] {
  return (course.moments[0]?.horizons ?? []).map((_, index) => scoreHorizon(course, judged, index));
}

function scoreHorizon(course: Course, judged: Judgements, index: number): ReplayScore {
  const horizon = course.moments[0]!.horizons[index]!.days;
  const days = listDays(course, judged, index);
  const last = chooseLast(course);
  const count = (outcome: string) =>
    last.filter(({ entries }) => findOutcome(judged, entries[index]!.hash) === outcome).length;
  const behind = new Set(
    last.flatMap(({ entries }) => {
      const settlement = judged.get(entries[index]!.hash);
      return settlement?.outcome === 'yes' ? [settlement.incident ?? settlement.day] : [];
    }),
  );
  const options = { block: horizon };
  const brier = bootstrapMean(
    days.map(({ p, came }) => (p - came) ** 2),
    options,
  );
  const baseRateBrier = bootstrapMean(
    days.map(({ base, came }) => (base - came) ** 2),
    options,
  );
  const gain = bootstrapMean(
    days.map(({ p, base, came }) => (base - came) ** 2 - (p - came) ** 2),
    options,
  );
  const tooFew = findTooFew({ days: days.length, horizon, outcomes: behind.size });
  return {
    horizon,
    settled: days.length,
    yes: days.filter(({ came }) => came === 1).length,
    outcomes: behind.size,
    open: count('open'),
    void: count('void'),
    ...(brier === undefined ? {} : { brier }),
    ...(baseRateBrier === undefined ? {} : { baseRateBrier }),
    ...(gain === undefined ? {} : { gain }),
    ...(brier === undefined || baseRateBrier === undefined || baseRateBrier.mean === 0
      ? {}
      : { skill: 1 - brier.mean / baseRateBrier.mean }),
    ...(tooFew === undefined ? {} : { tooFew }),
  };
}

/** The settled forecasts of one horizon, the last of each day, in order. */
export function listDays(course: Course, judged: Judgements, index: number): readonly ScoredDay[] {
  return chooseLast(course).flatMap(({ asOf, horizons, entries }): readonly ScoredDay[] => {
    const outcome = findOutcome(judged, entries[index]!.hash);
    if (outcome !== 'yes' && outcome !== 'no') return [];
    const { probability, baseRate } = horizons[index]!;
    return [{ day: findDay(asOf), p: probability.p, base: baseRate.p, came: outcome === 'yes' ? 1 : 0 }];
  });
}

/** The last moment of each UTC day. */
function chooseLast({ moments }: Course) {
  return moments.filter(({ asOf }, i) => {
    const next = moments[i + 1];
    return next === undefined || findDay(next.asOf) !== findDay(asOf);
  });
}

/** Why so little was settled that its scores are chance, in words. */
function findTooFew(found: {
  readonly days: number;
  readonly horizon: number;
  readonly outcomes: number;
}): string | undefined {
  const stretches = Math.floor(found.days / found.horizon);
  const faults = [
    ...(stretches < LEAST_STRETCHES
      ? [`${stretches} ${stretches === 1 ? 'stretch' : 'stretches'} of ${found.horizon} days end to end`]
      : []),
    ...(found.outcomes < LEAST_OUTCOMES
      ? [`${found.outcomes} ${found.outcomes === 1 ? 'incident' : 'incidents'} behind the yeses`]
      : []),
  ];
  return faults.length === 0 ? undefined : `too few to say: ${faults.join(', ')}`;
}
