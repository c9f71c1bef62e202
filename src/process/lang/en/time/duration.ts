import type { DurationMeaning, Match, Unit } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { type Count, countAt } from './numbers.ts';
import { COUNT_ADJECTIVES, PLURAL_UNITS, UNITS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';

/** What the designators of ISO 8601 durations stand for, and by how many they multiply. */
const DESIGNATORS: Readonly<
  Record<Unit, { readonly before: string; readonly after: string; readonly times: number }>
> = {
  second: { before: 'PT', after: 'S', times: 1 },
  minute: { before: 'PT', after: 'M', times: 1 },
  hour: { before: 'PT', after: 'H', times: 1 },
  day: { before: 'P', after: 'D', times: 1 },
  weekend: { before: 'P', after: 'WE', times: 1 },
  week: { before: 'P', after: 'W', times: 1 },
  fortnight: { before: 'P', after: 'W', times: 2 },
  month: { before: 'P', after: 'M', times: 1 },
  quarter: { before: 'P', after: 'Q', times: 1 },
  year: { before: 'P', after: 'Y', times: 1 },
  decade: { before: 'P', after: 'Y', times: 10 },
  century: { before: 'P', after: 'Y', times: 100 },
};

/** Below these a half has a whole number of the next smaller unit: "half an hour" is PT30M, "half a year" P6M. */
const HALVES: Partial<Record<Unit, { readonly unit: Unit; readonly times: number }>> = {
  hour: { unit: 'minute', times: 60 },
  minute: { unit: 'second', times: 60 },
  day: { unit: 'hour', times: 24 },
  year: { unit: 'month', times: 12 },
};

/** The TIMEX3 value of so many units: `P3D`, `PT30M`, `PXW`; decades are written as years, `P20Y`. */
export function durationOf(
  count: { readonly value?: number; readonly text: string },
  unit: Unit,
): DurationMeaning {
  const half = HALVES[unit];
  if (count.value === 0.5 && half !== undefined) return durationOf(wholeOf(half.times / 2), half.unit);
  const { before, after, times } = DESIGNATORS[unit];
  const amount = times === 1 || count.value === undefined ? count.text : String(count.value * times);
  const value = `${before}${amount}${after}`;
  return { kind: 'duration', value, unit, ...(count.value === undefined ? {} : { count: count.value }) };
}

function wholeOf(value: number) {
  return { value, text: String(value) };
}

/** A unit with the adjectives and the hyphen that may stand before it: "days", "-day", "straight days", "trading days". */
export function unitAt(
  words: readonly Word[],
  at: number,
): { unit: Unit; plural: boolean; end: number } | undefined {
  let noun = at;
  const isHyphened = wordAt(words, noun).lower === '-';
  if (isHyphened) noun++;
  else for (let n = 0; n < 2 && COUNT_ADJECTIVES.has(wordAt(words, noun).lower); n++) noun++;
  const { lower } = wordAt(words, noun);
  const plural = PLURAL_UNITS.get(lower);
  if (plural !== undefined) return { unit: plural, plural: true, end: noun + 1 };
  const unit = UNITS.get(lower);
  return unit === undefined ? undefined : { unit, plural: false, end: noun + 1 };
}

/** "three days", "48 hours", "a 30-hour", "six-month", "a couple of weeks", "a year", "decades-long", "month-long". */
export function duration(words: readonly Word[], at: number): Match | undefined {
  return (
    barePlural(words, at) ??
    unitLong(words, at) ??
    singleUnit(words, at) ??
    wholeLength(words, at) ??
    partOfCentury(words, at) ??
    compound(words, at)
  );
}

const LONG_WORDS = new Map<string, Unit>([
  ['daylong', 'day'],
  ['weeklong', 'week'],
  ['monthlong', 'month'],
  ['yearlong', 'year'],
  ['decadelong', 'decade'],
]);

/** "daylong", "all day", "all week": one of the unit. */
function wholeLength(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const long = LONG_WORDS.get(lower);
  if (long !== undefined) return { start: at, end: at + 1, meaning: durationOf(wholeOf(1), long) };
  if (lower !== 'all') return undefined;
  const unit = UNITS.get(wordAt(words, at + 1).lower);
  const isWhole = unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year';
  if (!isWhole || wordAt(words, at + 1).lower === 'night' || wordAt(words, at + 2).lower === '-')
    return undefined;
  return { start: at, end: at + 2, meaning: durationOf(wholeOf(1), unit) };
}

/** "a quarter of a century", "three quarters of a century", "a quarter-century". */
function partOfCentury(words: readonly Word[], at: number): Match | undefined {
  const count = countAt(words, at);
  const quarters = count?.value;
  if (count === undefined || quarters === undefined) return undefined;
  const { lower } = wordAt(words, count.end);
  if (lower !== 'quarter' && lower !== 'quarters') return undefined;
  const after = count.end + 1;
  const isOf = wordAt(words, after).lower === 'of' && wordAt(words, after + 1).lower === 'a';
  const noun = isOf ? after + 2 : wordAt(words, after).lower === '-' ? after + 1 : after;
  if (wordAt(words, noun).lower !== 'century') return undefined;
  return { start: at, end: noun + 1, meaning: durationOf(wholeOf(25 * quarters), 'year') };
}

/** "20 years and six months", "two hours and 15 minutes", "an hour, 20 minutes": one length of two units. */
function compound(words: readonly Word[], at: number): Match | undefined {
  const first = counted(words, at);
  if (first === undefined || first.meaning.kind !== 'duration') return first;
  const { unit, count, value } = first.meaning;
  const join = wordAt(words, first.end).lower;
  const isJoined = (join === 'and' || join === ',') && count !== undefined && Number.isInteger(count);
  if (!isJoined || !SMALLER.has(unit)) return first;
  const second = counted(words, first.end + 1);
  if (second?.meaning.kind !== 'duration' || second.meaning.unit !== SMALLER.get(unit)) return first;
  if (second.meaning.count === undefined || !Number.isInteger(second.meaning.count)) return first;
  const rest = second.meaning.value.replace('PT', '').replace('P', '');
  const joined = `${value}${unit === 'day' ? 'T' : ''}${rest}`;
  return { start: at, end: second.end, meaning: { kind: 'duration', value: joined, unit, count } };
}

const SMALLER = new Map<Unit, Unit>([
  ['year', 'month'],
  ['month', 'day'],
  ['week', 'day'],
  ['day', 'hour'],
  ['hour', 'minute'],
  ['minute', 'second'],
]);

function counted(words: readonly Word[], at: number): Match | undefined {
  const count = countAt(words, at);
  if (count === undefined) return undefined;
  const { lower } = wordAt(words, at);
  const isArticle = (lower === 'a' || lower === 'an') && count.end === at + 1;
  const range = rangeBehind(words, count);
  const unit = unitAt(words, range?.end ?? count.end);
  if (unit === undefined) return undefined;
  const isHyphened = wordAt(words, unit.end - 2).lower === '-';
  if (isArticle && longBehind(words, unit.end) !== undefined) return undefined;
  // "three-quarters of a mile": a fraction.
  if (unit.unit === 'quarter' && isFraction(words, count, unit.end)) return undefined;
  if (lower === 'one' && unit.unit === 'day' && !isHyphened && !isDayCounted(words, at, unit.end))
    return undefined;
  if (isArticle && (unit.plural || isHyphened || !isArticleDuration(words, at, unit))) return undefined;
  if (!unit.plural && !isHyphened && !isSingular(count) && !isAdjectival(words, unit.end)) return undefined;
  if (unit.unit === 'second' && !unit.plural && !isHyphened) return undefined;
  if (isWar(words, unit.end) || isMaterial(words, unit.end)) return undefined;
  const end = longBehind(words, unit.end) ?? halfBehind(words, unit.end)?.end ?? unit.end;
  const half = halfBehind(words, unit.end);
  const value =
    range !== undefined ? { text: 'X' } : half === undefined ? count : wholeOf((count.value ?? 1) + 0.5);
  return { start: at, end, meaning: durationOf(value, unit.unit) };
}

const MATERIAL = wordSet(
  'video videos audio music footage film films tape tapes programming recordings content',
);

/** "75 hours of video": how much there is of something, not how long anything went on. */
function isMaterial(words: readonly Word[], at: number): boolean {
  return wordAt(words, at).lower === 'of' && MATERIAL.has(wordAt(words, at + 1).lower);
}

/** "the Six-Day War", "the Hundred Years' War": names. */
function isWar(words: readonly Word[], at: number): boolean {
  const noun = wordAt(words, at).lower === "'" ? at + 1 : at;
  return wordAt(words, noun).lower === 'war' && wordAt(words, noun).capital && wordAt(words, at - 1).capital;
}

function isFraction(words: readonly Word[], count: Count, end: number): boolean {
  if (count.value !== 3) return false;
  return wordAt(words, end - 2).lower === '-' || wordAt(words, end).lower === 'of';
}

/** "10 to 15 minutes", "two or three days", "two-to-three-week": so many, how many stays open. */
export function rangeBehind(words: readonly Word[], count: Count): Count | undefined {
  let at = count.end;
  if (wordAt(words, at).lower === '-' && wordAt(words, at + 1).lower === 'to') at++;
  const join = wordAt(words, at).lower;
  if (join !== 'to' && join !== 'or' && join !== '-') return undefined;
  if (wordAt(words, at + 1).lower === '-') at++;
  const { lower, kind } = wordAt(words, at + 1);
  if (lower === 'a' || lower === 'an' || lower === 'half') return undefined;
  if (kind === 'number' && lower.length <= 4 && !wordAt(words, at + 1).glued) return countAt(words, at + 1);
  if (kind === 'number' && join === '-' && lower.length <= 3) return { text: lower, end: at + 2 };
  return kind === 'word' ? countAt(words, at + 1) : undefined;
}

function isSingular(count: Count): boolean {
  return count.value === undefined ? false : count.value <= 1;
}

/** "a four day rally": a singular unit behind a number stands before a noun. */
function isAdjectival(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at);
  return next.kind === 'word' && !next.line && !NOT_NOUNS.has(next.lower);
}

