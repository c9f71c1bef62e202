import type { EventTime } from '../../model/event.ts';
import type { Report } from '../../model/report.ts';

export const DAY = 86_400_000;

/** Number of the UTC day in which an instant lies, counted from 1970-01-01. */
export function toDayNumber(instant: string): number {
  return Math.floor(Date.parse(instant) / DAY);
}

/** @example fromDayNumber(0); // '1970-01-01' */
export function fromDayNumber(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Read once: the same reports are asked about again and again. */
const published = new WeakMap<Report, number>();

/** When a report was published, in milliseconds: of a date its first instant; when it was seen, where no date is known. */
export function findPublished(report: Report): number {
  const known = published.get(report);
  if (known !== undefined) return known;
  const time = Date.parse(report.published ?? report.seen);
  const read = Number.isFinite(time) ? time : Date.parse(report.seen);
  published.set(report, read);
  return read;
}

/** The end of the period that an event's time covers, in milliseconds; undefined where none is known. */
export function findEnd(when: EventTime | undefined): number | undefined {
  const last = when?.to ?? when?.from;
  if (last === undefined) return undefined;
  const start = Date.parse(last);
  if (!Number.isFinite(start)) return undefined;
  return last.includes('T') ? start : start + DAY - 1;
}

/** The day of an event, where it is known to the day. */
export function findEventDay(when: EventTime | undefined): string | undefined {
  if (when?.from === undefined) return undefined;
  const isExact = when.precision === 'day' || when.precision === 'hour' || when.precision === 'instant';
  const day = when.from.slice(0, 10);
  return isExact && Number.isFinite(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}
