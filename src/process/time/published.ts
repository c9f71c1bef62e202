import { dayNumberOf, isCalendarDay } from './calendar.ts';

/** The day from which relative expressions are counted, as far as it is known. */
export interface Reference {
  readonly year: number;
  readonly month?: number;
  /** Day number; absent where the date is partial. */
  readonly day?: number;
  /** What `anchor` says of a value that was resolved against it. */
  readonly anchor: string;
}

/** Reads an ISO 8601 date, partial or with a time: "2020-12", "2020-12-11", "2020-12-11T10:00:00Z"; else nothing. */
export function parseReference(text: string | undefined, anchor = 'published'): Reference | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].{0,40})?)?)?$/.exec(text?.trim() ?? '');
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  if (year < 1) return undefined;
  if (parts[2] === undefined) return { year, anchor };
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return undefined;
  if (parts[3] === undefined) return { year, month, anchor };
  const day = Number(parts[3]);
  return isCalendarDay(year, month, day)
    ? { year, month, day: dayNumberOf(year, month, day), anchor }
    : undefined;
}
