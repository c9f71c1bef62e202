import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { viewOf } from '../../../sentence/view.ts';

/** The words of a sentence in small letters, made once. */
export function lowerWords(sentence: ParsedSentence): readonly string[] {
  return viewOf(sentence).words;
}
