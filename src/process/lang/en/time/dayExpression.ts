import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isoDate } from './isoDate.ts';
import { dayMonth, monthDay } from './monthDay.ts';
import { relativeDay } from './relativeDay.ts';
import { weekday } from './weekday.ts';

/** A day behind a clock time, with or without "on": "9 a.m. Friday", "3 p.m. on Dec. 10", "16:00 UTC today". */
export function dayBehind(words: readonly Word[], at: number): Match | undefined {
  const comma = wordAt(words, at).lower === ',' ? at + 1 : at;
  const first =
    wordAt(words, comma).lower === 'on' || wordAt(words, comma).lower === 'of' ? comma + 1 : comma;
  if (wordAt(words, first).line) return undefined;
  return (
    weekday(words, first) ??
    relativeDay(words, first) ??
    monthDay(words, first) ??
    dayMonth(words, first) ??
    isoDate(words, first)
  );
}
