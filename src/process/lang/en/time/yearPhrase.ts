import type { YearName } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { yearNumberAt } from './yearNumber.ts';

const SHIFTS = new Map([
  ['this', 0],
  ['current', 0],
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['next', 1],
  ['coming', 1],
]);

/** A year named behind something smaller: "2019", "last year", "of the current year", "the year". */
export function yearPhraseAt(
  words: readonly Word[],
  at: number,
): { year: YearName; end: number } | undefined {
  const number = yearNumberAt(words, at);
  if (number !== undefined) return number;
  const first = wordAt(words, at).lower === 'the' ? at + 1 : at;
  const shift = SHIFTS.get(wordAt(words, first).lower);
  if (shift !== undefined && wordAt(words, first + 1).lower === 'year')
    return { year: { shift }, end: first + 2 };
  if (first > at && wordAt(words, first).lower === 'year') return { year: { shift: 0 }, end: first + 1 };
  return undefined;
}
