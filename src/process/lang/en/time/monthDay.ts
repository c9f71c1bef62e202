import { isCalendarDay } from '../../../time/calendar.ts';
import type { DateMeaning, Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isFreeNumber, isOrdinalSuffix, ordinalAt } from './numbers.ts';
import { MONTHS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';
import { yearNumberAt } from './yearNumber.ts';

/** A month's name with the point that an abbreviation may carry. */
export function monthAt(words: readonly Word[], at: number): { month: number; end: number } | undefined {
  const word = wordAt(words, at);
  const month = MONTHS.get(word.lower);
  if (month === undefined || !word.capital) return undefined;
  const point = wordAt(words, at + 1);
  const isShort =
    word.lower.length <= 4 && word.lower !== 'june' && word.lower !== 'july' && word.lower !== 'may';
  const isPointed = point.glued && point.lower === '.' && (isShort || isDayNext(words, at + 2, word.lower));
  return { month, end: isPointed ? at + 2 : at + 1 };
}

/** "May. 3": a point that the name does not need, before a day on the same line. */
function isDayNext(words: readonly Word[], at: number, name: string): boolean {
  const { kind, lower, line } = wordAt(words, at);
  return name === 'may' && kind === 'number' && lower.length <= 2 && !line;
}

/** "Dec. 11", "December 11th, 2020", "Dec. 20-23", "Nov. 3 and 4", "May 3, 5 and 9, 2018". */
export function monthDay(words: readonly Word[], at: number): Match | undefined {
  const name = monthAt(words, at);
  if (name === undefined) return undefined;
  const first = dayAt(words, wordAt(words, name.end).lower === 'the' ? name.end + 1 : name.end);
  if (first === undefined || !isCalendarDay(undefined, name.month, first.day)) return undefined;
  const days = daysBehind(words, first, { isFirst: true });
  const last = days.at(-1) ?? first;
  const year = yearBehind(words, last.end);
  if (days.length === 0 && year === undefined && isCount(words, at, first.end)) return undefined;
  const all = [{ ...first, start: at, range: false }, ...days];
  return joinDays(all, { month: name.month, year: year?.year, end: year?.end ?? last.end });
}

/** "11 December 2020", "11th of December", "20-23 December", "the 4th and 5th of May", "3, 4 and 5 May". */
export function dayMonth(words: readonly Word[], at: number): Match | undefined {
  if (!isDayStart(words, at)) return undefined;
  const first = dayAt(words, at) ?? spelledDayAt(words, at);
  if (first === undefined) return undefined;
  const days = daysBehind(words, first, { isFirst: false });
  const last = days.at(-1) ?? first;
  const name = monthAt(words, wordAt(words, last.end).lower === 'of' ? last.end + 1 : last.end);
  if (name === undefined) return undefined;
  const year = yearBehind(words, name.end);
  const all = [{ ...first, start: at, range: false }, ...days];
  return joinDays(all, { month: name.month, year: year?.year, end: year?.end ?? name.end });
}

interface NamedMonth {
  readonly month: number;
  readonly year: number | undefined;
  /** Behind the last word of all. */
  readonly end: number;
}

/** Days that share a month: with a hyphen one range, else each its own expression, the last with the month's words. */
function joinDays(days: readonly ListedDay[], { month, year, end }: NamedMonth): Match | undefined {
  const dates: DateMeaning[] = [];
  for (const [index, { day }] of days.entries()) {
    const date = dateOf(month, day, year);
    if (date === undefined || day <= (days[index - 1]?.day ?? 0)) return undefined;
    dates.push(date);
  }
  const [first, second] = days;
  if (first === undefined) return undefined;
  if (second?.range === true && days.length === 2)
    return { start: first.start, end, meaning: { kind: 'range', from: dates[0]!, to: dates[1]! } };
  let match: Match | undefined;
  for (let index = days.length - 1; index >= 0; index--) {
    const { start, end: own } = days[index]!;
    const last = match === undefined ? end : own;
    match = { start, end: last, meaning: dates[index]!, ...(match === undefined ? {} : { next: match }) };
  }
  return match;
}

/** "In May 20 people died": a count of something; a day behind "in" has its year or its ending. */
function isCount(words: readonly Word[], at: number, end: number): boolean {
  const next = wordAt(words, end);
  return (
    wordAt(words, at - 1).lower === 'in' &&
    wordAt(words, end - 1).kind === 'number' &&
    next.kind === 'word' &&
    !next.capital &&
    next.lower.length > 3
  );
}

function isDayStart(words: readonly Word[], at: number): boolean {
  return wordAt(words, at).kind === 'word' || isFreeNumber(words, at);
}

/** A day of the month in digits, with or without its ending; not the head of "20,000", "4.5" or "11:30". */
export function dayAt(words: readonly Word[], at: number): { day: number; end: number } | undefined {
  const word = wordAt(words, at);
  if (word.kind !== 'number' || word.lower.length > 2) return undefined;
  const day = Number(word.lower);
  if (day < 1 || day > 31) return undefined;
  const next = wordAt(words, at + 1);
  if (!next.glued || next.kind === 'end') return { day, end: at + 1 };
  if (next.kind === 'word') return isOrdinalSuffix(next) ? { day, end: at + 2 } : undefined;
  if (next.lower === '%') return undefined;
  const after = wordAt(words, at + 2);
  const goesOn = after.glued && after.kind === 'number' && (next.lower !== ',' || after.lower.length === 3);
  return goesOn && next.lower !== '-' && next.lower !== '/' ? undefined : { day, end: at + 1 };
}

/** "the Fourth of July": an ordinal in letters counts only before "of" and a month. */
function spelledDayAt(words: readonly Word[], at: number): { day: number; end: number } | undefined {
  if (wordAt(words, at).kind !== 'word') return undefined;
  const ordinal = ordinalAt(words, at);
  if (ordinal === undefined || ordinal.value > 31 || wordAt(words, ordinal.end).lower !== 'of')
    return undefined;
  return { day: ordinal.value, end: ordinal.end };
}

interface ListedDay {
  readonly start: number;
  readonly day: number;
  readonly end: number;
  /** Joined to the day before by a hyphen. */
  readonly range: boolean;
}

/** More days than these are no list that a sentence gives. */
const MOST_DAYS = 6;

/** The days that go on from a first: "-23", "and 4", "to 5", ", 4 and 5". A list with commas needs its "and". */
function daysBehind(
  words: readonly Word[],
  first: { readonly day: number; readonly end: number },
  { isFirst }: { readonly isFirst: boolean },
): readonly ListedDay[] {
  const days: ListedDay[] = [];
  let at = first.end;
  let day = first.day;
  while (days.length < MOST_DAYS) {
    const join = wordAt(words, at).lower;
    const range = join === '-' || join === '—';
    const isComma = join === ',';
    if (!range && !isComma && !JOINS.has(join)) break;
    const next = dayAt(words, at + 1);
    if (next === undefined || next.day <= day) break;
    // "Dec. 2-Jan. 5": what follows has a month of its own. "3, 4 and 5 May" has its month behind.
    if (isFirst && monthAt(words, next.end) !== undefined) break;
    days.push({ start: at + 1, ...next, range });
    ({ day } = next);
    at = next.end;
    if (range || !isComma) break;
  }
  const last = days.at(-1);
  return last !== undefined && wordAt(words, last.start - 1).lower === ',' ? [] : days;
}

const JOINS = wordSet('and or to through until');

/** A year behind a day or month: ", 2020", "2020", "of 2020". */
export function yearBehind(words: readonly Word[], at: number): { year: number; end: number } | undefined {
  const mark = wordAt(words, at);
  if (mark.lower !== ',' && mark.lower !== 'of') return yearNumberAt(words, at);
  const year = yearNumberAt(words, at + 1) ?? farYear(words, at + 1);
  return year !== undefined && wordAt(words, at + 1).kind === 'number' ? year : undefined;
}

/** "Dec. 31, 9999": behind a comma and a day even a year far off is one. */
function farYear(words: readonly Word[], at: number): { year: number; end: number } | undefined {
  const { kind, lower } = wordAt(words, at);
  const stands = wordAt(words, at - 1).lower === ',' && wordAt(words, at - 2).kind === 'number';
  if (kind !== 'number' || lower.length !== 4 || lower < '3000' || !stands) return undefined;
  const next = wordAt(words, at + 1);
  return next.glued && next.kind !== 'mark' ? undefined : { year: Number(lower), end: at + 1 };
}

function dateOf(month: number, day: number, year: number | undefined): DateMeaning | undefined {
  if (!isCalendarDay(year, month, day)) return undefined;
  return year === undefined ? { kind: 'date', month, day } : { kind: 'date', year, month, day };
}
