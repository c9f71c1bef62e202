import type { Span } from '../../model/span.ts';

/**
 * One word, number or mark of the text. `lower` is the lower-cased form with typographic marks made plain
 * (`’` is `'`, an en dash is `-`); `glued` says that no white space stands before it, `line` that a line
 * begins here.
 */
export interface Word extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'end';
  readonly lower: string;
  readonly capital: boolean;
  readonly glued: boolean;
  readonly line: boolean;
}

/** What lies before the first and behind the last word. */
export const NO_WORD: Word = {
  kind: 'end',
  start: 0,
  end: 0,
  lower: '',
  capital: false,
  glued: false,
  line: true,
};

/** Longer runs of letters or digits are no word of ours: they keep their span and lose their characters. */
const LONGEST = 24;

const PLAIN_MARKS = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['`', "'"],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['−', '-'],
  ['“', '"'],
  ['”', '"'],
]);

const SPACE = 0;
const LINE = 1;
const LETTER = 2;
const DIGIT = 3;
const MARK = 4;

/**
 * Cuts a text into words, numbers and single marks in one pass. Letters and digits are kept apart ("1990s" is
 * `1990` and `s`, glued), because most time expressions are told by that border. Digits are ASCII digits only;
 * other scripts' digits count as letters, so nothing is ever computed from them.
 *
 * @example
 * scanWords('the 1990s').map((word) => word.lower); // ['the', '1990', 's']
 */
export function scanWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let position = 0;
  let lastEnd = -1;
  let line = true;
  while (position < text.length) {
    const kind = classOf(text.charCodeAt(position));
    if (kind === SPACE || kind === LINE) {
      if (kind === LINE) line = true;
      position++;
      continue;
    }
    const start = position++;
    if (kind !== MARK)
      while (position < text.length && classOf(text.charCodeAt(position)) === kind) position++;
    words.push(makeWord(text, { start, end: position, kind, glued: start === lastEnd, line }));
    lastEnd = position;
    line = false;
  }
  return words;
}

interface Piece extends Span {
  readonly kind: number;
  readonly glued: boolean;
  readonly line: boolean;
}

function makeWord(text: string, { start, end, kind, glued, line }: Piece): Word {
  const raw = end - start > LONGEST ? '' : text.slice(start, end);
  if (kind === MARK) {
    return { kind: 'mark', start, end, lower: PLAIN_MARKS.get(raw) ?? raw, capital: false, glued, line };
  }
  if (kind === DIGIT) return { kind: 'number', start, end, lower: raw, capital: false, glued, line };
  const lower = raw.toLowerCase();
  const first = text.charCodeAt(start);
  const capital = first < 0x80 ? first <= 90 : raw.slice(0, 1) !== lower.slice(0, 1);
  return { kind: 'word', start, end, lower, capital, glued, line };
}

function classOf(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
  if (code === 32 || code === 9) return SPACE;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 11 || code === 12)
    return LINE;
  if (code < 0x80) return code < 32 ? SPACE : MARK;
  return classOfWide(code);
}

function classOfWide(code: number): number {
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x3000) return SPACE;
  if (code === 0xfeff || code === 0x2060) return SPACE;
  if (code < 0xc0 || (code >= 0x2010 && code <= 0x206f) || code === 0x2212) return MARK;
  if (code >= 0x20a0 && code <= 0x20cf) return MARK;
  return LETTER;
}

/** The word at an index; a blank one beyond either end. */
export function wordAt(words: readonly Word[], at: number): Word {
  return at >= 0 && at < words.length ? words[at]! : NO_WORD;
}

/** Whether the words from `at` on are exactly these. */
export function isPhraseAt(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  for (let i = 0; i < phrase.length; i++) if (wordAt(words, at + i).lower !== phrase[i]) return false;
  return true;
}
