import { SENTENCE_STARTERS, TITLES } from './abbreviations.ts';
import { findDatelineEnd } from './dateline.ts';
import { tokenize, type WordOffsets } from './tokenize.ts';

/** Words of one sentence, as offsets in pairs; never empty. */
export interface SentenceWords {
  readonly words: WordOffsets;
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
}

/** No sentence has more words than this: a text without a full stop is cut at the best place. */
export const LONGEST_SENTENCE = 400;

const TERMINAL = /^(?:[.!?…]{1,200}|[。！？؟])$/;
/** Last characters of the words at which a sentence can end, and the quotation mark that must be counted. */
const ENDINGS = '.!?…。！？؟"';
const CLOSER = /^["'”’»)\]}]$|^''$|^’’$/;
const OPENER = /^["'“‘«([{]$|^``$/;
const SAYING =
  /^(?:said|says|asked|asks|added|replied|told|wrote|shouted|cried|wondered|exclaimed|yelled|insisted|continued)$/;

/**
 * Splits a Document text into sentences of words. A blank line always ends a sentence; a single line break
 * does so only where the line was ended on purpose (a headline, a list item), not where it was wrapped.
 *
 * @example
 * splitEnglish('Gen. Ames spoke. “Stop!” he said.').length; // 2
 */
export function splitEnglish(text: string): SentenceWords[] {
  const sentences: SentenceWords[] = [];
  let paragraph = 0;
  for (const lines of paragraphsOf(text)) {
    const before = sentences.length;
    splitParagraph(text, lines, (words) => sentences.push({ words, paragraph }));
    if (sentences.length > before) paragraph++;
  }
  return sentences;
}

/** Lines of each paragraph, as `[start, end, start, end, …]`. */
function* paragraphsOf(text: string): Generator<number[]> {
  let lines: number[] = [];
  for (let at = 0; at <= text.length; ) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    if (text.slice(at, end).trim() === '') {
      if (lines.length > 0) yield lines;
      lines = [];
    } else lines.push(at, end);
    at = end + 1;
  }
  if (lines.length > 0) yield lines;
}

function splitParagraph(text: string, lines: number[], emit: (words: WordOffsets) => void): void {
  const hardBreaks = deliberateBreaks(text, lines);
  const dateline = findDatelineEnd(text, lines[0]!);
  if (dateline > 0 && dateline < lines[1]!) hardBreaks.unshift(dateline);
  const words = tokenize(text, lines[0]!, lines[lines.length - 1]!);
  const count = words.length / 2;
  const quotes: QuoteState = { open: false };
  let first = 0;
  let nextBreak = 0;
  const flush = (end: number): void => {
    for (const [from, to] of cutLong(text, words, first, end)) emit(words.slice(2 * from, 2 * to));
    first = end;
  };
  for (let i = 0; i < count; i++) {
    while (nextBreak < hardBreaks.length && hardBreaks[nextBreak]! <= words[2 * i]!) {
      if (first < i) flush(i);
      nextBreak++;
    }
    const end = sentenceEnd(text, words, i, quotes);
    if (end > i && end < count) {
      if (end > first) flush(end);
      i = end - 1;
    }
  }
  if (first < count) flush(count);
}

/** Straight quotation marks open and close in turn; only a count can tell them apart where blanks do not. */
interface QuoteState {
  open: boolean;
}

/** Index after the sentence that ends at word `i` (with closing quotes and brackets), or `i` where none ends. */
function sentenceEnd(text: string, words: WordOffsets, i: number, quotes: QuoteState): number {
  if (!ENDINGS.includes(text[words[2 * i + 1]! - 1]!)) return i;
  const word = wordAt(text, words, i);
  if (word === '"') quotes.open = !quotes.open;
  const ends = TERMINAL.test(word) ? 'mark' : word.length > 1 && word.endsWith('.') ? 'abbreviation' : '';
  if (ends === '') return i;
  const count = words.length / 2;
  let next = i + 1;
  while (next < count && isClosing(text, words, next, quotes)) {
    if (wordAt(text, words, next) === '"') quotes.open = !quotes.open;
    next++;
  }
  next = skipNotes(text, words, next);
  if (next >= count) return next;
  return mayBreak(text, words, i, next, ends) ? next : i;
}

/** Whether word `i` closes a quotation or bracket and hangs on the word before it. */
function isClosing(text: string, words: WordOffsets, i: number, quotes: QuoteState): boolean {
  if (!CLOSER.test(wordAt(text, words, i))) return false;
  if (gapBefore(words, i) > 0) return false;
  const isStraight = wordAt(text, words, i) === '"' || wordAt(text, words, i) === "'";
  if (!isStraight) return true;
  const after = text.charCodeAt(words[2 * i + 1]!);
  const touchesNext =
    !Number.isNaN(after) && after > 32 && !'.,;:!?)]”’\u2014-"\''.includes(text[words[2 * i + 1]!]!);
  return !touchesNext || quotes.open;
}

/** Footnote marks (`[12]`) after the full stop belong to the sentence before them. */
function skipNotes(text: string, words: WordOffsets, next: number): number {
  while (
    next + 2 < words.length / 2 &&
    wordAt(text, words, next) === '[' &&
    wordAt(text, words, next + 2) === ']' &&
    /^\d{1,4}$/.test(wordAt(text, words, next + 1))
  ) {
    next += 3;
  }
  return next;
}

function mayBreak(text: string, words: WordOffsets, mark: number, next: number, ends: string): boolean {
  const following = wordAt(text, words, next);
  const gap = gapBefore(words, next) > 0;
  if (/^[,;:)\]}%]/.test(following)) return false;
  const start =
    OPENER.test(following) && next + 1 < words.length / 2 ? wordAt(text, words, next + 1) : following;
  const startsLower = /^\p{Ll}/u.test(start);
  if (
    !gap &&
    !/^\p{Lu}/u.test(start) &&
    !OPENER.test(following) &&
    !/^[。！？؟]$/.test(wordAt(text, words, mark))
  ) {
    return false;
  }
  if (ends === 'abbreviation') return breaksAfterAbbreviation(text, words, mark, start);
  const sign = wordAt(text, words, mark);
  if (startsLower && (next - mark > 1 || /[.…]{2}|…/.test(sign))) return false;
  if (startsLower && sign === '.') return breaksBeforeLower(text, words, mark, following);
  if (/^[–—-]/.test(following)) return false;
  if (next - mark > 1 && sign !== '.' && saysNext(text, words, next)) return false;
  return true;
}

