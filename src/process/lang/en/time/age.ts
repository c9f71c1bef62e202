import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { durationOf, unitAt } from './duration.ts';
import { countAt } from './numbers.ts';

/** "43-year-old", "a nine-month-old", "43 years old": TimeML writes an age with its unit as a duration; "aged 43" is none. */
export function age(words: readonly Word[], at: number): Match | undefined {
  const count = countAt(words, at);
  if (count === undefined) return undefined;
  const unit = unitAt(words, count.end);
  if (unit === undefined || unit.unit === 'second' || unit.unit === 'quarter') return undefined;
  if (unit.plural && wordAt(words, count.end - 1).lower === 'a') return undefined;
  const old = wordAt(words, unit.end).lower === '-' ? unit.end + 1 : unit.end;
  const { lower } = wordAt(words, old);
  if (lower !== 'old' && lower !== 'olds') return undefined;
  const start = wordAt(words, at).lower === 'a' && count.end > at + 1 ? at + 1 : at;
  return { start, end: old + 1, meaning: durationOf(count, unit.unit) };
}
