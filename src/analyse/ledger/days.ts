const DAY = 86_400_000;

/** The UTC day of an ISO 8601 instant; a bare day is its own. */
export function findDay(instant: string): string {
  return new Date(Date.parse(instant)).toISOString().slice(0, 10);
}

/** @example addDays('2020-12-30', 3); // '2021-01-02' */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/**
 * The last day of a horizon: the one in which its last instant lies. Days count as wholes, so a horizon that begins at noon
 * reaches to the end of that day.
 *
 * @example
 * findLastDay('2020-12-11T12:00:00Z', 7); // '2020-12-18'
 * findLastDay('2020-12-11T00:00:00Z', 7); // '2020-12-17'
 */
export function findLastDay(asOf: string, horizon: number): string {
  return new Date(Date.parse(asOf) + horizon * DAY - 1).toISOString().slice(0, 10);
}
