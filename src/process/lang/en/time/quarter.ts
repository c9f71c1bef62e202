import type { Match, PartMeaning } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isOrdinalSuffix } from './numbers.ts';
import { HALVES, QUARTERS } from './vocabulary.ts';
import { yearNumberAt } from './yearNumber.ts';
import { yearPhraseAt } from './yearPhrase.ts';

const ORDINALS = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['final', -1],
  ['last', -1],
]);

/** "the third quarter of this year", "third-quarter", "Q3 2020", "the first half of 2020", "H1 2021". */
export function quarter(words: readonly Word[], at: number): Match | undefined {
  return shortQuarter(words, at) ?? yearFirst(words, at) ?? spelledPart(words, at);
}

/** "the 2012 fourth quarter", "the fiscal third quarter of 2012". */
function yearFirst(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const isFiscal = lower === 'fiscal';
  const year = isFiscal ? undefined : yearNumberAt(words, at);
  if (!isFiscal && year === undefined) return undefined;
  const first = isFiscal && yearNumberAt(words, at + 1) !== undefined ? at + 2 : at + 1;
  const named = spelledPart(words, first);
  if (named?.meaning.kind !== 'part') return undefined;
  const own = year ?? (first === at + 2 ? yearNumberAt(words, at + 1) : undefined);
  const { meaning } = named;
  const dated = own === undefined || meaning.year !== undefined ? meaning : { ...meaning, year: own.year };
  return { start: at, end: named.end, meaning: isFiscal ? { ...dated, fiscal: true } : dated };
}

function spelledPart(words: readonly Word[], at: number): Match | undefined {
  const ordinal = ordinalAt(words, at);
  if (ordinal === undefined) return undefined;
  let noun = wordAt(words, ordinal.end).lower === '-' ? ordinal.end + 1 : ordinal.end;
  const fiscal = wordAt(words, noun).lower === 'fiscal';
  if (fiscal) noun++;
  const list = partsOf(wordAt(words, noun).lower);
  if (list === undefined) return undefined;
  const year = yearPhraseAt(words, wordAt(words, noun + 1).lower === 'of' ? noun + 2 : noun + 1);
  // "the last quarter" is counted from the publication, "the second half" of a match is no time.
  if (year === undefined && (ordinal.value < 0 || list === HALVES)) return undefined;
  const part = list.at(ordinal.value < 0 ? -1 : ordinal.value - 1);
  if (part === undefined) return undefined;
  const isHyphened = noun > ordinal.end && wordAt(words, ordinal.end).lower === '-';
  if (year === undefined && !isHyphened && !isFinance(words, at, noun + 1)) return undefined;
  return { start: at, end: year?.end ?? noun + 1, meaning: partOf(part, year?.year, fiscal) };
}

/** A quarter without a year: not "the third quarter of the game" or "of the population". */
function isFinance(words: readonly Word[], at: number, end: number): boolean {
  const after = wordAt(words, end).lower;
  if (after === 'of' || after === '-') return false;
  const before = wordAt(words, at - 1).lower;
  const first =
    before === 'the' || before === 'its' || before === 'their' ? wordAt(words, at - 2).lower : before;
  return first !== 'a' && first !== 'every' && first !== 'each' && first !== 'per';
}

function shortQuarter(words: readonly Word[], at: number): Match | undefined {
  const letter = wordAt(words, at);
  const digit = wordAt(words, at + 1);
  if (!letter.capital || !digit.glued || digit.kind !== 'number' || digit.lower.length !== 1)
    return undefined;
  const list = letter.lower === 'q' ? QUARTERS : letter.lower === 'h' ? HALVES : undefined;
  const part = list?.[Number(digit.lower) - 1];
  if (part === undefined || (wordAt(words, at + 2).glued && wordAt(words, at + 2).kind !== 'mark'))
    return undefined;
  const year = yearPhraseAt(words, wordAt(words, at + 2).lower === 'of' ? at + 3 : at + 2);
  if (year === undefined && list === HALVES) return undefined;
  return { start: at, end: year?.end ?? at + 2, meaning: partOf(part, year?.year, false) };
}

function ordinalAt(words: readonly Word[], at: number): { value: number; end: number } | undefined {
  const word = wordAt(words, at);
  const value = ORDINALS.get(word.lower);
  if (value !== undefined) return { value, end: at + 1 };
  if (word.kind !== 'number' || word.lower.length !== 1 || !isOrdinalSuffix(wordAt(words, at + 1)))
    return undefined;
  return { value: Number(word.lower), end: at + 2 };
}

function partsOf(noun: string): readonly PartMeaning['part'][] | undefined {
  if (noun === 'quarter') return QUARTERS;
  return noun === 'half' ? HALVES : undefined;
}

function partOf(part: PartMeaning['part'], year: PartMeaning['year'], fiscal: boolean): PartMeaning {
  return { kind: 'part', part, ...(year === undefined ? {} : { year }), ...(fiscal ? { fiscal } : {}) };
}
