/** A word or number of a text, with where it stands (UTF-16 offsets). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters and digits that belong together. Scripts that put no blanks between words come one character at a time, so that
 * their sentences can be compared as well. An apostrophe stays inside a word ("Kata'ib"), points and commas inside a number.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u;

/** Whether a word is one character of a script without blanks between words. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/**
 * The words and numbers of a text in order, at most `limit`.
 *
 * @example
 * splitWords('2,500 troops left.').map((word) => word.text); // ['2,500', 'troops', 'left']
 */
export function splitWords(text: string, limit = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.length >= limit) break;
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}
