import * as calendar from './calendar.ts';
import { anchorOf, chooseDay, yearNumberOf } from './choose.ts';
import type { FeastMeaning, FeastRule, PartMeaning } from './meaning.ts';
import { dayResolved } from './resolveDate.ts';
import type { Resolved, Scene } from './scene.ts';

/**
 * First month and length in months of each part. Seasons are the meteorological ones of the northern hemisphere; a
 * winter begins in the December of its year.
 */
const MONTHS: Readonly<Record<PartMeaning['part'], readonly [first: number, length: number]>> = {
  Q1: [1, 3],
  Q2: [4, 3],
  Q3: [7, 3],
  Q4: [10, 3],
  H1: [1, 6],
  H2: [7, 6],
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
};

/** A quarter, half or season: "the third quarter", "last summer", "the spring of 2014". */
export function resolvePart(meaning: PartMeaning, scene: Scene): Resolved {
  const year = yearNumberOf(meaning.year, scene) ?? yearOfPart(meaning, scene);
  if (year === undefined || year < 1 || year > 9998) {
    return { type: 'DATE', value: `XXXX-${meaning.part}`, precision: 'unknown' };
  }
  const value = `${calendar.formatYear(year)}-${meaning.part}`;
  const anchor = anchorOf(meaning.year, scene);
  // A fiscal year begins where its owner says: its quarter has a name and no days.
  if (meaning.fiscal) return { type: 'DATE', value: `FY${value}`, precision: 'unknown', ...anchor };
  return { type: 'DATE', value, precision: 'season', range: rangeOf(meaning.part, year), ...anchor };
}

function rangeOf(part: PartMeaning['part'], year: number): calendar.DayRange {
  const [first, length] = MONTHS[part];
  const start = calendar.dayNumberOf(year, first, 1);
  return { first: start, last: calendar.addMonths(start, length) - 1 };
}

/** The year of a part named without one: the running one, the last that is over, or the next to come. */
function yearOfPart({ part, which }: PartMeaning, scene: Scene): number | undefined {
  const { reference } = scene;
  if (reference === undefined || reference.month === undefined)
    return which === 'this' ? reference?.year : undefined;
  const day = reference.day ?? calendar.dayNumberOf(reference.year, reference.month, 1);
  const years = [
    reference.year - 2,
    reference.year - 1,
    reference.year,
    reference.year + 1,
    reference.year + 2,
  ];
  if (which === 'last') return years.findLast((year) => rangeOf(part, year).last < day);
  if (which === 'next') return years.find((year) => rangeOf(part, year).first > day);
  if (which === 'this') return part === 'WI' && reference.month < 3 ? reference.year - 1 : reference.year;
  if (scene.tense === 'future') return years.find((year) => rangeOf(part, year).last >= day);
  // "in the spring" without a verb that tells stays open; a quarter is the last that had begun.
  if (which === 'nearest' && scene.tense === undefined) return undefined;
  return years.findLast((year) => rangeOf(part, year).first <= day);
}

/** A named day: "Christmas Eve", "Easter Monday 2021", "last Thanksgiving". */
export function resolveFeast({ rule, year, which }: FeastMeaning, scene: Scene): Resolved {
  const named = yearNumberOf(year, scene);
  if (named !== undefined) return { ...dayResolved(dayOfFeast(rule, named)), ...anchorOf(year, scene) };
  const { reference } = scene;
  if (reference === undefined) return { type: 'DATE', value: openValue(rule), precision: 'unknown' };
  const { anchor } = reference;
  if (reference.day === undefined) return { ...dayResolved(dayOfFeast(rule, reference.year)), anchor };
  const years = [reference.year - 1, reference.year, reference.year + 1];
  const days = years.filter((candidate) => candidate > 0).map((candidate) => dayOfFeast(rule, candidate));
  const way = which === undefined || which === 'nearest' ? scene.tense : which;
  if (which === 'this') return { ...dayResolved(dayOfFeast(rule, reference.year)), anchor };
  return { ...dayResolved(chooseDay(days, reference.day, way) ?? reference.day), anchor };
}

function dayOfFeast(rule: FeastRule, year: number): number {
  switch (rule.on) {
    case 'fixed':
      return calendar.dayNumberOf(year, rule.month, rule.day);
    case 'easter':
      return calendar.easterOf(year) + rule.offset;
    case 'orthodoxEaster':
      return calendar.orthodoxEasterOf(year) + rule.offset;
    case 'nth':
      return calendar.nthWeekdayOf(year, rule.month, rule);
  }
}

function openValue(rule: FeastRule): string {
  if (rule.on !== 'fixed') return 'XXXX-XX-XX';
  return `XXXX-${String(rule.month).padStart(2, '0')}-${String(rule.day).padStart(2, '0')}`;
}
