import { applyLogistic, fitLogistic } from '../../stats/regression.ts';
import { gatherCases, type PairCases } from './cases.ts';
import type { Description } from './describe.ts';
import { fitExcitement, joinExcitement } from './excitement.ts';
import type { Pair, PairHistory } from './pair-history.ts';

/** How strongly weights are drawn to those of the plain base rate; chosen on earlier days than those it is measured on. */
const RIDGE = 30;

/** How the chance of an incident follows from what is known of a pair. */
export interface PairModel {
  /** Days. */
  readonly horizon: number;
  readonly description: Description;
  /** Of the values of a row. */
  readonly weights: Float64Array;
  /** Cases that it was learned from; 0 where there was nothing to learn from and the pair's base rate stands alone. */
  readonly cases: number;
}

/**
 * Learns from all earlier days how the chance of an incident follows from what is known of a pair: a logistic regression on event
 * rates and on the chance by a Hawkes process, which is drawn to the pair's own base rate, so that with little to learn from it gives just that.
 *
 * @param before Day as a number from 1970-01-01: nothing of this day or later goes into it.
 * @param like A model of some days before, from which the fit starts.
 *
 * @example
 * const model = learnPairs(history, { before: 18_607, horizon: 7 });
 * findChance(history, { source: 'Iran', target: 'Iraq' }, { model, day: 18_607 }); // 0.12
 */
export function learnPairs(
  history: PairHistory,
  {
    before,
    horizon,
    like,
    description = joinExcitement(fitExcitement(history, before)),
  }: { before: number; horizon: number; like?: PairModel | undefined; description?: Description },
): PairModel {
  const { plain, stiffness } = description;
  const cases = gatherCases(history, { before, horizon, description });
  if (cases.outcomes.length === 0) return { horizon, description, weights: plain, cases: 0 };
  const { means, scales } = standardise(cases);
  const weights = fitLogistic(cases, {
    ridge: plain.map((_, j) => (j === 0 ? 0 : RIDGE * (stiffness?.[j] ?? 1))),
    center: plain.map((weight, j) => weight * scales[j]!),
    start: toScaled(like?.weights ?? plain, means, scales),
  });
  return {
    horizon,
    description,
    weights: fromScaled(weights, means, scales),
    cases: cases.outcomes.length,
  };
}

/** The chance of at least one incident within the model's horizon, from a day on. */
export function findChance(
  history: PairHistory,
  pair: Pair,
  { model, day }: { readonly model: PairModel; readonly day: number },
): number {
  const { horizon, description, weights } = model;
  return applyLogistic(weights, description.describe(history, pair, { asked: [day], horizon }));
}

/** Brings every column but the constant to mean 0 and spread 1, in place: one ridge fits all. */
function standardise({ rows, width, outcomes }: PairCases): {
  readonly means: Float64Array;
  readonly scales: Float64Array;
} {
  const means = new Float64Array(width);
  const scales = new Float64Array(width).fill(1);
  const count = outcomes.length;
  for (let j = 1; j < width; j++) {
    let sum = 0;
    for (let n = 0; n < count; n++) sum += rows[n * width + j]!;
    const mean = sum / count;
    let square = 0;
    for (let n = 0; n < count; n++) square += (rows[n * width + j]! - mean) ** 2;
    const scale = Math.sqrt(square / count);
    means[j] = mean;
    // A column that says nothing stays as it is, at 0.
    scales[j] = scale > 1e-9 ? scale : 1;
    for (let n = 0; n < count; n++) rows[n * width + j] = (rows[n * width + j]! - mean) / scales[j]!;
  }
  return { means, scales };
}

function toScaled(weights: Float64Array, means: Float64Array, scales: Float64Array): Float64Array {
  const scaled = weights.map((weight, j) => weight * scales[j]!);
  for (let j = 1; j < scaled.length; j++) scaled[0]! += weights[j]! * means[j]!;
  return scaled;
}

function fromScaled(scaled: Float64Array, means: Float64Array, scales: Float64Array): Float64Array {
  const weights = scaled.map((weight, j) => weight / scales[j]!);
  for (let j = 1; j < weights.length; j++) weights[0]! -= weights[j]! * means[j]!;
  return weights;
}
