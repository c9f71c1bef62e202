import * as calendar from './calendar.ts';
import type { DurationMeaning, Meaning, TimeMeaning, Unit, YearsMeaning } from './meaning.ts';
import {
  resolveDate,
  resolveDayOfMonth,
  resolveNumeric,
  resolveRange,
  resolveWeekday,
  resolveWeekdayShift,
  resolveWeekOfDay,
  resolveWeekOfMonth,
} from './resolveDate.ts';
import { resolveFeast } from './resolveFeast.ts';
import { resolvePart } from './resolvePart.ts';
import { resolveShift } from './resolveShift.ts';
import { resolveTime } from './resolveTime.ts';
import type { Resolved, Scene } from './scene.ts';

/** The value of what an expression means in its scene. What the scene does not tell stays open (`XXXX`). */
export function resolve(meaning: Meaning, scene: Scene): Resolved {
  switch (meaning.kind) {
    case 'date':
      return resolveDate(meaning, scene);
    case 'numeric':
      return resolveNumeric(meaning, scene);
    case 'range':
      return resolveRange(meaning, scene);
    case 'weekday':
      return resolveWeekday(meaning, scene);
    case 'shift':
      return resolveShift(meaning, scene);
    case 'part':
      return resolvePart(meaning, scene);
    case 'weekOfMonth':
      return resolveWeekOfMonth(meaning, resolve(meaning.month, scene));
    case 'weekOfDay':
      return resolveWeekOfDay(resolve(meaning.day, scene));
    case 'weekdayShift':
      return resolveWeekdayShift(meaning, scene);
    case 'dayOfMonth':
      return resolveDayOfMonth(meaning, scene);
    case 'feast':
      return resolveFeast(meaning, scene);
    case 'years':
      return resolveYears(meaning);
    case 'duration':
      return resolveDuration(meaning, scene);
    case 'fixed':
      return { type: meaning.type, value: meaning.value, precision: 'unknown' };
    case 'time':
      return resolveTime(meaning, dayOf(meaning, scene), scene);
  }
}

function dayOf({ day }: TimeMeaning, scene: Scene): Resolved | undefined {
  return day === undefined || day.kind === 'time' ? undefined : resolve(day, scene);
}

function resolveYears({ first, last, value, precision }: YearsMeaning): Resolved {
  if (first < 1) return { type: 'DATE', value, precision };
  return { type: 'DATE', value, precision, range: calendar.yearRange(first, last) };
}

/** Days and months of a unit, for the far end of "the past three weeks". */
const LENGTHS: Readonly<Record<Unit, { readonly days?: number; readonly months?: number }>> = {
  second: { days: 0 },
  minute: { days: 0 },
  hour: { days: 1 / 24 },
  day: { days: 1 },
  weekend: { days: 7 },
  week: { days: 7 },
  fortnight: { days: 14 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
  decade: { months: 120 },
  century: { months: 1200 },
};

/** "the past three days" lasts up to the publication, "the next three days" from it on. */
function resolveDuration({ value, towards, unit, count }: DurationMeaning, scene: Scene): Resolved {
  const open: Resolved = { type: 'DURATION', value, precision: 'unknown' };
  const day = scene.reference?.day;
  if (towards === undefined || count === undefined || day === undefined || scene.reference === undefined)
    return open;
  if (count > 9999 || !Number.isInteger(count)) return open;
  const sign = towards === 'past' ? -1 : 1;
  const { days, months } = LENGTHS[unit];
  const far =
    months === undefined
      ? day + sign * Math.ceil((days ?? 0) * count)
      : calendar.addMonths(day, sign * months * count);
  if (!calendar.isWritableDay(far)) return open;
  const range = sign < 0 ? { first: far, last: day } : { first: day, last: far };
  return { ...open, range, anchor: scene.reference.anchor };
}
