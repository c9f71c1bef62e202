import type { Window } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { DAY, fromDayNumber, toDayNumber } from './instants.ts';
import { findWindowIncidents, type WindowIncident } from './window-incidents.ts';

/** Years in which a leap day is sure to come round. */
const YEARS = 8;

/** Days of a window: from `lead` days before to the day itself. */
export interface WindowDays {
  readonly from: string;
  readonly to: string;
  /** Whether it counts on the day asked about. */
  readonly isOpen: boolean;
  /** The incident that it follows from, where it follows from one. */
  readonly follows?: WindowIncident;
}

/**
 * The window that is open on a day, or the next one; undefined where there is none any more. An anniversary begins a year
 * after what it remembers. It counts alike on all its days: how the risk runs within it is not known.
 *
 * @param reports What was known by then: where the days follow from incidents, those that they tell of.
 * @example
 * findWindow({ ...window, day: '--01-03', lead: 30 }, '2020-12-11'); // 2020-12-04 to 2021-01-03, open
 */
export function findWindow(
  window: Window,
  today: string,
  reports: readonly Report[] = [],
): WindowDays | undefined {
  const { day, after, lead } = window;
  if (after !== undefined) return findFollowing(window, today, findWindowIncidents(after, reports));
  if (day === undefined) return undefined;
  const candidates = day.startsWith('--') ? listYears(day.slice(2), Number(today.slice(0, 4))) : [day];
  const next = candidates.find((each) => each >= today && isSince(window, each));
  return next === undefined ? undefined : makeDays(next, { lead, today });
}

/** Of those that are open, the one that follows from the latest incident; else the next to open. */
function findFollowing(
  window: Window,
  today: string,
  incidents: readonly WindowIncident[],
): WindowDays | undefined {
  const { lead } = window;
  const all = incidents
    .filter(({ day }) => day <= today)
    .flatMap((follows) => {
      const next = findNext(window, follows.day, today);
      // It opens with the incident at the earliest: nothing was to be expected before.
      return next === undefined ? [] : [{ ...makeDays(next, { lead, today, least: follows.day }), follows }];
    });
  const open = all.find(({ isOpen }) => isOpen);
  if (open !== undefined) return open;
  return all.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))[0];
}

/** The first day from today on that is so many days after an incident, or its anniversary. */
function findNext(window: Window, incident: string, today: string): string | undefined {
  const { days = [], everyYear = false } = window.after ?? {};
  const fixed = days.map((count) => fromDayNumber(toDayNumber(incident) + count));
  const yearly = everyYear
    ? listYears(incident.slice(5), Number(today.slice(0, 4))).filter((day) => day > incident)
    : [];
  return [...fixed, ...yearly].toSorted().find((day) => day >= today && isSince(window, day));
}

function isSince({ since, day }: Window, next: string): boolean {
  return since === undefined || next > since || !(day ?? '--').startsWith('--');
}

function makeDays(
  to: string,
  { lead, today, least = '' }: { readonly lead: number; readonly today: string; readonly least?: string },
): WindowDays {
  const early = fromDayNumber(toDayNumber(to) - lead);
  const from = early < least ? least : early;
  return { from, to, isOpen: from <= today };
}

/** A day of the year in this and the next years, as far as it exists. */
function listYears(monthDay: string, year: number): readonly string[] {
  const name = `${year}-${monthDay}`;
  const known = years.get(name) ?? makeYears(monthDay, year);
  if (years.size >= MOST_KEPT) years.clear();
  years.set(name, known);
  return known;
}

/** Asked about at every look, for each window and each incident that one follows from. */
const years = new Map<string, readonly string[]>();
const MOST_KEPT = 2_000;

function makeYears(monthDay: string, year: number): readonly string[] {
  return Array.from({ length: YEARS + 1 }, (_, i) => `${year + i}-${monthDay}`).filter((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
  });
}

/**
 * First instant from which a report that names the window counts: twice the lead before its day, and not before what it follows
 * from has happened.
 */
export function findNamedSince({ to, from, follows }: WindowDays): number {
  const end = Date.parse(`${to}T00:00:00Z`);
  const lead = end - Date.parse(`${from}T00:00:00Z`);
  const since = end - 2 * Math.max(lead, DAY);
  return follows === undefined ? since : Math.max(since, Date.parse(`${follows.day}T00:00:00Z`));
}
