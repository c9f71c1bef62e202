import { type Features, sizeOf } from './features.ts';
import type { Passage } from './passage.ts';

/** Words of a cue: from the first to the last, both included. */
export interface CueRange {
  readonly from: number;
  readonly to: number;
}

const BEFORE = 3;
const AFTER = 6;

/** Every range around the main word of a cue inside its sentence. */
export function listCueRanges(passage: Passage, head: number): readonly CueRange[] {
  const sentence = passage.sentence[head]!;
  const first = Math.max(passage.first[sentence]!, head - BEFORE);
  const last = Math.min(passage.first[sentence + 1]! - 1, head + AFTER);
  const ranges: CueRange[] = [];
  for (let from = head; from >= first; from--) {
    if (from < head && passage.isWord[from] === 0 && passage.tokens[from]!.text !== ':') break;
    for (let to = head; to <= last; to++) {
      if (to > head && passage.isWord[to] === 0) break;
      ranges.push({ from, to });
    }
  }
  return ranges;
}

/** What tells whether a range is the whole cue. */
export function writeCueRange(passage: Passage, head: number, { from, to }: CueRange, out: Features): void {
  const { lower, lemma, tag, relation, coarse, quote } = passage;
  const at = (k: number): number => (k >= 0 && k < passage.size ? lower[k]! : 1);
  const tagAt = (k: number): number => (k >= 0 && k < passage.size ? tag[k]! : 1);
  const word = lemma[head]!;
  const left = head - from;
  const right = to - head;
  out.add(1, left, right);
  out.add(2, left, right, word);
  out.add(3, left, right, tag[head]!);
  out.add(4, at(from), at(from - 1), left);
  out.add(5, at(to), at(to + 1), right);
  out.add(6, tagAt(from), tagAt(from - 1), left);
  out.add(7, tagAt(to), tagAt(to + 1), right);
  out.add(8, at(from), left, word);
  out.add(9, at(to), right, word);
  out.add(10, at(to + 1), right, word);
  out.add(11, at(from - 1), left, word);
  out.add(12, at(to + 1), right, tag[head]!);
  out.add(13, at(from - 1), left, tag[head]!);
  out.add(14, relation[from]!, left, passage.head[from] === head ? 1 : 0);
  out.add(15, relation[to]!, right, passage.head[to] === head ? 1 : 0);
  out.add(16, tagAt(to), tagAt(to + 1), relationTo(passage, head, to + 1));
  out.add(17, at(to), at(to + 1), relationTo(passage, head, to + 1));
  out.add(18, coarse[head]!, at(to), right);
  out.add(19, coarse[head]!, at(from), left);
  out.add(20, to + 1 < passage.size && quote[to + 1]! >= 0 && quote[to + 1] !== quote[head] ? 1 : 0, right);
  let words = 0;
  for (let k = from; k <= to; k++) {
    out.add(21, lower[k]!, k < head ? 0 : k > head ? 1 : 2);
    if (k !== head) out.add(22, tag[k]!, relation[k]!, k < head ? 0 : 1);
    words = (Math.imul(words, 31) + lower[k]!) | 0;
  }
  out.add(23, words);
  for (let k = from - 1; k >= head - BEFORE && k >= 0; k--)
    out.add(24, lower[k]!, relationTo(passage, head, k));
  for (let k = to + 1; k <= head + AFTER && k < passage.size; k++)
    out.add(25, lower[k]!, relationTo(passage, head, k), sizeOf(k - to));
}

/** How a word hangs on another: its relation, or 1 where it does not. */
function relationTo(passage: Passage, head: number, i: number): number {
  return i >= 0 && i < passage.size && passage.head[i] === head ? passage.relation[i]! : 1;
}
