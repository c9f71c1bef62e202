import type { Report } from '../../model/report.ts';
import { getOrder } from './order.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long after another a report came out: to the minute where both say when, else to the day. Undefined where it came out
 * before, or where one of them has no date at all.
 *
 * @example
 * findLag(relay, first); // 'PT1H35M'
 */
export function findLag(later: Report, earlier: Report): string | undefined {
  if (later.published === undefined || earlier.published === undefined) return undefined;
  if (isExact(later.published) && isExact(earlier.published)) {
    const minutes = Math.round((getOrder(later) - getOrder(earlier)) / MINUTE);
    return minutes < 0 ? undefined : writeMinutes(minutes);
  }
  const days = (findDay(later.published) - findDay(earlier.published)) / DAY;
  // A date that is only a month or a year tells no day.
  return days >= 0 ? `P${Math.round(days)}D` : undefined;
}

const isExact = (date: string): boolean => date.includes('T');
const findDay = (date: string): number =>
  /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date.slice(0, 10)) : Number.NaN;

function writeMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `PT${rest}M`;
  return rest === 0 ? `PT${hours}H` : `PT${hours}H${rest}M`;
}
