import type { Bound } from '../../model/event.ts';

/** A number as firmly as it is given. */
export interface Count {
  readonly value: number;
  readonly bound: Bound;
  /** Upper end of a range: 16 of "11 to 16", of which `value` is the lower end. */
  readonly to?: number;
}

/** Share by which "about" may be off. */
const ABOUT = 0.15;

/** The lowest and the highest count that a value leaves open. */
export function readBounds({ value, bound, to }: Count): readonly [number, number] {
  if (to !== undefined) return [value, to];
  if (bound === 'atLeast') return [value, Number.POSITIVE_INFINITY];
  if (bound === 'atMost') return [0, value];
  return bound === 'about' ? [value * (1 - ABOUT), value * (1 + ABOUT)] : [value, value];
}

/**
 * Where all of the counts can hold at once, the range that they leave open; else nothing.
 *
 * @example
 * findCommon([{ value: 8, bound: 'atLeast' }, { value: 21, bound: 'exactly' }]); // [21, 21]
 * findCommon([{ value: 2, bound: 'exactly' }, { value: 4, bound: 'exactly' }]); // undefined
 */
export function findCommon(counts: readonly Count[]): readonly [number, number] | undefined {
  const lowest = Math.max(...counts.map((count) => readBounds(count)[0]));
  const highest = Math.min(...counts.map((count) => readBounds(count)[1]));
  return lowest <= highest ? [lowest, highest] : undefined;
}

/** One key for one value as firmly as it is given. */
export function makeCountKey({ value, bound, to }: Count): string {
  return `${bound} ${value}${to === undefined ? '' : ` to ${to}`}`;
}

const BOUND_WORDS = { exactly: '', atLeast: 'at least ', atMost: 'at most ', about: 'about ' } as const;

/** `at least 8`, `11 to 16`. */
export function formatCount({ value, bound, to }: Count): string {
  return to === undefined ? `${BOUND_WORDS[bound]}${value}` : `${value} to ${to}`;
}
