import { fromLogOdds } from './log-odds.ts';

/** What logistic regression learns from: a row of values for each case, and how the case came out. */
export interface Cases {
  /** Rows of `width` values, one after another. */
  readonly rows: Float64Array;
  readonly width: number;
  /** 0 or 1 for each row. */
  readonly outcomes: Uint8Array;
  /** What each case counts for, all alike or each for itself; below 1 where cases have much in common. */
  readonly weight?: number | Float64Array;
  /** Added to the log-odds of each row, and not learned. */
  readonly offsets?: Float64Array;
}

/** Steps of Newton's method, those taken back among them; it ends sooner where nothing moves any more. */
const ROUNDS = 40;
/** Differences of the log-likelihood, as a share of it, that are nothing but rounding. */
const ROUNDING = 1e-9;

/** How strongly each weight is drawn to its center: one ridge for all but the first, or one for each. */
export interface Ridge {
  readonly ridge?: number | ArrayLike<number>;
  /** 0 unless given. */
  readonly center?: ArrayLike<number>;
}

/**
 * Weights whose sum with a row's values gives its log-odds, by Newton's method (iteratively reweighted least squares: Hastie, Tibshirani
 * and Friedman, The Elements of Statistical Learning, section 4.4.1, with the ridge of 3.4.1). All but the first weight (whose
 * value should be 1 in every row) are drawn to `center` (0 unless given) by `ridge`, which keeps few or alike cases from giving wild
 * ones; a list of ridges draws each weight by its own, the first too. A ridge is the inverse variance of a normal prior, and the
 * weights are then those of highest posterior probability. `start` may be the weights of a similar fit. A step that makes the fit
 * worse is halved until it does not: from a bad start Newton's method alone may run away.
 *
 * @example
 * const cases = { rows: Float64Array.of(1, 0, 1, 1), width: 2, outcomes: Uint8Array.of(0, 1) };
 * const weights = fitLogistic(cases, { ridge: 2 });
 */
export function fitLogistic(
  cases: Cases,
  { ridge = 1, center, start }: Ridge & { start?: ArrayLike<number> } = {},
): Float64Array {
  const { width } = cases;
  const weights = start?.length === width ? Float64Array.from(start) : new Float64Array(width);
  const slope = new Float64Array(width);
  const curve = new Float64Array(width * width);
  let step: Float64Array = new Float64Array(width);
  let best = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    let fit = gather(cases, weights, { slope, curve });
    for (let j = 0; j < width; j++) {
      const pull = getPull(ridge, j);
      const away = weights[j]! - (center?.[j] ?? 0);
      fit -= (pull * away * away) / 2;
      slope[j]! -= pull * away;
      curve[j * width + j]! += pull === 0 ? 1e-6 : pull;
    }
    if (fit < best - ROUNDING * Math.abs(best)) {
      step = step.map((each) => each / 2);
      for (let j = 0; j < width; j++) weights[j]! -= step[j]!;
      continue;
    }
    best = fit;
    step = solve(curve, slope);
    let longest = 0;
    for (let j = 0; j < width; j++) {
      weights[j]! += step[j]!;
      longest = Math.max(longest, Math.abs(step[j]!));
    }
    if (longest < 1e-5) break;
  }
  return weights;
}

function getPull(ridge: number | ArrayLike<number>, j: number): number {
  if (typeof ridge === 'number') return j === 0 ? 0 : ridge;
  return ridge[j]!;
}

/**
 * How sure fitted weights are: standard deviations by the curvature at the optimum (Laplace's approximation), prior included.
 *
 * @param weights As `fitLogistic` gives them for the same cases and ridge.
 */
export function findDeviations(
  cases: Cases,
  weights: Float64Array,
  { ridge = 1 }: Pick<Ridge, 'ridge'> = {},
): Float64Array {
  const { width } = cases;
  const curve = new Float64Array(width * width);
  gather(cases, weights, { slope: new Float64Array(width), curve });
  for (let j = 0; j < width; j++) curve[j * width + j]! += getPull(ridge, j) || 1e-6;
  return Float64Array.from({ length: width }, (_, j) => {
    const unit = new Float64Array(width);
    unit[j] = 1;
    return Math.sqrt(solve(curve.slice(), unit)[j]!);
  });
}

/** Probability that weights give a row, which may begin somewhere in a longer list of values. */
export function applyLogistic(weights: ArrayLike<number>, rows: ArrayLike<number>, at = 0): number {
  return fromLogOdds(sumRow(weights, rows, at));
}

function sumRow(weights: ArrayLike<number>, rows: ArrayLike<number>, at: number): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j++) sum += weights[j]! * rows[at + j]!;
  return sum;
}

/** The log-likelihood, with its first and second derivatives; of the second, which is symmetric, the lower half. */
function gather(
  { rows, width, outcomes, weight = 1, offsets }: Cases,
  weights: Float64Array,
  { slope, curve }: { readonly slope: Float64Array; readonly curve: Float64Array },
): number {
  slope.fill(0);
  curve.fill(0);
  let fit = 0;
  for (let n = 0; n < outcomes.length; n++) {
    const at = n * width;
    const logOdds = (offsets?.[n] ?? 0) + sumRow(weights, rows, at);
    const p = fromLogOdds(logOdds);
    const counts = typeof weight === 'number' ? weight : weight[n]!;
    fit +=
      counts * (outcomes[n]! * logOdds - Math.max(0, logOdds) - Math.log1p(Math.exp(-Math.abs(logOdds))));
    const error = counts * (outcomes[n]! - p);
    const spread = counts * p * (1 - p);
    for (let j = 0; j < width; j++) {
      const value = rows[at + j]!;
      if (value === 0) continue;
      slope[j]! += error * value;
      const scaled = spread * value;
      for (let k = 0; k <= j; k++) curve[j * width + k]! += scaled * rows[at + k]!;
    }
  }
  return fit;
}

/** Solves a symmetric positive system, given by its lower half, by Cholesky's method; the matrix is used up. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const width = right.length;
  for (let j = 0; j < width; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j * width + k]!;
      for (let m = 0; m < k; m++) sum -= matrix[j * width + m]! * matrix[k * width + m]!;
      matrix[j * width + k] = j === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[k * width + k]!;
    }
  }
  const found = new Float64Array(width);
  for (let j = 0; j < width; j++) {
    let sum = right[j]!;
    for (let m = 0; m < j; m++) sum -= matrix[j * width + m]! * found[m]!;
    found[j] = sum / matrix[j * width + j]!;
  }
  for (let j = width - 1; j >= 0; j--) {
    let sum = found[j]!;
    for (let m = j + 1; m < width; m++) sum -= matrix[m * width + j]! * found[m]!;
    found[j] = sum / matrix[j * width + j]!;
  }
  return found;
}
