import { type Features, sizeOf } from './features.ts';
import type { Passage } from './passage.ts';
import type { Piece } from './piece.ts';
import {
  describePiece,
  isSentenceEnd,
  isSentenceStart,
  type PieceShape,
  type Said,
  type Side,
} from './piece-shape.ts';
import { pathBetween } from './source-rank.ts';
import { MARKS } from './word-marks.ts';

export type { Said } from './piece-shape.ts';

/** What tells whether a piece on one side of a cue is content; `undefined` stands for none on that side. */
export function writePiece(
  passage: Passage,
  said: Said,
  side: Side,
  piece: Piece | undefined,
  out: Features,
): void {
  if (piece === undefined) {
    writeNoPiece(passage, said, side, out);
    return;
  }
  const shape = describePiece(passage, said, side, piece);
  writePlaces(passage, said, side, shape, out);
  writePieceStart(passage, said, side, shape, out);
  writePieceEnd(passage, said, side, shape, out);
  writePieceTop(passage, said, side, shape, out);
  writePieceWords(passage, said, side, shape, out);
}

/** Numbers of templates begin here. */
const baseOf = (side: Side): number => (side === 'right' ? 100 : 200);

/** Where the source stands: 0 nowhere, 1 before the cue, 2 behind it. */
const sideOfSource = ({ cue, source }: Said): number =>
  source === undefined ? 0 : source.to < cue.from ? 1 : 2;

const wordAt = ({ lower, size }: Passage, i: number): number => (i >= 0 && i < size ? lower[i]! : 1);
const tagAt = ({ tag, size }: Passage, i: number): number => (i >= 0 && i < size ? tag[i]! : 1);

export function writeNoPiece(passage: Passage, said: Said, side: Side, out: Features): void {
  const { head, cue } = said;
  const { lemma, tag, relation, coarse, lower } = passage;
  const base = baseOf(side);
  const sourceSide = sideOfSource(said);
  out.add(base + 1);
  out.add(base + 2, lemma[head]!, sourceSide);
  out.add(base + 3, tag[head]!, sourceSide, relation[head]!);
  out.add(base + 4, coarse[head]!, sourceSide);
  out.add(base + 5, wordAt(passage, cue.to + 1), sourceSide);
  out.add(base + 6, wordAt(passage, cue.from - 1), sourceSide);
  out.add(base + 7, lower[cue.to]!, tag[head]!);
}

/** The part of it that only tells by the kinds of place where the piece begins and ends, and whether it is quoted. */
export function writePlaces(
  passage: Passage,
  said: Said,
  side: Side,
  { start, end, quoted }: PieceShape,
  out: Features,
): void {
  const base = baseOf(side);
  const word = passage.lemma[said.head]!;
  out.add(base + 10, start, end);
  out.add(base + 11, start, end, word);
  out.add(base + 12, start, end, passage.tag[said.head]!);
  out.add(base + 14, end, sideOfSource(said), quoted);
  out.add(base + 15, quoted, word);
  out.add(base + 16, quoted, start, end);
  out.add(base + 54, passage.quote[said.head]! >= 0 ? 1 : 0, quoted);
}

/** The part of it that only tells by where the piece begins. */
export function writePieceStart(
  passage: Passage,
  said: Said,
  side: Side,
  { from, start }: PieceShape,
  out: Features,
): void {
  const { head, cue } = said;
  const { lower, tag, coarse } = passage;
  const base = baseOf(side);
  const word = passage.lemma[head]!;
  const first = lower[from]!;
  const before = wordAt(passage, from - 1);
  out.add(base + 13, start, sideOfSource(said), word);
  out.add(base + 17, first, word);
  out.add(base + 18, first, tag[head]!, start);
  out.add(base + 19, first, coarse[head]!);
  out.add(base + 20, tag[from]!, tag[head]!, start);
  out.add(base + 21, tag[from]!, word);
  out.add(base + 22, before, start);
  out.add(base + 23, before, first);
  out.add(base + 24, tagAt(passage, from - 1), tag[from]!, start);
  if (side === 'left') return;
  writeGap(passage, said, base, { gap: from - cue.to - 1, start }, out);
  if (from <= cue.to + 1) return;
  out.add(base + 52, wordAt(passage, cue.to + 1), start);
  out.add(base + 53, tagAt(passage, cue.to + 1), tag[from]!, start);
}

/** How far from the cue a piece stands. */
function writeGap(
  passage: Passage,
  said: Said,
  base: number,
  { gap, start }: { readonly gap: number; readonly start: number },
  out: Features,
): void {
  out.add(base + 50, sizeOf(gap), sideOfSource(said), start);
  out.add(base + 51, sizeOf(gap), sideOfSource(said), passage.lemma[said.head]!);
}

/** The part of it that only tells by where the piece ends. */
export function writePieceEnd(
  passage: Passage,
  said: Said,
  side: Side,
  { to, end }: PieceShape,
  out: Features,
): void {
  const base = baseOf(side);
  const behind = wordAt(passage, to + 1);
  const tagBehind = tagAt(passage, to + 1);
  const own = passage.tag[to]!;
  out.add(base + 25, behind, end);
  out.add(base + 26, behind, own, tagAt(passage, to + 2));
  out.add(base + 27, tagBehind, own, end);
  out.add(base + 28, behind, wordAt(passage, to + 2));
  out.add(base + 29, passage.lower[to]!, end);
  out.add(base + 48, relationAt(passage, to + 1), tagBehind, passage.tag[said.head]!);
}

