/** A probability that was given for something, and whether it came about. */
export interface Judged {
  /** 0 to 1. */
  readonly p: number;
  readonly isYes: boolean;
}

/** Forecasts of about the same probability, with how often what they spoke of came about. */
export interface CalibrationBin {
  /** Lowest probability in it, and the one below which it ends (the last one holds 1 too). */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the probabilities. */
  readonly mean: number;
  /** Share that came about. */
  readonly frequency: number;
}

/**
 * The Brier score: the mean squared error of probabilities, BS = 1/N · Σ (pᵢ − oᵢ)², with oᵢ = 1 where it came about and
 * 0 where it did not. 0 is perfect, 0.25 what "50 %" always earns, 1 the worst. Undefined where nothing was judged.
 *
 * See Brier, G. W. (1950): Verification of forecasts expressed in terms of probability. Monthly Weather Review 78, 1–3.
 *
 * @example
 * scoreBrier([{ p: 0.8, isYes: true }, { p: 0.3, isYes: false }]); // (0.04 + 0.09) / 2 = 0.065
 */
export function scoreBrier(judged: readonly Judged[]): number | undefined {
  if (judged.length === 0) return undefined;
  return sum(judged.map(({ p, isYes }) => (p - (isYes ? 1 : 0)) ** 2)) / judged.length;
}

/** Probabilities are held so far off 0 and 1: one certainty that fails would outweigh everything else for ever. */
const LEAST = 1e-4;

/**
 * The logarithmic score: the mean of −ln of the probability that was given to what came about. 0 is perfect, 0.693 what "50 %" always
 * earns; misplaced certainty is punished harder than by the Brier score. Undefined where nothing was judged.
 *
 * See Good, I. J. (1952): Rational decisions. Journal of the Royal Statistical Society B 14, 107–114.
 *
 * @example
 * scoreLog([{ p: 0.8, isYes: true }]); // 0.223
 */
export function scoreLog(judged: readonly Judged[]): number | undefined {
  if (judged.length === 0) return undefined;
  const given = judged.map(({ p, isYes }) => Math.min(1 - LEAST, Math.max(LEAST, isYes ? p : 1 - p)));
  return -sum(given.map(Math.log)) / judged.length;
}

/**
 * The Brier skill score: by which share of the reference's error the forecast is better, BSS = 1 − BS / BS_ref. 1 is
 * perfect, 0 as good as the reference, below 0 worse. Undefined where the reference made no error: nothing can be gained on it.
 *
 * @example
 * scoreSkill(0.06, 0.08); // 0.25
 */
export function scoreSkill(brier: number | undefined, reference: number | undefined): number | undefined {
  if (brier === undefined || reference === undefined || reference === 0) return undefined;
  return 1 - brier / reference;
}

/** The number of the bin, from 0, to which a probability belongs. */
export function findBin(p: number, bins = 10): number {
  return Math.min(bins - 1, Math.floor(p * bins));
}

/**
 * Forecasts sorted into bins of equal width, for a table or curve of reliability; empty bins are left out. A probability on a
 * border belongs to the bin that begins there, 1 to the last one.
 *
 * @example
 * binForecasts([{ p: 0.25, isYes: true }]); // [{ from: 0.2, to: 0.3, count: 1, mean: 0.25, frequency: 1 }]
 */
export function binForecasts(judged: readonly Judged[], bins = 10): readonly CalibrationBin[] {
  const groups = new Map<number, Judged[]>();
  for (const each of judged) {
    const index = findBin(each.p, bins);
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [each]);
    else group.push(each);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, group]) => ({
      from: index / bins,
      to: (index + 1) / bins,
      count: group.length,
      mean: sum(group.map(({ p }) => p)) / group.length,
      frequency: group.filter(({ isYes }) => isYes).length / group.length,
    }));
}

/**
 * The expected calibration error: how far probabilities lie from how often things came about, ECE = Σ nₖ/N · |p̄ₖ − ōₖ| over
 * the bins k, with p̄ₖ the mean probability and ōₖ the frequency in a bin. 0 is perfect. Few forecasts in a bin make it large by
 * chance alone.
 *
 * @example
 * scoreCalibration(binForecasts([{ p: 0.25, isYes: true }])); // 0.75
 */
export function scoreCalibration(bins: readonly CalibrationBin[]): number | undefined {
  const total = sum(bins.map(({ count }) => count));
  if (total === 0) return undefined;
  return sum(bins.map(({ count, mean, frequency }) => count * Math.abs(mean - frequency))) / total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