/** A full stop before a small letter ends a sentence in careless text, but not after a short, unknown abbreviation. */
function breaksBeforeLower(text: string, words: WordOffsets, mark: number, following: string): boolean {
  if (mark === 0 || /^[a-z]\)?$/.test(following)) return false;
  const before = wordAt(text, words, mark - 1);
  return before.length >= 4 && /^\p{L}+$/u.test(before);
}

function breaksAfterAbbreviation(text: string, words: WordOffsets, mark: number, start: string): boolean {
  const stem = wordAt(text, words, mark).slice(0, -1).toLowerCase();
  if (TITLES.has(stem) || /^\d+$/.test(stem)) return false;
  if (!/^\p{Lu}/u.test(start)) return false;
  // After one capital (`J. The…`) a name goes on more often than a sentence ends.
  if (stem.length === 1) return false;
  return SENTENCE_STARTERS.has(start.toLowerCase());
}

/** `“Why?” Ms. Roe asked`: a verb of saying close by shows that the sentence goes on after the quotation. */
function saysNext(text: string, words: WordOffsets, next: number): boolean {
  const stop = Math.min(next + 5, words.length / 2);
  for (let i = next; i < stop; i++) {
    const word = wordAt(text, words, i);
    if (SAYING.test(word)) return true;
    if (/^[.,;:!?"“”]$/.test(word)) return false;
  }
  return false;
}

function wordAt(text: string, words: WordOffsets, i: number): string {
  return text.slice(words[2 * i], words[2 * i + 1]);
}

function gapBefore(words: WordOffsets, i: number): number {
  return i === 0 ? 1 : words[2 * i]! - words[2 * i - 1]!;
}

/** Ends of lines that were ended on purpose: the next word would have fitted, or the paragraph is not wrapped at all. */
function deliberateBreaks(text: string, lines: number[]): number[] {
  const breaks: number[] = [];
  if (lines.length <= 2) return breaks;
  let width = 0;
  let wrapped = false;
  for (let i = 0; i < lines.length; i += 2) {
    width = Math.max(width, lines[i + 1]! - lines[i]!);
    if (i > 0 && /^\s{0,20}\p{Ll}/u.test(text.slice(lines[i], lines[i]! + 22))) wrapped = true;
  }
  const free = width < 60 && !wrapped;
  for (let i = 2; i < lines.length; i += 2) {
    const line = text.slice(lines[i], Math.min(lines[i + 1]!, lines[i]! + 80)).trimStart();
    if (/^\p{Ll}/u.test(line)) continue;
    const firstWord = line.split(/\s/, 1)[0]!.length;
    if (free || lines[i - 1]! - lines[i - 2]! + 1 + firstWord <= width) breaks.push(lines[i]!);
  }
  return breaks;
}

/** Word ranges of at most LONGEST_SENTENCE words, cut after the strongest mark in the second half of each. */
function* cutLong(text: string, words: WordOffsets, from: number, to: number): Generator<[number, number]> {
  while (to - from > LONGEST_SENTENCE) {
    let best = from + LONGEST_SENTENCE;
    let strength = 0;
    for (let i = from + LONGEST_SENTENCE / 2; i < from + LONGEST_SENTENCE; i++) {
      const value = cutStrength(wordAt(text, words, i));
      if (value >= strength && value > 0) {
        strength = value;
        best = i + 1;
      }
    }
    yield [from, best];
    from = best;
  }
  yield [from, to];
}

function cutStrength(word: string): number {
  if (word === ';') return 3;
  if (word === ':' || word === '—' || word === '–' || word === '--') return 2;
  return word === ',' || word === '|' || word === '•' ? 1 : 0;
}
