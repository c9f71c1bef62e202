import { type Description, FULL } from './describe.ts';
import type { Pair, PairHistory } from './pair-history.ts';
import { isHit, type Series, sumCounts } from './series.ts';

/** A pair counts as active on a day when so many events of any kind lie in so many days before it. */
export const ACTIVE = { events: 10, days: 180 } as const;

/** Days of looking before the first that is learned from. */
const WARM_UP = 60;
/** Between two days that are learned from: those between have almost all in common with them. */
const STRIDE = 3;
/** Cases at most; of more each second, third … is taken. It bounds time and memory, whatever was imported. */
const MOST_CASES = 60_000;

/** Earlier days with what was known on them and what came of them. */
export interface PairCases {
  /** Rows of `width` values. */
  readonly rows: Float64Array;
  readonly width: number;
  readonly outcomes: Uint8Array;
  /** For each row its day, as a number from 1970-01-01. */
  readonly days: Int32Array;
  /** What each counts for: stretches that overlap are hardly more than one. */
  readonly weight: number;
}

/**
 * What can be learned from by a day: all pairs that were active on earlier days, as they stood then, each with whether the horizon
 * after it, which is over by `before`, had an incident.
 *
 * @param before Day as a number from 1970-01-01: of this day and later nothing is used.
 */
export function gatherCases(
  history: PairHistory,
  { before, horizon, description = FULL }: { before: number; horizon: number; description?: Description },
): PairCases {
  const last = before - horizon;
  const days: number[] = [];
  for (let day = last; day >= history.first + WARM_UP; day -= STRIDE) days.push(day);
  days.reverse();
  const pairs = [...history.pairs.values()].map((pair) => ({
    pair,
    asked: days.filter((day) => isActive(pair.series.any, day)),
  }));
  const all = pairs.reduce((sum, { asked }) => sum + asked.length, 0);
  const thinning = Math.max(1, Math.ceil(all / MOST_CASES));
  let number = 0;
  const taken = pairs.map(({ pair, asked }) => ({
    pair,
    asked: asked.filter(() => number++ % thinning === 0),
  }));
  const count = taken.reduce((sum, { asked }) => sum + asked.length, 0);
  const cases = {
    rows: new Float64Array(count * description.width),
    width: description.width,
    outcomes: new Uint8Array(count),
    days: new Int32Array(count),
    weight: Math.min(1, (STRIDE * thinning) / horizon),
  };
  let at = 0;
  for (const { pair, asked } of taken) {
    if (asked.length === 0) continue;
    cases.rows.set(description.describe(history, pair, { asked, horizon }), at * description.width);
    for (const day of asked) {
      cases.outcomes[at] = isHit(pair.series.asked, day, day + horizon) ? 1 : 0;
      cases.days[at++] = day;
    }
  }
  return cases;
}

export function isActive(any: Series, day: number): boolean {
  return sumCounts(any, day - ACTIVE.days, day) >= ACTIVE.events;
}

/** Pairs that are active on a day. */
export function listActive(history: PairHistory, day: number): readonly Pair[] {
  return [...history.pairs.values()].filter(({ series }) => isActive(series.any, day));
}
