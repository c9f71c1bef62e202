import type { ParsedSentence, Token } from '../../../../sentence/parsed.ts';
import type { WordTable } from '../../words.ts';
import type { Quotation } from '../quotes.ts';
import {
  describeFineTag,
  describeRelation,
  describeWords,
  hashLemma,
  MARKS,
  markCoarseTag,
  type WordMarks,
} from './word-marks.ts';

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
  /** The words that hang on word i, ascending: `children` from `firstChild[i]` up to and without `firstChild[i + 1]`. */
  readonly firstChild: Int32Array;
  readonly children: Int32Array;
  /** First and last word of all that hangs on a word. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Number of the quotation that a word stands in, its marks included, or -1; and first and last word of each. */
  readonly quote: Int32Array;
  readonly quotes: readonly { readonly from: number; readonly to: number }[];
  /** 1 for words, 0 for punctuation. */
  readonly isWord: Uint8Array;
  /** What kind of word it is and how it hangs: bits of `MARKS`. */
  readonly marks: Int32Array;
  /** How many words, how many of them quoted, and how many commas stand before each place. */
  readonly words: Int32Array;
  readonly quoted: Int32Array;
  readonly commas: Int32Array;
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
  /** Clusters of the word at grains of 256 and 64. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
}

/** Puts the sentences of a document in one row. */
export function makePassage(
  sentences: readonly ParsedSentence[],
  quotations: readonly Quotation[],
  table: WordTable,
): Passage {
  const describe = describeWords(table);
  const tokens: Token[] = [];
  for (const sentence of sentences) for (const token of sentence.tokens) tokens.push(token);
  const size = tokens.length;
  const row = () => new Int32Array(size);
  const passage: Draft = {
    size,
    tokens,
    sentence: row(),
    first: new Int32Array(sentences.length + 1),
    paragraph: row(),
    head: row(),
    firstChild: new Int32Array(size + 2),
    children: row(),
    from: row(),
    to: row(),
    quote: row().fill(-1),
    quotes: [],
    isWord: new Uint8Array(size),
    marks: row(),
    words: new Int32Array(size + 1),
    quoted: new Int32Array(size + 1),
    commas: new Int32Array(size + 1),
    lower: row(),
    lemma: row(),
    tag: row(),
    relation: row(),
    fine: row(),
    coarse: row(),
  };
  let at = 0;
  for (let number = 0; number < sentences.length; number++) {
    const { tokens: own, paragraph } = sentences[number]!;
    passage.first[number] = at;
    for (let i = 0; i < own.length; i++) {
      const token = own[i]!;
      passage.sentence[at + i] = number;
      passage.paragraph[at + i] = paragraph;
      passage.head[at + i] = token.head < 0 ? -1 : at + token.head;
      passage.from[at + i] = at + i;
      passage.to[at + i] = at + i;
      writeWord(passage, at + i, token, describe(token.text));
    }
    spreadEdges(passage, at, own.length);
    at += own.length;
  }
  passage.first[sentences.length] = at;
  listChildren(passage);
  markQuotes(passage, quotations);
  countWords(passage);
  return passage;
}

type Draft = { -readonly [K in keyof Passage]: Passage[K] } & {
  readonly quotes: { from: number; to: number }[];
};

function writeWord(passage: Draft, i: number, token: Token, word: WordMarks): void {
  passage.lower[i] = word.lower;
  passage.fine[i] = word.fine;
  passage.coarse[i] = word.coarse;
  passage.isWord[i] = word.isWord ? 1 : 0;
  passage.lemma[i] = hashLemma(token.lemma);
  const tag = describeFineTag(token.xpos);
  const relation = describeRelation(token.deprel);
  passage.tag[i] = tag.hash;
  passage.relation[i] = relation.hash;
  passage.marks[i] = word.marks | tag.marks | relation.marks | markCoarseTag(token.upos);
}

/** Sorts the words by what they hang on, each word's in their order. */
function listChildren({ size, head, firstChild, children }: Draft): void {
  for (let i = 0; i < size; i++) if (head[i]! >= 0) firstChild[head[i]! + 2]!++;
  for (let i = 2; i < firstChild.length; i++) firstChild[i]! += firstChild[i - 1]!;
  // Counted one place too far on, so that filling moves every start to where it belongs.
  for (let i = 0; i < size; i++) if (head[i]! >= 0) children[firstChild[head[i]! + 1]!++] = i;
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

function countWords({ size, isWord, quote, marks, words, quoted, commas }: Draft): void {
  for (let i = 0; i < size; i++) {
    words[i + 1] = words[i]! + isWord[i]!;
    quoted[i + 1] = quoted[i]! + (quote[i]! >= 0 ? isWord[i]! : 0);
    commas[i + 1] = commas[i]! + (marks[i]! & MARKS.comma);
  }
}

/** Whether a word stands between two places, both included. */
export const hasWord = ({ words }: Passage, from: number, to: number): boolean =>
  to >= from && words[to + 1]! > words[from]!;
