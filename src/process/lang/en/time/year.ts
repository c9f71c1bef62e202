import type { DateMeaning, Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isFreeNumber } from './numbers.ts';
import { PLURAL_UNITS, TIME_PREPOSITIONS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';
import { fullYearOf, isContinued } from './yearNumber.ts';

/** Years that a bare number is taken for; outside of it a preposition has to say so. */
const SURE_FROM = 1900;
const SURE_TO = 2059;

/** Nouns before a number that is a name or a place in a row. */
const NUMBERED = wordSet(`
  flight route highway no number room article section resolution page chapter law act us boeing
  airbus convoy unit apollo windows channel area formula level points index at bill rule order case
  lot box x agenda vision
`);

/** What a four-digit number counts, measures or pays; an adverb like "about" before it tells the same. */
const COUNTED = wordSet(`
  people men women children percent per dollars euros pounds rupees feet ft miles mile kilometers
  kilometres km kilos kg tons tonnes meters metres m square acres hectares troops soldiers fighters
  workers jobs points votes gmt utc est edt local million billion thousand others more shares
  barrels homes houses students refugees cases deaths passengers residents employees families
  rockets missiles mg calories hectare hp mah cc mw megawatts
`);

const COUNTING = wordSet('some nearly almost than least exactly up only another all total');

/** "2019", "the 2014 election", "'82", "2014-17", "2014/15", "fiscal 2021", "FY2021". */
export function year(words: readonly Word[], at: number): Match | undefined {
  const word = wordAt(words, at);
  if (word.kind === 'mark') return shortYear(words, at);
  if (word.kind === 'word') return fiscalYear(words, at);
  if (word.lower.length !== 4 || !isFreeNumber(words, at) || isContinued(words, at + 1)) return undefined;
  const number = Number(word.lower);
  const range = yearRange(words, at, number);
  if (range !== undefined) return range;
  if (!isYear(words, at, number)) return undefined;
  return { start: at, end: at + 1, meaning: { kind: 'date', year: number } };
}

function isYear(words: readonly Word[], at: number, number: number): boolean {
  const word = wordAt(words, at);
  const before = wordAt(words, at - 1);
  const after = wordAt(words, at + 1);
  // One of several numbers in a row: a telephone number, a table.
  if ((before.kind === 'number' && !word.line) || (after.kind === 'number' && !after.line)) return false;
  if (COUNTED.has(after.lower) || isOrMore(words, at + 1)) return false;
  if (PLURAL_UNITS.has(after.lower) || NUMBERED.has(before.lower) || isCounting(words, at - 1)) return false;
  if (after.glued && (after.lower === '-' || after.lower === '/') && isUnitOrNumber(words, at + 2))
    return false;
  if (before.lower === 'year' && !NUMBERED.has(wordAt(words, at - 2).lower)) return number >= 1;
  if (before.lower === '.' && NUMBERED.has(wordAt(words, at - 2).lower)) return false;
  if (number >= SURE_FROM && number <= SURE_TO && (number % 50 !== 0 || number === 1950)) return true;
  if (number < 1000 || number > 2999) return false;
  const isOfName = before.lower === 'of' && wordAt(words, at - 2).capital && number < SURE_FROM;
  const led =
    isOfName ||
    isOfEvent(words, at) ||
    (TIME_PREPOSITIONS.has(before.lower) && before.lower !== 'to' && before.lower !== 'of');
  const counts = before.lower === 'about' || before.lower === 'around' || before.lower === 'over';
  const plural =
    after.kind === 'word' && !after.capital && after.lower.endsWith('s') && after.lower.length > 3;
  if (number % 50 === 0 || number > SURE_TO) return led && !counts && before.lower !== 'for' && !plural;
  return led && !counts && before.lower !== 'for' && !plural;
}

/** "2000 or more", "2015 or so": an amount. */
function isOrMore(words: readonly Word[], at: number): boolean {
  if (wordAt(words, at).lower !== 'or') return false;
  const { lower } = wordAt(words, at + 1);
  return lower === 'more' || lower === 'so' || lower === 'fewer' || lower === 'less';
}

/** "more than 1989", "some 2015"; "rather than 2018" sets a year against another. */
function isCounting(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at);
  if (!COUNTING.has(lower)) return false;
  const before = wordAt(words, at - 1).lower;
  return lower !== 'than' || before === 'more' || before === 'less' || before === 'fewer';
}

