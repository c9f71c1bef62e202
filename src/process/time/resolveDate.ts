import * as calendar from './calendar.ts';
import { anchorOf, chooseDay, chooseYearOfMonth, yearNumberOf } from './choose.ts';
import type {
  DateMeaning,
  DayOfMonthMeaning,
  NumericMeaning,
  RangeMeaning,
  WeekdayMeaning,
  WeekdayShiftMeaning,
  WeekOfMonthMeaning,
} from './meaning.ts';
import type { Resolved, Scene } from './scene.ts';

/** A date by its parts: "Dec. 11, 2020", "Jan. 3", "March", "2014". Without a year it lies beside the reference. */
export function resolveDate(date: DateMeaning, scene: Scene): Resolved {
  const { month, day } = date;
  if (month === undefined) return yearOnly(date, scene);
  return day === undefined ? monthOf(date, month, scene) : dayOf(date, { month, day }, scene);
}

function yearOnly(date: DateMeaning, scene: Scene): Resolved {
  const year = yearNumberOf(date.year, scene);
  if (year === undefined || year < 1 || year > 9999)
    return { type: 'DATE', value: 'XXXX', precision: 'unknown' };
  const range = calendar.yearRange(year);
  return {
    type: 'DATE',
    value: calendar.formatYear(year),
    precision: 'year',
    range,
    ...anchorOf(date.year, scene),
  };
}

function monthOf(date: DateMeaning, month: number, scene: Scene): Resolved {
  const year = yearNumberOf(date.year, scene) ?? yearOfMonth(date, month, scene);
  if (year === undefined || year < 1 || year > 9999) {
    return { type: 'DATE', value: `XXXX-${twoDigits(month)}`, precision: 'unknown' };
  }
  const range = calendar.monthRange(year, month);
  return {
    type: 'DATE',
    value: calendar.formatMonth(year, month),
    precision: 'month',
    range,
    ...anchored(date, scene),
  };
}

function yearOfMonth(date: DateMeaning, month: number, scene: Scene): number | undefined {
  if (scene.joined !== undefined) {
    const beside = calendar.partsOf(scene.joined.range.first);
    return month >= beside.month ? beside.year : beside.year + 1;
  }
  const { reference } = scene;
  if (reference === undefined) return undefined;
  if (reference.month === undefined) return reference.year;
  const way = date.which === undefined || date.which === 'nearest' ? scene.tense : date.which;
  return chooseYearOfMonth(month, { year: reference.year, month: reference.month }, way);
}

function dayOf(date: DateMeaning, { month, day }: { month: number; day: number }, scene: Scene): Resolved {
  const year = yearNumberOf(date.year, scene);
  const number = year === undefined ? nearestDay(date, { month, day }, scene) : dayNumber(year, month, day);
  if (number === undefined)
    return { type: 'DATE', value: `XXXX-${twoDigits(month)}-${twoDigits(day)}`, precision: 'unknown' };
  const isAgainst = date.weekday !== undefined && calendar.weekdayOf(number) !== date.weekday;
  return {
    ...dayResolved(number),
    ...anchored(date, scene),
    ...(isAgainst ? { isAgainstWeekday: true } : {}),
  };
}

function dayNumber(year: number, month: number, day: number): number | undefined {
  return calendar.isCalendarDay(year, month, day) ? calendar.dayNumberOf(year, month, day) : undefined;
}

function nearestDay(
  date: DateMeaning,
  { month, day }: { month: number; day: number },
  scene: Scene,
): number | undefined {
  const base = scene.joined?.range.first ?? scene.reference?.day;
  const year = base === undefined ? scene.reference?.year : calendar.partsOf(base).year;
  if (year === undefined) return undefined;
  if (base === undefined) return dayNumber(year, month, day);
  const candidates = [year - 2, year - 1, year, year + 1, year + 2]
    .map((candidate) => dayNumber(candidate, month, day))
    .filter((number) => number !== undefined);
  const fitting = candidates.filter(
    (number) => date.weekday === undefined || calendar.weekdayOf(number) === date.weekday,
  );
  // A weekday that fits no year near is the page's mistake: the date is taken without it.
  const chosen = fitting.length > 0 ? fitting : candidates;
  const way = scene.joined === undefined ? scene.tense : undefined;
  const isFound = date.weekday !== undefined && fitting.length > 0;
  return chooseDay(chosen, base, {
    way: isFound ? undefined : way,
    isSure: !isFound && scene.joined === undefined && scene.isTenseSure === true,
  });
}

/** Where the year was not named, the value rests on the date beside it or on the publication. */
function anchored(date: DateMeaning, scene: Scene): Pick<Resolved, 'anchor'> {
  if (date.year === undefined && scene.joined !== undefined) return { anchor: scene.joined.id };
  return anchorOf(date.year, scene);
}

/** One day as a value. */
export function dayResolved(number: number): Resolved {
  if (!calendar.isWritableDay(number)) return { type: 'DATE', value: 'XXXX-XX-XX', precision: 'unknown' };
  const range = { first: number, last: number };
  return { type: 'DATE', value: calendar.formatDay(number), precision: 'day', range };
}

