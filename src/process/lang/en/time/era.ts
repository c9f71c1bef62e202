import type { Match, YearsMeaning } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isFreeNumber } from './numbers.ts';

const ERAS = new Set(['bc', 'bce', 'ad', 'ce']);

/** "44 B.C.", "A.D. 70", "1200 BCE": TIMEX3 writes years before Christ as `BC0044`. */
export function era(words: readonly Word[], at: number): Match | undefined {
  const word = wordAt(words, at);
  if (word.kind === 'number') {
    if (word.lower.length > 4 || !isFreeNumber(words, at)) return undefined;
    const name = eraAt(words, at + 1);
    return name === undefined
      ? undefined
      : { start: at, end: name.end, meaning: yearOf(word.lower, name.era) };
  }
  if (word.lower !== 'a') return undefined;
  const name = eraAt(words, at);
  if (name === undefined || name.era !== 'ad') return undefined;
  const digits = wordAt(words, name.end);
  if (digits.kind !== 'number' || digits.lower.length > 4) return undefined;
  return { start: at, end: name.end + 1, meaning: yearOf(digits.lower, 'ad') };
}

/** "BC", "B.C.", "B.C.E." in capitals. */
function eraAt(words: readonly Word[], at: number): { era: string; end: number } | undefined {
  if (!wordAt(words, at).capital) return undefined;
  let name = wordAt(words, at).lower;
  let end = at + 1;
  const isPointed = name.length === 1;
  while (isPointed && name.length < 3 && wordAt(words, end).lower === '.' && wordAt(words, end).glued) {
    end++;
    const letter = wordAt(words, end);
    if (!letter.glued || letter.kind !== 'word' || letter.lower.length !== 1) break;
    name += letter.lower;
    end++;
  }
  return ERAS.has(name) && (name.length > 2 || isUpper(words, at, end)) ? { era: name, end } : undefined;
}

/** "AD" and "CE" are capitals throughout; "Ad" is not. Both letters are seen where points part them. */
function isUpper(words: readonly Word[], at: number, end: number): boolean {
  return end > at + 1 ? wordAt(words, at + 2).capital : wordAt(words, at).end - wordAt(words, at).start === 2;
}

function yearOf(digits: string, name: string): YearsMeaning {
  const padded = digits.padStart(4, '0');
  const year = Number(digits);
  if (name === 'bc' || name === 'bce') {
    return { kind: 'years', first: -year, last: -year, value: `BC${padded}`, precision: 'year' };
  }
  return { kind: 'years', first: year, last: year, value: padded, precision: 'year' };
}
