import type { ParsedSentence } from '../../../sentence/parsed.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const IN_CHUNK = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'PART']);
/** A longer list is no list of sources. */
const MOST = 6;

/**
 * Main words of the phrases that are listed from one on: the Post, the AP and Reuters of "told the Post, the AP and
 * Reuters that". By place: commas and "and" between noun phrases, and nothing else.
 */
export function listFrom(sentence: ParsedSentence, first: number): readonly number[] {
  const heads: number[] = [];
  let i = first;
  while (i < sentence.tokens.length && heads.length < MOST) {
    const end = endOfChunk(sentence, i);
    if (end === undefined) break;
    heads.push(end);
    const joint = sentence.tokens[end + 1];
    const isComma = joint?.text === ',';
    const isAnd = (at: number) => ['and', 'or', '&'].includes(sentence.tokens[at]?.text.toLowerCase() ?? '');
    if (isAnd(end + 1)) i = end + 2;
    else if (isComma && isAnd(end + 2)) i = end + 3;
    else if (isComma && isListed(sentence, end + 2)) i = end + 2;
    else break;
  }
  return heads;
}

/** Last word of the noun phrase that goes on from a word; undefined where none does. */
function endOfChunk({ tokens }: ParsedSentence, from: number): number | undefined {
  let head: number | undefined;
  for (let i = from; i < tokens.length; i++) {
    const { upos, text, xpos } = tokens[i]!;
    if (!IN_CHUNK.has(upos) && text !== '-' && text !== '&') break;
    if (xpos === 'WDT' || text.toLowerCase() === 'that') break;
    if (NOMINAL.has(upos)) head = i;
  }
  return head;
}

/** Behind a comma goes the list on only where "and" ends it: "the Post, the AP and Reuters". */
function isListed(sentence: ParsedSentence, from: number): boolean {
  const end = endOfChunk(sentence, from);
  if (end === undefined) return false;
  const next = sentence.tokens[end + 1]?.text.toLowerCase() ?? '';
  return next === 'and' || next === 'or' || (next === ',' && isListed(sentence, end + 2));
}
