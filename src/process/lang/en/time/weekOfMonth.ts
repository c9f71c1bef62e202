import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { month } from './month.ts';
import { dayMonth, monthDay } from './monthDay.ts';
import { ordinalAt } from './numbers.ts';
import { WEEKDAYS } from './vocabulary.ts';

/** "the last week of March", "the fourth Thursday in November", "the last day of this month", "the first Monday of every month". */
export function weekOfMonth(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const nth = lower === 'last' || lower === 'final' ? { value: -1, end: at + 1 } : ordinalAt(words, at);
  if (nth === undefined) return undefined;
  const noun = wordAt(words, nth.end).lower;
  const weekday = WEEKDAYS.get(noun);
  const isDay = noun === 'day';
  if ((weekday === undefined && noun !== 'week' && !isDay) || (nth.value > 5 && !isDay)) return undefined;
  const join = wordAt(words, nth.end + 1).lower;
  if (join !== 'of' && join !== 'in') return undefined;
  const of = nth.end + 2;
  const repeated = wordAt(words, of).lower;
  if ((repeated === 'every' || repeated === 'each') && wordAt(words, of + 1).lower === 'month')
    return { start: at, end: of + 2, meaning: { kind: 'fixed', type: 'SET', value: 'P1M' } };
  const named = monthOf(words, of);
  if (named === undefined) return undefined;
  const meaning = { kind: 'weekOfMonth', nth: nth.value, month: named.month } as const;
  const day = weekday === undefined ? (isDay ? { isDay } : {}) : { weekday };
  return { start: at, end: named.end, meaning: { ...meaning, ...day } };
}

function monthOf(words: readonly Word[], at: number) {
  const named = month(words, at);
  if (named?.meaning.kind === 'date') return { month: named.meaning, end: named.end };
  const count = MONTHS_OFF.get(wordAt(words, at).lower);
  const isMonth = count !== undefined && wordAt(words, at + 1).lower === 'month';
  return isMonth
    ? { month: { kind: 'shift', unit: 'month', count, base: 'published' } as const, end: at + 2 }
    : undefined;
}

const MONTHS_OFF = new Map([
  ['this', 0],
  ['last', -1],
  ['next', 1],
]);

/** "the week of March 9", "the week ending Dec. 5". */
export function weekOfDay(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at).lower !== 'week' || !JOINS.has(wordAt(words, at + 1).lower)) return undefined;
  const day = monthDay(words, at + 2) ?? dayMonth(words, at + 2);
  if (day?.meaning.kind !== 'date' || day.next !== undefined) return undefined;
  return { start: at, end: day.end, meaning: { kind: 'weekOfDay', day: day.meaning } };
}

const JOINS = new Set(['of', 'ending', 'ended', 'beginning', 'starting']);
