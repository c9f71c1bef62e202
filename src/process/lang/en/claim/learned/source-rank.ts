import { hashString } from '../../hash.ts';
import type { CueRange } from './cue-span.ts';
import { type Features, sizeOf } from './features.ts';
import type { Passage } from './passage.ts';
import { trimPiece } from './piece.ts';

/** Words that may be the source, from the first to the last; `head` is the main word, `shape` how it was found. */
export interface SourceRange {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly shape: number;
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'SYM', 'X']);
const LEFT_OF_HEAD: ReadonlySet<string> = new Set([
  'det', 'amod', 'compound', 'nummod', 'nmod:poss', 'flat', 'advmod', 'nmod:desc', 'det:predet', 'nmod:unmarked', 'punct', 'case', 'goeswith',
]); // biome-ignore format: a table
const CHUNK: ReadonlySet<string> = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'SYM', 'X']);

/** How far from the cue a source is looked for, in words. */
const REACH = 60;
const MOST = 90;

/** The phrases of a cue's sentence that may be its source; that there is none is not among them. */
export function listSources(passage: Passage, cue: CueRange): readonly SourceRange[] {
  const sentence = passage.sentence[cue.from]!;
  const start = Math.max(passage.first[sentence]!, cue.from - REACH);
  const end = Math.min(passage.first[sentence + 1]!, cue.to + REACH);
  const found: SourceRange[] = [];
  const seen = new Set<number>();
  const add = (from: number, to: number, head: number, shape: number): void => {
    const range = trimPiece(passage, from, to);
    if (range === undefined || (range.from <= cue.to && range.to >= cue.from)) return;
    const key = range.from * passage.size + range.to;
    if (seen.has(key) || found.length >= MOST) return;
    seen.add(key);
    found.push({ ...range, head, shape });
  };
  // Near phrases first, so that the bound leaves out the far ones.
  const order = Array.from({ length: end - start }, (_, k) => start + k).sort(
    (a, b) => distanceTo(cue, a) - distanceTo(cue, b),
  );
  for (const i of order) {
    if (i >= cue.from && i <= cue.to) continue;
    if (!NOMINAL.has(passage.tokens[i]!.upos)) continue;
    addPhrases(passage, cue, i, add);
  }
  return found;
}

const distanceTo = (cue: CueRange, i: number): number => (i < cue.from ? cue.from - i : i - cue.to);

/** The ways to cut the phrase around one noun: bare, with its left side, with its "of …", whole, up to the cue. */
function addPhrases(
  passage: Passage,
  cue: CueRange,
  i: number,
  add: (from: number, to: number, head: number, shape: number) => void,
): void {
  const sentence = passage.sentence[i]!;
  const first = passage.first[sentence]!;
  const last = passage.first[sentence + 1]! - 1;
  let base = i;
  let baseEnd = i;
  for (const child of passage.children[i]!) {
    const how = passage.tokens[child]!.deprel;
    if (child < i && LEFT_OF_HEAD.has(how) && how !== 'case' && how !== 'punct')
      base = Math.min(base, passage.from[child]!);
    if (child > i && (how === 'flat' || how === 'compound' || how === 'flat:foreign'))
      baseEnd = Math.max(baseEnd, passage.to[child]!);
  }
  const clipped = (from: number, to: number): [number, number] =>
    from <= cue.to && to >= cue.from ? (i < cue.from ? [from, cue.from - 1] : [cue.to + 1, to]) : [from, to];
  const put = (from: number, to: number, shape: number): void => {
    const [a, b] = clipped(from, to);
    if (a <= i && b >= i) add(skipCase(passage, a, i), b, i, shape);
  };
  put(base, baseEnd, 1);
  put(passage.from[i]!, passage.to[i]!, 2);
  let end = baseEnd;
  for (const child of passage.children[i]!) {
    if (child < i) continue;
    const how = passage.tokens[child]!.deprel;
    if (how === 'punct') continue;
    end = Math.max(end, passage.to[child]!);
    put(
      base,
      end,
      how === 'nmod' ? 3 : how === 'appos' ? 4 : how === 'conj' ? 5 : how.startsWith('acl') ? 6 : 7,
    );
  }
  // By the words alone, where the tree is wrong: the run of nouns, and it with one phrase behind a preposition.
  let a = i;
  while (a > first && CHUNK.has(passage.tokens[a - 1]!.upos) && a - 1 > cue.to !== a - 1 < cue.from) a--;
  let b = i;
  while (b < last && CHUNK.has(passage.tokens[b + 1]!.upos) && (b + 1 < cue.from || b + 1 > cue.to)) b++;
  put(a, b, 8);
  put(a, i, 9);
  if (b + 1 < last && passage.tokens[b + 1]!.upos === 'ADP') {
    let c = b + 2;
    while (c < last && CHUNK.has(passage.tokens[c + 1]!.upos)) c++;
    put(a, c, 10);
  }
  if (i < cue.from && cue.from - i < 25) put(base, cue.from - 1, 11);
  if (i > cue.to && passage.tokens[b + 1]?.text === ',') {
    let c = b + 2;
    while (c < last && passage.isWord[c + 1] === 1) c++;
    if (c <= last) put(a, c, 12);
  }
}

