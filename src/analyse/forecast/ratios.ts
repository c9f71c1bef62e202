import type { LearnedWeight } from '../../model/forecast.ts';
import { type Problem, STRENGTHS, type Strength } from '../../model/problem.ts';
import { SIGMAS_80 } from '../../stats/normal.ts';

/** What a sign at full weight adds to the log-odds, in its direction, and how sure that is. */
export interface Ratio {
  /** Natural logarithm of the likelihood ratio, 0 or above. */
  readonly value: number;
  /** Standard deviation of the same. */
  readonly sigma: number;
  readonly learned?: LearnedWeight;
}

/** By the id of an indicator or window. */
export type Ratios = ReadonlyMap<string, Ratio>;

/**
 * Likelihood ratios are judged in words whose values lie a factor of two apart, so that one is known to about a factor of the
 * square root of two either way, with 80 %.
 */
const RATIO_SIGMA = Math.log(Math.SQRT2) / SIGMAS_80;

/** What an analyst's word says. */
export function stateRatio(strength: Strength): Ratio {
  const value = Math.log(STRENGTHS[strength]);
  return { value, sigma: Math.min(RATIO_SIGMA, value) };
}

/** What the words of a problem say, before anything is learned. */
export function stateRatios({ indicators, windows }: Pick<Problem, 'indicators' | 'windows'>): Ratios {
  return new Map([...indicators, ...windows].map(({ id, strength }) => [id, stateRatio(strength)]));
}
