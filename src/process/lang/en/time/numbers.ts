import { type Word, wordAt } from '../../../time/words.ts';
import { wordSet } from './wordSet.ts';

/** A count as read: `value` is absent for "several", `text` is its form in a TIMEX3 duration. */
export interface Count {
  readonly value?: number;
  readonly text: string;
  readonly end: number;
}

const ONES = new Map(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, value) => [word, value] as const),
);

const TENS = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, index) => [word, 20 + index * 10] as const,
  ),
);

const ORDINALS = new Map([
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map(
    (word, index) => [word, index + 1] as const,
  ),
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'].map(
    (word, index) => [word, index + 11] as const,
  ),
  ['eighteenth', 18] as const,
  ['nineteenth', 19] as const,
  ['twentieth', 20] as const,
  ['thirtieth', 30] as const,
  ['fortieth', 40] as const,
  ['fiftieth', 50] as const,
]);

const VAGUE = wordSet('several few many some couple dozens hundreds thousands numerous');

/** Words that can begin a count. */
export const COUNT_STARTS: ReadonlySet<string> = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  ...VAGUE,
  'a',
  'an',
  'half',
  'dozen',
  'hundred',
]);

/** Words that are ordinals, and those that can begin a compound one. */
export const ORDINAL_STARTS: ReadonlySet<string> = new Set([
  ...ORDINALS.keys(),
  ...TENS.keys(),
  'final',
  'last',
]);

/** Longest run of digits that is taken for a count of time units. */
const MOST_DIGITS = 4;

/** The cardinal number at a word: "3", "2.5", "1,200", "twenty-five", "a dozen", "two and a half", "several". */
export function countAt(words: readonly Word[], at: number): Count | undefined {
  const word = wordAt(words, at);
  if (word.kind === 'number') return digitsAt(words, at);
  if (word.kind !== 'word') return undefined;
  if (word.lower === 'a' || word.lower === 'an') return countAfterArticle(words, at + 1);
  if (VAGUE.has(word.lower)) return { text: 'X', end: skipOf(words, at + 1) };
  if (word.lower === 'half') return halfAt(words, at);
  if (word.lower === 'dozen') return { value: 12, text: '12', end: at + 1 };
  const whole = wholeAt(words, at);
  return whole === undefined ? undefined : withHalf(words, whole);
}

/** The ordinal number at a word: "third", "21st", "twenty-first". */
export function ordinalAt(words: readonly Word[], at: number): Required<Omit<Count, 'text'>> | undefined {
  const word = wordAt(words, at);
  if (word.kind === 'number') {
    const suffix = wordAt(words, at + 1);
    if (word.lower.length > 2 || !suffix.glued || !isOrdinalSuffix(suffix)) return undefined;
    return { value: Number(word.lower), end: at + 2 };
  }
  const one = ORDINALS.get(word.lower);
  if (one !== undefined) return { value: one, end: at + 1 };
  const ten = TENS.get(word.lower);
  if (ten === undefined) return undefined;
  const next = at + (wordAt(words, at + 1).lower === '-' ? 2 : 1);
  const rest = ORDINALS.get(wordAt(words, next).lower);
  return rest !== undefined && rest < 10 ? { value: ten + rest, end: next + 1 } : undefined;
}

export function isOrdinalSuffix(word: Word): boolean {
  return word.lower === 'st' || word.lower === 'nd' || word.lower === 'rd' || word.lower === 'th';
}

/**
 * Whether digits at a word stand free: not the tail of a price, a decimal, a model name or a longer number, and not
 * the head of one.
 */
export function isFreeNumber(words: readonly Word[], at: number): boolean {
  const before = wordAt(words, at - 1);
  const glued = wordAt(words, at).glued;
  if (isMoneyMark(before) || before.lower === '#') return false;
  if (!glued || before.kind === 'end') return true;
  return before.kind === 'mark' && OPENING.has(before.lower) && !isTail(words, at - 1);
}

const OPENING = wordSet(`( [ " ' - — / … * | : ~ . , ;`);

/** A mark that joins the digits to something before it: "3.14", "F-16", "1,200", "a/1999", "Q:5" does not. */
function isTail(words: readonly Word[], mark: number): boolean {
  const { lower, glued } = wordAt(words, mark);
  if (!glued || lower === '(' || lower === '[' || lower === '"' || lower === '—') return false;
  const before = wordAt(words, mark - 1);
  if (lower === "'") return true;
  // "mid-2019" is that year.
  if (before.lower === 'mid') return false;
  return before.kind === 'number' || (before.kind === 'word' && lower !== '…');
}

