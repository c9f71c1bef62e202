import type { TimePrecision } from '../../model/time.ts';
import * as calendar from './calendar.ts';
import type { ShiftMeaning, Unit } from './meaning.ts';
import { dayResolved, weekResolved } from './resolveDate.ts';
import type { Resolved, Scene, Told } from './scene.ts';

/** What a shift in a unit looks like while nothing tells from where. */
const OPEN: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XXTXX:XX',
  minute: 'XXXX-XX-XXTXX:XX',
  hour: 'XXXX-XX-XXTXX:XX',
  day: 'XXXX-XX-XX',
  weekend: 'XXXX-WXX-WE',
  week: 'XXXX-WXX',
  fortnight: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

/** Further than this nothing is counted. */
const MOST = 100_000;

/** So many units from the publication or from a date told before. */
export function resolveShift(shift: ShiftMeaning, scene: Scene): Resolved {
  const isTime = shift.unit === 'hour' || shift.unit === 'minute' || shift.unit === 'second';
  const open: Resolved = { type: isTime ? 'TIME' : 'DATE', value: OPEN[shift.unit], precision: 'unknown' };
  if (Math.abs(shift.count) > MOST) return open;
  if (isTime) return hoursOff(shift, scene) ?? open;
  const told = toldFor(shift, scene);
  if (told !== undefined) return fromTold(shift, told) ?? open;
  if (shift.base === 'previous' && !shift.orPublished) return open;
  const { reference } = scene;
  if (reference === undefined) return open;
  const resolved = fromReference(shift, scene);
  if (resolved === undefined) return open;
  const { anchor } = reference;
  if (shift.fiscal) return { type: 'DATE', value: `FY${resolved.value}`, precision: 'unknown', anchor };
  return { ...resolved, anchor };
}

/** Hours of a day, minutes and seconds of none: "two hours ago" is told to the day, its clock time stays open. */
function hoursOff(shift: ShiftMeaning, scene: Scene): Resolved | undefined {
  const told = shift.base === 'published' ? undefined : scene.toldDay;
  const base = shift.base === 'published' ? scene.reference?.day : told?.range.first;
  const anchor = told?.id ?? scene.reference?.anchor;
  if (base === undefined || anchor === undefined) return undefined;
  const hours = shift.unit === 'hour' ? Math.trunc(shift.count / 24) : 0;
  const day = dayResolved(base + hours);
  if (day.range === undefined) return undefined;
  return { type: 'TIME', value: `${day.value}TXX:XX`, precision: 'day', range: day.range, anchor };
}

/** How far back a date may stand to be meant by "that day" or "the day". */
const CLOSE_DAY = 800;
const CLOSE_STRETCH = 120;

function toldFor(shift: ShiftMeaning, scene: Scene): Told | undefined {
  if (shift.base === 'published') return undefined;
  const told = toldLike(shift, scene);
  if (told === undefined) return undefined;
  if (shift.base === 'recent' && scene.start - told.end > (shift.unit === 'day' ? CLOSE_DAY : CLOSE_STRETCH))
    return undefined;
  return told;
}

function toldLike({ unit, keep }: ShiftMeaning, scene: Scene): Told | undefined {
  if (keep === 'stretch') return scene.toldStretch;
  return unit === 'day' || keep === 'day' ? scene.toldDay : scene.told;
}

function fromTold(shift: ShiftMeaning, told: Told): Resolved | undefined {
  const base = told.range.first;
  const anchor = told.id;
  if (
    shift.keep === 'stretch' ||
    shift.keep === 'day' ||
    (shift.keep === 'part' && isPartOfYear(told.precision))
  ) {
    const moved = sameStretch(calendar.addMonths(base, shift.count * 12), told.precision);
    return moved === undefined ? undefined : { ...moved, anchor };
  }
  if (shift.unit === 'weekend') return { ...weekendOf(base + 7 * shift.count), anchor };
  const resolved = inUnit(shift, base);
  return resolved === undefined ? undefined : { ...resolved, anchor };
}

function isPartOfYear(precision: TimePrecision): boolean {
  return precision === 'month' || precision === 'season';
}

