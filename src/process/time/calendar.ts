/**
 * The proleptic Gregorian calendar on whole numbers: a day is the count of days since 1 January 1970. No clock
 * and no time zone are asked. Day arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms"; weeks after ISO 8601.
 */

/** A calendar date in its parts; month and day count from 1. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** First and last day number of a stretch of time, both included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

export function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function partsOf(number: number): DayParts {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether such a day exists, 1 January of year 1 to 31 December 9999; February takes 29 where no year is given. */
export function isCalendarDay(year: number | undefined, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== undefined && (year < 1 || year > 9999)) return false;
  return day <= daysInMonth(year ?? 2000, month);
}

/** Day of the week after ISO 8601: 1 Monday to 7 Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The ISO week that a day lies in. */
export function isoWeekOf(number: number): { readonly year: number; readonly week: number } {
  const thursday = number - weekdayOf(number) + 4;
  const { year } = partsOf(thursday);
  return { year, week: Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1 };
}

export function monthRange(year: number, month: number): DayRange {
  return { first: dayNumberOf(year, month, 1), last: dayNumberOf(year, month, daysInMonth(year, month)) };
}

export function yearRange(first: number, last = first): DayRange {
  return { first: dayNumberOf(first, 1, 1), last: dayNumberOf(last, 12, 31) };
}

export function weekRange(number: number): DayRange {
  const first = number - weekdayOf(number) + 1;
  return { first, last: first + 6 };
}

/** The same day `count` months on; the last of the month where that month is shorter. */
export function addMonths(number: number, count: number): number {
  const { year, month, day } = partsOf(number);
  const index = year * 12 + month - 1 + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayNumberOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Easter Sunday of the Western churches (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayNumberOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** Easter Sunday of the Eastern churches, in the Gregorian calendar (Meeus, Julian algorithm, shifted). */
export function orthodoxEasterOf(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  const lag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayNumberOf(year, Math.floor(sum / 31), (sum % 31) + 1) + lag;
}

/** The `nth` (1 first, -1 last) given weekday of a month. */
export function nthWeekdayOf(
  year: number,
  month: number,
  { nth, weekday }: { nth: number; weekday: number },
) {
  const { first, last } = monthRange(year, month);
  if (nth < 0) return last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

export function formatYear(year: number): string {
  return String(year).padStart(4, '0');
}

export function formatMonth(year: number, month: number): string {
  return `${formatYear(year)}-${String(month).padStart(2, '0')}`;
}

export function formatDay(number: number): string {
  const { year, month, day } = partsOf(number);
  return `${formatMonth(year, month)}-${String(day).padStart(2, '0')}`;
}

export function formatWeek(number: number): string {
  const { year, week } = isoWeekOf(number);
  return `${formatYear(year)}-W${String(week).padStart(2, '0')}`;
}

/** Whether a day lies within the years 1 to 9999, outside of which nothing is written. */
export function isWritableDay(number: number): boolean {
  return number >= -719162 && number <= 2932896;
}
