import type { CueRange } from './cue-span.ts';
import { hasWord, type Passage } from './passage.ts';
import { type Piece, trimPiece } from './piece.ts';
import { MARKS } from './word-marks.ts';

/** What a cue attributes may stand before it, behind it, or on both sides. */
export interface ContentPieces {
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

const MOST_LEFT = 40;
const MOST_RIGHT = 110;
/** A quotation longer than this many words is cut off: hostile text may never close one. */
const LONGEST = 1200;
/** Words behind a cue among which its content begins. */
const NEAR = 24;

/** Where the content of a cue may stand, given its source; pieces without a word are left out. */
export function listContent(
  passage: Passage,
  head: number,
  cue: CueRange,
  source: Piece | undefined,
): ContentPieces {
  return { left: listLeft(passage, head, cue, source), right: listRight(passage, head, cue, source) };
}

class PieceList {
  readonly pieces: Piece[] = [];
  readonly passage: Passage;
  readonly #most: number;

  constructor(passage: Passage, most: number) {
    this.passage = passage;
    this.#most = most;
  }

  add(from: number, to: number): void {
    if (
      this.pieces.length >= this.#most ||
      to - from >= LONGEST ||
      to < from ||
      from < 0 ||
      to >= this.passage.size
    )
      return;
    const piece = trimPiece(this.passage, from, to);
    if (piece !== undefined && !this.#has(piece)) this.pieces.push(piece);
  }

  #has({ from, to }: Piece): boolean {
    for (let k = this.pieces.length - 1; k >= 0; k--) {
      const piece = this.pieces[k]!;
      if (piece.from === from && piece.to === to) return true;
    }
    return false;
  }
}

function listLeft(
  passage: Passage,
  head: number,
  cue: CueRange,
  source: Piece | undefined,
): readonly Piece[] {
  const list = new PieceList(passage, MOST_LEFT);
  const first = passage.first[passage.sentence[cue.from]!]!;
  const hasSourceBefore = source !== undefined && source.to < cue.from;
  const before = hasSourceBefore ? source.from - 1 : cue.from - 1;
  addLeft(list, head, before);
  if (hasSourceBefore) addLeft(list, head, cue.from - 1);
  // "“Really?” he asked": the quotation was taken for a sentence of its own.
  if (!hasWord(passage, first, before) && first > 0 && passage.quote[first - 1]! >= 0)
    addLeft(list, head, first - 1);
  addPhrases(list, head, cue, 'left');
  return list.pieces;
}

function addLeft(list: PieceList, head: number, end: number): void {
  if (end < 0) return;
  for (const start of leftStarts(list.passage, head, end)) list.add(start, end);
}

function leftStarts(passage: Passage, head: number, end: number): readonly number[] {
  const { marks, children, firstChild, isWord } = passage;
  const sentence = passage.sentence[end]!;
  const first = passage.first[sentence]!;
  const starts = [first];
  const last = lastMark(passage, end);
  const quote = passage.quote[last]!;
  if (quote >= 0) {
    const { from } = passage.quotes[quote]!;
    starts.push(from);
    for (let s = passage.sentence[from]! + 1; s <= sentence && s < passage.sentence[from]! + 12; s++)
      starts.push(passage.first[s]!);
    addEarlierQuotes(passage, from, starts);
  }
  if ((marks[first]! & MARKS.linking) !== 0) starts.push(first + 1);
  for (let k = end, commas = 0; k > first && commas < 6; k--) {
    if (isWord[k - 1] === 0) {
      starts.push(k);
      commas++;
    } else if ((marks[k - 1]! & (MARKS.conjunction | MARKS.that)) !== 0) starts.push(k);
  }
  for (let c = firstChild[head]!; c < firstChild[head + 1]!; c++) {
    const child = children[c]!;
    if (child < head && passage.from[child]! <= end) starts.push(passage.from[child]!);
  }
  const above = passage.head[head]!;
  if (above >= 0 && passage.from[above]! <= end) starts.push(passage.from[above]!);
  return starts;
}

/** The end itself, or the word before a comma there. */
function lastMark(passage: Passage, end: number): number {
  return passage.quote[end]! < 0 && end > 0 && passage.isWord[end] === 0 ? end - 1 : end;
}

/** Quotations of paragraphs just before that were left open: one speaker's words go on over paragraphs. */
function addEarlierQuotes(passage: Passage, from: number, starts: number[]): void {
  let at = from;
  for (let steps = 0; steps < 4 && at > 0 && passage.quote[at - 1]! >= 0; steps++) {
    at = passage.quotes[passage.quote[at - 1]!]!.from;
    starts.push(at);
  }
}

/** Phrases that hang on the cue or that it hangs on: "a fact later confirmed by", "the requested search". */
function addPhrases(list: PieceList, head: number, cue: CueRange, side: 'left' | 'right'): void {
  const { firstChild, children } = list.passage;
  const above = list.passage.head[head]!;
  for (let c = firstChild[head]!; c < firstChild[head + 1]!; c++) addPhrase(list, children[c]!, cue, side);
  if (above < 0) return;
  addPhrase(list, above, cue, side);
  for (let c = firstChild[above]!; c < firstChild[above + 1]!; c++)
    if (children[c] !== head) addPhrase(list, children[c]!, cue, side);
}

function addPhrase(list: PieceList, top: number, cue: CueRange, side: 'left' | 'right'): void {
  const { marks, from, to, firstChild, children } = list.passage;
  if ((top >= cue.from && top <= cue.to) || (marks[top]! & MARKS.punct) !== 0) return;
  // Without the part on the cue's other side, and without what begins with the cue.
  const [start, end] =
    top < cue.from
      ? [from[top]!, Math.min(to[top]!, cue.from - 1)]
      : [Math.max(from[top]!, cue.to + 1), to[top]!];
  let base = top;
  for (let c = firstChild[top]!; c < firstChild[top + 1]!; c++) {
    const child = children[c]!;
    if (child < top && (marks[child]! & MARKS.case) === 0) base = Math.min(base, from[child]!);
  }
  addOn(list, start, end, cue, side);
  addOn(list, from[top]!, top, cue, side);
  addOn(list, Math.max(base, top > cue.to ? cue.to + 1 : 0), top, cue, side);
}

/** Adds what lies wholly on one side of the cue. */
function addOn(list: PieceList, from: number, to: number, cue: CueRange, side: 'left' | 'right'): void {
  if (side === 'left' ? to < cue.from : from > cue.to) list.add(from, to);
}

function listRight(
  passage: Passage,
  head: number,
  cue: CueRange,
  source: Piece | undefined,
): readonly Piece[] {
  const list = new PieceList(passage, MOST_RIGHT);
  const last = passage.first[passage.sentence[cue.to]! + 1]! - 1;
  for (const start of rightStarts(passage, head, cue, source)) {
    for (const end of rightEnds(passage, head, start, last, source)) list.add(start, end);
  }
  addPhrases(list, head, cue, 'right');
  return list.pieces;
}

function addOnce(numbers: number[], one: number): void {
  if (!numbers.includes(one)) numbers.push(one);
}

function rightStarts(
  passage: Passage,
  head: number,
  cue: CueRange,
  source: Piece | undefined,
): readonly number[] {
  const { marks, quote, isWord, children, firstChild } = passage;
  const sentence = passage.sentence[cue.to]!;
  const last = passage.first[sentence + 1]! - 1;
  const starts: number[] = [];
  if (source !== undefined && source.from > cue.to && source.to < last) addOnce(starts, source.to + 1);
  if (cue.to < last) addOnce(starts, cue.to + 1);
  const behind =
    Math.max(cue.to, source !== undefined && passage.sentence[source.to] === sentence ? source.to : 0) + 1;
  for (let c = firstChild[head]!; c < firstChild[head + 1]!; c++)
    if (passage.from[children[c]!]! > cue.to) addOnce(starts, passage.from[children[c]!]!);
  for (let k = cue.to + 1; k <= Math.min(last, cue.to + NEAR); k++) {
    const isOpener =
      (marks[k]! & MARKS.opener) !== 0 && (k <= cue.to + 8 || passage.tokens[k]!.text === 'that');
    const isQuote = quote[k]! >= 0 && quote[k] !== quote[k - 1];
    if (isOpener || isQuote || (isWord[k - 1] === 0 && k <= cue.to + 16)) addOnce(starts, k);
  }
  // "…,” he said. “…”": what stands behind in the paragraph may be quoted on.
  const isColon = (marks[last]! & MARKS.colon) !== 0;
  if (last + 1 < passage.size && (quote[last + 1]! >= 0 || isColon)) {
    const isOn =
      passage.paragraph[last + 1] === passage.paragraph[last] || !hasWord(passage, behind, last) || isColon;
    if (isOn) addOnce(starts, last + 1);
  }
  return starts;
}

function rightEnds(
  passage: Passage,
  head: number,
  start: number,
  last: number,
  source: Piece | undefined,
): readonly number[] {
  const { marks, quote, isWord, children, firstChild } = passage;
  const sentence = passage.sentence[start]!;
  const end = Math.max(last, passage.first[sentence + 1]! - 1);
  const ends: number[] = [end];
  if (quote[start]! >= 0) addQuoteEnds(passage, quote[start]!, ends);
  else if (start + 1 < passage.size && quote[start + 1]! >= 0) addQuoteEnds(passage, quote[start + 1]!, ends);
  if (quote[end]! >= 0) addQuoteEnds(passage, quote[end]!, ends);
  addOnce(ends, passage.to[start]!);
  for (
    let k = passage.head[start]!, steps = 0;
    k >= 0 && k !== head && steps < 4;
    k = passage.head[k]!, steps++
  )
    addOnce(ends, passage.to[k]!);
  for (let c = firstChild[head]!; c < firstChild[head + 1]!; c++) {
    const child = children[c]!;
    if (child > start) addOnce(ends, passage.from[child]! - 1);
    if (passage.to[child]! > start) addOnce(ends, passage.to[child]!);
  }
  if (source !== undefined && source.from > start) addOnce(ends, source.from - 1);
  for (let k = start + 1, stops = 0; k <= end && stops < 6; k++) {
    if (isWord[k] === 0) {
      addOnce(ends, k - 1);
      stops++;
    } else if ((marks[k]! & MARKS.conjunction) !== 0) addOnce(ends, k - 1);
  }
  return ends;
}

/** Where a quotation ends, and those that follow it without a word between. */
function addQuoteEnds({ quotes, words }: Passage, quote: number, ends: number[]): void {
  let end = quotes[quote]!.to;
  addOnce(ends, end);
  for (let next = quote + 1; next < quotes.length && next < quote + 5; next++) {
    const { from, to } = quotes[next]!;
    if (words[from]! > words[end + 1]!) break;
    end = to;
    addOnce(ends, end);
  }
}
