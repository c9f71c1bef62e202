import type { CueRange } from './cue-span.ts';
import type { Passage } from './passage.ts';
import { type Piece, trimPiece } from './piece.ts';

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

const OPENERS: ReadonlySet<string> = new Set([
  'that', 'to', 'whether', 'if', 'how', 'what', 'why', 'when', 'where', 'who', 'which', 'as', 'of', 'about', 'for', 'against', 'with', 'in', 'on', 'over', 'into', 'from',
]); // biome-ignore format: a table

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
  readonly #passage: Passage;
  readonly #most: number;
  readonly #seen = new Set<number>();

  constructor(passage: Passage, most: number) {
    this.#passage = passage;
    this.#most = most;
  }

  add(from: number, to: number): void {
    if (
      this.pieces.length >= this.#most ||
      to - from >= LONGEST ||
      to < from ||
      from < 0 ||
      to >= this.#passage.size
    )
      return;
    const piece = trimPiece(this.#passage, from, to);
    if (piece === undefined) return;
    const key = piece.from * this.#passage.size + piece.to;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.pieces.push(piece);
  }
}

function listLeft(
  passage: Passage,
  head: number,
  cue: CueRange,
  source: Piece | undefined,
): readonly Piece[] {
  const list = new PieceList(passage, MOST_LEFT);
  const sentence = passage.sentence[cue.from]!;
  const first = passage.first[sentence]!;
  const ends: number[] = [];
  if (source !== undefined && source.to < cue.from) ends.push(source.from - 1);
  ends.push(cue.from - 1);
  const before = ends[0]!;
  // "“Really?” he asked": the quotation was taken for a sentence of its own.
  if (!hasWord(passage, first, before) && first > 0 && passage.quote[first - 1]! >= 0) ends.push(first - 1);
  for (const end of ends) {
    if (end < 0) continue;
    for (const start of leftStarts(passage, head, end)) list.add(start, end);
  }
  addPhrases(passage, head, cue, (from, to) => {
    if (to < cue.from) list.add(from, to);
  });
  return list.pieces;
}

function hasWord(passage: Passage, from: number, to: number): boolean {
  for (let k = from; k <= to; k++) if (passage.isWord[k] === 1) return true;
  return false;
}

function leftStarts(passage: Passage, head: number, end: number): readonly number[] {
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
    starts.push(...earlierQuotes(passage, from));
  }
  if (['CCONJ', 'ADV', 'SCONJ'].includes(passage.tokens[first]!.upos)) starts.push(first + 1);
  for (let k = end, commas = 0; k > first && commas < 6; k--) {
    if (passage.isWord[k - 1] === 0) {
      starts.push(k);
      commas++;
    } else if (
      passage.tokens[k - 1]!.upos === 'CCONJ' ||
      passage.tokens[k - 1]!.text.toLowerCase() === 'that'
    )
      starts.push(k);
  }
  for (const child of passage.children[head]!)
    if (child < head && passage.from[child]! <= end) starts.push(passage.from[child]!);
  const above = passage.head[head]!;
  if (above >= 0 && passage.from[above]! <= end) starts.push(passage.from[above]!);
  return starts.filter((start) => start <= end);
}

/** The end itself, or the word before a comma there. */
function lastMark(passage: Passage, end: number): number {
  return passage.quote[end]! < 0 && end > 0 && passage.isWord[end] === 0 ? end - 1 : end;
}

/** Quotations of paragraphs just before that were left open: one speaker's words go on over paragraphs. */
function earlierQuotes(passage: Passage, from: number): readonly number[] {
  const starts: number[] = [];
  let at = from;
  for (let steps = 0; steps < 4 && at > 0 && passage.quote[at - 1]! >= 0; steps++) {
    at = passage.quotes[passage.quote[at - 1]!]!.from;
    starts.push(at);
  }
  return starts;
}

/** Phrases that hang on the cue or that it hangs on: "a fact later confirmed by", "the requested search". */
function addPhrases(
  passage: Passage,
  head: number,
  cue: CueRange,
  add: (from: number, to: number) => void,
): void {
  const isInside = (i: number) => i >= cue.from && i <= cue.to;
  const tops = [...passage.children[head]!.filter((i) => !isInside(i)), passage.head[head]!];
  if (passage.head[head]! >= 0)
    tops.push(...passage.children[passage.head[head]!]!.filter((i) => i !== head));
  for (const top of tops) {
    if (top < 0 || isInside(top) || passage.tokens[top]!.deprel === 'punct') continue;
    const [from, to] = [passage.from[top]!, passage.to[top]!];
    // Without the part on the cue's other side, and without what begins with the cue.
    const clipped: [number, number] =
      top < cue.from ? [from, Math.min(to, cue.from - 1)] : [Math.max(from, cue.to + 1), to];
    add(...clipped);
    add(from, top);
    let base = top;
    for (const child of passage.children[top]!)
      if (child < top && passage.head[child] === top && passage.tokens[child]!.deprel !== 'case')
        base = Math.min(base, passage.from[child]!);
    add(Math.max(base, top > cue.to ? cue.to + 1 : 0), top);
  }
}

