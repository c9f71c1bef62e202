import type { DayPart, Match, Unit } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { durationOf, unitAt } from './duration.ts';
import { monthAt } from './monthDay.ts';
import { COUNT_STARTS, countAt, ordinalAt } from './numbers.ts';
import { DAY_PARTS, PLURAL_UNITS, SEASONS, UNITS, WEEKDAY_PLURALS, WEEKDAYS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';

const ADVERBS = new Map([
  ['daily', 'P1D'],
  ['weekly', 'P1W'],
  ['monthly', 'P1M'],
  ['annual', 'P1Y'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
  ['hourly', 'PT1H'],
  ['nightly', 'XXXX-XX-XXTNI'],
  ['quarterly', 'P1Q'],
  ['fortnightly', 'P2W'],
  ['biweekly', 'P2W'],
  ['biannual', 'P6M'],
  ['biennial', 'P2Y'],
  ['bimonthly', 'P2M'],
  ['semiannual', 'P6M'],
  ['semiannually', 'P6M'],
]);

/** "every Friday", "daily", "each year", "every two weeks", "twice a week", "on Sundays", "$2 million a year". */
export function frequency(words: readonly Word[], at: number): Match | undefined {
  return (
    adverb(words, at) ?? every(words, at) ?? plural(words, at) ?? unitsEach(words, at) ?? rate(words, at)
  );
}

function setOf(start: number, end: number, value: string): Match {
  return { start, end, meaning: { kind: 'fixed', type: 'SET', value } };
}

/** "daily"; not "The Daily Caller", "Weekly Standard": a capital before a capital is a name. */
function adverb(words: readonly Word[], at: number): Match | undefined {
  const word = wordAt(words, at);
  const value = ADVERBS.get(word.lower);
  if (value === undefined) return undefined;
  const next = wordAt(words, at + 1);
  const before = wordAt(words, at - 1);
  if (word.glued && before.lower === '-' && wordAt(words, at - 2).lower === 'semi')
    return value === 'P1Y' ? setOf(at - 2, at + 1, 'P6M') : undefined;
  const isName =
    word.capital && (next.capital || before.capital || before.lower === 'the' || before.lower === '@');
  return isName || (word.glued && before.lower === '-') ? undefined : setOf(at, at + 1, value);
}

function every(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower !== 'every' && lower !== 'each') return undefined;
  const other = wordAt(words, at + 1).lower === 'other';
  const single = wordAt(words, at + 1).lower === 'single';
  const first = other || single ? at + 2 : at + 1;
  const start = timesBefore(words, at);
  const named = recurring(words, first) ?? recurring(words, ordinalCount(words, first)?.end ?? first);
  if (named !== undefined) return setOf(start, named.end, named.value);
  const count = other
    ? { value: 2, text: '2', end: first }
    : (countRange(words, first) ?? countAt(words, first) ?? ordinalCount(words, first));
  const unit = unitAt(words, count?.end ?? first);
  if (unit === undefined || (unit.plural && count === undefined) || unit.unit === 'second') return undefined;
  return setOf(start, unit.end, durationOf(count ?? { value: 1, text: '1' }, unit.unit).value);
}

/** "twice every month". */
function timesBefore(words: readonly Word[], at: number): number {
  const { lower } = wordAt(words, at - 1);
  return lower === 'twice' || lower === 'thrice' ? at - 1 : at;
}

/** "two to three", "five or six": how many stays open. */
function countRange(words: readonly Word[], at: number) {
  const first = countAt(words, at);
  if (first === undefined) return undefined;
  const join = wordAt(words, first.end).lower;
  const second = join === 'to' || join === 'or' ? countAt(words, first.end + 1) : undefined;
  return second === undefined ? undefined : { text: 'X', end: second.end };
}

/** "seven days a week", "24 hours a day", "40 hours per week": a set of the larger unit. */
function unitsEach(words: readonly Word[], at: number): Match | undefined {
  const count = countAt(words, at);
  const lower = count === undefined ? undefined : wordAt(words, count.end).lower;
  const smaller = lower === undefined ? undefined : PLURAL_UNITS.get(lower);
  if (count === undefined || smaller === undefined) return undefined;
  const article = wordAt(words, count.end + 1).lower;
  if (article !== 'a' && article !== 'per') return undefined;
  const unit = UNITS.get(wordAt(words, count.end + 2).lower);
  if (unit === undefined || !RATE_UNITS.has(unit) || unit === smaller) return undefined;
  return setOf(at, count.end + 3, durationOf({ value: 1, text: '1' }, unit).value);
}

function ordinalCount(words: readonly Word[], at: number) {
  const ordinal = ordinalAt(words, at);
  return ordinal === undefined ? undefined : { ...ordinal, text: String(ordinal.value) };
}

/** What recurs by name: "Friday", "morning", "December", "summer", "weekend". */
function recurring(words: readonly Word[], at: number): { value: string; end: number } | undefined {
  const { lower } = wordAt(words, at);
  const weekday = WEEKDAYS.get(lower);
  if (weekday !== undefined) {
    const part = DAY_PARTS.get(wordAt(words, at + 1).lower);
    return { value: `XXXX-WXX-${weekday}${suffixOf(part)}`, end: part === undefined ? at + 1 : at + 2 };
  }
  const part = DAY_PARTS.get(lower);
  if (part !== undefined) return { value: `XXXX-XX-XX${suffixOf(part)}`, end: at + 1 };
  if (lower === 'weekend') return { value: 'XXXX-WXX-WE', end: at + 1 };
  const season = SEASONS.get(lower);
  if (season !== undefined) return { value: `XXXX-${season}`, end: at + 1 };
  const month = monthAt(words, at);
  return month && { value: `XXXX-${String(month.month).padStart(2, '0')}`, end: month.end };
}

function suffixOf(part: DayPart | undefined): string {
  return part === undefined ? '' : `T${part}`;
}

const PART_PLURALS = new Map([
  ['mornings', 'MO'],
  ['afternoons', 'AF'],
  ['evenings', 'EV'],
]);

/** "on Sundays", "Friday nights", "in the mornings", "on weekdays"; a plural weekday is enough, others need a word before. */
function plural(words: readonly Word[], at: number): Match | undefined {
  const word = wordAt(words, at);
  const weekday = WEEKDAY_PLURALS.get(word.lower);
  if (weekday !== undefined && word.capital) return setOf(at, at + 1, `XXXX-WXX-${weekday}`);
  const named = WEEKDAYS.get(word.lower);
  const next = wordAt(words, at + 1).lower;
  if (named !== undefined && (PART_PLURALS.has(next) || next === 'nights')) {
    return setOf(at, at + 2, `XXXX-WXX-${named}T${PART_PLURALS.get(next) ?? 'NI'}`);
  }
  const before = wordAt(words, at - 1).lower;
  if (before !== 'on' && before !== 'the' && before !== 'in' && before !== 'at') return undefined;
  const part = PART_PLURALS.get(word.lower);
  if (part !== undefined) return setOf(at, at + 1, `XXXX-XX-XXT${part}`);
  if (before === 'on' && word.lower === 'weekends') return setOf(at, at + 1, 'XXXX-WXX-WE');
  return before === 'on' && word.lower === 'weekdays' ? setOf(at, at + 1, 'XXXX-WXX-WD') : undefined;
}

const RATE_UNITS = new Set<Unit>(['day', 'week', 'month', 'quarter', 'year', 'decade']);
const RATED = wordSet('once twice thrice times time % percent million billion trillion thousand');

/** "twice a week", "three times a day", "$5 million a year", "20,000 barrels a day", "per year" behind an amount. */
function rate(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const isPer = lower === 'per';
  if (!isPer && lower !== 'a' && lower !== 'an') return undefined;
  const unit = UNITS.get(wordAt(words, at + 1).lower);
  if (unit === undefined || !RATE_UNITS.has(unit) || wordAt(words, at + 1).lower === 'night')
    return undefined;
  if (wordAt(words, at + 2).lower === '-' || DIRECTIONS.has(wordAt(words, at + 2).lower)) return undefined;
  const start = rateStart(words, at);
  if (start === undefined && !isPer) return undefined;
  return setOf(start ?? at, at + 2, durationOf({ value: 1, text: '1' }, unit).value);
}

const DIRECTIONS = wordSet('ago later earlier after before from and in of');

/** Where a rate begins: TIMEX3 takes "twice a week" whole, but leaves the amount before "a year" out. */
function rateStart(words: readonly Word[], at: number): number | undefined {
  const before = wordAt(words, at - 1);
  if (before.lower === 'once' || before.lower === 'twice') return at - 1;
  if (before.lower === 'times') return countBefore(words, at - 1);
  if (RATED.has(before.lower) || before.kind === 'number') return at;
  return isAmountBefore(words, at - 1) ? at : undefined;
}

/** How many words a counted thing has before its rate: "15 drug overdoses a month", "one 20-minute call a week". */
const AMOUNT_REACH = 5;

function isAmountBefore(words: readonly Word[], noun: number): boolean {
  const last = wordAt(words, noun);
  if (last.kind !== 'word' || last.capital || NOT_RATED.has(last.lower) || last.line) return false;
  for (let at = noun - 1; at >= noun - AMOUNT_REACH; at--) {
    const word = wordAt(words, at);
    if (word.kind === 'number' || RATED.has(word.lower)) return true;
    if (COUNT_STARTS.has(word.lower) && word.lower !== 'a' && word.lower !== 'an') return true;
    if ((word.kind === 'mark' && word.lower !== '-') || NOT_RATED.has(word.lower)) return false;
  }
  return false;
}

const NOT_RATED = wordSet(`
  in for within after before about over under nearly almost just only than least most to by of at on from since
  every and or but last next this that is was were are be been had has have took takes take lasted lasts spent
`);

function countBefore(words: readonly Word[], at: number): number {
  for (const start of [at - 3, at - 2, at - 1]) if (countAt(words, start)?.end === at) return start;
  return at;
}
