import type { Bound } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { viewOf, wordAt } from '../../../sentence/view.ts';

/** A number as it stands in a sentence: its value, how exact the text is, and its tokens (both ends included). */
export interface NumberPhrase {
  readonly value: number;
  readonly bound: Bound;
  /** First token, with the words of the bound ("at least"). */
  readonly from: number;
  /** Last token of the number itself, with the words of a bound behind it ("or more"). */
  readonly to: number;
  /** "a soldier": counts as one only where an outcome makes it a count. */
  readonly isArticle: boolean;
}

const WORDS = tableOf({
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60,
  seventy: 70, eighty: 80, ninety: 90,
}); // biome-ignore format: a table

const SCALES = tableOf({
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  dozen: 12,
});

/** Round plurals that tell only a size: "hundreds of demonstrators" is at least 200. */
const ROUND = tableOf({
  dozens: 24, scores: 40, hundreds: 200, thousands: 2000, millions: 2e6,
}); // biome-ignore format: a table

/** Words that a number can begin with, beside digits and "twenty-one". */
const OPENINGS: ReadonlySet<string> = new Set([...WORDS.keys(), ...ROUND.keys(), 'tens', 'half', 'a', 'an']);

const BEFORE: readonly (readonly [Bound, readonly string[]])[] = [
  ['atLeast', ['at least', 'more than', 'over', 'upwards of', 'no fewer than', 'no less than', 'a minimum of', 'not less than', 'not fewer than', 'well over', 'in excess of', 'beyond', 'some']],
  ['atMost', ['up to', 'at most', 'as many as', 'fewer than', 'less than', 'no more than', 'under', 'a maximum of', 'not more than', 'no greater than', 'at the most']],
  ['about', ['about', 'around', 'roughly', 'approximately', 'nearly', 'almost', 'an estimated', 'estimated', 'close to', 'circa', 'an approximate']],
]; // biome-ignore format: a table

/** The phrases of `BEFORE`, in its order, by their last word. */
const BOUNDS: ReadonlyMap<string, readonly { readonly bound: Bound; readonly words: readonly string[] }[]> =
  groupBounds();

/**
 * All numbers of a sentence in order. Left out: what `isTaken` says (times), ordinals, per cent, money, lengths,
 * ages, and digits that are part of a name ("B-52").
 *
 * @example
 * // "Between 11 and 16 rockets": 11 atLeast, 16 atMost; "more than a dozen": 12 atLeast; "from 0 to 109": 109
 */
export function findNumbers(
  sentence: ParsedSentence,
  isTaken: (index: number) => boolean,
): readonly NumberPhrase[] {
  const found: NumberPhrase[] = [];
  const { words } = viewOf(sentence);
  for (let i = 0; i < words.length; i++) {
    if (!canBegin(words[i]!) || isTaken(i)) continue;
    const read = readNumber(sentence, i);
    if (read === undefined) continue;
    const before = boundBefore(sentence, i);
    const after = before.bound === 'exactly' ? boundAfter(sentence, read.to) : undefined;
    const { bound, from } = after === undefined ? before : { bound: after.bound, from: i };
    const to = after?.to ?? read.to;
    const isOneOf = read.value === 1 && wordAt(sentence, to + 1) === 'of';
    if (!isOneOf && !isMeasured(sentence, i, to)) {
      const { value, isArticle, isRound } = read;
      found.push({ value, bound: isRound ? 'atLeast' : bound, from, to, isArticle });
    }
    i = to;
  }
  return found.length < 2 ? found : joinRanges(sentence, found);
}

/** The beginning of "twenty-one" as one word. */
const TENS = /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty[-–]/;

function canBegin(word: string): boolean {
  const first = word.charCodeAt(0);
  const isDigit = first >= 0x30 && first <= 0x39;
  return isDigit || OPENINGS.has(word) || TENS.test(word);
}

