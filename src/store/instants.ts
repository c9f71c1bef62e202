import { StoreError } from '../model/errors.ts';

/** First and last instant that a date covers, both included, in the form of `toInstant`. */
export interface InstantRange {
  readonly first: string;
  readonly last: string;
}

/** A year, month, day, or a time of day with or without seconds and zone; the parts that are missing stay open. */
const DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/u;

/**
 * The instants that an ISO 8601 date covers, in UTC with milliseconds, so that they compare as text. A time
 * without a zone is taken as UTC. Undefined where it is no date or no such day exists.
 *
 * @example
 * parseRange('2020-12');
 * // { first: '2020-12-01T00:00:00.000Z', last: '2020-12-31T23:59:59.999Z' }
 */
export function parseRange(date: string): InstantRange | undefined {
  const match = DATE.exec(date);
  if (!match) return undefined;
  const [, year = '', month, day, hour, minute, second, fraction, zone] = match;
  const first = new Date(0);
  first.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (first.getUTCMonth() + 1 !== Number(month ?? 1) || first.getUTCDate() !== Number(day ?? 1))
    return undefined;
  if (Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  const milliseconds = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  first.setUTCHours(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), milliseconds);
  first.setTime(first.getTime() - zoneMinutes(zone) * 60_000);

  const last = new Date(first);
  if (fraction !== undefined) last.setTime(last.getTime() + 1);
  else if (second !== undefined) last.setUTCSeconds(last.getUTCSeconds() + 1);
  else if (minute !== undefined) last.setUTCMinutes(last.getUTCMinutes() + 1);
  else if (day !== undefined) last.setUTCDate(last.getUTCDate() + 1);
  else if (month !== undefined) last.setUTCMonth(last.getUTCMonth() + 1);
  else last.setUTCFullYear(last.getUTCFullYear() + 1);
  last.setTime(last.getTime() - 1);
  if (first.getUTCFullYear() < 0 || last.getUTCFullYear() > 9999) return undefined;
  return { first: first.toISOString(), last: last.toISOString() };
}

/** The instant in UTC with milliseconds; a date stands for its last instant. Undefined where it is no date. */
export function parseInstant(text: string): string | undefined {
  const range = parseRange(text);
  if (!range) return undefined;
  // An instant to the second is that second's beginning: nothing finer was said.
  return text.length > 'yyyy-mm-ddThh:mm'.length ? range.first : range.last;
}

/** The instant at which something is kept. Throws a `StoreError` where it is none. */
export function demandInstant(at: string): string {
  const instant = parseInstant(at);
  if (instant !== undefined) return instant;
  throw new StoreError(
    'clock',
    `"${at.slice(0, 60)}" is no instant`,
    'Give the store a clock, or the time of what is gone through again, in ISO 8601.',
  );
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}
