import type { CueRange } from './cue-span.ts';
import { type Features, sizeOf } from './features.ts';
import type { Passage } from './passage.ts';
import type { Piece } from './piece.ts';
import { pathBetween } from './source-rank.ts';

/** A cue with its source, as the content is looked for. */
export interface Said {
  readonly head: number;
  readonly cue: CueRange;
  readonly source: Piece | undefined;
}

/** What tells whether a piece on one side of a cue is content; `undefined` stands for none on that side. */
export function writePiece(
  passage: Passage,
  said: Said,
  side: 'left' | 'right',
  piece: Piece | undefined,
  out: Features,
): void {
  const { head, cue, source } = said;
  const { lemma, lower, tag, relation, coarse, fine, quote } = passage;
  const isRight = side === 'right';
  const base = isRight ? 100 : 200;
  const word = lemma[head]!;
  const own = tag[head]!;
  const sourceSide = source === undefined ? 0 : source.to < cue.from ? 1 : 2;
  if (piece === undefined) {
    out.add(base + 1);
    out.add(base + 2, word, sourceSide);
    out.add(base + 3, own, sourceSide, relation[head]!);
    out.add(base + 4, coarse[head]!, sourceSide);
    out.add(base + 5, cue.to + 1 < passage.size ? lower[cue.to + 1]! : 1, sourceSide);
    out.add(base + 6, cue.from > 0 ? lower[cue.from - 1]! : 1, sourceSide);
    out.add(base + 7, lower[cue.to]!, own);
    return;
  }
  const { from, to } = piece;
  const at = (k: number): number => (k >= 0 && k < passage.size ? lower[k]! : 1);
  const tagAt = (k: number): number => (k >= 0 && k < passage.size ? tag[k]! : 1);
  const place = placeOf(passage, said, isRight, piece);
  const quoted = quotedIn(passage, piece);
  const { top, tops } = findTop(passage, piece);
  const path = pathBetween(passage, head, top);
  const length = sizeOf(to - from);
  out.add(base + 10, place.start, place.end);
  out.add(base + 11, place.start, place.end, word);
  out.add(base + 12, place.start, place.end, own);
  out.add(base + 13, place.start, sourceSide, word);
  out.add(base + 14, place.end, sourceSide, quoted);
  out.add(base + 15, quoted, word);
  out.add(base + 16, quoted, place.start, place.end);
  out.add(base + 17, at(from), word);
  out.add(base + 18, at(from), own, place.start);
  out.add(base + 19, at(from), coarse[head]!);
  out.add(base + 20, tagAt(from), own, place.start);
  out.add(base + 21, tagAt(from), word);
  out.add(base + 22, at(from - 1), place.start);
  out.add(base + 23, at(from - 1), at(from));
  out.add(base + 24, tagAt(from - 1), tagAt(from), place.start);
  out.add(base + 25, at(to + 1), place.end);
  out.add(base + 26, at(to + 1), tagAt(to), tagAt(to + 2));
  out.add(base + 27, tagAt(to + 1), tagAt(to), place.end);
  out.add(base + 28, at(to + 1), at(to + 2));
  out.add(base + 29, at(to), place.end);
  out.add(base + 30, path, own);
  out.add(base + 31, path, word);
  out.add(base + 32, path, coarse[head]!, tag[top]!);
  out.add(base + 33, path, tops);
  out.add(base + 34, tops, tag[top]!, own);
  out.add(base + 35, tops, length, place.end);
  out.add(base + 36, length, own, place.start);
  out.add(base + 37, length, word);
  out.add(base + 38, hasFinite(passage, piece), word);
  out.add(base + 39, hasFinite(passage, piece), own, at(from));
  out.add(base + 40, fine[top]!, own);
  out.add(base + 41, wholeness(passage, piece, top), tops, place.end);
  out.add(base + 42, wholeness(passage, piece, top), path);
  out.add(base + 43, passage.sentence[to]! - passage.sentence[from]!, quoted);
  out.add(base + 44, markBalance(passage, piece), quoted);
  out.add(base + 45, relation[top]!, passage.head[top] === head ? 1 : 0, word);
  const behind = behindEnd(passage, piece, head);
  out.add(base + 46, behind, at(to + 1));
  out.add(base + 47, behind, place.end, relationAt(passage, to + 1));
  out.add(base + 48, relationAt(passage, to + 1), tagAt(to + 1), own);
  out.add(base + 49, verbFollows(passage, to), at(to + 1), behind);
  const gap = isRight ? from - cue.to - 1 : cue.from - to - 1;
  out.add(base + 50, sizeOf(gap), sourceSide, place.start);
  out.add(base + 51, sizeOf(gap), sourceSide, word);
  if (isRight && from > cue.to + 1) {
    out.add(base + 52, at(cue.to + 1), place.start);
    out.add(base + 53, tagAt(cue.to + 1), tagAt(from), place.start);
  }
  out.add(base + 54, quote[head]! >= 0 ? 1 : 0, quoted);
}

