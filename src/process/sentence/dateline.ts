import type { ParsedSentence } from './parsed.ts';

/** "BAGHDAD (Reuters) -", "WASHINGTON, Dec. 11 (Harbour Wire) —": place, maybe date and agency, then a dash. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:, [^()\n—–]{1,40}?)?(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--|-) /u;

/**
 * A sentence without the dateline that it opens with, its tree joined anew; the same sentence where it has none. What
 * is said begins after the dateline, and the agency's name in it is no word of the report.
 */
export function trimDateline(sentence: ParsedSentence, text: string): ParsedSentence {
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 130));
  const length = DATELINE.exec(opening)?.[0].length;
  if (length === undefined) return sentence;
  const from = sentence.tokens.findIndex((token) => token.start >= sentence.start + length);
  if (from <= 0) return sentence;
  const kept = sentence.tokens.slice(from);
  const root = kept.findIndex((token) => token.head < from);
  const tokens = kept.map((token, i) => ({
    ...token,
    head: token.head >= from ? token.head - from : i === root ? -1 : root,
    deprel: token.head >= from ? token.deprel : i === root ? 'root' : token.deprel,
  }));
  return { ...sentence, start: kept[0]!.start, tokens };
}
