import type { Span } from '../../model/span.ts';
import type { ParsedSentence, Token } from './parsed.ts';
import { childrenOf } from './tree.ts';

/** Relation without its subtype: `nsubj` of `nsubj:pass`. */
export function relationOf(token: Token): string {
  const colon = token.deprel.indexOf(':');
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
}

/** First child of `head` with one of these relations (full, or without subtype). */
export function findChild(
  sentence: ParsedSentence,
  head: number,
  ...relations: readonly string[]
): number | undefined {
  return childrenOf(sentence, head).find((i) => hasRelation(sentence.tokens[i]!, relations));
}

/** All children of `head` with one of these relations. */
export function findChildren(
  sentence: ParsedSentence,
  head: number,
  ...relations: readonly string[]
): readonly number[] {
  return childrenOf(sentence, head).filter((i) => hasRelation(sentence.tokens[i]!, relations));
}

export function hasRelation(token: Token, relations: readonly string[]): boolean {
  return relations.includes(token.deprel) || relations.includes(relationOf(token));
}

/**
 * Indexes, ascending, of `head` and all below it, leaving out the subtrees whose top is in `without` or for
 * whose top `skip` is true.
 */
export function collectSubtree(
  sentence: ParsedSentence,
  head: number,
  skip: (token: Token, index: number) => boolean = () => false,
): number[] {
  const found = [head];
  for (let next = 0; next < found.length; next++) {
    for (const child of childrenOf(sentence, found[next]!)) {
      if (!skip(sentence.tokens[child]!, child)) found.push(child);
    }
  }
  return found.sort((a, b) => a - b);
}

const EDGE = /^[\p{P}\p{S}]+$/u;
const KEPT_AT_EDGE = /^[“”"'‘’$€£%)(\]]+$/;

/** The indexes without the commas, dashes and full stops at either end; quotation marks and money stay. */
export function trimPunctuation(sentence: ParsedSentence, indexes: readonly number[]): number[] {
  const isLoose = (i: number) => {
    const text = sentence.tokens[i]!.text;
    return EDGE.test(text) && !KEPT_AT_EDGE.test(text);
  };
  let from = 0;
  let to = indexes.length;
  while (from < to && isLoose(indexes[from]!)) from++;
  while (to > from && isLoose(indexes[to - 1]!)) to--;
  return indexes.slice(from, to);
}

/** The pieces of text that ascending token indexes cover; neighbours, and gaps of mere punctuation, are one piece. */
export function toPieces(sentence: ParsedSentence, indexes: readonly number[]): Span[] {
  const pieces: { start: number; end: number }[] = [];
  let previous = -2;
  for (const i of indexes) {
    const token = sentence.tokens[i]!;
    const last = pieces.at(-1);
    if (last !== undefined && isGapOfPunctuation(sentence, previous, i)) last.end = token.end;
    else pieces.push({ start: token.start, end: token.end });
    previous = i;
  }
  return pieces;
}

function isGapOfPunctuation(sentence: ParsedSentence, left: number, right: number): boolean {
  for (let i = left + 1; i < right; i++) if (!EDGE.test(sentence.tokens[i]!.text)) return false;
  return true;
}

/** The range from the first to the last of ascending token indexes. */
export function toSpan(sentence: ParsedSentence, indexes: readonly number[]): Span {
  return { start: sentence.tokens[indexes[0]!]!.start, end: sentence.tokens[indexes.at(-1)!]!.end };
}

const NEGATIONS = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'neither',
  'nor',
  'nobody',
  'none',
  'nothing',
  'hardly',
  'scarcely',
]);

/** Whether a word is negated by one of its own children: "did not", "no group", "never". */
export function isNegated(sentence: ParsedSentence, head: number): boolean {
  return childrenOf(sentence, head).some((i) => {
    const token = sentence.tokens[i]!;
    return (
      NEGATIONS.has(token.text.toLowerCase()) &&
      hasRelation(token, ['advmod', 'det', 'aux', 'cc']) &&
      !isComparing(sentence, i)
    );
  });
}

/** "no fewer than 12", "not only soldiers": the negation belongs to a measure or a contrast, and nothing is denied. */
export function isComparing(sentence: ParsedSentence, i: number): boolean {
  const [next, behind] = [sentence.tokens[i + 1], sentence.tokens[i + 2]].map(
    (token) => token?.text.toLowerCase() ?? '',
  );
  if (['only', 'just', 'merely'].includes(next!)) return true;
  return ['fewer', 'less', 'more', 'later', 'earlier'].includes(next!) && behind === 'than';
}

/** Lower-cased words that stand as case marker or complementiser of `head`: ["because of"] for a fixed pair. */
export function markersOf(sentence: ParsedSentence, head: number): readonly string[] {
  return findChildren(sentence, head, 'case', 'mark').map((i) => {
    const fixed = findChildren(sentence, i, 'fixed');
    return [i, ...fixed].map((k) => sentence.tokens[k]!.text.toLowerCase()).join(' ');
  });
}

/** Index of the first token that starts at or after an offset; the length where none does. */
export function tokenAt(sentence: ParsedSentence, offset: number): number {
  const found = sentence.tokens.findIndex((token) => token.end > offset);
  return found < 0 ? sentence.tokens.length : found;
}
