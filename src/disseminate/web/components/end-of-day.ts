/**
 * The instant as of which a day is shown: its end, or the instant of the page where that comes first. Of today while live, nothing.
 *
 * @param now The present instant in milliseconds.
 *
 * @example
 * findEndOfDay('2031-05-20', '2031-05-22T10:00:00.000Z'); // '2031-05-20T23:59:59.999Z'
 */
export function findEndOfDay(
  day: string | undefined,
  asOf: string | undefined,
  now = Date.now(),
): string | undefined {
  if (day === undefined) return asOf;
  const end = `${day}T23:59:59.999Z`;
  const limit = asOf === undefined ? now : Date.parse(asOf);
  return Date.parse(end) >= limit ? asOf : end;
}
