import type { Passage } from './passage.ts';

/** Words in one row, from the first to the last, both included. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

const KEPT = /^(?:[“”"'‘’()[\]«»]|''|``)$/;

/** A range without the loose punctuation at its ends; quotation marks and brackets stay. Nothing where no word is left. */
export function trimPiece(passage: Passage, from: number, to: number): Piece | undefined {
  let a = from;
  let b = to;
  while (a <= b && isLoose(passage, a)) a++;
  while (b >= a && isLoose(passage, b)) b--;
  for (let k = a; k <= b; k++) if (passage.isWord[k] === 1) return { from: a, to: b };
  return undefined;
}

const isLoose = (passage: Passage, i: number): boolean =>
  passage.isWord[i] === 0 && !KEPT.test(passage.tokens[i]!.text);
