import {
  ABBREVIATIONS,
  BEFORE_NUMBERS,
  CLOSED_PREFIXES,
  DOT_ENDINGS,
  FUSED,
  LETTERED,
  ONLY_CAPITALISED,
  TITLES,
  UNITS,
} from './abbreviations.ts';
import { isSingleBlank, plainWordEnd, standsAlone } from './plain-words.ts';

/** Start and end of every word in turn: `[start0, end0, start1, end1, …]`, UTF-16 offsets into the text. */
export type WordOffsets = number[];

// Every pattern is sticky, repeats are bounded, and no two neighbouring repeats share a character, so each try
// costs a bounded number of steps and the whole scan is linear in the text.
const BLANK = /[\s\u200b-\u200f\u2060\ufeff\u00ad]+/uy;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}/iuy;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/uy;
const TAG = /[@#][\p{L}_][\p{L}\p{N}_]{0,60}/uy;
const RUN = /\.{2,100}|…{1,100}|[!?]{1,100}|-{2,200}|([*_=~+|<>#])\1{0,200}|''|``|’’|‘’|\[\.{3}\]/uy;
const FACE = /[:;=8][-'o]?[)(DPp](?=\s|$)/uy;
const NUMBER = new RegExp(
  [
    String.raw`\d{1,2}:\d{2}(?::\d{2})?(?!\d)`,
    String.raw`\d{1,4}\/\d{1,4}(?:\/\d{1,4})?(?!\d)`,
    String.raw`\d{4}-\d{2}-\d{2}(?!\d)`,
    String.raw`(?:\d{3}-)?\d{3}-\d{4}(?![\d-])`,
    String.raw`\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,20})?(?!\d)`,
    String.raw`\d{1,50}(?:\.\d{1,50}){0,8}`,
    String.raw`\.\d{1,20}`,
  ].join('|'),
  'uy',
);
const ORDINAL = /\d{1,20}(?:st|nd|rd|th|ST|ND|RD|TH|['’]?s)(?![\p{L}\p{N}])/uy;
const DOTTED = /(?:\p{L}\.){2,10}(?:\p{L}(?![\p{L}\p{N}'’]))?|(?:Ph|M|B|D)\.(?:D|Sc|Phil|A)\.?(?!\p{L})/uy;
const HALF_DOTTED = /\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])/uy;
const AMPERSAND = /\p{L}{1,4}&\p{L}{1,4}(?![\p{L};])/uy;
const MONEY = /\p{Lu}{1,3}\$/uy;
const CUT_YEAR = /['’]\d{2}s?(?![\p{L}\p{N}])/uy;
const WORD = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u00ad\u200b-\u200f\u2060]{0,200}/uy;
const LETTER = /[\p{L}\p{M}]/u;
const CLITIC = /^(?:['’`´](?:s|m|d|re|ve|ll))$/i;

/**
 * Splits running English text into words as the Universal Dependencies treebanks EWT and GUM do: clitics apart
 * (`do` `n’t`, `Iran` `’s`), hyphens apart but for closed prefixes (`Iran` `-` `backed`, `anti-tank`),
 * abbreviations with their dot, units off their number.
 *
 * @param text the whole Document text
 * @param from first offset to read
 * @param to offset to stop before
 * @returns offsets in pairs, ascending, never overlapping; white space is in no word
 * @example
 * tokenize('Gen. Ames didn’t go.', 0, 20); // Gen. | Ames | did | n’t | go | .
 */
export function tokenize(text: string, from = 0, to = text.length): WordOffsets {
  // Patterns must not look beyond `to`: cut once, and count from `from`.
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  const words: WordOffsets = [];
  let at = 0;
  while (at < piece.length) {
    // Most of a text is plain words and signs, of which the patterns need not be tried.
    if (isSingleBlank(piece, at)) at++;
    const end = plainWordEnd(piece, at);
    if (end > at) {
      pushFused(piece, at, end, words);
      at = end;
      continue;
    }
    if (standsAlone(piece, at, previousTouches(words, at))) {
      at = push(words, at, at + 1);
      continue;
    }
    const blank = match(BLANK, piece, at);
    if (blank > 0) {
      at += blank;
      continue;
    }
    at = readWord(piece, at, words);
  }
  if (from > 0) for (let i = 0; i < words.length; i++) words[i] = words[i]! + from;
  return words;
}

/** Length of the pattern's match at an offset, 0 for none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

/** Reads what stands at `at` into `words`; gives the offset after it. */
function readWord(text: string, at: number, words: WordOffsets): number {
  const code = text.charCodeAt(at);
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf;
  if (isLetter || (code >= 48 && code <= 57)) {
    const length = match(ADDRESS, text, at) || match(MAIL, text, at);
    if (length > 0) return push(words, at, trimAddress(text, at, at + length));
  }
  if (code >= 48 && code <= 57) return readNumber(text, at, words);
  if (isLetter) {
    const length =
      match(DOTTED, text, at) ||
      match(HALF_DOTTED, text, at) ||
      match(MONEY, text, at) ||
      match(AMPERSAND, text, at);
    if (length > 0) return push(words, at, at + length);
    if (match(WORD, text, at) > 0) return readLetters(text, at, words);
  }
  const special = readMark(text, at, words) || match(RUN, text, at);
  if (special > 0) return push(words, at, at + special);
  if (match(WORD, text, at) > 0) return readLetters(text, at, words);
  const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return push(words, at, at + size);
}

/** Signs that take part of what follows with them: tags, faces, `’90s`, `.5`; and clitics that stand alone. */
function readMark(text: string, at: number, words: WordOffsets): number {
  const code = text[at]!;
  if (code === '@' || code === '#') return match(TAG, text, at);
  if (code === '.') return previousTouches(words, at) ? 0 : match(NUMBER, text, at);
  if (code === ':' || code === ';') return match(FACE, text, at);
  if (code !== "'" && code !== '’') return 0;
  if (!previousTouches(words, at)) return match(CUT_YEAR, text, at);
  const length = match(WORD, text, at + 1);
  return length > 0 && CLITIC.test(text.slice(at, at + 1 + length)) ? length + 1 : 0;
}

function previousTouches(words: WordOffsets, at: number): boolean {
  return words.length > 0 && words[words.length - 1] === at;
}

function push(words: WordOffsets, start: number, end: number): number {
  words.push(start, end);
  return end;
}

/** An address does not end in the punctuation of its sentence. */
function trimAddress(text: string, start: number, end: number): number {
  while (end > start + 1 && ".,;:!?)'’]}".includes(text[end - 1]!)) end--;
  return end;
}

function readNumber(text: string, at: number, words: WordOffsets): number {
  const ordinal = match(ORDINAL, text, at);
  if (ordinal > 0) return push(words, at, at + ordinal);
  const end = at + match(NUMBER, text, at);
  // `1.` at the head of a line is one word in the treebanks: the mark of a list.
  if (text[end] === '.' && end - at <= 3 && isLineStart(text, at) && /\s/.test(text[end + 1] ?? '')) {
    return push(words, at, end + 1);
  }
  const letters = match(WORD, text, end);
  if (letters === 0 || text[end] === '_') return push(words, at, Math.max(end, at + match(WORD, text, at)));
  const tail = text.slice(end, end + letters);
  if (UNITS.has(tail.toLowerCase())) return push(words, at, end);
  return push(words, at, end + letters);
}

function isLineStart(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    if (text[i] === '\n') return true;
    if (text[i] !== ' ' && text[i] !== '\t') return false;
  }
  return true;
}

function readLetters(text: string, start: number, words: WordOffsets): number {
  let end = start + match(WORD, text, start);
  end = joinApostrophes(text, start, end);
  const clitic = cliticStart(text, start, end);
  if (clitic > start) {
    pushFused(text, start, clitic, words);
    return push(words, clitic, end);
  }
  const name = joinDots(text, end);
  if (name > end) return push(words, start, name);
  const whole = joinPrefix(text, start, end);
  if (whole > end) {
    const inner = cliticStart(text, end + 1, whole);
    if (inner <= end + 1) return push(words, start, whole);
    push(words, start, inner);
    return push(words, inner, whole);
  }
  if (text[end] === '.' && keepsDot(text, start, end, words)) return push(words, start, end + 1);
  pushFused(text, start, end, words);
  return end;
}

/** The last two letters of the words in FUSED. */
const FUSED_ENDS: ReadonlySet<number> = new Set(
  Array.from(FUSED.keys(), (word) => lastTwo(word, word.length)),
);

/** The two characters before an offset, in small letters where they are plain letters. */
function lastTwo(text: string, end: number): number {
  return ((text.charCodeAt(end - 2) | 32) << 16) | text.charCodeAt(end - 1) | 32;
}

function mayBeFused(text: string, start: number, end: number): boolean {
  return end - start >= 4 && end - start <= 8 && FUSED_ENDS.has(lastTwo(text, end));
}

function pushFused(text: string, start: number, end: number, words: WordOffsets): void {
  const second = mayBeFused(text, start, end) ? FUSED.get(text.slice(start, end).toLowerCase()) : undefined;
  if (second !== undefined && !/\p{Lu}\p{Ll}*\p{Lu}/u.test(text.slice(start, end))) {
    push(words, start, start + second);
    push(words, start + second, end);
  } else push(words, start, end);
}

/** Takes `’` and letters after it into the word: `O’Neill`, `Sana’a`, `didn’t`, `Iran’s`; at most 3 times. */
function joinApostrophes(text: string, start: number, end: number): number {
  for (let i = 0; i < 3; i++) {
    const sign = text[end];
    if (sign !== "'" && sign !== '’' && sign !== '`' && sign !== 'ʼ' && sign !== '´') break;
    if (!LETTER.test(text[end + 1] ?? '') || !/[\p{L}\p{N}]/u.test(text[end - 1]!)) break;
    const length = match(WORD, text, end + 1);
    if (length === 0) break;
    // A closing quote with a missing blank after it (`’And`) is no part of the word before it.
    if ((sign === '`' || end - start > 3) && length > 3 && /\p{Lu}/u.test(text[end + 1]!)) break;
    end += 1 + length;
    if (CLITIC.test(text.slice(end - length - 1, end))) break;
  }
  return end;
}

/** Where the clitic at the end of a word begins (`’s`, `n’t`, `’ll`…), or its start where there is none. */
function cliticStart(text: string, start: number, end: number): number {
  for (let at = end - 2; at >= end - 3 && at > start; at--) {
    const sign = text[at]!;
    if (sign !== "'" && sign !== '’' && sign !== '`' && sign !== '´') continue;
    const tail = text.slice(at + 1, end).toLowerCase();
    if (tail === 't' && /n/i.test(text[at - 1]!) && at - 1 > start) return at - 1;
    if (CLITIC.test(text.slice(at, end))) return at;
  }
  return start;
}

/** `name.ending` where the ending is that of a domain or file: the offset after it, else `end`. */
function joinDots(text: string, end: number): number {
  let last = end;
  let known = false;
  for (let i = 0; i < 6 && text[last] === '.'; i++) {
    const length = match(WORD, text, last + 1);
    if (length === 0) break;
    const part = text.slice(last + 1, last + 1 + length);
    known = DOT_ENDINGS.has(part === part.toUpperCase() ? part.toLowerCase() : part);
    last += 1 + length;
  }
  return known ? last : end;
}

/** `anti` + `-tank`: the offset after the whole word where the prefix is a closed one, else `end`. */
function joinPrefix(text: string, start: number, end: number): number {
  if (text[end] !== '-' || end - start > 7 || text[start - 1] === '-') return end;
  if (!CLOSED_PREFIXES.has(text.slice(start, end).toLowerCase())) return end;
  const length = match(WORD, text, end + 1);
  return length === 0 ? end : joinApostrophes(text, end + 1, end + 1 + length);
}

/** Whether the dot after the word belongs to it. */
function keepsDot(text: string, start: number, end: number, words: WordOffsets): boolean {
  if (end - start > 7) return false;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  const next = nextWord(text, end + 1);
  if (end - start === 1) return keepsInitialDot(text, start, next, words);
  if (BEFORE_NUMBERS.has(lower) && /^[\d#]/.test(next)) return true;
  if (BEFORE_NUMBERS.has(lower) && !TITLES.has(lower) && !ABBREVIATIONS.has(lower)) return false;
  if (['no', 'nos', 'art', 'op', 'ed', 'vol', 'fig'].includes(lower)) return false;
  if (ONLY_CAPITALISED.has(lower) && !/^\p{Lu}/u.test(word)) return false;
  return TITLES.has(lower) || ABBREVIATIONS.has(lower);
}

/** `J. Smith` but not `plan B.`: a capital keeps its dot where a name can go on after it. */
function keepsInitialDot(text: string, start: number, next: string, words: WordOffsets): boolean {
  const letter = text[start]!;
  if (!/\p{Lu}/u.test(letter))
    return (letter === 'p' || letter === 'c' || letter === 'v') && /^\d/.test(next);
  const before = words.length > 0 ? text.slice(words[words.length - 2], words[words.length - 1]) : '';
  if (LETTERED.has(before.toLowerCase())) return false;
  // `than I. He…`: as an initial this one follows a name.
  if (letter === 'I' && !/^\p{Lu}/u.test(before)) return false;
  return /^\p{L}/u.test(next);
}

/** The run of letters or digits after blanks at an offset; at most 12 characters. */
function nextWord(text: string, at: number): string {
  let from = at;
  while (from < at + 3 && (text[from] === ' ' || text[from] === '\u00a0')) from++;
  return text.slice(from, from + 12).split(/[\s.,;:]/, 1)[0] ?? '';
}
