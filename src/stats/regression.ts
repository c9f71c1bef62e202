import { fromLogOdds } from './log-odds.ts';

/** What logistic regression learns from: a row of values for each case, and how the case came out. */
export interface Cases {
  readonly rows: readonly (readonly number[])[];
  readonly outcomes: readonly (0 | 1)[];
}

/**
 * Weights whose sum with a row's values gives its log-odds, by Newton's method. All but the first weight (whose value
 * should be 1 in every row) are drawn to `center` (0 unless given) by `ridge`, which keeps few or alike cases from giving wild
 * ones. `start` may be the weights of a similar fit.
 *
 * @example
 * const weights = fitLogistic({ rows: [[1, 0], [1, 1]], outcomes: [0, 1] });
 */
export function fitLogistic(
  { rows, outcomes }: Cases,
  {
    ridge = 1,
    center = [],
    start,
  }: { ridge?: number; center?: readonly number[]; start?: readonly number[] } = {},
): readonly number[] {
  const width = rows[0]?.length ?? 0;
  let weights = start?.length === width ? [...start] : new Array<number>(width).fill(0);
  for (let round = 0; round < 12; round++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -ridge * (weight - (center[i] ?? 0))));
    const curve = weights.map((_, i) => weights.map((__, j) => (i !== j ? 0 : i === 0 ? 1e-6 : ridge)));
    for (const [n, row] of rows.entries()) addCase(slope, curve, { row, outcome: outcomes[n]!, weights });
    const step = solve(curve, slope);
    weights = weights.map((weight, i) => weight + step[i]!);
    if (step.every((each) => Math.abs(each) < 1e-6)) break;
  }
  return weights;
}

/** Probability that weights give a row. */
export function applyLogistic(weights: readonly number[], row: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * row[i]!;
  return fromLogOdds(sum);
}

function addCase(
  slope: number[],
  curve: number[][],
  { row, outcome, weights }: { row: readonly number[]; outcome: number; weights: readonly number[] },
): void {
  const p = applyLogistic(weights, row);
  for (let i = 0; i < row.length; i++) {
    slope[i]! += (outcome - p) * row[i]!;
    const scaled = p * (1 - p) * row[i]!;
    const line = curve[i]!;
    for (let j = 0; j < row.length; j++) line[j]! += scaled * row[j]!;
  }
}

/** Solves a system of linear equations by elimination; an unknown on which nothing depends becomes 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const width = rows.length;
  for (let i = 0; i < width; i++) {
    let pivot = i;
    for (let j = i + 1; j < width; j++) {
      if (Math.abs(rows[j]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = j;
    }
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    const top = rows[i]![i]!;
    if (Math.abs(top) < 1e-12) continue;
    for (let j = 0; j < width; j++) {
      if (j === i) continue;
      const factor = rows[j]![i]! / top;
      for (let k = i; k <= width; k++) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  }
  return rows.map((row, i) => (Math.abs(row[i]!) < 1e-12 ? 0 : row[width]! / row[i]!));
}
