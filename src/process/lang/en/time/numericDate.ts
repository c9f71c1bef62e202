import { isCalendarDay } from '../../../time/calendar.ts';
import type { Match, NumericMeaning } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { areGlued } from './isoDate.ts';
import { NO_SUCH_DAY } from './noSuchDay.ts';
import { isFreeNumber } from './numbers.ts';

/** "11/12/2020", "13.12.2020", "11-12-2020", "11/12/20": the order of day and month is left to the page. */
export function numericDate(words: readonly Word[], at: number): Match | undefined {
  const first = wordAt(words, at);
  if (first.kind !== 'number' || first.lower.length > 2 || !isFreeNumber(words, at)) return undefined;
  const mark = wordAt(words, at + 1).lower;
  if (mark !== '/' && mark !== '.' && mark !== '-') return undefined;
  const second = wordAt(words, at + 2);
  const last = wordAt(words, at + 4);
  if (second.kind !== 'number' || second.lower.length > 2 || wordAt(words, at + 3).lower !== mark)
    return undefined;
  if (last.kind !== 'number' || !areGlued(words, at + 1, 4)) return undefined;
  const after = wordAt(words, at + 5);
  if (after.glued && (after.kind === 'word' || after.lower === '%')) return undefined;
  if (after.glued && after.lower === mark && wordAt(words, at + 6).glued) return undefined;
  const year = yearOf(last.lower, mark);
  if (year === undefined) return undefined;
  const meaning = {
    kind: 'numeric',
    first: Number(first.lower),
    second: Number(second.lower),
    year,
  } as const;
  if (
    !isCalendarDay(year, meaning.first, meaning.second) &&
    !isCalendarDay(year, meaning.second, meaning.first)
  ) {
    return isDateLike(meaning, mark) ? { start: at, end: at + 5, meaning: NO_SUCH_DAY } : undefined;
  }
  return { start: at, end: at + 5, meaning };
}

/** Four digits, or two behind a slash (points and hyphens with two are versions and scores as often as dates). */
function yearOf(digits: string, mark: string): number | undefined {
  if (digits === '0000' && mark === '/') return 0;
  if (digits.length === 4) return Number(digits) >= 1000 ? Number(digits) : undefined;
  if (digits.length !== 2 || mark !== '/') return undefined;
  return Number(digits) >= 50 ? 1900 + Number(digits) : 2000 + Number(digits);
}

/** "13/13/2020" and "31.02.2020" are mistaken dates; "99.12.2020" and "40-20-1999" are numbers of another kind. */
function isDateLike({ first, second, year }: Omit<NumericMeaning, 'kind'>, mark: string): boolean {
  if (year !== 0 && (year < 1800 || year > 2199)) return false;
  return mark === '/' || (first >= 1 && second >= 1 && first <= 31 && second <= 31);
}