/** The number that begins at a token, with all its words: "two hundred", "twenty - one", "2.5 million", "a dozen". */
function readNumber(
  sentence: ParsedSentence,
  start: number,
): { value: number; to: number; isArticle: boolean; isRound: boolean } | undefined {
  const first = wordAt(sentence, start);
  const round = ROUND.get(first);
  if (round !== undefined) return { value: round, to: start, isArticle: false, isRound: true };
  if (first === 'tens' && wordAt(sentence, start + 1) === 'of') {
    const scale = ROUND.get(wordAt(sentence, start + 2));
    return {
      value: scale === undefined ? 20 : scale * 10,
      to: scale === undefined ? start : start + 2,
      isArticle: false,
      isRound: true,
    };
  }
  if (first === 'half' && wordAt(sentence, start + 1) === 'a' && wordAt(sentence, start + 2) === 'dozen')
    return { value: 6, to: start + 2, isArticle: false, isRound: false };
  if (first === 'a' || first === 'an') {
    const scale = SCALES.get(wordAt(sentence, start + 1));
    if (scale === undefined) return { value: 1, to: start, isArticle: true, isRound: false };
    return { value: scale, to: start + 1, isArticle: false, isRound: false };
  }
  return readDigits(sentence, start);
}

function readDigits(sentence: ParsedSentence, start: number) {
  let value = plainValue(wordAt(sentence, start));
  if (value === undefined) return undefined;
  let to = start;
  for (let i = start + 1; i < sentence.tokens.length && i < start + 10; i++) {
    const word = wordAt(sentence, i);
    if (
      (word === '-' || word === '–' || word === 'and') &&
      value >= 20 &&
      SCALES.get(wordAt(sentence, i - 1)) === undefined &&
      word !== 'and'
    ) {
      const unit = WORDS.get(wordAt(sentence, i + 1));
      if (unit === undefined || unit > 9 || WORDS.get(wordAt(sentence, i - 1)) === undefined) break;
      continue;
    }
    const scale = SCALES.get(word);
    const next = WORDS.get(word);
    if (scale !== undefined) value *= scale;
    else if (
      next !== undefined &&
      next < 10 &&
      value % 10 === 0 &&
      value < 100 &&
      WORDS.get(wordAt(sentence, start)) !== undefined
    )
      value += next;
    else break;
    to = i;
  }
  return { value, to, isArticle: false, isRound: false };
}

/** "twenty-one" as one word. */
const JOINED = /^([a-z]{3,7})[-–]([a-z]{3,5})$/;
const GROUPED = /^\d{1,3}(,\d{3}){1,4}$/;
const PLAIN = /^\d{1,12}(\.\d{1,4})?$/;

function plainValue(word: string): number | undefined {
  if (PLAIN.test(word)) return Number(word);
  if (GROUPED.test(word)) return Number(word.replaceAll(',', ''));
  const whole = WORDS.get(word);
  if (whole !== undefined) return whole;
  const joined = JOINED.exec(word);
  if (joined !== null) {
    const [tens, unit] = [WORDS.get(joined[1]!), WORDS.get(joined[2]!)];
    if (tens !== undefined && unit !== undefined && tens >= 20 && unit < 10) return tens + unit;
  }
  return undefined;
}

/** Words after a number that make it a measure and not a count. */
const UNITS = new Set(
  (
    '% percent per cent dollars dollar euros euro pounds yuan km kilometer kilometers kilometre kilometres mile miles ' +
    'meter meters metre metres feet foot tons tonnes tonne kg kilograms knots year years month months week weeks day days hour hours ' +
    'minute minutes second seconds year-old years-old pm am p.m. a.m. p.m a.m gmt st nd rd th times barrels degrees mm caliber calibre'
  ).split(' '),
);

