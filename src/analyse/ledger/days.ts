const DAY = 86_400_000;

/** Days by instants: the same few are asked about again and again, for each forecast on record. */
const days = new Map<string, string>();
const MOST_DAYS = 10_000;

/** The UTC day of an ISO 8601 instant; a bare day is its own. */
export function findDay(instant: string): string {
  const known = days.get(instant);
  if (known !== undefined) return known;
  const day = new Date(Date.parse(instant)).toISOString().slice(0, 10);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(instant, day);
  return day;
}

/** @example addDays('2020-12-30', 3); // '2021-01-02' */
export function addDays(day: string, count: number): string {
  const known = later.get(count) ?? new Map<string, string>();
  later.set(count, known);
  const before = known.get(day);
  if (before !== undefined) return before;
  const made = new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
  if (later.size > MOST_COUNTS || known.size >= MOST_DAYS) later.clear();
  known.set(day, made);
  return made;
}

/** Days so many days later. */
const later = new Map<number, Map<string, string>>();
const MOST_COUNTS = 100;

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
