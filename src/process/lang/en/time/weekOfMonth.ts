import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { month } from './month.ts';
import { ordinalAt } from './numbers.ts';
import { WEEKDAYS } from './vocabulary.ts';

/** "the last week of March", "the first week of January 2021", "the fourth Thursday in November". */
export function weekOfMonth(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const nth = lower === 'last' || lower === 'final' ? { value: -1, end: at + 1 } : ordinalAt(words, at);
  if (nth === undefined || nth.value > 5) return undefined;
  const weekday = WEEKDAYS.get(wordAt(words, nth.end).lower);
  if (weekday === undefined && wordAt(words, nth.end).lower !== 'week') return undefined;
  const join = wordAt(words, nth.end + 1).lower;
  if (join !== 'of' && join !== 'in') return undefined;
  const named = month(words, nth.end + 2);
  if (named === undefined || named.meaning.kind !== 'date') return undefined;
  const meaning = { kind: 'weekOfMonth', nth: nth.value, month: named.meaning } as const;
  return { start: at, end: named.end, meaning: weekday === undefined ? meaning : { ...meaning, weekday } };
}
