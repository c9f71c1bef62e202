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
  kinds.clear(KINDS);
  words.clear(2 * rights.length);
  let most = Number.NEGATIVE_INFINITY;
  let best: readonly [number, number] | undefined;
  const all: number[] = [];
  for (let l = 0; l < lefts.length; l++) {
    for (let r = 0; r < rights.length; r++) {
      if ((l === 0 && r === 0) || !arePair(lefts[l], rights[r])) continue;
      const sum =
        leftScores[l]! + rightScores[r]! + scoreJoint(passage, said, lefts[l], rights[r], r, ranker);
      all.push(sum);
      if (sum <= most) continue;
      most = sum;
      best = [l, r];
    }
  }
  if (best === undefined) return undefined;
  let total = 0;
  for (const one of all) total += Math.exp(one - most);
  const pieces = [lefts[best[0]], rights[best[1]]].filter((piece) => piece !== undefined);
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

/** What both sides come to together; `r` numbers the right one. */
function scoreJoint(
  passage: Passage,
  said: Said,
  left: PieceShape | undefined,
  right: PieceShape | undefined,
  r: number,
  ranker: Ranker,
): number {
  const kind = kindOf(passage, left, right);
  if (!kinds.has(kind)) {
    features.clear();
    writeJointKind(passage, said, left, right, features);
    kinds.set(kind, ranker.score(features));
  }
  if (left === undefined || right === undefined) return kinds.get(kind);
  const word = 2 * r + isSameSentence(passage, left, right);
  if (!words.has(word)) {
    features.clear();
    writeJointWord(passage, left, right, features);
    words.set(word, ranker.score(features));
  }
  return kinds.get(kind) + words.get(word);
}

/** One number for all that `writeJointKind` looks at, below KINDS. */
function kindOf(passage: Passage, left: PieceShape | undefined, right: PieceShape | undefined): number {
  const quotes = (left === undefined ? 3 : left.quoted) * 4 + (right === undefined ? 3 : right.quoted);
  if (left === undefined || right === undefined) return quotes * 8;
  return (
    quotes * 8 +
    isSameSentence(passage, left, right) * 4 +
    (isSentenceStart(passage, left.from) ? 2 : 0) +
    (isSentenceEnd(passage, right.to) ? 1 : 0)
  );
}
