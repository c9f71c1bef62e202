import { countBefore } from '../../stats/ascending.ts';
import type { Series } from './series.ts';

/** Earlier years that are looked at, and their length in days. */
const YEARS = 3;
const YEAR = 365.25;
/** Days before and after the same days of an earlier year that count with them: feasts and campaigns move. */
const EITHER_SIDE = 30;
/** An earlier year is the half year before that day and the half year after it, so that no trend is taken for a season. */
const HALF_YEAR = 183;
/** Days with an incident, both seen and expected, that every pair is taken to have had besides: few say little. */
const PRIOR = 3;

/**
 * Whether this time of the year was livelier than others in earlier years: the logarithm of days with an incident around the same days
 * of the year over as many as the year around them would give. 0 where no earlier year is known. Nothing of an asked day or later goes
 * into its value.
 *
 * @param asked Ascending.
 *
 * @example
 * // Ten days in a row each May, nothing else: in the third May
 * compareSeason(series, { asked: [18_383], first: 17_532, horizon: 7 }); // [1.2]
 */
export function compareSeason(
  { days }: Series,
  {
    asked,
    first,
    horizon,
  }: {
    readonly asked: readonly number[];
    /** Day since when it was looked. */
    readonly first: number;
    readonly horizon: number;
  },
): Float64Array {
  return Float64Array.from(asked, (day) => {
    const clip = (each: number) => Math.min(day, Math.max(first, each));
    const count = (from: number, to: number) => countBefore(days, to) - countBefore(days, from);
    let hits = 0;
    let expected = 0;
    for (let year = 1; year <= YEARS; year++) {
      const then = day - Math.round(YEAR * year);
      const from = clip(then - EITHER_SIDE);
      const to = clip(then + EITHER_SIDE + horizon);
      if (to <= from) break;
      const begin = clip(then - HALF_YEAR);
      const end = clip(then + HALF_YEAR);
      hits += count(from, to);
      expected += (count(begin, end) * (to - from)) / (end - begin);
    }
    return Math.log((hits + PRIOR) / (expected + PRIOR));
  });
}
