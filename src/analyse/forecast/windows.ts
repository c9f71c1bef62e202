import type { Window } from '../../model/problem.ts';
import { DAY, fromDayNumber, toDayNumber } from './instants.ts';

/** Years in which a leap day is sure to come round. */
const YEARS = 8;

/** Days of a window: from `lead` days before to the day itself. */
export interface WindowDays {
  readonly from: string;
  readonly to: string;
  /** Whether it counts on the day asked about. */
  readonly isOpen: boolean;
}

/**
 * The window that is open on a day, or the next one; undefined where there is none any more. An anniversary begins a year
 * after what it remembers. It counts alike on all its days: how the risk runs within it is not known.
 *
 * @example
 * findWindow({ ...window, day: '--01-03', lead: 30 }, '2020-12-11'); // 2020-12-04 to 2021-01-03, open
 */
export function findWindow({ day, since, lead }: Window, today: string): WindowDays | undefined {
  if (day === undefined) return undefined;
  const candidates = day.startsWith('--') ? listYears(day.slice(2), Number(today.slice(0, 4))) : [day];
  const next = candidates.find(
    (each) => each >= today && (since === undefined || each > since || !day.startsWith('--')),
  );
  if (next === undefined) return undefined;
  const from = fromDayNumber(toDayNumber(next) - lead);
  return { from, to: next, isOpen: from <= today };
}

/** A day of the year in this and the next years, as far as it exists. */
function listYears(monthDay: string, year: number): readonly string[] {
  return Array.from({ length: YEARS + 1 }, (_, i) => `${year + i}-${monthDay}`).filter((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
  });
}

/** First instant from which a report that names the window counts: twice the lead before its day. */
export function findNamedSince({ to, from }: WindowDays): number {
  const end = Date.parse(`${to}T00:00:00Z`);
  const lead = end - Date.parse(`${from}T00:00:00Z`);
  return end - 2 * Math.max(lead, DAY);
}
