import type { DateMeaning, Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { monthAt, yearBehind } from './monthDay.ts';
import { MONTHS, TIME_PREPOSITIONS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';
import { yearPhraseAt } from './yearPhrase.ts';

/** Months that are names or verbs as well: alone they need a word before them that makes them a time. */
const DOUBTFUL = wordSet('may march april june august mar jan jun dec sep');

const DETERMINERS = wordSet('a an the this that last next each every s its his their');

/** "December 2019", "December of 2019", "May of last year", "in December", "a March report". */
export function month(words: readonly Word[], at: number): Match | undefined {
  const name = monthAt(words, at);
  if (name === undefined || isNamePart(words, at)) return undefined;
  const dated = yearBehind(words, name.end) ?? yearOfPhrase(words, name.end);
  if (dated !== undefined) {
    const meaning: DateMeaning = { kind: 'date', year: dated.year, month: name.month };
    return { start: at, end: dated.end, meaning };
  }
  if (!isSureAlone(words, at, name.end)) return undefined;
  return { start: at, end: name.end, meaning: { kind: 'date', month: name.month } };
}

function yearOfPhrase(words: readonly Word[], at: number) {
  const of = wordAt(words, at).lower === 'of';
  return yearPhraseAt(words, of ? at + 1 : at);
}

/** "May-June" is a month; "Jean-March", "the July-made" are not worth telling apart from names. */
function isNamePart(words: readonly Word[], at: number): boolean {
  const before = wordAt(words, at - 1);
  if (!wordAt(words, at).glued || before.lower !== '-') return false;
  const head = wordAt(words, at - 2).lower;
  // "December 2018-January 2019": the month goes on from a year.
  const isYear = wordAt(words, at - 2).kind === 'number' && wordAt(words, at - 2).lower.length === 4;
  return head !== 'mid' && !MONTHS.has(head) && !isYear;
}

function isSureAlone(words: readonly Word[], at: number, end: number): boolean {
  const word = wordAt(words, at);
  const before = wordAt(words, at - 1);
  const after = wordAt(words, end);
  if (after.glued && after.lower === '-' && !isTimeCompound(words, end)) return false;
  if (after.kind === 'number' && after.glued) return false;
  const led =
    TIME_PREPOSITIONS.has(before.lower) || isShifted(words, at) || isMid(words, at) || isRun(words, end);
  const named =
    after.capital && !after.glued && !after.line && !MONTHS.has(after.lower) && word.lower.length > 3;
  if (!DOUBTFUL.has(word.lower)) return led || !named || isPossessive(words, at);
  if (word.lower.length <= 3 && word.lower !== 'may') return led;
  if (led) return !(named && before.lower === 'of') && before.lower !== 'to';
  if (DETERMINERS.has(before.lower)) return !named && !isMovement(word, after);
  const joined = before.lower === '-' || before.lower === 'and' || before.lower === ',';
  return joined && MONTHS.has(wordAt(words, at - 2).lower) && wordAt(words, at - 2).capital;
}

/** "mid-May". */
function isMid(words: readonly Word[], at: number): boolean {
  return wordAt(words, at - 1).lower === '-' && wordAt(words, at - 2).lower === 'mid';
}

/** "March through October", "May-June". */
function isRun(words: readonly Word[], end: number): boolean {
  const join = wordAt(words, end).lower;
  if (join !== 'through' && join !== 'to' && join !== '-' && join !== 'and') return false;
  return monthAt(words, end + 1) !== undefined && join !== 'and';
}

/** "the March on Washington", "the March for Our Lives". */
function isMovement(word: Word, after: Word): boolean {
  return word.lower === 'march' && (after.lower === 'on' || after.lower === 'for' || after.lower === 'of');
}

function isShifted(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at - 1);
  return lower === 'last' || lower === 'next' || lower === 'this' || lower === 'every' || lower === 'each';
}

function isPossessive(words: readonly Word[], at: number): boolean {
  return wordAt(words, at - 1).lower === 's' && wordAt(words, at - 2).lower === "'";
}

function isTimeCompound(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at + 1);
  return MONTHS.has(lower) || lower === 'to' || lower === 'end' || !wordAt(words, at + 1).glued;
}
