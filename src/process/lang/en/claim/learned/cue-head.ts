import { hashString } from '../../hash.ts';
import { type Features, sizeOf } from './features.ts';
import type { Passage } from './passage.ts';

const VERB_TAG = /^VB/;

/** Child relations whose word, not only presence, tells whether a word attributes. */
const TOLD: ReadonlySet<string> = new Set([
  'nsubj', 'nsubj:pass', 'obj', 'iobj', 'ccomp', 'xcomp', 'mark', 'aux', 'aux:pass', 'compound:prt', 'obl', 'case', 'advmod',
  'nmod:poss', 'acl', 'nmod', 'det', 'cop', 'parataxis', 'advcl',
]); // biome-ignore format: a table

const COLON = ':';

/** Whether a word may be the main word of a cue: verbs, the colon of a transcript, and words known to attribute. */
export function mayAttribute(passage: Passage, i: number, known: ReadonlySet<number>): boolean {
  const token = passage.tokens[i]!;
  if (VERB_TAG.test(token.xpos)) return true;
  if (token.text === COLON) return true;
  return passage.isWord[i] === 1 && known.has(passage.lemma[i]!);
}

/** What tells whether word `i` is the main word of a cue. */
export function writeCueHead(passage: Passage, i: number, out: Features): void {
  const { lower, lemma, tag, fine, coarse, relation, head, children, quote } = passage;
  const sentence = passage.sentence[i]!;
  const [start, end] = [passage.first[sentence]!, passage.first[sentence + 1]!];
  const at = (k: number): number => (k >= start && k < end ? lower[k]! : 1);
  const tagAt = (k: number): number => (k >= start && k < end ? tag[k]! : 1);
  const word = lemma[i]!;
  const quoted = quote[i]! >= 0 ? 1 : 0;
  const near = quoteNear(passage, i, start, end);
  out.add(1);
  out.add(2, word, quoted);
  out.add(3, lower[i]!, tag[i]!);
  out.add(4, word, tag[i]!, relation[i]!);
  out.add(5, fine[i]!, tag[i]!);
  out.add(6, coarse[i]!, tag[i]!, relation[i]!);
  out.add(7, tag[i]!, relation[i]!, quoted);
  out.add(8, at(i - 1), word);
  out.add(9, at(i + 1), word);
  out.add(10, at(i + 1), tag[i]!);
  out.add(11, at(i - 1), tag[i]!);
  out.add(12, tagAt(i - 1), tagAt(i + 1), tag[i]!);
  out.add(13, tagAt(i + 1), tagAt(i + 2), word);
  out.add(14, at(i + 1), at(i + 2), coarse[i]!);
  out.add(15, at(i - 2), at(i - 1), coarse[i]!);
  out.add(16, near, quoted, tag[i]!);
  out.add(17, near, word);
  out.add(18, near, coarse[i]!);
  out.add(19, passage.quote[start]! >= 0 ? 1 : 0, near);
  out.add(20, at(i + 1), at(i + 2), word);
  const above = head[i]!;
  out.add(21, above < 0 ? 1 : lemma[above]!, relation[i]!);
  out.add(22, above < 0 ? 1 : coarse[above]!, relation[i]!, word);
  const embedding = findEmbedding(passage, i);
  out.add(23, embedding.word, embedding.way);
  out.add(24, embedding.word, embedding.way, word);
  out.add(25, embedding.coarse, embedding.way, coarse[i]!);
  out.add(26, sizeOf(i - start), sizeOf(end - start));
  let shape = 0;
  for (const child of children[i]!) {
    const how = relation[child]!;
    if (passage.tokens[child]!.deprel === 'punct') continue;
    const side = child < i ? 0 : 1;
    shape = (Math.imul(shape, 31) + how + side) | 0;
    out.add(30, how, side, tag[i]!);
    out.add(31, how, side, word);
    out.add(32, how, coarse[i]!, tag[child]!);
    if (!TOLD.has(passage.tokens[child]!.deprel)) continue;
    out.add(33, how, lower[child]!);
    out.add(34, how, lower[child]!, word);
    out.add(35, how, fine[child]!, coarse[i]!);
    out.add(36, how, fine[child]!, word);
    for (const below of children[child]!) {
      const kind = passage.tokens[below]!.deprel;
      if (kind === 'mark' || kind === 'case' || kind === 'det') out.add(37, how, lower[below]!, word);
      if (kind === 'mark' || kind === 'case') out.add(38, how, lower[below]!, coarse[i]!);
    }
  }
  out.add(39, shape, tag[i]!);
  out.add(40, shape, word);
}

/** Whether quotation marks stand near a word: bits for a quotation that ends before it, begins after it, is in its sentence. */
export function quoteNear(passage: Passage, i: number, start: number, end: number): number {
  const { quote } = passage;
  let bits = 0;
  for (let k = Math.max(start, i - 8); k < i; k++) if (quote[k]! >= 0 && quote[k] !== quote[i]) bits |= 1;
  for (let k = i + 1; k < Math.min(end, i + 9); k++) if (quote[k]! >= 0 && quote[k] !== quote[i]) bits |= 2;
  if (i + 1 < passage.size && quote[i + 1]! >= 0 && quote[i + 1] !== quote[i]) bits |= 4;
  if (i > 0 && quote[i - 1]! >= 0 && quote[i - 1] !== quote[i]) bits |= 8;
  if (quote[start]! >= 0 && quote[start] !== quote[i]) bits |= 16;
  return bits;
}

interface Embedding {
  readonly word: number;
  readonly coarse: number;
  readonly way: number;
}

const CLAUSAL: ReadonlySet<string> = new Set([
  'ccomp', 'xcomp', 'advcl', 'parataxis', 'acl', 'acl:relcl', 'conj', 'csubj',
]); // biome-ignore format: a table
const NONE: Embedding = { word: 1, coarse: -1, way: 0 };
const WAYS = new Map([...CLAUSAL].map((name) => [name, hashString(name)]));

/** The word of the clause around the one that a word stands in, and how the two hang together. */
function findEmbedding(passage: Passage, i: number): Embedding {
  let current = i;
  for (let steps = 0; steps < 5; steps++) {
    const above = passage.head[current]!;
    if (above < 0) return NONE;
    const how = passage.tokens[current]!.deprel;
    if (CLAUSAL.has(how))
      return { word: passage.lemma[above]!, coarse: passage.coarse[above]!, way: WAYS.get(how)! };
    current = above;
  }
  return NONE;
}
