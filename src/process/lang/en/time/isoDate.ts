import { isCalendarDay } from '../../../time/calendar.ts';
import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { clockDigitsAt } from './clockDigits.ts';
import { offsetAt, type Zone, zoneAt } from './clockZone.ts';
import { NO_SUCH_DAY } from './noSuchDay.ts';
import { isFreeNumber } from './numbers.ts';

/** "2020-12-11", "2020/12/11", "2020-12-11T09:30Z"; not the date in a web address or a longer number. */
export function isoDate(words: readonly Word[], at: number): Match | undefined {
  const year = wordAt(words, at);
  if (year.kind !== 'number' || year.lower.length !== 4 || !isFreeNumber(words, at)) return undefined;
  const mark = wordAt(words, at + 1).lower;
  if (mark !== '-' && mark !== '/') return undefined;
  const month = wordAt(words, at + 2);
  const day = wordAt(words, at + 4);
  if (wordAt(words, at + 3).lower !== mark || !isTwoDigits(month) || !isTwoDigits(day)) return undefined;
  if (!areGlued(words, at + 1, 4) || isContinued(words, at + 5)) return undefined;
  const date = {
    kind: 'date',
    year: Number(year.lower),
    month: Number(month.lower),
    day: Number(day.lower),
  } as const;
  if (!isCalendarDay(date.year, date.month, date.day)) {
    // "1234-56-78" is a number of another kind; a year that news may name makes a mistaken date of it.
    const isMeant = date.year === 0 || (date.year >= 1800 && date.year <= 2199);
    return isMeant ? { start: at, end: at + 5, meaning: NO_SUCH_DAY } : undefined;
  }
  return withClock(words, { start: at, end: at + 5, meaning: date });
}

/** "T09:30:00Z" glued behind the day, or "09:30 UTC" behind a space. */
function withClock(words: readonly Word[], date: Match): Match {
  const letter = wordAt(words, date.end);
  const isGlued = letter.lower === 't' && letter.glued;
  if (!isGlued && (letter.kind !== 'number' || letter.line)) return date;
  const clock = clockDigitsAt(words, isGlued ? date.end + 1 : date.end);
  if (clock === undefined) return date;
  const zone = zoneBehind(words, clock.end);
  const { hour, minute, second } = clock;
  const reading = {
    hour,
    minute,
    ...(second === undefined ? {} : { second }),
    ...(zone?.zone === undefined ? {} : { zone: zone.zone }),
  };
  return {
    ...date,
    end: zone?.end ?? clock.end,
    meaning: { kind: 'time', clock: reading, day: date.meaning },
  };
}

function zoneBehind(words: readonly Word[], at: number): Zone | undefined {
  return wordAt(words, at).glued ? (offsetAt(words, at) ?? zoneAt(words, at)) : zoneAt(words, at);
}

function isTwoDigits(word: Word): boolean {
  return word.kind === 'number' && word.lower.length === 2;
}

function isContinued(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at);
  if (!next.glued) return false;
  if (next.kind === 'word') return next.lower !== 't' || wordAt(words, at + 1).kind !== 'number';
  return next.lower === '/' || next.lower === '-' || next.lower === '_';
}

/** Whether `count` words from `at` on follow one another without white space. */
export function areGlued(words: readonly Word[], at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (!wordAt(words, i).glued) return false;
  return true;
}
