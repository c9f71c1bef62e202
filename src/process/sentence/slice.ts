import type { ParsedSentence, Token } from './parsed.ts';

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
  const tokens: Token[] = [];
  for (let i = 0; i < kept.length; i++) {
    const token = kept[i]!;
    if (!isLoose(token.head)) tokens.push(rehang(token, token.head - from, token.deprel));
    else tokens.push(i === root ? rehang(token, -1, 'root') : rehang(token, root, token.deprel));
  }
  return {
    start: kept[0]!.start,
    end: kept.at(-1)!.end,
    tokens,
    paragraph: sentence.paragraph,
    memory: [],
  };
}

// Field by field, as tokens are made first: a spread copy would be an object of another kind to the engine.
function rehang({ start, end, text, lemma, upos, xpos }: Token, head: number, deprel: string): Token {
  return { start, end, text, lemma, upos, xpos, head, deprel };
}