/** A phrase without the preposition before its noun. */
function skipCase(passage: Passage, from: number, head: number): number {
  let at = from;
  while (
    at < head &&
    passage.head[at] === head &&
    ['case', 'cc', 'mark', 'punct'].includes(passage.tokens[at]!.deprel)
  )
    at++;
  return at;
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
  for (const child of passage.children[head]!) out.add(9, relation[child]!, tag[head]!);
}

const BY = hashString('by');
const TO = hashString('to');

/** What tells whether a phrase is the source of a cue. */
export function writeSource(
  passage: Passage,
  head: number,
  cue: CueRange,
  { from, to, head: noun, shape }: SourceRange,
  out: Features,
): void {
  const { lower, lemma, tag, relation, fine, coarse, quote } = passage;
  const at = (k: number): number => (k >= 0 && k < passage.size ? lower[k]! : 1);
  const tagAt = (k: number): number => (k >= 0 && k < passage.size ? tag[k]! : 1);
  const side = noun < cue.from ? 0 : 1;
  const gap = side === 0 ? cue.from - to - 1 : from - cue.to - 1;
  const path = pathBetween(passage, head, noun);
  const quoted = quote[noun]! >= 0 && quote[noun] !== quote[head] ? 1 : 0;
  out.add(20, path, side);
  out.add(21, path, tag[head]!, side);
  out.add(22, path, lemma[head]!, side);
  out.add(23, path, coarse[head]!, coarse[noun]!);
  out.add(24, side, sizeOf(gap));
  out.add(25, side, sizeOf(gap), tag[noun]!);
  out.add(26, side, sizeOf(gap), lemma[head]!);
  out.add(27, lower[noun]!);
  out.add(28, fine[noun]!, side);
  out.add(29, coarse[noun]!, tag[noun]!);
  out.add(30, tag[noun]!, side, path);
  out.add(31, quoted, side);
  out.add(32, shape, sizeOf(to - from));
  out.add(33, shape, path);
  out.add(34, at(from - 1), side);
  out.add(35, at(to + 1), side);
  out.add(36, tagAt(from - 1), tagAt(from), side);
  out.add(37, tagAt(to), tagAt(to + 1), side);
  out.add(38, tagAt(to + 1), path, shape);
  out.add(39, at(to + 1), shape, side);
  out.add(40, at(from - 1), shape, side);
  out.add(41, at(from), shape);
  out.add(42, at(to), shape);
  out.add(43, lemma[noun]!, lemma[head]!);
  out.add(44, fine[noun]!, coarse[head]!, side);
  out.add(45, isWholePhrase(passage, from, to, noun), shape);
  out.add(46, sizeOf(commasIn(passage, from, to)), shape, sizeOf(to - from));
  out.add(47, /^\p{Lu}/u.test(passage.tokens[noun]!.text) ? 1 : 0, side, path);
  out.add(
    48,
    hasVerbIn(passage, side === 0 ? to + 1 : cue.to + 1, side === 0 ? cue.from : from),
    side,
    sizeOf(gap),
  );
  out.add(49, at(from - 1) === BY ? 1 : at(from - 1) === TO ? 2 : 0, tag[head]!, side);
  out.add(50, relation[noun]!, side, tag[head]!);
  out.add(51, at(cue.to), at(cue.to + 1), side);
  out.add(52, at(from - 1), at(cue.from), at(cue.to));
  out.add(53, tagAt(to + 1), tagAt(to + 2), side);
  out.add(54, relation[noun]!, tagAt(to + 1), relationBehind(passage, to + 1, noun));
  out.add(55, at(to + 1), relationBehind(passage, to + 1, noun));
}

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

function commasIn(passage: Passage, from: number, to: number): number {
  let count = 0;
  for (let k = from; k <= to; k++) if (passage.tokens[k]!.text === ',') count++;
  return count;
}

function hasVerbIn(passage: Passage, from: number, to: number): number {
  for (let k = from; k < to; k++) if (passage.tokens[k]!.upos === 'VERB') return 1;
  return 0;
}

const DEPTH = 6;

/** The relations on the way from the cue's main word to a noun: up from the cue, then down. 0 where they are far apart. */
export function pathBetween(passage: Passage, from: number, to: number): number {
  const up: number[] = [from];
  for (let k = from; passage.head[k]! >= 0 && up.length <= DEPTH; k = passage.head[k]!)
    up.push(passage.head[k]!);
  let down = 0;
  let current = to;
  for (let steps = 0; steps <= DEPTH; steps++) {
    const meet = up.indexOf(current);
    if (meet >= 0) {
      let path = down;
      for (let k = 0; k < meet; k++) path = (Math.imul(path, 33) + passage.relation[up[k]!]! + 7) | 0;
      return path === 0 ? 1 : path;
    }
    down = (Math.imul(down, 31) + passage.relation[current]!) | 0;
    current = passage.head[current]!;
    if (current < 0) return 0;
  }
  return 0;
}
