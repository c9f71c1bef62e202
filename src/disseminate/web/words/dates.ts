/* Dates as they are known, never finer: "in May" stays a month. Instants are shown in the reader's own zone. */

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const FORMATS: Readonly<Record<'year' | 'month' | 'day', Intl.DateTimeFormat>> = {
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }),
};

const LOCAL = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * A date or instant in words; what is neither is shown as it is.
 *
 * @example
 * describeDate('2031-05'); // 'May 2031'
 */
export function describeDate(value: string): string {
  const partial = PARTIAL.exec(value);
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  if (partial === null) return LOCAL.format(time);
  const precision = partial[3] !== undefined ? 'day' : partial[2] !== undefined ? 'month' : 'year';
  return FORMATS[precision].format(time);
}

const LOCAL_DAY = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: 'numeric' });

/** The day of a date or instant, in the reader's own zone; a partial date stays as it is known. */
export function describeDayOf(value: string): string {
  const time = Date.parse(value);
  return PARTIAL.test(value) || Number.isNaN(time) ? describeDate(value) : LOCAL_DAY.format(time);
}

const SHORT = new Intl.DateTimeFormat('en-GB', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** A day without its year, for where the year stands nearby: `11 Dec`. What is no day is shown as it is. */
export function describeDay(day: string): string {
  const time = Date.parse(day);
  return Number.isNaN(time) ? day : SHORT.format(time);
}

/** The instant in UTC, for a hover; nothing for a mere date. */
export function describeUtc(value: string): string | undefined {
  if (PARTIAL.test(value) || Number.isNaN(Date.parse(value))) return undefined;
  return `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `9 May 2031`, `16 May – 3 Jun 2031`, `May 2031`: from and to with the precision they are known to. */
export function describeRange(from: string | undefined, to: string | undefined, precision: string): string {
  if (from === undefined && to === undefined) return 'not dated';
  if (from === undefined) return `until ${describeDate(to ?? '')}`;
  if (to === undefined) return `from ${describeDate(from)}`;
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return describeDate(from.slice(0, 7));
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (from === to) return describeDate(from);
  const first = describeDate(from);
  const last = describeDate(to);
  const year = last.slice(-4);
  const isSameYear = first.endsWith(` ${year}`) && PARTIAL.test(from) && PARTIAL.test(to);
  return `${isSameYear ? first.slice(0, -5) : first} – ${last}`;
}
