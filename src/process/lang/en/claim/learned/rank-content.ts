import {
  isSameSentence,
  writeJointKind,
  writeJointWord,
  writeNoPiece,
  writePieceEnd,
  writePieceStart,
  writePieceTop,
  writePieceWords,
  writePlaces,
} from './content-features.ts';
import { listContent } from './content-pieces.ts';
import { Features, Sums } from './features.ts';
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
import type { Ranker } from './ranker.ts';

/** The best pieces on both sides and how probable they are among all pairs; undefined where there is no piece at all. */
export function rankContent(
  passage: Passage,
  said: Said,
  ranker: Ranker,
): { readonly pieces: readonly Piece[]; readonly probability: number } | undefined {
  const { left, right } = listContent(passage, said.head, said.cue, said.source);
  const lefts = describeSide(passage, said, 'left', left);
  const rights = describeSide(passage, said, 'right', right);
  const leftScores = scoreSide(passage, said, 'left', lefts, ranker);
  const rightScores = scoreSide(passage, said, 'right', rights, ranker);
  const leftKinds = lefts.map((piece) => leftKindOf(passage, piece));
  const rightKinds = rights.map((piece) => rightKindOf(passage, piece));
  kinds.clear(KINDS);
  words.clear(2 * rights.length);
  if (pairs.length < lefts.length * rights.length) pairs = new Float64Array(lefts.length * rights.length);
  let count = 0;
  let most = Number.NEGATIVE_INFINITY;
  let bestLeft = 0;
  let bestRight = 0;
  for (let l = 0; l < lefts.length; l++) {
    const left = lefts[l];
    for (let r = l === 0 ? 1 : 0; r < rights.length; r++) {
      const right = rights[r];
      if (!arePair(left, right)) continue;
      const sides = { left, right, r, kind: leftKinds[l]! + rightKinds[r]! };
      const sum = leftScores[l]! + rightScores[r]! + scoreJoint(passage, said, sides, ranker);
      pairs[count++] = sum;
      if (sum <= most) continue;
      most = sum;
      bestLeft = l;
      bestRight = r;
    }
  }
  if (count === 0) return undefined;
  let total = 0;
  for (let k = 0; k < count; k++) total += Math.exp(pairs[k]! - most);
  const pieces = [lefts[bestLeft], rights[bestRight]].filter((piece) => piece !== undefined);
  return { pieces: pieces.map(({ from, to }) => ({ from, to })), probability: 1 / total };
}

/** Pieces of both sides must not overlap. */
export const arePair = (left: Piece | undefined, right: Piece | undefined): boolean =>
  left === undefined || right === undefined || left.to < right.from;

/** The pieces of one side, and before them that there is none. */
function describeSide(
  passage: Passage,
  said: Said,
  side: Side,
  pieces: readonly Piece[],
): readonly (PieceShape | undefined)[] {
  const shapes: (PieceShape | undefined)[] = [undefined];
  for (const piece of pieces) shapes.push(describePiece(passage, said, side, piece));
  return shapes;
}

const features = new Features();
const places = new Sums();
const starts = new Sums();
const ends = new Sums();
const tops = new Sums();
/** Kinds of both sides together, and the first word of what follows the cue. */
const kinds = new Sums();
const words = new Sums();
const KINDS = 128;
const PLACES = 1024;
/** What all pairs come to. */
let pairs = new Float64Array(1024);

/** What the pieces of one side come to, each part that several of them share added up once. */
function scoreSide(
  passage: Passage,
  said: Said,
  side: Side,
  pieces: readonly (PieceShape | undefined)[],
  ranker: Ranker,
): readonly number[] {
  places.clear(PLACES);
  for (const sums of [starts, ends, tops]) sums.clear(passage.size);
  features.clear();
  writeNoPiece(passage, said, side, features);
  const scores = [ranker.score(features)];
  for (const piece of pieces) {
    if (piece === undefined) continue;
    const place = (piece.start * 16 + piece.end) * 3 + piece.quoted;
    if (!places.has(place)) {
      features.clear();
      writePlaces(passage, said, side, piece, features);
      places.set(place, ranker.score(features));
    }
    if (!starts.has(piece.from)) {
      features.clear();
      writePieceStart(passage, said, side, piece, features);
      starts.set(piece.from, ranker.score(features));
    }
    if (!ends.has(piece.to)) {
      features.clear();
      writePieceEnd(passage, said, side, piece, features);
      ends.set(piece.to, ranker.score(features));
    }
    if (!tops.has(piece.top)) {
      features.clear();
      writePieceTop(passage, said, side, piece, features);
      tops.set(piece.top, ranker.score(features));
    }
    features.clear();
    writePieceWords(passage, said, side, piece, features);
    const parts = places.get(place) + starts.get(piece.from) + ends.get(piece.to) + tops.get(piece.top);
    scores.push(parts + ranker.score(features));
  }
  return scores;
}

interface Sides {
  readonly left: PieceShape | undefined;
  readonly right: PieceShape | undefined;
  /** Number of the right one. */
  readonly r: number;
  /** What `writeJointKind` looks at on either side. */
  readonly kind: number;
}

/** What both sides come to together. */
function scoreJoint(passage: Passage, said: Said, { left, right, r, kind }: Sides, ranker: Ranker): number {
  const isBoth = left !== undefined && right !== undefined;
  const isSame = isBoth ? isSameSentence(passage, left, right) : 0;
  const key = kind + 64 * isSame;
  if (!kinds.has(key)) {
    features.clear();
    writeJointKind(passage, said, left, right, features);
    kinds.set(key, ranker.score(features));
  }
  if (!isBoth) return kinds.get(key);
  const word = 2 * r + isSame;
  if (!words.has(word)) {
    features.clear();
    writeJointWord(passage, left, right, features);
    words.set(word, ranker.score(features));
  }
  return kinds.get(key) + words.get(word);
}

/** What `writeJointKind` looks at on the left, as bits: what is quoted, and whether a sentence begins there. */
const leftKindOf = (passage: Passage, piece: PieceShape | undefined): number =>
  piece === undefined ? 12 : piece.quoted * 4 + (isSentenceStart(passage, piece.from) ? 16 : 0);

/** The same on the right: what is quoted, and whether a sentence ends there. */
const rightKindOf = (passage: Passage, piece: PieceShape | undefined): number =>
  piece === undefined ? 3 : piece.quoted + (isSentenceEnd(passage, piece.to) ? 32 : 0);
