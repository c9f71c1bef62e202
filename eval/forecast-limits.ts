import { type Description, SEASON } from '../src/analyse/base-rate/describe.ts';
import type { PairHistory } from '../src/analyse/base-rate/pair-history.ts';
import { NO_SERIES, namePair } from '../src/analyse/base-rate/pair-history.ts';
import { isHit } from '../src/analyse/base-rate/series.ts';
import { toLogOdds } from '../src/stats/log-odds.ts';
import { makeRandom } from '../src/stats/random.ts';
import { applyLogistic, fitLogistic } from '../src/stats/regression.ts';
import type { Question } from './pairs.ts';

/** A question with what was said, what was known (a row of values), and what came. */
export interface Answered {
  readonly qid: string;
  readonly day: number;
  readonly horizon: number;
  readonly p: number;
  readonly row: Float64Array;
  readonly came: boolean;
}

/** Whether what is asked came, by the events themselves: for what is told in hindsight only. */
export function settle({ pairs }: PairHistory, { source, target, day, horizon }: Question): boolean {
  const { asked } = (pairs.get(namePair({ source, target })) ?? { series: NO_SERIES }).series;
  return isHit(asked, day, day + horizon);
}

/** The same values without that of the season: its weight is held at nothing. */
export function withoutSeason(description: Description): Description {
  const stiffness = description.stiffness?.map((each, j) => (j === SEASON ? 1e9 : each));
  return { ...description, ...(stiffness && { stiffness }) };
}

/** How strongly a correction is drawn to none, in questions. */
const RECALIBRATION_RIDGE = 50;

/**
 * Chances corrected by how earlier ones came out (J. Platt, in: Advances in Large Margin Classifiers, 1999): level and steepness in log-odds, drawn
 * to none, learned anew for each day from the questions that were settled by then.
 */
export function recalibrate(answered: readonly Answered[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const day of new Set(answered.map((each) => each.day))) {
    const settled = answered.filter((each) => each.day + each.horizon <= day);
    const weights = fitRows(
      settled.map(({ p }) => [1, toLogOdds(p)]),
      settled,
      { ridge: [RECALIBRATION_RIDGE, RECALIBRATION_RIDGE], center: [0, 1] },
    );
    for (const { qid, p } of answered.filter((each) => each.day === day)) {
      found.set(qid, applyLogistic(weights, [1, toLogOdds(p)]));
    }
  }
  return found;
}

/**
 * What nobody can know: the same values with weights that were fitted to the outcomes of the very questions asked. No weights for these
 * values can do much better there.
 */
export function lookBack(answered: readonly Answered[]): ReadonlyMap<string, number> {
  const width = answered[0]?.row.length ?? 1;
  const scales = Array.from({ length: width }, (_, j) => {
    const values = answered.map(({ row }) => row[j]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return j === 0 || spread < 1e-9 ? { mean: 0, spread: 1 } : { mean, spread };
  });
  const rows = answered.map(({ row }) => scales.map(({ mean, spread }, j) => (row[j]! - mean) / spread));
  const weights = fitRows(rows, answered, { ridge: 1 });
  return new Map(answered.map(({ qid }, i) => [qid, applyLogistic(weights, rows[i]!)]));
}

function fitRows(
  rows: readonly (readonly number[])[],
  answered: readonly Answered[],
  pull: { readonly ridge: number | readonly number[]; readonly center?: readonly number[] },
): Float64Array {
  if (rows.length === 0) return Float64Array.from(pull.center ?? []);
  const outcomes = Uint8Array.from(answered, ({ came }) => (came ? 1 : 0));
  return fitLogistic({ rows: Float64Array.from(rows.flat()), width: rows[0]!.length, outcomes }, pull);
}

const DRAWS = 400;

/**
 * The calibration error that chances would show if every one of them were true: with few questions in ten bins it is far from 0.
 * Outcomes are drawn by the chances themselves; the mean of 400 draws, and what 95 of 100 stay below.
 */
export function drawCalibration(chances: readonly number[]): {
  readonly mean: number;
  readonly most: number;
} {
  const random = makeRandom(1);
  const errors = Float64Array.from({ length: DRAWS }, () => {
    const bins = new Float64Array(10);
    for (const p of chances) bins[Math.min(9, Math.floor(p * 10))]! += p - (random() < p ? 1 : 0);
    return bins.reduce((sum, bin) => sum + Math.abs(bin), 0) / chances.length;
  }).sort();
  return {
    mean: errors.reduce((sum, each) => sum + each, 0) / DRAWS,
    most: errors[Math.floor(DRAWS * 0.95)]!,
  };
}
