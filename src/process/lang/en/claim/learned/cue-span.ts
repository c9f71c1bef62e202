import { type Features, sizeOf } from './features.ts';
import type { Passage } from './passage.ts';
import { MARKS } from './word-marks.ts';

/** Words of a cue: from the first to the last, both included. */
export interface CueRange {
  readonly from: number;
  readonly to: number;
}

const BEFORE = 3;
const AFTER = 6;

/** Every range around the main word of a cue inside its sentence. */
export function listCueRanges(passage: Passage, head: number): readonly CueRange[] {
  const { first, last } = cueLimits(passage, head);
  const ranges: CueRange[] = [];
  for (let from = head; from >= first; from--)
    for (let to = head; to <= last; to++) ranges.push({ from, to });
  return ranges;
}

/** The first and the last word that may belong to a cue. */
export function cueLimits(passage: Passage, head: number): { readonly first: number; readonly last: number } {
  const { isWord, marks } = passage;
  const sentence = passage.sentence[head]!;
  const start = Math.max(passage.first[sentence]!, head - BEFORE);
  const end = Math.min(passage.first[sentence + 1]! - 1, head + AFTER);
  let first = head;
  while (first > start && (isWord[first - 1] === 1 || (marks[first - 1]! & MARKS.colon) !== 0)) first--;
  let last = head;
  while (last < end && isWord[last + 1] === 1) last++;
  return { first, last };
}

/** What tells whether a range is the whole cue. */
export function writeCueRange(passage: Passage, head: number, range: CueRange, out: Features): void {
  writeCueStart(passage, head, range.from, out);
  writeCueEnd(passage, head, range.to, out);
  writeCueWords(passage, head, range.from, range.to, out);
}

/** The part of it that only tells by where the cue begins. */
export function writeCueStart(passage: Passage, head: number, from: number, out: Features): void {
  const { lower, lemma, tag, relation, coarse } = passage;
  const left = head - from;
  const own = lower[from]!;
  const before = from > 0 ? lower[from - 1]! : 1;
  out.add(4, own, before, left);
  out.add(6, tag[from]!, from > 0 ? tag[from - 1]! : 1, left);
  out.add(8, own, left, lemma[head]!);
  out.add(11, before, left, lemma[head]!);
  out.add(13, before, left, tag[head]!);
  out.add(14, relation[from]!, left, passage.head[from] === head ? 1 : 0);
  out.add(19, coarse[head]!, own, left);
  out.add(21, lower[head]!, 2);
  for (let k = from; k < head; k++) {
    out.add(21, lower[k]!, 0);
    out.add(22, tag[k]!, relation[k]!, 0);
  }
  for (let k = from - 1; k >= head - BEFORE && k >= 0; k--)
    out.add(24, lower[k]!, relationTo(passage, head, k));
}

/** The part of it that only tells by where the cue ends. */
export function writeCueEnd(passage: Passage, head: number, to: number, out: Features): void {
  const { lower, lemma, tag, relation, coarse, quote, size } = passage;
  const right = to - head;
  const own = lower[to]!;
  const behind = to + 1 < size ? lower[to + 1]! : 1;
  const tagBehind = to + 1 < size ? tag[to + 1]! : 1;
  const how = relationTo(passage, head, to + 1);
  out.add(5, own, behind, right);
  out.add(7, tag[to]!, tagBehind, right);
  out.add(9, own, right, lemma[head]!);
  out.add(10, behind, right, lemma[head]!);
  out.add(12, behind, right, tag[head]!);
  out.add(15, relation[to]!, right, passage.head[to] === head ? 1 : 0);
  out.add(16, tag[to]!, tagBehind, how);
  out.add(17, own, behind, how);
  out.add(18, coarse[head]!, own, right);
  out.add(20, to + 1 < size && quote[to + 1]! >= 0 && quote[to + 1] !== quote[head] ? 1 : 0, right);
  for (let k = head + 1; k <= to; k++) {
    out.add(21, lower[k]!, 1);
    out.add(22, tag[k]!, relation[k]!, 1);
  }
  for (let k = to + 1; k <= head + AFTER && k < size; k++)
    out.add(25, lower[k]!, relationTo(passage, head, k), sizeOf(k - to));
}

/** The part of it that tells by all its words together. */
export function writeCueWords(passage: Passage, head: number, from: number, to: number, out: Features): void {
  const { lower, lemma, tag } = passage;
  out.add(1, head - from, to - head);
  out.add(2, head - from, to - head, lemma[head]!);
  out.add(3, head - from, to - head, tag[head]!);
  let words = 0;
  for (let k = from; k <= to; k++) words = (Math.imul(words, 31) + lower[k]!) | 0;
  out.add(23, words);
}

/** How a word hangs on another: its relation, or 1 where it does not. */
function relationTo(passage: Passage, head: number, i: number): number {
  return i >= 0 && i < passage.size && passage.head[i] === head ? passage.relation[i]! : 1;
}
