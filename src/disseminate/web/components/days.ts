/* Days in UTC as numbers, for a slider that goes by days. */

const DAY = 86_400_000;

/** Days since 1970-01-01; nothing where it is no instant. */
export function findDayNumber(instant: string | undefined): number | undefined {
  const time = Date.parse(instant ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}

/** The last second of a day: everything of it is known by then. */
export function findEndOfDay(day: number): string {
  return new Date((day + 1) * DAY - 1_000).toISOString();
}

export interface TimeSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The days over which something is kept, by the first and last instants of what is in a list.
 *
 * @example
 * findSpan([{ first: '2031-05-01T10:00:00Z', last: '2031-05-20T10:00:00Z' }]); // { first: 22400, last: 22419 }
 */
export function findSpan(
  rows: readonly { readonly first: string; readonly last: string }[],
): TimeSpan | undefined {
  const firsts = rows.flatMap(({ first }) => findDayNumber(first) ?? []);
  const lasts = rows.flatMap(({ last }) => findDayNumber(last) ?? []);
  if (firsts.length === 0 || lasts.length === 0) return undefined;
  const first = firsts.reduce((a, b) => Math.min(a, b));
  const last = lasts.reduce((a, b) => Math.max(a, b));
  return last < first ? undefined : { first, last };
}
