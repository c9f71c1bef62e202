/** First and last millisecond (UTC) that a date covers. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

const DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/u;

/**
 * The milliseconds that an ISO 8601 date or instant covers: a day its 24 hours, a month all its days. Without a zone it is
 * taken as UTC. Undefined where it is no date or no such day exists.
 *
 * @example
 * findReach('2020-12-11')?.first === Date.parse('2020-12-11T00:00:00Z'); // true
 */
export function findReach(date: string): Reach | undefined {
  const match = DATE.exec(date);
  if (match === null) return undefined;
  const [, year = '', month, day, hour, minute] = match;
  if (hour !== undefined) {
    // Without a zone Date.parse takes the place's own time, which must not matter.
    const first = Date.parse(match[7] === undefined ? `${date.replace(' ', 'T')}Z` : date.replace(' ', 'T'));
    if (Number.isNaN(first) || minute === undefined) return undefined;
    return { first, last: first + (match[6] === undefined ? 59_999 : 0) };
  }
  const at = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)] as const;
  const first = Date.UTC(...at);
  if (at[0] < 100 || new Date(first).getUTCMonth() !== at[1] || new Date(first).getUTCDate() !== at[2])
    return undefined;
  const next =
    day !== undefined
      ? Date.UTC(at[0], at[1], at[2] + 1)
      : month !== undefined
        ? Date.UTC(at[0], at[1] + 1)
        : Date.UTC(at[0] + 1, 0);
  return { first, last: next - 1 };
}
