import type { ParsedSentence } from './parsed.ts';

/**
 * The tokens `from` up to and without `to` of a sentence as a sentence of their own. Words whose head is cut off hang on
 * the first of them, which becomes the root.
 */
export function sliceSentence(
  sentence: ParsedSentence,
  from: number,
  to = sentence.tokens.length,
): ParsedSentence {
  const kept = sentence.tokens.slice(from, to);
  const isLoose = (head: number) => head < from || head >= to;
  const verb = kept.findIndex(
    (token) => isLoose(token.head) && (token.upos === 'VERB' || token.upos === 'AUX'),
  );
  const root = verb >= 0 ? verb : kept.findIndex((token) => isLoose(token.head));
  const tokens = kept.map((token, i) => {
    if (!isLoose(token.head)) return { ...token, head: token.head - from };
    return i === root ? { ...token, head: -1, deprel: 'root' } : { ...token, head: root };
  });
  return { ...sentence, start: kept[0]!.start, end: kept.at(-1)!.end, tokens };
}
