import { countBefore } from '../../stats/ascending.ts';
import { type BetaShape, findBetaQuantile } from '../../stats/beta.ts';

/** Days, as numbers counted from 1970-01-01; `to` is the first day after. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export interface ChanceRequest {
  /** Days on which something happened, ascending; one may be there several times. */
  readonly days: readonly number[];
  /** When somebody was looking, ascending and apart from each other. */
  readonly observed: readonly DaySpan[];
  /** The first day that is asked about. */
  readonly start: number;
  /** Days asked about. */
  readonly horizon: number;
  /** Days after which a past day counts half. */
  readonly halfLife: number;
  /** What is assumed before anything is known: so many incidents in so many days. */
  readonly prior: { readonly incidents: number; readonly days: number };
}

/** How often at least one thing happened within so many days, and how sure that is. */
export interface Chance {
  readonly p: number;
  /** Between these it lies with 80 %. */
  readonly low: number;
  readonly high: number;
}

/** Half-lives beyond which a day no longer counts (a four-thousandth). */
const REACH = 12;

/**
 * The chance that something happens at least once within a horizon, from how often it did before.
 *
 * Every past stretch of as many days is looked at, newer ones counting more, and it is asked whether anything happened in it. Asking so,
 * instead of taking a rate and its Poisson probability, needs no assumption on how incidents follow each other: attacks come in
 * series, and a Poisson rate takes ten in one week for ten times the chance. Measured on daily event data it has the lower
 * Brier score (see `eval/tasks/forecast.ts`).
 *
 * @example
 * estimateChance({ days: [18_253], observed: [{ from: 18_200, to: 18_300 }], start: 18_300, horizon: 7,
 *   halfLife: 180, prior: { incidents: 1, days: 60 } }).p; // about 0.08
 */
export function estimateChance(request: ChanceRequest): Chance {
  const shape = countStretches(request);
  const { hits, misses } = shape;
  const p = hits / (hits + misses);
  return { p, low: findBetaQuantile(shape, 0.1), high: findBetaQuantile(shape, 0.9) };
}

/** How many stretches saw something and how many did not, the prior among them, as if they did not overlap. */
export function countStretches(request: ChanceRequest): BetaShape {
  const { horizon, prior } = request;
  const assumed = prior.days / horizon;
  const chance = -Math.expm1((-horizon * prior.incidents) / prior.days);
  let hits = assumed * chance;
  let all = assumed;
  for (const span of request.observed) {
    const counted = countSpan(request, span);
    hits += counted.hits;
    all += counted.all;
  }
  return { hits: Math.max(hits, 1e-9), misses: Math.max(all - hits, 1e-9) };
}

function countSpan(
  { days, start, horizon, halfLife }: ChanceRequest,
  span: DaySpan,
): { readonly hits: number; readonly all: number } {
  const to = Math.min(span.to, start);
  const from = Math.max(span.from, Math.floor(start - REACH * halfLife));
  if (to <= from) return { hits: 0, all: 0 };
  const decay = Math.LN2 / halfLife;
  let index = countBefore(days, to) - 1;
  let hits = 0;
  let all = 0;
  for (let first = to - 1; first >= from; first--) {
    const seen = Math.min(horizon, to - first);
    // Neighbouring stretches have all but one day in common: together they count for one such day.
    const weight = Math.exp(-decay * Math.max(0, start - horizon - first)) / horizon;
    while (index >= 0 && days[index]! >= first + horizon) index--;
    const isHit = index >= 0 && days[index]! >= first;
    if (isHit) hits += weight;
    // Of a stretch that is not over, what is seen of it counts: it may still be hit.
    all += isHit ? weight : (weight * seen) / horizon;
  }
  return { hits, all };
}

/** Incidents a day, newer days counting more, smoothed by the prior. */
export function estimateRate({ days, observed, start, halfLife, prior }: ChanceRequest): number {
  const decay = Math.LN2 / halfLife;
  let incidents = prior.incidents;
  let looked = prior.days;
  for (const { from, to } of observed) {
    const end = Math.min(to, start);
    if (end <= from) continue;
    for (let i = countBefore(days, end) - 1; i >= 0 && days[i]! >= from; i--) {
      incidents += Math.exp(-decay * (start - 1 - days[i]!));
    }
    looked += (Math.exp(-decay * (start - end)) - Math.exp(-decay * (start - from))) / -Math.expm1(-decay);
  }
  return incidents / looked;
}