const NOT_NOUNS = wordSet('and or in on at of to the a is was that as by for');

/** "a year", "an hour": not "a second attempt", not the "a day" of a rate, which is a set. */
function isArticleDuration(words: readonly Word[], at: number, unit: { unit: Unit; end: number }): boolean {
  if (unit.unit === 'second' || unit.unit === 'quarter' || unit.unit === 'weekend') return false;
  const next = wordAt(words, unit.end);
  if (next.lower === 'of' && unit.unit === 'day') return false;
  if (unit.unit === 'day') return isDayCounted(words, at, unit.end);
  if (unit.unit === 'minute') return next.lower !== 'of' && wordAt(words, at - 1).lower !== 'up';
  if (wordAt(words, unit.end - 1).lower === 'night') return wordAt(words, at - 1).lower === 'for';
  return true;
}

const DAY_LEADS = wordSet('for within in than after about nearly over just only once almost');
const DAY_FOLLOWERS = new Set(['after', 'before', 'later', 'earlier', 'ago']);

/** "a day" is a length of time beside words of time; alone it is any day. */
function isDayCounted(words: readonly Word[], at: number, end: number): boolean {
  const before = wordAt(words, at - 1).lower;
  return (
    DAY_FOLLOWERS.has(wordAt(words, end).lower) ||
    (DAY_LEADS.has(before) && wordAt(words, end).lower !== 'when')
  );
}

