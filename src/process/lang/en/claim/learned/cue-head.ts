import { type Features, sizeOf } from './features.ts';
import type { Passage } from './passage.ts';
import { MARKS } from './word-marks.ts';

/** Whether a word may be the main word of a cue: verbs, the colon of a transcript, and words known to attribute. */
export function mayAttribute(passage: Passage, i: number, known: ReadonlySet<number>): boolean {
  if ((passage.marks[i]! & (MARKS.verbal | MARKS.colon)) !== 0) return true;
  return passage.isWord[i] === 1 && known.has(passage.lemma[i]!);
}

/** What tells whether word `i` is the main word of a cue. */
export function writeCueHead(passage: Passage, i: number, out: Features): void {
  const { lower, lemma, tag, fine, coarse, relation, head, quote } = passage;
  const sentence = passage.sentence[i]!;
  const start = passage.first[sentence]!;
  const end = passage.first[sentence + 1]!;
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
  const embedded = findEmbedded(passage, i);
  const around = embedded < 0 ? 1 : lemma[head[embedded]!]!;
  const way = embedded < 0 ? 0 : relation[embedded]!;
  out.add(23, around, way);
  out.add(24, around, way, word);
  out.add(25, embedded < 0 ? -1 : coarse[head[embedded]!]!, way, coarse[i]!);
  out.add(26, sizeOf(i - start), sizeOf(end - start));
  const shape = writeChildren(passage, i, out);
  out.add(39, shape, tag[i]!);
  out.add(40, shape, word);
}

/** What hangs on word `i`; gives a number that stands for all of it. */
function writeChildren(passage: Passage, i: number, out: Features): number {
  const { lower, lemma, tag, fine, coarse, relation, marks, children, firstChild } = passage;
  const word = lemma[i]!;
  let shape = 0;
  for (let c = firstChild[i]!; c < firstChild[i + 1]!; c++) {
    const child = children[c]!;
    if ((marks[child]! & MARKS.punct) !== 0) continue;
    const how = relation[child]!;
    const side = child < i ? 0 : 1;
    shape = (Math.imul(shape, 31) + how + side) | 0;
    out.add(30, how, side, tag[i]!);
    out.add(31, how, side, word);
    out.add(32, how, coarse[i]!, tag[child]!);
    if ((marks[child]! & MARKS.told) === 0) continue;
    out.add(33, how, lower[child]!);
    out.add(34, how, lower[child]!, word);
    out.add(35, how, fine[child]!, coarse[i]!);
    out.add(36, how, fine[child]!, word);
    for (let b = firstChild[child]!; b < firstChild[child + 1]!; b++) {
      const below = children[b]!;
      if ((marks[below]! & (MARKS.mark | MARKS.case | MARKS.determiner)) === 0) continue;
      out.add(37, how, lower[below]!, word);
      if ((marks[below]! & MARKS.determiner) === 0) out.add(38, how, lower[below]!, coarse[i]!);
    }
  }
  return shape;
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

/** The top word of the clause that a word stands in, where it hangs on a clause around it; -1 where on none. */
function findEmbedded({ head, marks }: Passage, i: number): number {
  let current = i;
  for (let steps = 0; steps < 5; steps++) {
    if (head[current]! < 0) return -1;
    if ((marks[current]! & MARKS.clausal) !== 0) return current;
    current = head[current]!;
  }
  return -1;
}
