import type { Contribution } from '../../model/forecast.ts';
import { makeProbability, type Probability } from '../../model/probability.ts';
import { fromLogOdds, toLogOdds } from '../../stats/log-odds.ts';
import { SIGMAS_80 } from '../../stats/normal.ts';
import type { Ratios } from './ratios.ts';
import { joinWeights } from './weights.ts';

/**
 * Adds evidence to a base rate. The interval joins what is unsure of the base rate, of the likelihood ratios, and of the origins, each
 * as a variance in log-odds.
 */
export function combine(
  base: Probability,
  contributions: readonly Contribution[],
  ratios: Ratios,
): Probability {
  const center = contributions.reduce((sum, { logOdds }) => sum + logOdds, toLogOdds(base.p));
  // An interval of proportions is lopsided in log-odds: each side keeps its own width.
  const below = (toLogOdds(base.p) - toLogOdds(base.low)) / SIGMAS_80;
  const above = (toLogOdds(base.high) - toLogOdds(base.p)) / SIGMAS_80;
  const judged = contributions.reduce(
    (sum, { id, weight }) => sum + (weight * ratios.get(id)!.sigma) ** 2,
    0,
  );
  const variance = judged + findOriginVariance(contributions);
  const reach = (side: number) => SIGMAS_80 * Math.sqrt(side ** 2 + variance);
  return makeProbability(
    fromLogOdds(center),
    fromLogOdds(center - reach(below)),
    fromLogOdds(center + reach(above)),
  );
}

/**
 * What is unsure because any origin may be wrong. Where one is, all that it adds falls away, in every sign at once: with the chance r
 * that it can be trusted and the loss D if it is left out, the variance is D² (1 - r) / r (that of a Bernoulli variable, to first
 * order). Origins are independent of each other.
 */
function findOriginVariance(contributions: readonly Contribution[]): number {
  const losses = new Map<string, { loss: number; readonly reliability: number }>();
  for (const { readings = [], logOdds } of contributions) {
    const all = joinWeights(readings.map(({ weight }) => weight));
    if (all === 0 || logOdds === 0) continue;
    for (const { origin, weight, reliability } of readings) {
      // Without this one the others would not have been missed: 1 - Π(1 - w) loses w · Π of the others' (1 - w).
      const missed = weight === 1 ? all : (weight * (1 - all)) / (1 - weight);
      const known = losses.get(origin) ?? { loss: 0, reliability };
      known.loss += (logOdds * missed) / all;
      losses.set(origin, known);
    }
  }
  return [...losses.values()].reduce(
    (sum, { loss, reliability }) => sum + (loss ** 2 * (1 - reliability)) / reliability,
    0,
  );
}

/**
 * The probability of another horizon, by proportional hazards: evidence makes the outcome so many times as frequent as usual on
 * every day alike, since how much of it belongs to the next days and how much to those after is not known. So the shorter horizon
 * never gets more than its share, and the longer one never less.
 */
export function carryOver(leading: Probability, from: Probability, to: Probability): Probability {
  const times = (name: 'p' | 'low' | 'high') =>
    Math.log1p(-bound(leading[name])) / Math.log1p(-bound(from.p));
  const apply = (name: 'p' | 'low' | 'high') => -Math.expm1(times(name) * Math.log1p(-bound(to.p)));
  return makeProbability(apply('p'), apply('low'), apply('high'));
}

/** Away from 0 and 1, where a hazard is nothing or without end. */
function bound(p: number): number {
  return Math.min(1 - 1e-6, Math.max(1e-6, p));
}