const PLURAL_LEADS = wordSet(`
  for in within over after by just only mere took take takes taken spent spend lasted lasting last
  years months weeks waited despite following
`);

/** "the early days of the war", "his years of service" are no lengths. */
const NOT_COUNTED = wordSet('early late first last final these those his her their our glory');

const PLURAL_FOLLOWERS = wordSet('before after of into without since long behind if');

/** "for years", "weeks before the vote", "months of fighting", "decades-long", "years-old". */
function barePlural(words: readonly Word[], at: number): Match | undefined {
  const unit = PLURAL_UNITS.get(wordAt(words, at).lower);
  if (unit === undefined || (wordAt(words, at).capital && !isBefore(words, at + 1))) return undefined;
  const long = longBehind(words, at + 1);
  const before = wordAt(words, at - 1);
  if (before.kind === 'number' || wordAt(words, at).lower === 'quarters') return undefined;
  if (long === undefined && !isPluralTime(words, at, before.lower)) return undefined;
  const isFine = unit === 'second' || unit === 'minute' || unit === 'hour';
  if (long === undefined && isFine && wordAt(words, at + 1).lower === 'of' && before.lower !== 'for')
    return undefined;
  const overThe = before.lower === 'the' && wordAt(words, at - 2).lower === 'over';
  return { start: overThe ? at - 2 : at, end: long ?? at + 1, meaning: durationOf({ text: 'X' }, unit) };
}

