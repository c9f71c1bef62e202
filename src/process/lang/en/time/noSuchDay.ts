import { isCalendarDay } from '../../../time/calendar.ts';
import type { FixedMeaning, Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { monthAt, yearBehind } from './monthDay.ts';
import { isFreeNumber, isOrdinalSuffix } from './numbers.ts';

/** What looks like a date and is none: recognised so that no part of it is taken for a date, and left without a value. */
export const NO_SUCH_DAY: FixedMeaning = {
  kind: 'fixed',
  type: 'DATE',
  value: 'XXXX-XX-XX',
  unread: 'The calendar has no such day, so it is given no value.',
};

/** "31 February 2020", "June 31", "32 December 2019", "the 30th of February". */
export function noSuchDay(words: readonly Word[], at: number): Match | undefined {
  const { kind } = wordAt(words, at);
  if (kind === 'number') return dayFirst(words, at);
  return kind === 'word' ? monthFirst(words, at) : undefined;
}

function dayFirst(words: readonly Word[], at: number): Match | undefined {
  const day = numberAt(words, at);
  if (day === undefined || !isFreeNumber(words, at)) return undefined;
  const name = monthAt(words, wordAt(words, day.end).lower === 'of' ? day.end + 1 : day.end);
  if (name === undefined) return undefined;
  const year = yearBehind(words, name.end);
  if (isCalendarDay(year?.year, name.month, day.day)) return undefined;
  // "40 May Day marchers", "45 March protesters": above 31 only a year makes a date of it.
  if (year === undefined && (day.day > 31 || isNounBehind(words, name.end))) return undefined;
  return { start: at, end: year?.end ?? name.end, meaning: NO_SUCH_DAY };
}

function monthFirst(words: readonly Word[], at: number): Match | undefined {
  const name = monthAt(words, at);
  const day = name === undefined ? undefined : numberAt(words, name.end);
  if (name === undefined || day === undefined) return undefined;
  const year = yearBehind(words, day.end);
  if (isCalendarDay(year?.year, name.month, day.day)) return undefined;
  // "In February 30 people died": a count.
  if (year === undefined && (day.day > 31 || isNounBehind(words, day.end))) return undefined;
  return { start: at, end: year?.end ?? day.end, meaning: NO_SUCH_DAY };
}

function numberAt(words: readonly Word[], at: number): { day: number; end: number } | undefined {
  const { kind, lower } = wordAt(words, at);
  if (kind !== 'number' || lower.length > 2) return undefined;
  const next = wordAt(words, at + 1);
  if (!next.glued || next.kind === 'end') return { day: Number(lower), end: at + 1 };
  if (isOrdinalSuffix(next)) return { day: Number(lower), end: at + 2 };
  const isOver = next.kind === 'mark' && next.lower !== '%' && !wordAt(words, at + 2).glued;
  return isOver ? { day: Number(lower), end: at + 1 } : undefined;
}

function isNounBehind(words: readonly Word[], at: number): boolean {
  const { kind, glued, lower } = wordAt(words, at);
  return kind === 'word' && !glued && lower.length > 3;
}
