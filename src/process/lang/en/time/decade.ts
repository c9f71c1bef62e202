import type { Match, YearsMeaning } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isFreeNumber } from './numbers.ts';
import { wordSet } from './wordSet.ts';

const NAMES = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
]);

/** Words before a bare "80s" that make it a decade; without them it may be a temperature or an age. */
const LEADS = wordSet("the early late mid and - ' or to");

/** "the 1990s", "the '90s", "the 80s and 90s", "the 1950's", "the nineteen-eighties" (as "eighties"), "the 2000s". */
export function decade(words: readonly Word[], at: number): Match | undefined {
  const word = wordAt(words, at);
  if (word.kind === 'word') return namedDecade(words, at);
  const digits = word.lower === "'" ? at + 1 : at;
  const number = wordAt(words, digits);
  if (number.kind !== 'number') return undefined;
  const end = pluralEnd(words, digits + 1);
  if (end === undefined) return undefined;
  const meaning = meaningOf(words, digits);
  return meaning === undefined ? undefined : { start: at, end, meaning };
}

function meaningOf(words: readonly Word[], at: number): YearsMeaning | undefined {
  const { lower } = wordAt(words, at);
  const apostrophe = wordAt(words, at).glued && wordAt(words, at - 1).lower === "'";
  if (lower.length === 4) {
    const year = Number(lower);
    if (year < 1000 || year > 2090 || year % 10 !== 0 || !isFreeNumber(words, at)) return undefined;
    if (year % 100 === 0 && year < 2000) return yearsOf(year, year + 99, String(year / 100), 'unknown');
    return yearsOf(year, year + 9, String(year / 10), 'decade');
  }
  if (lower.length !== 2 || Number(lower) % 10 !== 0 || lower === '00') return undefined;
  if (!apostrophe && !isFreeNumber(words, at)) return undefined;
  const lead = wordAt(words, at - 1).lower;
  if (!apostrophe && !LEADS.has(lead)) return undefined;
  if (!apostrophe && isMeasured(words, at)) return undefined;
  return twoDigits(Number(lower));
}

/** "in his 80s", "in the 80s Fahrenheit": an age or a temperature. */
function isMeasured(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 2).lower;
  if (next === 'f' || next === 'c' || next === 'fahrenheit' || next === 'celsius' || next === 'degrees')
    return true;
  for (let i = at - 1; i >= at - 3; i--) if (OWNERS.has(wordAt(words, i).lower)) return true;
  return false;
}

const OWNERS = wordSet('his her their my our your highs lows temperatures upper lower');

function namedDecade(words: readonly Word[], at: number): Match | undefined {
  const decadeOf = NAMES.get(wordAt(words, at).lower);
  if (decadeOf === undefined) return undefined;
  const lead = wordAt(words, at - 1).lower;
  if (!LEADS.has(lead) && lead !== 'roaring' && lead !== 'swinging') return undefined;
  return isMeasured(words, at) ? undefined : { start: at, end: at + 1, meaning: twoDigits(decadeOf) };
}

/** The decade of the last century, but "the '10s" and "the '20s" of a news page are left to it only from 30 on. */
function twoDigits(tens: number): YearsMeaning {
  const first = (tens < 20 ? 2000 : 1900) + tens;
  return yearsOf(first, first + 9, String(first / 10), 'decade');
}

function yearsOf(
  first: number,
  last: number,
  value: string,
  precision: YearsMeaning['precision'],
): YearsMeaning {
  return { kind: 'years', first, last, value, precision };
}

function pluralEnd(words: readonly Word[], at: number): number | undefined {
  const next = wordAt(words, at);
  if (!next.glued) return undefined;
  const s = next.lower === "'" ? at + 1 : at;
  const letter = wordAt(words, s);
  return letter.glued && letter.lower === 's' ? s + 1 : undefined;
}