/** "Weeks after the flood": a capital that opens the sentence. */
function isBefore(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at);
  return lower === 'after' || lower === 'before' || lower === 'into';
}

function isPluralTime(words: readonly Word[], at: number, before: string): boolean {
  const after = wordAt(words, at + 1).lower;
  if (PLURAL_FOLLOWERS.has(after))
    return !(after === 'of' && NOT_COUNTED.has(before)) && (before !== 'the' || after !== 'of');
  if (before === 'of' && wordAt(words, at - 2).lower === 'matter') return true;
  if (after === 'in' && isPhraseAt(words, at + 2, ['the', 'making'])) return true;
  return PLURAL_LEADS.has(before) || (before === 'the' && wordAt(words, at - 2).lower === 'over');
}

/** "decade-long", "month-old": one of the unit. */
function unitLong(words: readonly Word[], at: number): Match | undefined {
  const unit = UNITS.get(wordAt(words, at).lower);
  if (unit === undefined || wordAt(words, at - 1).lower === '-') return undefined;
  const end = longBehind(words, at + 1);
  return end === undefined ? undefined : { start: at, end, meaning: durationOf(wholeOf(1), unit) };
}

/** "all-day", "single-day", "one-year" (the last is counted). */
function singleUnit(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower !== 'single' && lower !== 'multi') return undefined;
  const hyphen = wordAt(words, at + 1).lower === '-';
  const unit = UNITS.get(wordAt(words, hyphen ? at + 2 : at + 1).lower);
  if (unit === undefined || unit === 'second') return undefined;
  const count = lower === 'single' ? wholeOf(1) : { text: 'X' };
  return { start: at, end: hyphen ? at + 3 : at + 2, meaning: durationOf(count, unit) };
}

/** "-long", "long" behind a unit. */
function longBehind(words: readonly Word[], at: number): number | undefined {
  const isHyphened = wordAt(words, at).lower === '-' && wordAt(words, at).glued;
  const { lower } = wordAt(words, at + 1);
  return isHyphened && (lower === 'long' || lower === 'old') ? at + 2 : undefined;
}

/** "a year and a half", "an hour and a half". */
export function halfBehind(words: readonly Word[], at: number): { end: number } | undefined {
  const isHalf =
    wordAt(words, at).lower === 'and' &&
    wordAt(words, at + 1).lower === 'a' &&
    wordAt(words, at + 2).lower === 'half';
  return isHalf ? { end: at + 3 } : undefined;
}
