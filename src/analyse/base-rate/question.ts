import type { EventCount } from '../../model/event-count.ts';
import { countBefore } from '../../stats/ascending.ts';
import { listActive } from './cases.ts';
import { findChance, learnPairs } from './learn.ts';
import { gatherPairs, namePair, type Pair, type PairCount, type PairHistory } from './pair-history.ts';

/** A question that a pair of actors answers: does any of these do anything of these kinds to any of those? */
export interface PairQuestion {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** CAMEO roots. */
  readonly roots: readonly string[];
}

/** What imported events say of a question. */
export interface PairAnswer {
  /** For each horizon in days the chance of at least one, and how many stretches of that length the pair's own past amounts to. */
  readonly horizons: readonly { readonly days: number; readonly p: number; readonly stretches: number }[];
  /** Day from which the horizons count, as a number from 1970-01-01: the day after the last one with events. */
  readonly from: number;
  /** Days that were looked at, and on how many of them it happened. */
  readonly days: number;
  readonly hits: number;
  /** Earlier days of pairs that it was learned from, for the first horizon. */
  readonly cases: number;
  /** Pairs that are active now. */
  readonly pairs: number;
}

const DAY = 86_400_000;
/** Days without any event at all after which the data are taken to have ended before the question is asked. */
const MOST_STALE = 30;

/**
 * The chance of a question that names a pair of actors, from daily counts of coded events of all pairs; undefined where the data end
 * long before the day, or hold nothing of the pair.
 *
 * @param today Day as a number from 1970-01-01. Nothing of it or later is used.
 */
export function answerPair(
  counts: Iterable<EventCount>,
  question: PairQuestion,
  { today, horizons }: { readonly today: number; readonly horizons: readonly number[] },
): PairAnswer | undefined {
  const pair = nameParties(question);
  const history = gatherPairs(relabel(counts, question, pair), { roots: question.roots, before: today });
  const from = findEnd(history);
  const own = history.pairs.get(namePair(pair));
  if (own === undefined || today - from > MOST_STALE) return undefined;
  let cases = 0;
  let longest = 0;
  const answers = horizons.map((days, i) => {
    const model = learnPairs(history, { before: from, horizon: days });
    if (i === 0) cases = model.cases;
    // A longer time cannot have the lower chance, though it is learned by itself.
    longest = Math.max(longest, findChance(history, pair, { model, day: from }));
    return { days, p: longest, stretches: (from - history.first) / days };
  });
  return {
    horizons: answers,
    from,
    days: from - history.first,
    hits: countBefore(own.series.asked.days, from),
    cases,
    pairs: listActive(history, from).length,
  };
}

/** One name for all that are asked about on a side; the same for both where they are the same. */
function nameParties({ source, target }: PairQuestion): Pair {
  const name = (actors: readonly string[]) => [...new Set(actors)].sort().join(' / ');
  return { source: name(source), target: name(target) };
}

function* relabel(
  counts: Iterable<EventCount>,
  { source, target }: PairQuestion,
  pair: Pair,
): Generator<PairCount> {
  const sources = new Set(source);
  const targets = new Set(target);
  for (const count of counts) {
    const isAsked = sources.has(count.source) && targets.has(count.target);
    const isBack = targets.has(count.source) && sources.has(count.target);
    // An actor counts under the common name in what passes between the two sides, and for itself with all others.
    const names = isAsked
      ? pair
      : isBack
        ? { source: pair.target, target: pair.source }
        : { source: count.source, target: count.target };
    yield { ...names, day: Date.parse(count.day) / DAY, root: count.root, count: count.count };
  }
}

/** The day after the last one with an event of any pair. */
function findEnd({ pairs, first }: PairHistory): number {
  let end = first;
  for (const { series } of pairs.values()) end = Math.max(end, (series.any.days.at(-1) ?? first) + 1);
  return Number.isFinite(end) ? end : Number.NEGATIVE_INFINITY;
}
