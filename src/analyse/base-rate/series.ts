import { countBefore } from '../../stats/ascending.ts';
/** Days on which something was counted, ascending, as numbers from 1970-01-01, and how often on each. */
export interface Series {
  readonly days: readonly number[];
  readonly counts: readonly number[];
}

export const EMPTY: Series = { days: [], counts: [] };

/** Whether anything was counted from one day to before another. */
export function isHit({ days }: Series, from: number, to: number): boolean {
  return countBefore(days, to) > countBefore(days, from);
}

/** How much was counted from one day to before another. */
export function sumCounts({ days, counts }: Series, from: number, to: number): number {
  const end = countBefore(days, to);
  let sum = 0;
  for (let i = countBefore(days, from); i < end; i++) sum += counts[i]!;
  return sum;
}

/**
 * The decayed sum of a series as it stands at the beginning of each asked day: what lies `k` days before the last full day
 * counts 2^(-k / halfLife). Nothing of the asked day itself is in it.
 *
 * @param asked Ascending.
 * @param isDaily Whether a day counts once, however much was on it.
 *
 * @example
 * remember({ days: [9], counts: [3] }, { asked: [10, 11], halfLife: 1 }); // [3, 1.5]
 */
export function remember(
  { days, counts }: Series,
  {
    asked,
    halfLife,
    isDaily = false,
  }: { readonly asked: readonly number[]; readonly halfLife: number; readonly isDaily?: boolean },
): Float64Array {
  const fade = Math.LN2 / halfLife;
  const sums = new Float64Array(asked.length);
  let sum = 0;
  let at = 0;
  let next = 0;
  for (const [i, day] of asked.entries()) {
    sum *= Math.exp(-fade * (day - at));
    for (; next < days.length && days[next]! < day; next++) {
      sum += (isDaily ? 1 : counts[next]!) * Math.exp(-fade * (day - 1 - days[next]!));
    }
    at = day;
    sums[i] = sum;
  }
  return sums;
}

/** The same for a day that counted one every day since `first`: by this a decayed sum becomes a rate. */
export function rememberTime(asked: readonly number[], first: number, halfLife: number): Float64Array {
  const fade = Math.LN2 / halfLife;
  return Float64Array.from(
    asked,
    (day) => -Math.expm1(-fade * Math.max(0, day - first)) / -Math.expm1(-fade),
  );
}

/**
 * How much of the past stretches of `horizon` days had anything in them, stretches that ended long ago counting less; at the
 * beginning of each asked day, as decayed hits and the decayed number of stretches.
 *
 * No law of how events follow each other goes into this, which is why it comes so near the truth for pairs whose events
 * come in bursts.
 */
export function rememberStretches(
  { days }: Series,
  {
    asked,
    first,
    horizon,
    halfLives,
  }: {
    readonly asked: readonly number[];
    /** Day since when it was looked. */
    readonly first: number;
    readonly horizon: number;
    readonly halfLives: readonly number[];
  },
): readonly { readonly hits: Float64Array; readonly all: Float64Array }[] {
  const keep = halfLives.map((halfLife) => Math.exp(-Math.LN2 / halfLife));
  const memories = halfLives.map(() => ({
    hits: new Float64Array(asked.length),
    all: new Float64Array(asked.length),
  }));
  const hits = new Float64Array(keep.length);
  const all = new Float64Array(keep.length);
  let last = Number.NEGATIVE_INFINITY;
  let next = 0;
  let day = first;
  for (const [i, until] of asked.entries()) {
    for (; day <= until; day++) {
      while (next < days.length && days[next]! < day) last = days[next++]!;
      if (day - first < horizon) continue;
      const hit = last >= day - horizon ? 1 : 0;
      for (let j = 0; j < keep.length; j++) {
        hits[j] = hits[j]! * keep[j]! + hit;
        all[j] = all[j]! * keep[j]! + 1;
      }
    }
    for (let j = 0; j < keep.length; j++) {
      memories[j]!.hits[i] = hits[j]!;
      memories[j]!.all[i] = all[j]!;
    }
  }
  return memories;
}