/** "Thursday": the last one for what has been, the next for what is to come, the last where nothing tells. */
export function resolveWeekday({ weekday, which }: WeekdayMeaning, scene: Scene): Resolved {
  const day = scene.reference?.day;
  if (day === undefined || scene.reference === undefined) {
    return { type: 'DATE', value: `XXXX-WXX-${weekday}`, precision: 'unknown' };
  }
  const back = (calendar.weekdayOf(day) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  const { anchor } = scene.reference;
  if (which === 'last') return { ...dayResolved(day - (back || 7)), anchor };
  if (which === 'next') return { ...dayResolved(day + (ahead || 7)), anchor };
  const isAhead = scene.tense === 'future' || (which === 'this' && scene.tense === undefined);
  return { ...dayResolved(isAhead ? day + ahead : day - back), anchor };
}

/** "11/12/2020": where neither the page nor the publication tells the order, both days are kept as bounds. */
export function resolveNumeric({ first, second, year }: NumericMeaning, scene: Scene): Resolved {
  const dayFirst = dayNumber(year, second, first);
  const monthFirst = dayNumber(year, first, second);
  const one = dayFirst ?? monthFirst;
  if (one === undefined) return { type: 'DATE', value: calendar.formatYear(year), precision: 'unknown' };
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst) return dayResolved(one);
  if (scene.numericOrder !== undefined)
    return dayResolved(scene.numericOrder === 'dayFirst' ? dayFirst : monthFirst);
  const published = scene.reference?.day;
  if (published === dayFirst || published === monthFirst)
    return dayResolved(published === dayFirst ? dayFirst : monthFirst);
  const range = { first: Math.min(dayFirst, monthFirst), last: Math.max(dayFirst, monthFirst) };
  return { type: 'DATE', value: `${calendar.formatYear(year)}-XX-XX`, precision: 'unknown', range };
}

/** "Dec. 20-23", "2014-17": an ISO 8601 interval, for which TIMEX3 has no form of its own. */
export function resolveRange({ from, to }: RangeMeaning, scene: Scene): Resolved {
  const first = resolveDate(from, scene);
  // The second lies behind the first, whatever it would be alone.
  const joined =
    first.range === undefined
      ? undefined
      : { id: '', range: first.range, precision: first.precision, end: 0 };
  const last = resolveDate(to, joined === undefined ? scene : { ...scene, joined });
  const value = `${first.value}/${last.value}`;
  if (first.range === undefined || last.range === undefined)
    return { type: 'DATE', value, precision: 'unknown' };
  const range = { first: first.range.first, last: last.range.last };
  const anchor = first.anchor === undefined ? {} : { anchor: first.anchor };
  return { type: 'DATE', value, precision: first.precision, range, ...anchor };
}

/** "the last week of March": a week belongs to the month that its Thursday lies in, as in ISO 8601. */
export function resolveWeekOfMonth({ nth, weekday, isDay }: WeekOfMonthMeaning, whole: Resolved): Resolved {
  const open = isDay ? 'XXXX-XX-XX' : weekday === undefined ? 'XXXX-WXX' : `XXXX-WXX-${weekday}`;
  if (whole.range === undefined) return { type: 'DATE', value: open, precision: 'unknown' };
  const { first, last } = whole.range;
  const { year, month: number } = calendar.partsOf(first);
  const inMonth = calendar.nthWeekdayOf(year, number, { nth, weekday: weekday ?? 4 });
  const day = !isDay ? inMonth : nth < 0 ? last : first + nth - 1;
  const anchor = whole.anchor === undefined ? {} : { anchor: whole.anchor };
  if (day < first || day > last) return { type: 'DATE', value: open, precision: 'unknown' };
  return { ...(weekday === undefined && !isDay ? weekResolved(day) : dayResolved(day)), ...anchor };
}

/** "the week of March 9". */
export function resolveWeekOfDay(day: Resolved): Resolved {
  if (day.range === undefined || day.precision !== 'day')
    return { type: 'DATE', value: 'XXXX-WXX', precision: 'unknown' };
  return { ...weekResolved(day.range.first), ...(day.anchor === undefined ? {} : { anchor: day.anchor }) };
}

/** "a week ago Thursday" is a week before the last Thursday, "a week from Monday" a week behind the next one. */
export function resolveWeekdayShift({ weekday, weeks }: WeekdayShiftMeaning, scene: Scene): Resolved {
  const day = scene.reference?.day;
  if (day === undefined || scene.reference === undefined)
    return { type: 'DATE', value: `XXXX-WXX-${weekday}`, precision: 'unknown' };
  const back = (calendar.weekdayOf(day) - weekday + 7) % 7;
  const near = weeks < 0 ? day - back : day + ((7 - back) % 7);
  return { ...dayResolved(near + 7 * weeks), anchor: scene.reference.anchor };
}

/** "the 19th": of the month of the day told before, or of the next where that lies behind it. */
export function resolveDayOfMonth({ day }: DayOfMonthMeaning, scene: Scene): Resolved {
  const told = scene.toldDay;
  if (told === undefined) return { type: 'DATE', value: `XXXX-XX-${twoDigits(day)}`, precision: 'unknown' };
  const from = calendar.partsOf(told.range.first);
  const first = calendar.dayNumberOf(from.year, from.month, 1);
  const { year, month } = calendar.partsOf(day >= from.day ? first : calendar.addMonths(first, 1));
  const number = dayNumber(year, month, day);
  if (number === undefined) return { type: 'DATE', value: `XXXX-XX-${twoDigits(day)}`, precision: 'unknown' };
  return { ...dayResolved(number), anchor: told.id };
}

/** The ISO week of a day as a value. */
export function weekResolved(day: number): Resolved {
  if (!calendar.isWritableDay(day - 7) || !calendar.isWritableDay(day + 7)) {
    return { type: 'DATE', value: 'XXXX-WXX', precision: 'unknown' };
  }
  return { type: 'DATE', value: calendar.formatWeek(day), precision: 'week', range: calendar.weekRange(day) };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