function listRight(
  passage: Passage,
  head: number,
  cue: CueRange,
  source: Piece | undefined,
): readonly Piece[] {
  const list = new PieceList(passage, MOST_RIGHT);
  const sentence = passage.sentence[cue.to]!;
  const last = passage.first[sentence + 1]! - 1;
  for (const start of rightStarts(passage, head, cue, source)) {
    for (const end of rightEnds(passage, head, start, last, source)) list.add(start, end);
  }
  addPhrases(passage, head, cue, (from, to) => {
    if (from > cue.to) list.add(from, to);
  });
  return list.pieces;
}

function rightStarts(
  passage: Passage,
  head: number,
  cue: CueRange,
  source: Piece | undefined,
): readonly number[] {
  const sentence = passage.sentence[cue.to]!;
  const last = passage.first[sentence + 1]! - 1;
  const starts = new Set<number>();
  if (source !== undefined && source.from > cue.to && source.to < last) starts.add(source.to + 1);
  if (cue.to < last) starts.add(cue.to + 1);
  const behind =
    Math.max(cue.to, source !== undefined && passage.sentence[source.to] === sentence ? source.to : 0) + 1;
  for (const child of passage.children[head]!)
    if (passage.from[child]! > cue.to) starts.add(passage.from[child]!);
  for (let k = cue.to + 1; k <= Math.min(last, cue.to + NEAR); k++) {
    const { text } = passage.tokens[k]!;
    if (passage.quote[k]! >= 0 && passage.quote[k] !== passage.quote[k - 1]) starts.add(k);
    if (OPENERS.has(text.toLowerCase()) && (k <= cue.to + 8 || text === 'that')) starts.add(k);
    if (passage.isWord[k - 1] === 0 && k <= cue.to + 16) starts.add(k);
  }
  // "…,” he said. “…”": what stands behind in the paragraph may be quoted on.
  if (last + 1 < passage.size && (passage.quote[last + 1]! >= 0 || passage.tokens[last]!.text === ':')) {
    const isOn =
      passage.paragraph[last + 1] === passage.paragraph[last] ||
      !hasWord(passage, behind, last) ||
      passage.tokens[last]!.text === ':';
    if (isOn) starts.add(last + 1);
  }
  return [...starts];
}

function rightEnds(
  passage: Passage,
  head: number,
  start: number,
  last: number,
  source: Piece | undefined,
): readonly number[] {
  const sentence = passage.sentence[start]!;
  const end = Math.max(last, passage.first[sentence + 1]! - 1);
  const ends = new Set<number>([end]);
  const opened =
    passage.quote[start]! >= 0
      ? start
      : passage.quote[start + 1] !== undefined && passage.quote[start + 1]! >= 0
        ? start + 1
        : -1;
  if (opened >= 0) for (const close of quoteEnds(passage, passage.quote[opened]!)) ends.add(close);
  const closing = passage.quote[end]!;
  if (closing >= 0) for (const close of quoteEnds(passage, closing)) ends.add(close);
  ends.add(passage.to[start]!);
  for (
    let k = passage.head[start]!, steps = 0;
    k >= 0 && k !== head && steps < 4;
    k = passage.head[k]!, steps++
  )
    ends.add(passage.to[k]!);
  for (const child of passage.children[head]!) {
    if (child > start) ends.add(passage.from[child]! - 1);
    if (passage.to[child]! > start) ends.add(passage.to[child]!);
  }
  if (source !== undefined && source.from > start) ends.add(source.from - 1);
  for (let k = start + 1, stops = 0; k <= end && stops < 6; k++) {
    if (passage.isWord[k] === 0) {
      ends.add(k - 1);
      stops++;
    } else if (passage.tokens[k]!.upos === 'CCONJ') ends.add(k - 1);
  }
  return [...ends].filter((k) => k >= start);
}

/** Where a quotation ends, and those that follow it without a word between. */
function quoteEnds(passage: Passage, quote: number): readonly number[] {
  const ends = [passage.quotes[quote]!.to];
  for (let next = quote + 1; next < passage.quotes.length && next < quote + 5; next++) {
    if (hasWord(passage, ends.at(-1)! + 1, passage.quotes[next]!.from - 1)) break;
    ends.push(passage.quotes[next]!.to);
  }
  return ends;
}
