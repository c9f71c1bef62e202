import { isCalendarDay } from '../../../time/calendar.ts';
import type { DateMeaning, Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { letterZone } from './clockZone.ts';
import { isFreeNumber } from './numbers.ts';
import { MONTHS } from './vocabulary.ts';

/** A military date-time group: "041200ZJAN20", "041200Z JAN 20", "151830Z Mar 2018". */
export function militaryGroup(words: readonly Word[], at: number): Match | undefined {
  const digits = wordAt(words, at);
  const letters = wordAt(words, at + 1);
  if (digits.kind !== 'number' || digits.lower.length !== 6 || !letters.glued || !letters.capital)
    return undefined;
  const zone = letterZone(letters.lower.slice(0, 1));
  const isOneWord = letters.lower.length > 1;
  const month = MONTHS.get(isOneWord ? letters.lower.slice(1) : wordAt(words, at + 2).lower);
  if (zone === undefined || month === undefined || !isFreeNumber(words, at)) return undefined;
  const day = Number(digits.lower.slice(0, 2));
  const hour = Number(digits.lower.slice(2, 4));
  const minute = Number(digits.lower.slice(4));
  const yearAt = isOneWord ? at + 2 : at + 3;
  const year = yearOf(wordAt(words, yearAt));
  if (hour > 23 || minute > 59 || !isCalendarDay(year, month, day)) return undefined;
  const date: DateMeaning = { kind: 'date', month, day, ...(year === undefined ? {} : { year }) };
  return {
    start: at,
    end: year === undefined ? yearAt : yearAt + 1,
    meaning: { kind: 'time', clock: { hour, minute, zone }, day: date },
  };
}

function yearOf({ kind, lower }: Word): number | undefined {
  if (kind !== 'number') return undefined;
  if (lower.length === 4) return Number(lower);
  return lower.length === 2 ? 2000 + Number(lower) : undefined;
}
