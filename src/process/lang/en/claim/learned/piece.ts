import type { Passage } from './passage.ts';
import { hasWord } from './passage.ts';
import { MARKS } from './word-marks.ts';

/** Words in one row, from the first to the last, both included. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A range without the loose punctuation at its ends; quotation marks and brackets stay. Nothing where no word is left. */
export function trimPiece(passage: Passage, from: number, to: number): Piece | undefined {
  if (!hasWord(passage, from, to)) return undefined;
  const { marks } = passage;
  let a = from;
  let b = to;
  while ((marks[a]! & MARKS.loose) !== 0) a++;
  while ((marks[b]! & MARKS.loose) !== 0) b--;
  return { from: a, to: b };
}