const OWNERS = wordSet('the his her its their');

/** "the 2000 election", "her 1950 campaign": round figures are years before one thing that has an owner or an article. */
function isOfEvent(words: readonly Word[], at: number): boolean {
  const noun = wordAt(words, at + 1);
  return (
    OWNERS.has(wordAt(words, at - 1).lower) &&
    EVENTS.has(wordAt(words, noun.capital ? at + 2 : at + 1).lower) &&
    !noun.line
  );
}

const EVENTS = wordSet(`
  election campaign race census vote referendum war coup uprising intifada agreement accord accords summit olympics
  games treaty constitution law budget primary convention massacre bombing attack report
`);

function isUnitOrNumber(words: readonly Word[], at: number): boolean {
  const { kind, lower } = wordAt(words, at);
  return kind === 'number' || COUNTED.has(lower) || lower === 'foot' || lower === 'year' || lower === 'pound';
}

/** "2014-17", "2014-2017", "2014/15": the second later than the first. */
function yearRange(words: readonly Word[], at: number, first: number): Match | undefined {
  const mark = wordAt(words, at + 1);
  const last = wordAt(words, at + 2);
  if (!mark.glued || !last.glued || last.kind !== 'number' || (mark.lower !== '-' && mark.lower !== '/'))
    return undefined;
  if (isContinued(words, at + 3) || first < 1000 || first > SURE_TO) return undefined;
  const after = wordAt(words, at + 3);
  if (after.glued && (after.lower === mark.lower || after.lower === '-')) return undefined;
  const short =
    last.lower.length === 2 ? Math.floor(first / 100) * 100 + Number(last.lower) : Number(last.lower);
  if ((last.lower.length !== 2 && last.lower.length !== 4) || short <= first || short - first > 150)
    return undefined;
  const from: DateMeaning = { kind: 'date', year: first };
  return { start: at, end: at + 3, meaning: { kind: 'range', from, to: { kind: 'date', year: short } } };
}

/** "'82" behind a word that leads to a year; an apostrophe opens quotations as well. */
function shortYear(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at).lower !== "'" || wordAt(words, at).glued) return undefined;
  const digits = wordAt(words, at + 1);
  if (digits.kind !== 'number' || !digits.glued || digits.lower.length !== 2 || isContinued(words, at + 2))
    return undefined;
  if (wordAt(words, at + 2).lower === "'" || !isShortLed(words, at)) return undefined;
  return { start: at, end: at + 2, meaning: { kind: 'date', year: fullYearOf(Number(digits.lower)) } };
}

/** "in '92", and "'96" that goes on from it by "and". */
function isShortLed(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at - 1);
  if (TIME_PREPOSITIONS.has(lower)) return true;
  const joined = lower === 'and' || lower === 'or' || lower === ',';
  return joined && wordAt(words, at - 2).kind === 'number' && wordAt(words, at - 3).lower === "'";
}

/** "fiscal 2021", "fiscal year 2021", "FY2021", "FY 21". */
function fiscalYear(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower !== 'fiscal' && lower !== 'fy' && lower !== 'financial') return undefined;
  const digits = wordAt(words, at + 1).lower === 'year' ? at + 2 : at + 1;
  const word = wordAt(words, digits);
  if (word.kind !== 'number' || isContinued(words, digits + 1)) return undefined;
  const isShort = word.lower.length === 2 && lower === 'fy';
  if (word.lower.length !== 4 && !isShort) return undefined;
  const number = isShort ? 2000 + Number(word.lower) : Number(word.lower);
  if (number < SURE_FROM || number > SURE_TO) return undefined;
  return { start: at, end: digits + 1, meaning: { kind: 'fixed', type: 'DATE', value: `FY${number}` } };
}
