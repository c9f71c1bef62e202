import { hashString } from '../../hash.ts';
import type { CueRange } from './cue-span.ts';
import { type Features, sizeOf } from './features.ts';
import { hasWord, type Passage } from './passage.ts';
import { MARKS } from './word-marks.ts';

/** Words that may be the source, from the first to the last; `head` is the main word, `shape` how it was found. */
export interface SourceRange {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly shape: number;
}

/** How far from the cue a source is looked for, in words. */
const REACH = 60;
const MOST = 90;

interface SourceList {
  readonly passage: Passage;
  readonly cue: CueRange;
  readonly found: SourceRange[];
}

/** The phrases of a cue's sentence that may be its source; that there is none is not among them. */
export function listSources(passage: Passage, cue: CueRange): readonly SourceRange[] {
  const sentence = passage.sentence[cue.from]!;
  const start = Math.max(passage.first[sentence]!, cue.from - REACH);
  const end = Math.min(passage.first[sentence + 1]!, cue.to + REACH);
  const list: SourceList = { passage, cue, found: [] };
  // Near phrases first, so that the bound leaves out the far ones.
  for (let step = 1; step <= REACH && list.found.length < MOST; step++) {
    if (cue.from - step >= start) addPhrases(list, cue.from - step);
    if (cue.to + step < end) addPhrases(list, cue.to + step);
  }
  return list.found;
}

const isNominal = ({ marks }: Passage, i: number): boolean => (marks[i]! & MARKS.nominal) !== 0;

/** The ways to cut the phrase around one noun: bare, with its left side, with its "of …", whole, up to the cue. */
function addPhrases(list: SourceList, i: number): void {
  const { passage } = list;
  if (!isNominal(passage, i)) return;
  const { children, firstChild, marks } = passage;
  let base = i;
  let baseEnd = i;
  for (let c = firstChild[i]!; c < firstChild[i + 1]!; c++) {
    const child = children[c]!;
    if (child < i && (marks[child]! & MARKS.leftOfNoun) !== 0) base = Math.min(base, passage.from[child]!);
    if (child > i && (marks[child]! & MARKS.partOfName) !== 0)
      baseEnd = Math.max(baseEnd, passage.to[child]!);
  }
  put(list, i, base, baseEnd, 1);
  put(list, i, passage.from[i]!, passage.to[i]!, 2);
  let end = baseEnd;
  for (let c = firstChild[i]!; c < firstChild[i + 1]!; c++) {
    const child = children[c]!;
    if (child < i || (marks[child]! & MARKS.punct) !== 0) continue;
    end = Math.max(end, passage.to[child]!);
    put(list, i, base, end, shapeBehind(passage.tokens[child]!.deprel));
  }
  addRuns(list, i, base);
}

function shapeBehind(how: string): number {
  if (how === 'nmod') return 3;
  if (how === 'appos') return 4;
  if (how === 'conj') return 5;
  return how.startsWith('acl') ? 6 : 7;
}

/** By the words alone, where the tree is wrong: the run of nouns, and it with one phrase behind a preposition. */
function addRuns(list: SourceList, i: number, base: number): void {
  const { passage, cue } = list;
  const { marks, isWord } = passage;
  const sentence = passage.sentence[i]!;
  const first = passage.first[sentence]!;
  const last = passage.first[sentence + 1]! - 1;
  const isRun = (k: number) => isNominal(passage, k) && (k < cue.from || k > cue.to);
  let a = i;
  while (a > first && isRun(a - 1)) a--;
  let b = i;
  while (b < last && isRun(b + 1)) b++;
  put(list, i, a, b, 8);
  put(list, i, a, i, 9);
  if (b + 1 < last && (marks[b + 1]! & MARKS.preposition) !== 0) {
    let c = b + 2;
    while (c < last && isNominal(passage, c + 1)) c++;
    put(list, i, a, c, 10);
  }
  if (i < cue.from && cue.from - i < 25) put(list, i, base, cue.from - 1, 11);
  if (i > cue.to && b + 2 <= last && (marks[b + 1]! & MARKS.comma) !== 0) {
    let c = b + 2;
    while (c < last && isWord[c + 1] === 1) c++;
    put(list, i, a, c, 12);
  }
}

