import * as calendar from './calendar.ts';
import { anchorOf, yearNumberOf } from './choose.ts';
import type { PartMeaning } from './meaning.ts';
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
  const told = meaning.which === 'told' ? scene.told : undefined;
  if (told !== undefined)
    return { ...resolvePart(ofYear(meaning, told.range.first), scene), anchor: told.id };
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

/** "that winter" of a January began in the year before. */
function ofYear({ part }: PartMeaning, day: number): PartMeaning {
  const { year, month } = calendar.partsOf(day);
  return { kind: 'part', part, year: part === 'WI' && month < 3 ? year - 1 : year };
}

function rangeOf(part: PartMeaning['part'], year: number): calendar.DayRange {
  const [first, length] = MONTHS[part];
  const start = calendar.dayNumberOf(year, first, 1);
  return { first: start, last: calendar.addMonths(start, length) - 1 };
}

/** The year of a part named without one: the running one, the last that is over, or the next to come. */
function yearOfPart({ part, which }: PartMeaning, scene: Scene): number | undefined {
  const { reference } = scene;
  if (which === 'told') return undefined;
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