export function isMoneyMark(word: Word): boolean {
  return (
    word.lower === '$' || word.lower === '€' || word.lower === '£' || word.lower === '¥' || word.lower === '₹'
  );
}

function digitsAt(words: readonly Word[], at: number): Count | undefined {
  const word = wordAt(words, at);
  if (!isFreeNumber(words, at) || word.lower.length > MOST_DIGITS || word.lower === '') return undefined;
  const mark = wordAt(words, at + 1);
  const rest = wordAt(words, at + 2);
  if (mark.glued && rest.glued && rest.kind === 'number') {
    if (mark.lower === '.' && rest.lower.length <= 2) {
      return {
        value: Number(`${word.lower}.${rest.lower}`),
        text: `${Number(word.lower)}.${rest.lower}`,
        end: at + 3,
      };
    }
    if (mark.lower === ',' && rest.lower.length === 3) return thousandsAt(words, at);
    if (mark.lower !== '-') return undefined;
  }
  return withHalf(words, { value: Number(word.lower), text: String(Number(word.lower)), end: at + 1 });
}

/** "1,200": at most one group, more would be no count of time units. */
function thousandsAt(words: readonly Word[], at: number): Count | undefined {
  const value = Number(wordAt(words, at).lower + wordAt(words, at + 2).lower);
  const after = wordAt(words, at + 3);
  if (after.glued && after.lower === ',' && wordAt(words, at + 4).kind === 'number') return undefined;
  return { value, text: String(value), end: at + 3 };
}

function countAfterArticle(words: readonly Word[], at: number): Count | undefined {
  const { lower } = wordAt(words, at);
  if (lower === 'couple' || lower === 'few' || lower === 'dozen' || lower === 'half')
    return countAt(words, at);
  if (lower === 'good' || lower === 'mere' || lower === 'further') return countAt(words, at + 1);
  if (lower === 'hundred') return { value: 100, text: '100', end: at + 1 };
  if (lower === 'single' || lower === 'full' || lower === 'whole')
    return { value: 1, text: '1', end: at + 1 };
  if (lower === 'number' && wordAt(words, at + 1).lower === 'of') return { text: 'X', end: at + 2 };
  return { value: 1, text: '1', end: at };
}

/** "half a year", "half an hour", "half-hour": the unit follows. */
function halfAt(words: readonly Word[], at: number): Count | undefined {
  const { lower } = wordAt(words, at + 1);
  if (lower === 'dozen') return { value: 6, text: '6', end: at + 2 };
  const end = lower === 'a' || lower === 'an' ? at + 2 : at + 1;
  return { value: 0.5, text: '0.5', end };
}

function wholeAt(words: readonly Word[], at: number): Required<Count> | undefined {
  const { lower } = wordAt(words, at);
  let value = ONES.get(lower);
  let end = at + 1;
  const ten = TENS.get(lower);
  if (ten !== undefined) {
    const next = at + (wordAt(words, at + 1).lower === '-' ? 2 : 1);
    const one = ONES.get(wordAt(words, next).lower);
    const compound = one !== undefined && one > 0 && one < 10;
    value = compound ? ten + one : ten;
    end = compound ? next + 1 : at + 1;
  }
  if (value === undefined) return undefined;
  if (wordAt(words, end).lower === 'hundred') {
    value *= 100;
    end++;
  }
  return { value, text: String(value), end };
}

/** "two and a half years", "three-and-a-half-year". */
function withHalf(words: readonly Word[], count: Required<Count>): Count {
  const join = wordAt(words, count.end).lower === '-' ? 1 : 0;
  let at = count.end + join;
  if (wordAt(words, at).lower !== 'and') return count;
  at += 1 + join;
  if (wordAt(words, at).lower === 'a') at += 1 + join;
  if (wordAt(words, at).lower !== 'half') return count;
  return { value: count.value + 0.5, text: String(count.value + 0.5), end: at + 1 };
}

/** "several dozen", "hundreds of": one such word is passed over. */
function skipOf(words: readonly Word[], at: number): number {
  const next = wordAt(words, at).lower;
  const end = next === 'dozen' || next === 'hundred' || next === 'thousand' ? at + 1 : at;
  return wordAt(words, end).lower === 'of' ? end + 1 : end;
}
