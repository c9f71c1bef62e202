/**
 * Keys of claims and events in the search index: the hour of publication above, a number within the hour below. So the newest are found
 * by going through the index from its end, a stretch of time is a stretch of keys, and the key alone is where the next page goes on.
 * Both parts together stay below 2 to the power of 53, which a number holds exactly.
 */

const HOUR = 3_600_000;
/** Claims or events of one hour. */
export const KEYS_PER_HOUR = 2 ** 26;
/** The first hour of the year 0, so that hours are counted from 1; 0 is for what has no date. */
const FIRST_HOUR = Date.parse('0000-01-01T00:00:00.000Z') / HOUR;

/**
 * The first key of the hour of an instant in UTC; of what has no date the first of all.
 *
 * @example
 * findFirstKey('2020-12-11T18:40:00.000Z') === findFirstKey('2020-12-11T18:00:00.000Z'); // true
 */
export function findFirstKey(instant: string): number {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return 0;
  return Math.max(Math.floor(time / HOUR - FIRST_HOUR) + 1, 1) * KEYS_PER_HOUR;
}

/** The first key after the hour of an instant. */
export function findKeyAfter(instant: string): number {
  return findFirstKey(instant) + KEYS_PER_HOUR;
}
