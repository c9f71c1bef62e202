import type { EventCount } from '../../model/event-count.ts';
import type { BaseRate } from '../../model/forecast.ts';
import { makeProbability } from '../../model/probability.ts';
import type { Problem } from '../../model/problem.ts';
import { findBetaQuantile } from '../../stats/beta.ts';
import { answerPair, type PairAnswer } from '../base-rate/question.ts';
import { fromDayNumber, toDayNumber } from './instants.ts';

/** Answers by list of counts: the same is asked at every look at a board, and takes seconds where there are thousands of pairs. */
const answered = new WeakMap<readonly EventCount[], Map<string, PairAnswer | undefined>>();

/** What imported events say of the pair that a problem names; undefined where it names none, or they say nothing of it by now. */
export function findPairAnswer(
  problem: Problem,
  counts: readonly EventCount[],
  today: number,
): PairAnswer | undefined {
  const { horizons, baseRate } = problem;
  if (baseRate.pair === undefined || counts.length === 0) return undefined;
  const key = makeKey(problem, today);
  if (answered.get(counts)?.has(key) !== true)
    keep(counts, key, answerPair(counts, baseRate.pair, { today, horizons }));
  return answered.get(counts)?.get(key);
}

/** Whether an assessment as of this instant (ISO 8601) has its answer already, or needs none. */
export function hasPairAnswer(problem: Problem, counts: readonly EventCount[], asOf: string): boolean {
  if (problem.baseRate.pair === undefined || counts.length === 0) return true;
  return answered.get(counts)?.has(makeKey(problem, toDayNumber(asOf))) === true;
}

/** Keeps an answer that was worked out elsewhere, for the assessment that will ask for it. */
export function keepPairAnswer(
  problem: Problem,
  counts: readonly EventCount[],
  { asOf, answer }: { readonly asOf: string; readonly answer: PairAnswer | undefined },
): void {
  keep(counts, makeKey(problem, toDayNumber(asOf)), answer);
}

function makeKey({ horizons, baseRate: { pair } }: Problem, today: number): string {
  return JSON.stringify([today, horizons, pair]);
}

function keep(counts: readonly EventCount[], key: string, answer: PairAnswer | undefined): void {
  const known = answered.get(counts) ?? new Map<string, PairAnswer | undefined>();
  answered.set(counts, known);
  // A day passes: those before will seldom be asked for again.
  if (known.size >= MOST_ANSWERS) known.delete(known.keys().next().value!);
  known.set(key, answer);
}

const MOST_ANSWERS = 200;

/** Stretches that what was learned from other pairs weighs as much as, at least and at most. */
const LEAST_STRETCHES = 4;
const MOST_STRETCHES = 100;

/** A base rate made from what passed between all pairs of actors. */
export function makePairBaseRate(
  answer: PairAnswer,
  incidents: BaseRate['incidents'],
): Omit<BaseRate, 'notes'> & { readonly notes: readonly string[] } {
  const { horizons, from, days, hits, cases, pairs } = answer;
  const learned =
    cases === 0
      ? 'Too little came before to learn from other pairs: it is the pair’s own base rate.'
      : `Learned from ${cases} earlier days of pairs, of which ${pairs} are active now.`;
  return {
    method: 'pairs',
    horizons: horizons.map(({ days: horizon, p, stretches }) => {
      // As sure as a share of so many stretches would be: a convention, since how far the model itself is off is not known.
      const weight = Math.min(MOST_STRETCHES, Math.max(LEAST_STRETCHES, stretches));
      const shape = { hits: Math.max(1e-6, p * weight), misses: Math.max(1e-6, (1 - p) * weight) };
      const low = Math.min(p, findBetaQuantile(shape, 0.1));
      const high = Math.max(p, findBetaQuantile(shape, 0.9));
      return { days: horizon, probability: makeProbability(p, low, high) };
    }),
    rate: hits / Math.max(1, days),
    incidents,
    history: hits,
    days,
    notes: [
      `Made from imported events, because the problem names a pair of actors and events of it were imported: on ${hits} of ${days} days up to ${fromDayNumber(from - 1)} there was one.`,
      learned,
    ],
  };
}
