import { isCalendarDay } from '../../../time/calendar.ts';
import type { DateMeaning, Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isFreeNumber, isOrdinalSuffix, ordinalAt } from './numbers.ts';
import { MONTHS } from './vocabulary.ts';
import { yearNumberAt } from './yearNumber.ts';

/** A month's name with the point that an abbreviation may carry. */
export function monthAt(words: readonly Word[], at: number): { month: number; end: number } | undefined {
  const word = wordAt(words, at);
  const month = MONTHS.get(word.lower);
  if (month === undefined || !word.capital) return undefined;
  const point = wordAt(words, at + 1);
  const isShort =
    word.lower.length <= 4 && word.lower !== 'june' && word.lower !== 'july' && word.lower !== 'may';
  return { month, end: isShort && point.glued && point.lower === '.' ? at + 2 : at + 1 };
}

/** "Dec. 11", "December 11th, 2020", "Dec. 20-23", "Nov. 3 and 4". */
export function monthDay(words: readonly Word[], at: number): Match | undefined {
  const name = monthAt(words, at);
  if (name === undefined) return undefined;
  const first = dayAt(words, wordAt(words, name.end).lower === 'the' ? name.end + 1 : name.end);
  if (first === undefined || !isCalendarDay(undefined, name.month, first.day)) return undefined;
  const second = secondDayAt(words, first.end);
  const end = second?.day.end ?? first.end;
  const year = yearBehind(words, end);
  const from = dateOf(name.month, first.day, year?.year);
  if (from === undefined) return undefined;
  if (second === undefined) return { start: at, end: year?.end ?? end, meaning: from };
  const to = dateOf(name.month, second.day.day, year?.year);
  if (to === undefined || second.day.day <= first.day) return { start: at, end: first.end, meaning: from };
  if (second.range) return { start: at, end: year?.end ?? end, meaning: { kind: 'range', from, to } };
  const next = { start: second.start, end: year?.end ?? end, meaning: to };
  return { start: at, end: first.end, meaning: from, next };
}

/** "11 December 2020", "11th of December", "20-23 December", "the 4th and 5th of May". */
export function dayMonth(words: readonly Word[], at: number): Match | undefined {
  if (!isDayStart(words, at)) return undefined;
  const first = dayAt(words, at) ?? spelledDayAt(words, at);
  if (first === undefined) return undefined;
  const second = secondDayAt(words, first.end);
  const end = second?.day.end ?? first.end;
  const name = monthAt(words, wordAt(words, end).lower === 'of' ? end + 1 : end);
  if (name === undefined) return undefined;
  const year = yearBehind(words, name.end);
  const from = dateOf(name.month, first.day, year?.year);
  if (from === undefined) return undefined;
  const whole = year?.end ?? name.end;
  if (second === undefined) return { start: at, end: whole, meaning: from };
  const to = dateOf(name.month, second.day.day, year?.year);
  if (to === undefined || second.day.day <= first.day) return undefined;
  if (second.range) return { start: at, end: whole, meaning: { kind: 'range', from, to } };
  const next = { start: second.start, end: whole, meaning: to };
  return { start: at, end: first.end, meaning: from, next };
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

interface SecondDay {
  readonly start: number;
  readonly day: { readonly day: number; readonly end: number };
  readonly range: boolean;
}

function secondDayAt(words: readonly Word[], at: number): SecondDay | undefined {
  const join = wordAt(words, at).lower;
  const range = join === '-' || join === '—' || join === 'to' || join === 'through';
  if (!range && join !== 'and' && join !== 'or') return undefined;
  const day = dayAt(words, at + 1);
  return day === undefined ? undefined : { start: at + 1, day, range };
}

/** A year behind a day or month: ", 2020", "2020", "of 2020". */
export function yearBehind(words: readonly Word[], at: number): { year: number; end: number } | undefined {
  const mark = wordAt(words, at);
  if (mark.lower !== ',' && mark.lower !== 'of') return yearNumberAt(words, at);
  const year = yearNumberAt(words, at + 1);
  return year !== undefined && wordAt(words, at + 1).kind === 'number' ? year : undefined;
}

function dateOf(month: number, day: number, year: number | undefined): DateMeaning | undefined {
  if (!isCalendarDay(year, month, day)) return undefined;
  return year === undefined ? { kind: 'date', month, day } : { kind: 'date', year, month, day };
}
