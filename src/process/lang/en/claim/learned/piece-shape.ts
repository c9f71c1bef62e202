import type { CueRange } from './cue-span.ts';
import { hasWord, type Passage } from './passage.ts';
import type { Piece } from './piece.ts';
import { MARKS } from './word-marks.ts';

/** A cue with its source, as the content is looked for. */
export interface Said {
  readonly head: number;
  readonly cue: CueRange;
  readonly source: Piece | undefined;
}

export type Side = 'left' | 'right';

/** What is looked at of a piece more than once. */
export interface PieceShape extends Piece {
  /** Where it begins and ends: at the cue, the source, a quotation, the sentence, a comma, or elsewhere. */
  readonly start: number;
  readonly end: number;
  /** 0 nothing quoted, 1 in part, 2 all of it. */
  readonly quoted: number;
  /** Its main word, and how many of its words hang outside, up to 4. */
  readonly top: number;
  readonly tops: number;
}

export function describePiece(passage: Passage, said: Said, side: Side, { from, to }: Piece): PieceShape {
  const { quote, quotes } = passage;
  const opens = quote[from]! >= 0 && quotes[quote[from]!]!.from === from;
  const closes = quote[to]! >= 0 && quotes[quote[to]!]!.to === to;
  const top = findTop(passage, from, to);
  return {
    from,
    to,
    start: startOf(passage, said, side === 'right', from) + (opens ? 10 : 0),
    end: endOf(passage, said, side === 'right', to) + (closes ? 10 : 0),
    quoted: quotedIn(passage, from, to),
    top,
    tops: countTops(passage, from, to),
  };
}

function startOf(passage: Passage, { cue, source }: Said, isRight: boolean, from: number): number {
  if (isRight && from === cue.to + 1) return 1;
  if (isRight && source !== undefined && from === source.to + 1) return 2;
  if (isRight && !hasWord(passage, cue.to + 1, from - 1)) return 3;
  if (isRight && source !== undefined && source.to < from && !hasWord(passage, source.to + 1, from - 1))
    return 4;
  if (isSentenceStart(passage, from)) return 5;
  return passage.isWord[from - 1] === 0 ? 6 : 0;
}

function endOf(passage: Passage, { cue, source }: Said, isRight: boolean, to: number): number {
  if (isSentenceEnd(passage, to)) return 1;
  if (!isRight && !hasWord(passage, to + 1, cue.from - 1)) return 2;
  if (!isRight && source !== undefined && source.from > to && !hasWord(passage, to + 1, source.from - 1))
    return 3;
  return to + 1 < passage.size && passage.isWord[to + 1] === 0 ? 4 : 0;
}

export function isSentenceStart({ first, sentence, isWord }: Passage, i: number): boolean {
  const start = first[sentence[i]!]!;
  return i === start || (i === start + 1 && isWord[start] === 0);
}

export const isSentenceEnd = (passage: Passage, i: number): boolean =>
  !hasWord(passage, i + 1, passage.first[passage.sentence[i]! + 1]! - 1);

function quotedIn({ words, quoted }: Passage, from: number, to: number): number {
  const count = quoted[to + 1]! - quoted[from]!;
  if (count === 0) return 0;
  return count < words[to + 1]! - words[from]! ? 1 : 2;
}

/** The first verb whose clause hangs outside, else the first word that does and is no mere particle. */
function findTop(passage: Passage, from: number, to: number): number {
  const { head, isWord, marks } = passage;
  let top = -1;
  for (let k = from; k <= to; k++) {
    const above = head[k]!;
    if ((above >= from && above <= to) || isWord[k] === 0) continue;
    const isBetter =
      top < 0 ||
      (marks[top]! & MARKS.weak) !== 0 ||
      ((marks[k]! & MARKS.predicate) !== 0 && (marks[top]! & MARKS.predicate) === 0);
    if (isBetter) top = k;
  }
  return top < 0 ? from : top;
}

function countTops({ head, isWord }: Passage, from: number, to: number): number {
  let tops = 0;
  for (let k = from; k <= to && tops < 4; k++)
    if ((head[k]! < from || head[k]! > to) && isWord[k] === 1) tops++;
  return tops;
}