/** Template numbers of what is judged about both sides together. */
export function writeJoint(
  passage: Passage,
  said: Said,
  left: Piece | undefined,
  right: Piece | undefined,
  out: Features,
): void {
  const { head, source, cue } = said;
  const sides = (left === undefined ? 0 : 1) + (right === undefined ? 0 : 2);
  const sourceSide = source === undefined ? 0 : source.to < cue.from ? 1 : 2;
  const quotes =
    (left === undefined ? 3 : quotedIn(passage, left)) * 4 +
    (right === undefined ? 3 : quotedIn(passage, right));
  out.add(301, sides, sourceSide);
  out.add(302, sides, passage.lemma[head]!);
  out.add(303, sides, passage.tag[head]!, passage.relation[head]!);
  out.add(304, quotes, sourceSide);
  out.add(305, quotes, passage.lemma[head]!);
  if (left !== undefined && right !== undefined) {
    const isSame = passage.sentence[left.to] === passage.sentence[right.from] ? 1 : 0;
    out.add(306, isSame, quotes, isSentenceStart(passage, left.from));
    out.add(307, isSame, passage.lower[right.from]!);
    out.add(308, isSentenceEnd(passage, right.to), quotes);
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const isSentenceStart = (passage: Passage, i: number): number =>
  i <= passage.first[passage.sentence[i]!]! + 1 &&
  (i === passage.first[passage.sentence[i]!] || passage.isWord[i - 1] === 0)
    ? 1
    : 0;

function isSentenceEnd(passage: Passage, i: number): number {
  const last = passage.first[passage.sentence[i]! + 1]! - 1;
  for (let k = i + 1; k <= last; k++) if (passage.isWord[k] === 1) return 0;
  return 1;
}

/** Where a piece begins and ends: at the cue, the source, a quotation, the sentence, a comma, or elsewhere. */
function placeOf(passage: Passage, { cue, source }: Said, isRight: boolean, { from, to }: Piece): Place {
  const opens = passage.quote[from]! >= 0 && passage.quotes[passage.quote[from]!]!.from === from;
  const closes = passage.quote[to]! >= 0 && passage.quotes[passage.quote[to]!]!.to === to;
  let start = 0;
  if (isRight && from === cue.to + 1) start = 1;
  else if (isRight && source !== undefined && from === source.to + 1) start = 2;
  else if (isRight && hasNoWord(passage, cue.to + 1, from - 1)) start = 3;
  else if (isRight && source !== undefined && source.to < from && hasNoWord(passage, source.to + 1, from - 1))
    start = 4;
  else if (isSentenceStart(passage, from) === 1) start = 5;
  else if (passage.isWord[from - 1] === 0) start = 6;
  let end = 0;
  if (isSentenceEnd(passage, to) === 1) end = 1;
  else if (!isRight && hasNoWord(passage, to + 1, cue.from - 1)) end = 2;
  else if (
    !isRight &&
    source !== undefined &&
    source.from > to &&
    hasNoWord(passage, to + 1, source.from - 1)
  )
    end = 3;
  else if (to + 1 < passage.size && passage.isWord[to + 1] === 0) end = 4;
  return { start: start + (opens ? 10 : 0), end: end + (closes ? 10 : 0) };
}

function hasNoWord(passage: Passage, from: number, to: number): boolean {
  for (let k = from; k <= to; k++) if (passage.isWord[k] === 1) return false;
  return true;
}

/** 0 nothing quoted, 1 in part, 2 all of it. */
function quotedIn(passage: Passage, { from, to }: Piece): number {
  let words = 0;
  let quoted = 0;
  for (let k = from; k <= to; k++) {
    words += passage.isWord[k]!;
    if (passage.quote[k]! >= 0) quoted += passage.isWord[k]!;
  }
  return quoted === 0 ? 0 : quoted < words ? 1 : 2;
}

/** Whether a quotation is cut by the piece: bits for one that began before it and one that goes on behind it. */
function markBalance(passage: Passage, { from, to }: Piece): number {
  const { quote } = passage;
  const before = from > 0 && quote[from]! >= 0 && quote[from - 1] === quote[from] ? 1 : 0;
  const behind = to + 1 < passage.size && quote[to]! >= 0 && quote[to + 1] === quote[to] ? 2 : 0;
  return before + behind;
}

/** The main word of a piece, and how many of its words hang outside, up to 4. */
function findTop(passage: Passage, { from, to }: Piece): { readonly top: number; readonly tops: number } {
  let top = -1;
  let tops = 0;
  for (let k = from; k <= to; k++) {
    const above = passage.head[k]!;
    if ((above >= from && above <= to) || passage.isWord[k] === 0) continue;
    tops++;
    const isBetter =
      top < 0 ||
      (isClause(passage, k) && !isClause(passage, top)) ||
      ['mark', 'case', 'cc', 'advmod'].includes(passage.tokens[top]!.deprel);
    if (isBetter) top = k;
  }
  return { top: top < 0 ? from : top, tops: Math.min(tops, 4) };
}

const isClause = (passage: Passage, i: number): boolean => ['VERB', 'AUX'].includes(passage.tokens[i]!.upos);

function hasFinite(passage: Passage, { from, to }: Piece): number {
  for (let k = from; k <= Math.min(to, from + 60); k++) {
    const { xpos } = passage.tokens[k]!;
    if (xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP' || xpos === 'MD') return 1;
  }
  return 0;
}

/** Whether all that hangs on the main word is in the piece, on its left and on its right. */
function wholeness(passage: Passage, { from, to }: Piece, top: number): number {
  return (passage.from[top]! >= from ? 1 : 0) + (passage.to[top]! <= to ? 2 : 0);
}

/** What hangs behind the end of a piece: on a word of the piece, on the cue, or on neither. */
function behindEnd(passage: Passage, { from, to }: Piece, cue: number): number {
  let k = to + 1;
  while (k < passage.size && passage.isWord[k] === 0 && k < to + 4) k++;
  if (k >= passage.size || passage.sentence[k] !== passage.sentence[to]) return 0;
  const above = passage.head[k]!;
  if (above >= from && above <= to) return 1;
  if (above === cue) return 2;
  return above > k ? 3 : 4;
}

function relationAt(passage: Passage, i: number): number {
  return i < passage.size ? passage.relation[i]! : 1;
}

/** Whether the first word behind the piece that is a verb is finite and near: another clause begins. */
function verbFollows(passage: Passage, to: number): number {
  for (let k = to + 1; k < Math.min(passage.size, to + 8); k++) {
    const { xpos } = passage.tokens[k]!;
    if (xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP' || xpos === 'MD') return k - to;
  }
  return 0;
}