/** Adds a phrase around noun `i` without the words on the cue's other side, if it is new. */
function put({ passage, cue, found }: SourceList, i: number, from: number, to: number, shape: number): void {
  const isAcross = from <= cue.to && to >= cue.from;
  let a = isAcross && i > cue.to ? cue.to + 1 : from;
  let b = isAcross && i < cue.from ? cue.from - 1 : to;
  if (a > i || b < i || found.length >= MOST) return;
  const { marks, head } = passage;
  // Without the preposition before its noun.
  while (a < i && head[a] === i && (marks[a]! & MARKS.leading) !== 0) a++;
  if (!hasWord(passage, a, b)) return;
  while ((marks[a]! & MARKS.loose) !== 0) a++;
  while ((marks[b]! & MARKS.loose) !== 0) b--;
  for (let k = found.length - 1; k >= 0; k--) if (found[k]!.from === a && found[k]!.to === b) return;
  found.push({ from: a, to: b, head: i, shape });
}

/** What tells whether nobody is named as the source. */
export function writeNoSource(passage: Passage, head: number, cue: CueRange, out: Features): void {
  const { lemma, tag, relation, lower } = passage;
  out.add(1, lemma[head]!);
  out.add(2, tag[head]!, relation[head]!);
  out.add(3, lemma[head]!, tag[head]!);
  out.add(4, passage.coarse[head]!);
  out.add(5);
  out.add(6, lower[cue.from]!, lower[cue.to]!);
  out.add(7, cue.to + 1 < passage.size ? lower[cue.to + 1]! : 1, tag[head]!);
  out.add(8, passage.quote[head]! >= 0 ? 1 : 0);
  for (let c = passage.firstChild[head]!; c < passage.firstChild[head + 1]!; c++)
    out.add(9, relation[passage.children[c]!]!, tag[head]!);
}

const BY = hashString('by');
const TO = hashString('to');

/** What tells whether a phrase is the source of a cue. */
export function writeSource(
  passage: Passage,
  head: number,
  cue: CueRange,
  range: SourceRange,
  out: Features,
): void {
  writeSourceNoun(passage, head, cue, range.head, out);
  writeSourceStart(passage, head, cue, range, out);
  writeSourceEnd(passage, head, cue, range, out);
  writeSourceWords(passage, head, cue, range, out);
}

/** The part of it that only tells by the phrase's noun. */
export function writeSourceNoun(
  passage: Passage,
  head: number,
  cue: CueRange,
  noun: number,
  out: Features,
): void {
  const { lower, lemma, tag, relation, fine, coarse, quote, marks } = passage;
  const side = noun < cue.from ? 0 : 1;
  const path = pathBetween(passage, head, noun);
  out.add(20, path, side);
  out.add(21, path, tag[head]!, side);
  out.add(22, path, lemma[head]!, side);
  out.add(23, path, coarse[head]!, coarse[noun]!);
  out.add(27, lower[noun]!);
  out.add(28, fine[noun]!, side);
  out.add(29, coarse[noun]!, tag[noun]!);
  out.add(30, tag[noun]!, side, path);
  out.add(31, quote[noun]! >= 0 && quote[noun] !== quote[head] ? 1 : 0, side);
  out.add(43, lemma[noun]!, lemma[head]!);
  out.add(44, fine[noun]!, coarse[head]!, side);
  out.add(47, (marks[noun]! & MARKS.capital) !== 0 ? 1 : 0, side, path);
  out.add(50, relation[noun]!, side, tag[head]!);
}

/** The part of it that only tells by where the phrase begins. */
export function writeSourceStart(
  passage: Passage,
  head: number,
  cue: CueRange,
  { from, head: noun }: SourceRange,
  out: Features,
): void {
  const { lower, tag } = passage;
  const side = noun < cue.from ? 0 : 1;
  const before = from > 0 ? lower[from - 1]! : 1;
  out.add(34, before, side);
  out.add(36, from > 0 ? tag[from - 1]! : 1, tag[from]!, side);
  out.add(49, before === BY ? 1 : before === TO ? 2 : 0, tag[head]!, side);
  out.add(52, before, lower[cue.from]!, lower[cue.to]!);
  if (side === 1) writeGap(passage, head, { from: cue.to + 1, to: from }, side, out);
}

