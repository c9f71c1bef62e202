import type { DayPart, PartMeaning, Unit } from '../../../time/meaning.ts';
import { wordSet } from './wordSet.ts';

/** Month names and the abbreviations of news style. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ['january', 1],
  ['february', 2],
  ['march', 3],
  ['april', 4],
  ['may', 5],
  ['june', 6],
  ['july', 7],
  ['august', 8],
  ['september', 9],
  ['october', 10],
  ['november', 11],
  ['december', 12],
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
]);

/** Days of the week after ISO 8601. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
]);

/** Short forms, which are words of their own as well ("sun", "sat", "wed"): taken only beside a date or a point. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
]);

export const WEEKDAY_PLURALS: ReadonlyMap<string, number> = new Map(
  [...WEEKDAYS].map(([name, number]) => [`${name}s`, number] as const),
);

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['second', 'second'],
  ['minute', 'minute'],
  ['hour', 'hour'],
  ['day', 'day'],
  ['night', 'day'],
  ['weekend', 'weekend'],
  ['week', 'week'],
  ['fortnight', 'fortnight'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
]);

export const PLURAL_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['seconds', 'second'],
  ['secs', 'second'],
  ['minutes', 'minute'],
  ['mins', 'minute'],
  ['hours', 'hour'],
  ['hrs', 'hour'],
  ['days', 'day'],
  ['nights', 'day'],
  ['weekends', 'weekend'],
  ['weeks', 'week'],
  ['fortnights', 'fortnight'],
  ['months', 'month'],
  ['quarters', 'quarter'],
  ['years', 'year'],
  ['yrs', 'year'],
  ['decades', 'decade'],
  ['centuries', 'century'],
]);

export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ['morning', 'MO'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
  ['dawn', 'MO'],
  ['dusk', 'EV'],
  ['midday', 'MI'],
]);

export const SEASONS: ReadonlyMap<string, 'SP' | 'SU' | 'FA' | 'WI'> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
]);

export const QUARTERS: readonly PartMeaning['part'][] = ['Q1', 'Q2', 'Q3', 'Q4'];
export const HALVES: readonly PartMeaning['part'][] = ['H1', 'H2'];

/** Prepositions before a time: they let a doubtful month, year or plural be one. */
export const TIME_PREPOSITIONS: ReadonlySet<string> = wordSet(`
  in since by until till til during before after from through throughout for of between as to into
  around about late early mid circa back on over within starting beginning ending effective
`);

/** Words that may stand between a count and its unit: "six straight days", "five trading days". */
export const COUNT_ADJECTIVES: ReadonlySet<string> = wordSet(`
  straight consecutive successive full whole long short solid trading working business calendar more
  further additional extra other fiscal academic school
`);