/** A stretch as fine as the one it is compared with: "the same month a year ago". */
function sameStretch(day: number, precision: TimePrecision): Resolved | undefined {
  const { year, month } = calendar.partsOf(day);
  switch (precision) {
    case 'season':
      return quarterResolved(year, Math.floor((month - 1) / 3));
    case 'week':
      return weekResolved(day);
    case 'month':
      return monthResolved(year, month);
    case 'year':
      return yearResolved(year);
    default:
      return dayResolved(day);
  }
}

function fromReference(shift: ShiftMeaning, scene: Scene): Resolved | undefined {
  const reference = scene.reference;
  if (reference === undefined) return undefined;
  const { year, month, day } = reference;
  if (shift.unit === 'weekend')
    return day === undefined ? undefined : weekendOf(weekendDay(shift, day, scene));
  if (day !== undefined) return inUnit(shift, day);
  if (shift.unit === 'day' || shift.unit === 'week') return undefined;
  if (month === undefined && (shift.unit === 'month' || shift.unit === 'quarter')) return undefined;
  return inUnit(shift, calendar.dayNumberOf(year, month ?? 1, 1));
}

/** "the weekend" of a report is the last one, unless it is to come or this is it. */
function weekendDay(shift: ShiftMeaning, day: number, scene: Scene): number {
  const isDefinite = shift.base === 'recent' && shift.count === 0;
  if (!isDefinite || scene.tense === 'future' || calendar.weekdayOf(day) >= 6) return day + 7 * shift.count;
  return day - 7;
}

function weekendOf(day: number): Resolved {
  const week = weekResolved(day);
  if (week.range === undefined) return { type: 'DATE', value: OPEN.weekend, precision: 'unknown' };
  const range = { first: week.range.first + 5, last: week.range.last };
  return { type: 'DATE', value: `${week.value}-WE`, precision: 'week', range };
}

/** The stretch of the shift's unit that lies `count` units from a day. */
function inUnit({ unit, count }: ShiftMeaning, day: number): Resolved | undefined {
  if (unit === 'day') return dayResolved(day + count);
  if (unit === 'week') return weekResolved(day + 7 * count);
  if (unit === 'fortnight') return weekResolved(day + 14 * count);
  const { year, month } = calendar.partsOf(day);
  if (unit === 'month') {
    const index = year * 12 + month - 1 + count;
    return monthResolved(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
  }
  if (unit === 'quarter') {
    const index = year * 4 + Math.floor((month - 1) / 3) + count;
    return quarterResolved(Math.floor(index / 4), ((index % 4) + 4) % 4);
  }
  if (unit === 'year') return yearResolved(year + count);
  return unit === 'decade' ? decadeResolved(year + 10 * count) : centuryResolved(year + 100 * count);
}

function monthResolved(year: number, month: number): Resolved | undefined {
  if (!isYear(year)) return undefined;
  const range = calendar.monthRange(year, month);
  return { type: 'DATE', value: calendar.formatMonth(year, month), precision: 'month', range };
}

function quarterResolved(year: number, quarter: number): Resolved | undefined {
  if (!isYear(year)) return undefined;
  const first = calendar.dayNumberOf(year, quarter * 3 + 1, 1);
  const range = { first, last: calendar.addMonths(first, 3) - 1 };
  return { type: 'DATE', value: `${calendar.formatYear(year)}-Q${quarter + 1}`, precision: 'season', range };
}

function yearResolved(year: number): Resolved | undefined {
  if (!isYear(year)) return undefined;
  return {
    type: 'DATE',
    value: calendar.formatYear(year),
    precision: 'year',
    range: calendar.yearRange(year),
  };
}

function decadeResolved(year: number): Resolved | undefined {
  if (!isYear(year) || year < 10) return undefined;
  const first = year - (year % 10);
  const value = calendar.formatYear(year).slice(0, 3);
  return { type: 'DATE', value, precision: 'decade', range: calendar.yearRange(first, first + 9) };
}

function centuryResolved(year: number): Resolved | undefined {
  if (!isYear(year) || year < 100) return undefined;
  const first = year - (year % 100);
  const range = calendar.yearRange(first, first + 99);
  return { type: 'DATE', value: calendar.formatYear(year).slice(0, 2), precision: 'unknown', range };
}

function isYear(year: number): boolean {
  return year >= 1 && year <= 9999;
}