/** The part of it that only tells by where the phrase ends. */
export function writeSourceEnd(
  passage: Passage,
  head: number,
  cue: CueRange,
  { to, head: noun }: SourceRange,
  out: Features,
): void {
  const side = noun < cue.from ? 0 : 1;
  const tagBehind = tagAt(passage, to + 1);
  out.add(35, wordAt(passage, to + 1), side);
  out.add(37, passage.tag[to]!, tagBehind, side);
  out.add(51, passage.lower[cue.to]!, wordAt(passage, cue.to + 1), side);
  out.add(53, tagBehind, tagAt(passage, to + 2), side);
  if (side === 0) writeGap(passage, head, { from: to + 1, to: cue.from }, side, out);
}

/** What stands between the phrase and the cue, up to and without `to`. */
function writeGap(passage: Passage, head: number, gap: CueRange, side: number, out: Features): void {
  const size = sizeOf(gap.to - gap.from);
  out.add(24, side, size);
  out.add(26, side, size, passage.lemma[head]!);
  out.add(48, hasVerbIn(passage, gap.from, gap.to), side, size);
}

/** The part of it that tells by the phrase as a whole. */
export function writeSourceWords(
  passage: Passage,
  head: number,
  cue: CueRange,
  { from, to, head: noun, shape }: SourceRange,
  out: Features,
): void {
  const { lower, tag, relation } = passage;
  const side = noun < cue.from ? 0 : 1;
  const gap = side === 0 ? cue.from - to - 1 : from - cue.to - 1;
  const path = pathBetween(passage, head, noun);
  const size = sizeOf(to - from);
  const behind = wordAt(passage, to + 1);
  const tagBehind = tagAt(passage, to + 1);
  const how = relationBehind(passage, to + 1, noun);
  out.add(25, side, sizeOf(gap), tag[noun]!);
  out.add(32, shape, size);
  out.add(33, shape, path);
  out.add(38, tagBehind, path, shape);
  out.add(39, behind, shape, side);
  out.add(40, from > 0 ? lower[from - 1]! : 1, shape, side);
  out.add(41, lower[from]!, shape);
  out.add(42, lower[to]!, shape);
  out.add(45, isWholePhrase(passage, from, to, noun), shape);
  out.add(46, sizeOf(passage.commas[to + 1]! - passage.commas[from]!), shape, size);
  out.add(54, relation[noun]!, tagBehind, how);
  out.add(55, behind, how);
}

const wordAt = ({ lower, size }: Passage, i: number): number => (i < size ? lower[i]! : 1);
const tagAt = ({ tag, size }: Passage, i: number): number => (i < size ? tag[i]! : 1);

function relationBehind(passage: Passage, i: number, noun: number): number {
  if (i >= passage.size) return 1;
  return passage.head[i] === noun
    ? passage.relation[i]!
    : passage.head[i]! >= 0 && passage.head[passage.head[i]!] === noun
      ? 2
      : 3;
}

function isWholePhrase(passage: Passage, from: number, to: number, noun: number): number {
  return (passage.from[noun]! >= from ? 1 : 0) + (passage.to[noun]! <= to ? 2 : 0);
}

function hasVerbIn(passage: Passage, from: number, to: number): number {
  for (let k = from; k < to; k++) if ((passage.marks[k]! & MARKS.verb) !== 0) return 1;
  return 0;
}

const DEPTH = 6;
const way = new Int32Array(DEPTH + 1);

/** The relations on the way from the cue's main word to a noun: up from the cue, then down. 0 where they are far apart. */
export function pathBetween({ head, relation }: Passage, from: number, to: number): number {
  let ups = 0;
  for (let k = from; k >= 0 && ups <= DEPTH; k = head[k]!) way[ups++] = k;
  let down = 0;
  let current = to;
  for (let steps = 0; steps <= DEPTH; steps++) {
    for (let meet = 0; meet < ups; meet++) {
      if (way[meet] !== current) continue;
      let path = down;
      for (let k = 0; k < meet; k++) path = (Math.imul(path, 33) + relation[way[k]!]! + 7) | 0;
      return path === 0 ? 1 : path;
    }
    down = (Math.imul(down, 31) + relation[current]!) | 0;
    current = head[current]!;
    if (current < 0) return 0;
  }
  return 0;
}