/** The part of it that only tells by the piece's main word. */
export function writePieceTop(
  passage: Passage,
  { head }: Said,
  side: Side,
  { top }: PieceShape,
  out: Features,
): void {
  const { lemma, tag, relation, coarse, fine } = passage;
  const base = baseOf(side);
  const path = pathBetween(passage, head, top);
  out.add(base + 30, path, tag[head]!);
  out.add(base + 31, path, lemma[head]!);
  out.add(base + 32, path, coarse[head]!, tag[top]!);
  out.add(base + 40, fine[top]!, tag[head]!);
  out.add(base + 45, relation[top]!, passage.head[top] === head ? 1 : 0, lemma[head]!);
}

/** The part of it that tells by the piece as a whole. */
export function writePieceWords(
  passage: Passage,
  said: Said,
  side: Side,
  { from, to, start, end, quoted, top, tops }: PieceShape,
  out: Features,
): void {
  const { head, cue } = said;
  const { lemma, tag, sentence, lower } = passage;
  const base = baseOf(side);
  const word = lemma[head]!;
  const own = tag[head]!;
  const path = pathBetween(passage, head, top);
  const length = sizeOf(to - from);
  const finite = hasFinite(passage, from, to);
  const whole = (passage.from[top]! >= from ? 1 : 0) + (passage.to[top]! <= to ? 2 : 0);
  const behind = behindEnd(passage, from, to, head);
  const next = wordAt(passage, to + 1);
  out.add(base + 33, path, tops);
  out.add(base + 34, tops, tag[top]!, own);
  out.add(base + 35, tops, length, end);
  out.add(base + 36, length, own, start);
  out.add(base + 37, length, word);
  out.add(base + 38, finite, word);
  out.add(base + 39, finite, own, lower[from]!);
  out.add(base + 41, whole, tops, end);
  out.add(base + 42, whole, path);
  out.add(base + 43, sentence[to]! - sentence[from]!, quoted);
  out.add(base + 44, markBalance(passage, from, to), quoted);
  out.add(base + 46, behind, next);
  out.add(base + 47, behind, end, relationAt(passage, to + 1));
  out.add(base + 49, verbFollows(passage, to), next, behind);
  if (side === 'left') writeGap(passage, said, base, { gap: cue.from - to - 1, start }, out);
}

/** What is judged about both sides together. */
export function writeJoint(
  passage: Passage,
  said: Said,
  left: Piece | undefined,
  right: Piece | undefined,
  out: Features,
): void {
  const shape = (side: Side, piece: Piece | undefined) =>
    piece === undefined ? undefined : describePiece(passage, said, side, piece);
  const [a, b] = [shape('left', left), shape('right', right)];
  writeJointKind(passage, said, a, b, out);
  if (a !== undefined && b !== undefined) writeJointWord(passage, a, b, out);
}

/** The part of it that only tells by which sides there are, what is quoted, and whether they fill their sentences. */
export function writeJointKind(
  passage: Passage,
  said: Said,
  left: PieceShape | undefined,
  right: PieceShape | undefined,
  out: Features,
): void {
  const { lemma, tag, relation } = passage;
  const { head } = said;
  const sourceSide = sideOfSource(said);
  const sides = (left === undefined ? 0 : 1) + (right === undefined ? 0 : 2);
  const quotes = (left?.quoted ?? 3) * 4 + (right?.quoted ?? 3);
  out.add(301, sides, sourceSide);
  out.add(302, sides, lemma[head]!);
  out.add(303, sides, tag[head]!, relation[head]!);
  out.add(304, quotes, sourceSide);
  out.add(305, quotes, lemma[head]!);
  if (left === undefined || right === undefined) return;
  out.add(306, isSameSentence(passage, left, right), quotes, isSentenceStart(passage, left.from) ? 1 : 0);
  out.add(308, isSentenceEnd(passage, right.to) ? 1 : 0, quotes);
}

export function writeJointWord(passage: Passage, left: PieceShape, right: PieceShape, out: Features): void {
  out.add(307, isSameSentence(passage, left, right), passage.lower[right.from]!);
}

export const isSameSentence = ({ sentence }: Passage, left: PieceShape, right: PieceShape): number =>
  sentence[left.to] === sentence[right.from] ? 1 : 0;

/** Whether a quotation is cut by the piece: bits for one that began before it and one that goes on behind it. */
function markBalance({ quote, size }: Passage, from: number, to: number): number {
  const before = from > 0 && quote[from]! >= 0 && quote[from - 1] === quote[from] ? 1 : 0;
  const behind = to + 1 < size && quote[to]! >= 0 && quote[to + 1] === quote[to] ? 2 : 0;
  return before + behind;
}

function hasFinite({ marks }: Passage, from: number, to: number): number {
  const last = Math.min(to, from + 60);
  for (let k = from; k <= last; k++) if ((marks[k]! & MARKS.finite) !== 0) return 1;
  return 0;
}

/** What hangs behind the end of a piece: on a word of the piece, on the cue, or on neither. */
function behindEnd(passage: Passage, from: number, to: number, cue: number): number {
  let k = to + 1;
  while (k < passage.size && passage.isWord[k] === 0 && k < to + 4) k++;
  if (k >= passage.size || passage.sentence[k] !== passage.sentence[to]) return 0;
  const above = passage.head[k]!;
  if (above >= from && above <= to) return 1;
  if (above === cue) return 2;
  return above > k ? 3 : 4;
}

const relationAt = ({ relation, size }: Passage, i: number): number => (i < size ? relation[i]! : 1);

/** How near behind the piece a finite verb stands: another clause begins. */
function verbFollows({ marks, size }: Passage, to: number): number {
  const limit = Math.min(size, to + 8);
  for (let k = to + 1; k < limit; k++) if ((marks[k]! & MARKS.finite) !== 0) return k - to;
  return 0;
}
