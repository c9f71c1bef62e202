import { toLogOdds } from '../../stats/log-odds.ts';
import { isActive } from './cases.ts';
import { type Description, FULL } from './describe.ts';
import { excite, findWindowChance, fitHawkes, type Process } from './hawkes.ts';
import { NO_SERIES, namePair, type Pair, type PairHistory } from './pair-history.ts';

/** Days of looking that a Hawkes process is fitted to, at most. */
const LOOK_BACK = 730;
/** A pair has a base of its own where it was active on one of these days before. */
const LOOKS = [0, 90, 180, 365, 545] as const;
/** Days over which it is looked how much others do on average. */
const USUAL = 180;

/** A Hawkes process of all pairs, as it was learned by a day. */
export interface Excitement {
  /** Chances of at least one incident in the horizon from each of some ascending days on, from what lies before it. */
  readonly findChances: (
    pair: Pair,
    when: { readonly asked: readonly number[]; readonly horizon: number },
  ) => Float64Array;
}

/**
 * Fits a Hawkes process to all pairs that were active: nothing of the day `before` or later goes into it.
 *
 * @example
 * fitExcitement(history, 18_607).findChances({ source: 'IR', target: 'IQ' }, { asked: [18_607], horizon: 7 })[0]; // 0.1
 */
export function fitExcitement(history: PairHistory, before: number): Excitement {
  const active = [...history.pairs.values()].filter(({ series }) =>
    LOOKS.some((ago) => isActive(series.any, before - ago)),
  );
  const places = new Map(active.map((pair, i) => [namePair(pair), i]));
  const { alphas, bases, groups } = fitHawkes(
    active.map((pair) => makeProcess(history, pair)),
    { from: Math.max(history.first, before - LOOK_BACK), to: before },
  );
  return {
    findChances: (pair, { asked, horizon }) => {
      const process = makeProcess(history, pair);
      const place = places.get(namePair(pair));
      const base = place === undefined ? (groups.get(process.group) ?? 0) : bases[place]!;
      const { first } = history;
      const carried = excite(process.series, { from: first, to: Math.max(first, asked.at(-1) ?? first) + 1 });
      const sums = carried.map(sumUp);
      return Float64Array.from(asked, (day) => {
        const at = Math.max(0, day - first);
        const since = Math.max(0, at - USUAL);
        return findWindowChance({
          alphas,
          base,
          horizon,
          carried: carried.map((each) => each[at] ?? 0),
          means: sums.map((each) => (each[at]! - each[since]!) / Math.max(1, at - since)),
        });
      });
    },
  };
}

/** All that is known of a pair, and the chance by the Hawkes process as one more value. */
export function joinExcitement({ findChances }: Excitement): Description {
  const width = FULL.width + 1;
  return {
    width,
    plain: Float64Array.from({ length: width }, (_, j) => FULL.plain[j] ?? 0),
    stiffness: Float64Array.from({ length: width }, (_, j) => FULL.stiffness?.[j] ?? 1),
    describe: (history, pair, when) => {
      const rows = FULL.describe(history, pair, when);
      const chances = findChances(pair, when);
      const joined = new Float64Array(when.asked.length * width);
      for (let i = 0; i < when.asked.length; i++) {
        joined.set(rows.subarray(i * FULL.width, (i + 1) * FULL.width), i * width);
        joined[(i + 1) * width - 1] = toLogOdds(chances[i]!);
      }
      return joined;
    },
  };
}

function makeProcess({ pairs, from, to }: PairHistory, { source, target }: Pair): Process {
  const own = pairs.get(namePair({ source, target }))?.series ?? NO_SERIES;
  const back = pairs.get(namePair({ source: target, target: source }))?.series ?? NO_SERIES;
  const isWithin = source === target;
  return {
    group: isWithin ? 'within' : 'between',
    series: {
      own: own.asked,
      back: isWithin ? NO_SERIES.asked : back.asked,
      source: (from.get(source) ?? NO_SERIES).asked,
      target: (to.get(target) ?? NO_SERIES).asked,
      words: own.words,
    },
  };
}

/** Sums of all before each place. */
function sumUp(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}
