import type { ParsedSentence } from '../../../sentence/parsed.ts';

const known = new WeakMap<ParsedSentence, readonly string[]>();

/** The words of a sentence in small letters, made once. */
export function lowerWords(sentence: ParsedSentence): readonly string[] {
  let words = known.get(sentence);
  if (words === undefined) {
    words = sentence.tokens.map(({ text }) => text.toLowerCase());
    known.set(sentence, words);
  }
  return words;
}