function isMeasured(sentence: ParsedSentence, from: number, to: number): boolean {
  const after = wordAt(sentence, to + 1);
  const next = after === '-' || after === '–' ? wordAt(sentence, to + 2) : after;
  if (UNITS.has(next) || (/^[:/]$/.test(after) && /^\d/.test(wordAt(sentence, to + 2)))) return true;
  const before = wordAt(sentence, from - 1);
  if (/^[$€£#/№]$|[$€£]$/.test(before)) return true;
  const isName = before === '-' || before === '–' || sentence.tokens[from - 1]?.upos === 'PROPN';
  if (
    isName &&
    /^\d/.test(wordAt(sentence, from)) &&
    !/^[A-Z][a-z]+$/.test(sentence.tokens[to + 1]?.text ?? '')
  ) {
    const isSpaced = before !== '-' && sentence.tokens[to + 1]?.upos === 'NOUN';
    if (!isSpaced) return true;
  }
  return ['number', 'no', 'no.', 'resolution', 'article', 'flight', 'type', 'chapter'].includes(before);
}

function groupBounds() {
  const bounds = new Map<string, { bound: Bound; words: readonly string[] }[]>();
  for (const [bound, phrases] of BEFORE) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const same = bounds.get(words.at(-1)!) ?? [];
      same.push({ bound: phrase === 'some' ? 'about' : bound, words });
      bounds.set(words.at(-1)!, same);
    }
  }
  return bounds;
}

function boundBefore(sentence: ParsedSentence, index: number): { bound: Bound; from: number } {
  for (const { bound, words } of BOUNDS.get(wordAt(sentence, index - 1)) ?? []) {
    const from = index - words.length;
    if (from >= 0 && words.every((word, k) => wordAt(sentence, from + k) === word)) return { bound, from };
  }
  return { bound: 'exactly', from: index };
}

const BEHIND = tableOf<Bound>({
  more: 'atLeast', upwards: 'atLeast', fewer: 'atMost', less: 'atMost', so: 'about', thereabouts: 'about',
}); // biome-ignore format: a table

/** "eight or more", "20 or fewer", "a dozen or so"; "two or more accurate" goes on with an adjective and bounds nothing. */
function boundAfter(sentence: ParsedSentence, to: number): { bound: Bound; to: number } | undefined {
  const bound = wordAt(sentence, to + 1) === 'or' ? BEHIND.get(wordAt(sentence, to + 2)) : undefined;
  if (bound === undefined) return undefined;
  const next = sentence.tokens[to + 3];
  return next?.upos === 'ADJ' &&
    /^(more|less|so)$/.test(wordAt(sentence, to + 2)) &&
    !isCountedBehind(sentence, to + 3)
    ? undefined
    : { bound, to: to + 2 };
}

/** "two or more injured people", "eight or more ballistic missiles": an adjective that a plural noun follows. */
const isCountedBehind = (sentence: ParsedSentence, adjective: number) =>
  ['NNS', 'NNPS'].includes(sentence.tokens[adjective + 1]?.xpos ?? '');

/** "between 11 and 16" is a lower and an upper bound, "from 0 to 109" its last value, "two or four" both. */
function joinRanges(sentence: ParsedSentence, numbers: readonly NumberPhrase[]): readonly NumberPhrase[] {
  const joined: NumberPhrase[] = [];
  for (const [k, number] of numbers.entries()) {
    const next = numbers[k + 1];
    const previous = numbers[k - 1];
    const isPair = (a: NumberPhrase | undefined, b: NumberPhrase | undefined, word: string) =>
      a !== undefined && b !== undefined && b.from === a.to + 2 && wordAt(sentence, a.to + 1) === word;
    const lead = (one: NumberPhrase) => wordAt(sentence, one.from - 1);
    if (isPair(number, next, 'to') && lead(number) === 'from') continue;
    const opens =
      (isPair(number, next, 'and') && lead(number) === 'between') || isRange(sentence, number, next);
    const closes =
      previous !== undefined &&
      ((isPair(previous, number, 'and') && lead(previous) === 'between') ||
        isRange(sentence, previous, number));
    if (opens) joined.push({ ...number, bound: 'atLeast', to: number.to });
    else if (closes) joined.push({ ...number, bound: 'atMost' });
    else joined.push(number);
  }
  return joined;
}

/** "three to five", "10-15", "two or three". */
function isRange(sentence: ParsedSentence, a: NumberPhrase, b: NumberPhrase | undefined): boolean {
  if (b === undefined || b.from !== a.to + 2 || b.value <= a.value || a.isArticle) return false;
  return (
    ['to', '-', '–', 'or'].includes(wordAt(sentence, a.to + 1)) && wordAt(sentence, a.from - 1) !== 'from'
  );
}

function tableOf<T = number>(rows: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(rows));
}
