import type { ParsedSentence, Token } from '../../../../sentence/parsed.ts';
import { hashString } from '../../hash.ts';
import type { WordTable } from '../../words.ts';
import type { Quotation } from '../quotes.ts';

/** The words of a whole document in one row, with what the rankers look at as numbers. Indexes count all words. */
export interface Passage {
  readonly size: number;
  readonly tokens: readonly Token[];
  /** Number of the sentence of each word, and the first word of each sentence with the size at the end. */
  readonly sentence: Int32Array;
  readonly first: Int32Array;
  readonly paragraph: Int32Array;
  /** Governing word, or -1. */
  readonly head: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** First and last word of all that hangs on a word. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Number of the quotation that a word stands in, its marks included, or -1; and first and last word of each. */
  readonly quote: Int32Array;
  readonly quotes: readonly { readonly from: number; readonly to: number }[];
  /** 1 for words, 0 for punctuation. */
  readonly isWord: Uint8Array;
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
  /** Clusters of the word at grains of 256 and 64. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
}

const WORD = /[\p{L}\p{N}$€£%]/u;
const LONGEST = 40;

/** Puts the sentences of a document in one row. */
export function makePassage(
  sentences: readonly ParsedSentence[],
  quotations: readonly Quotation[],
  words: WordTable,
): Passage {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const size = tokens.length;
  const row = () => new Int32Array(size);
  const passage = {
    size,
    tokens,
    sentence: row(),
    first: new Int32Array(sentences.length + 1),
    paragraph: row(),
    head: row(),
    children: Array.from({ length: size }, (): number[] => []),
    from: row(),
    to: row(),
    quote: row().fill(-1),
    quotes: [] as { from: number; to: number }[],
    isWord: new Uint8Array(size),
    lower: row(),
    lemma: row(),
    tag: row(),
    relation: row(),
    fine: row(),
    coarse: row(),
  };
  let at = 0;
  for (const [number, { tokens: own, paragraph }] of sentences.entries()) {
    passage.first[number] = at;
    for (const [i, token] of own.entries()) {
      passage.sentence[at + i] = number;
      passage.paragraph[at + i] = paragraph;
      passage.head[at + i] = token.head < 0 ? -1 : at + token.head;
      passage.from[at + i] = at + i;
      passage.to[at + i] = at + i;
      if (token.head >= 0) passage.children[at + token.head]!.push(at + i);
      writeWord(passage, at + i, token, words);
    }
    spreadEdges(passage, at, own.length);
    at += own.length;
  }
  passage.first[sentences.length] = at;
  markQuotes(passage, quotations);
  return passage;
}

type Draft = { -readonly [K in keyof Passage]: Passage[K] } & {
  readonly quotes: { from: number; to: number }[];
};

const cache = new Map<string, readonly [lower: number, fine: number, coarse: number]>();
const CACHED = 20_000;

function writeWord(passage: Draft, i: number, token: Token, words: WordTable): void {
  let known = cache.get(token.text);
  if (known === undefined) {
    const small = token.text.slice(0, LONGEST).toLowerCase();
    const at = words.row(small);
    known = [hashString(small.replace(/\d/g, '0')), words.cluster(at, 1), words.cluster(at, 2)];
    // Hostile text may hold any number of different words: start again rather than grow for ever.
    if (cache.size > CACHED) cache.clear();
    if (token.text.length <= LONGEST) cache.set(token.text, known);
  }
  [passage.lower[i], passage.fine[i], passage.coarse[i]] = known;
  passage.lemma[i] = hashString(token.lemma.slice(0, LONGEST).toLowerCase());
  passage.tag[i] = hashString(token.xpos);
  passage.relation[i] = hashString(token.deprel);
  passage.isWord[i] = WORD.test(token.text) ? 1 : 0;
}

/** Edges of subtrees: every word widens all words above it. */
function spreadEdges({ head, from, to }: Draft, at: number, count: number): void {
  for (let i = at; i < at + count; i++) {
    let above = head[i]!;
    // A tree has no circle; the bound keeps a damaged one from running on.
    for (let steps = 0; above >= 0 && steps < count; steps++) {
      if (from[above]! > i) from[above] = i;
      else if (to[above]! < i) to[above] = i;
      else break;
      above = head[above]!;
    }
  }
}

function markQuotes(passage: Draft, quotations: readonly Quotation[]): void {
  let i = 0;
  for (const { start, end } of quotations) {
    while (i < passage.size && passage.tokens[i]!.end <= start) i++;
    const first = i;
    while (i < passage.size && passage.tokens[i]!.start < end) passage.quote[i++] = passage.quotes.length;
    if (i > first) passage.quotes.push({ from: first, to: i - 1 });
  }
}
