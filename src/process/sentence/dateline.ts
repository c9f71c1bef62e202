import type { ParsedSentence } from './parsed.ts';
import { sliceSentence } from './slice.ts';

/** "BAGHDAD (Reuters) -", "WASHINGTON, Dec. 11 (Harbour Wire) —": place, maybe date and agency, then a dash. */
const DATELINE =
  /^\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:, [^()\n—–]{1,40}?)?(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--|-)(?: |$)/u;

/**
 * A sentence without the dateline that it opens with; the same sentence where it has none. What is said begins after
 * the dateline, and the agency's name in it is no word of the report. A dateline alone comes back empty.
 */
export function trimDateline(sentence: ParsedSentence, text: string): ParsedSentence {
  // Most sentences go on in lower case and have none.
  const second = text.charCodeAt(sentence.start + 1);
  if (second >= 0x61 && second <= 0x7a) return sentence;
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 130));
  const length = DATELINE.exec(opening)?.[0].length;
  if (length === undefined) return sentence;
  const from = sentence.tokens.findIndex((token) => token.start >= sentence.start + length);
  if (from < 0)
    return {
      start: sentence.start,
      end: sentence.end,
      tokens: [],
      paragraph: sentence.paragraph,
      memory: [],
    };
  return from === 0 ? sentence : sliceSentence(sentence, from);
}
