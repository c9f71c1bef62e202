import type { Casing } from './casing.ts';
import { plainForm } from './casing.ts';
import { hashFeature, hashString } from './hash.ts';
import type { WordTable } from './words.ts';

/** Features of a word alone, of one neighbour alone, and of several words together. */
export const OWN_FEATURES = 21;
export const BESIDE_FEATURES = 12;
export const JOINT_FEATURES = 23;
/** Features that do not look at tags already given, and those that do. */
export const STATIC_FEATURES = OWN_FEATURES + BESIDE_FEATURES + JOINT_FEATURES;
export const DYNAMIC_FEATURES = 14;
/** Of these, the first are nothing but tags. */
export const TAG_FEATURES = 2;

/** Which of a word's BESIDE_FEATURES count where it stands one or two words before or after: from, to. */
export const BESIDE = {
  previous: [0, 4],
  next: [4, 9],
  secondPrevious: [9, 10],
  secondNext: [10, 12],
} as const;

// Places in the hashes of one word.
const LOWER = 0;
const FORM = 1;
const SUFFIX1 = 2;
const SUFFIX2 = 3;
const SUFFIX3 = 4;
const SUFFIX4 = 5;
const PREFIX1 = 6;
const PREFIX2 = 7;
const PREFIX3 = 8;
const SHAPE = 9;
const KIND = 10;
const CLASS = 11;
/** Clusters of the word, finest first. */
const CLUSTERS = [12, 13, 14, 15] as const;
const [FINEST, FINE, COARSE, COARSEST] = CLUSTERS;
const PLACES = 16;

/** The first word of running text is a case of its own: its capital says nothing. */
export type WordCasing = Casing | 'opening';

/** The hashes of everything the tagger looks at in one word. */
export type WordHashes = Int32Array;

/** What stands before the first word and behind the last. */
export const PAD: WordHashes = new Int32Array(PLACES).fill(hashString('<pad>'));

/** Hash of a known word to the number of the set of tags that it was seen with. */
export type Lexicon = ReadonlyMap<number, number>;

/** What is known of words beforehand: the tags they were seen with, and the words that are used alike. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly words: WordTable;
}

/** The word in small letters; figures differ without meaning: 1987 and 2014 are one word to the tagger. */
export function lexiconForm(form: string, casing: Casing): string {
  const lower = plainForm(form, casing).slice(0, 60).toLowerCase();
  return /\d/.test(lower) ? lower.replace(/\d/g, '0') : lower;
}

/** Hashes of one word; the same form in the same casing always has the same. */
export function hashWord(form: string, casing: WordCasing, { lexicon, words }: Knowledge): WordHashes {
  const sentence = casing === 'opening' ? 'running' : casing;
  const plain = plainForm(form, sentence).slice(0, 60);
  const known = lexiconForm(form, sentence);
  const size = known.length;
  const hashes = new Int32Array(PLACES);
  hashes[LOWER] = hashString(known);
  hashes[FORM] = hashString(plain);
  hashes[SUFFIX1] = hashString(known, size - 1, size);
  hashes[SUFFIX2] = hashString(known, Math.max(0, size - 2), size);
  hashes[SUFFIX3] = hashString(known, Math.max(0, size - 3), size);
  hashes[SUFFIX4] = hashString(known, Math.max(0, size - 4), size);
  hashes[PREFIX1] = hashString(known, 0, 1);
  hashes[PREFIX2] = hashString(known, 0, 2);
  hashes[PREFIX3] = hashString(known, 0, 3);
  hashes[SHAPE] = hashString(shapeOf(plain) + casing);
  hashes[KIND] = hashString(kindOf(plain) + casing);
  const tagSet = lexicon.get(hashes[LOWER]!);
  hashes[CLASS] =
    tagSet === undefined ? hashFeature(100, hashes[SUFFIX2]!, hashes[KIND]!) : hashFeature(101, tagSet);
  const row = words.row(plain.toLowerCase());
  for (const [grain, place] of CLUSTERS.entries()) hashes[place] = words.cluster(row, grain) + 2;
  return hashes;
}

/** The casing of each word of a sentence. */
export function wordCasings(forms: readonly string[], casing: Casing): WordCasing[] {
  const casings: WordCasing[] = forms.map(() => casing);
  const opening = openingWord(forms, casing);
  if (opening >= 0) casings[opening] = 'opening';
  return casings;
}

/** Index of the first word of running text, among the first four; -1 where there is none. */
export function openingWord(forms: readonly string[], casing: Casing): number {
  if (casing !== 'running') return -1;
  const end = Math.min(4, forms.length);
  for (let i = 0; i < end; i++) if (/^\p{L}/u.test(forms[i]!)) return i;
  return -1;
}

/** `Xx`, `XX`, `x-x`, `0,0`: the kinds of characters in turn, repeats left out. */
export function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const code = form.charCodeAt(i);
    let sign = form[i]!;
    if (code >= 97 && code <= 122) sign = 'x';
    else if (code >= 65 && code <= 90) sign = 'X';
    else if (code >= 48 && code <= 57) sign = '0';
    else if (code > 0xbf) sign = sign === sign.toLowerCase() ? 'x' : 'X';
    if (sign !== last) shape += sign;
    else if (shape.length === 1 && i === 1) shape += sign;
    last = sign;
  }
  return shape;
}

function kindOf(form: string): string {
  const letter = form[0] ?? '';
  if (letter !== letter.toLowerCase()) return form.length > 1 && form === form.toUpperCase() ? 'U' : 'C';
  if (letter !== letter.toUpperCase()) return 'l';
  return /\d/.test(form) ? 'd' : 'p';
}

/** Writes the OWN_FEATURES feature hashes of a word, whatever stands beside it. */
export function writeOwn(w: WordHashes, out: Int32Array, at = 0): void {
  let o = at;
  out[o++] = hashFeature(0, 1);
  out[o++] = hashFeature(1, w[LOWER]!);
  out[o++] = hashFeature(2, w[FORM]!);
  out[o++] = hashFeature(3, w[SUFFIX1]!);
  out[o++] = hashFeature(4, w[SUFFIX2]!);
  out[o++] = hashFeature(5, w[SUFFIX3]!);
  out[o++] = hashFeature(6, w[SUFFIX4]!);
  out[o++] = hashFeature(7, w[PREFIX1]!);
  out[o++] = hashFeature(8, w[PREFIX2]!);
  out[o++] = hashFeature(9, w[PREFIX3]!);
  out[o++] = hashFeature(10, w[SHAPE]!);
  out[o++] = hashFeature(12, w[SHAPE]!, w[SUFFIX3]!);
  out[o++] = hashFeature(13, w[SHAPE]!, w[SUFFIX2]!);
  out[o++] = hashFeature(28, w[LOWER]!, w[KIND]!);
  out[o++] = hashFeature(50, w[CLASS]!);
  out[o++] = hashFeature(60, w[FINEST]!);
  out[o++] = hashFeature(61, w[FINE]!);
  out[o++] = hashFeature(62, w[COARSE]!);
  out[o++] = hashFeature(63, w[COARSEST]!);
  out[o++] = hashFeature(68, w[FINE]!, w[KIND]!);
  out[o] = hashFeature(69, w[FINE]!, w[SUFFIX2]!);
}

/** Writes the BESIDE_FEATURES feature hashes that a word gives to its neighbours, in the order of `BESIDE`. */
export function writeBeside(w: WordHashes, out: Int32Array, at = 0): void {
  let o = at;
  out[o++] = hashFeature(14, w[LOWER]!);
  out[o++] = hashFeature(23, w[SUFFIX3]!);
  out[o++] = hashFeature(64, w[FINEST]!);
  out[o++] = hashFeature(65, w[FINE]!);
  out[o++] = hashFeature(15, w[LOWER]!);
  out[o++] = hashFeature(24, w[SUFFIX3]!);
  out[o++] = hashFeature(51, w[CLASS]!);
  out[o++] = hashFeature(66, w[FINEST]!);
  out[o++] = hashFeature(67, w[FINE]!);
  out[o++] = hashFeature(16, w[LOWER]!);
  out[o++] = hashFeature(17, w[LOWER]!);
  out[o] = hashFeature(29, w[SUFFIX3]!);
}

/** A word and its neighbours: two before, the word, two after. */
export interface Neighbourhood {
  secondPrevious: WordHashes;
  previous: WordHashes;
  word: WordHashes;
  next: WordHashes;
  secondNext: WordHashes;
}

/** The neighbourhood of word `i`. */
function lookAround(words: readonly WordHashes[], i: number): Neighbourhood {
  return {
    secondPrevious: words[i - 2] ?? PAD,
    previous: words[i - 1] ?? PAD,
    word: words[i]!,
    next: words[i + 1] ?? PAD,
    secondNext: words[i + 2] ?? PAD,
  };
}

/** Writes the JOINT_FEATURES feature hashes that combine a word with its neighbours, or them with each other. */
export function writeJoint(around: Neighbourhood, out: Int32Array, at = 0): void {
  const { word: w, previous: p, secondPrevious: pp, next: n, secondNext: nn } = around;
  let o = at;
  out[o++] = hashFeature(11, w[KIND]!, p[KIND]!, n[KIND]!);
  out[o++] = hashFeature(18, p[LOWER]!, w[LOWER]!);
  out[o++] = hashFeature(19, w[LOWER]!, n[LOWER]!);
  out[o++] = hashFeature(20, p[LOWER]!, n[LOWER]!);
  out[o++] = hashFeature(21, n[LOWER]!, nn[LOWER]!);
  out[o++] = hashFeature(22, pp[LOWER]!, p[LOWER]!);
  out[o++] = hashFeature(25, n[SUFFIX2]!, w[SUFFIX2]!);
  out[o++] = hashFeature(26, p[SHAPE]!, w[SHAPE]!);
  out[o++] = hashFeature(27, w[SHAPE]!, n[SHAPE]!);
  out[o++] = hashFeature(30, w[SUFFIX3]!, n[LOWER]!);
  out[o++] = hashFeature(31, p[LOWER]!, w[SUFFIX3]!);
  out[o++] = hashFeature(32, p[LOWER]!, w[SUFFIX2]!, n[LOWER]!);
  out[o++] = hashFeature(33, w[LOWER]!, n[SUFFIX2]!);
  out[o++] = hashFeature(34, w[KIND]!, n[LOWER]!);
  out[o++] = hashFeature(35, w[KIND]!, p[LOWER]!);
  out[o++] = hashFeature(52, n[CLASS]!, nn[CLASS]!);
  out[o++] = hashFeature(53, w[CLASS]!, n[CLASS]!);
  out[o++] = hashFeature(54, w[LOWER]!, n[CLASS]!);
  out[o++] = hashFeature(55, p[CLASS]!, w[CLASS]!, n[CLASS]!);
  out[o++] = hashFeature(56, w[CLASS]!, n[CLASS]!, nn[CLASS]!);
  out[o++] = hashFeature(70, w[FINE]!, n[FINE]!);
  out[o++] = hashFeature(71, p[FINE]!, w[FINE]!);
  out[o] = hashFeature(72, p[COARSE]!, w[COARSE]!, n[COARSE]!);
}

const beside = new Int32Array(BESIDE_FEATURES);

/** Writes the STATIC_FEATURES feature hashes of word `i` to `out` at `at`. */
export function writeStatic(words: readonly WordHashes[], i: number, out: Int32Array, at: number): void {
  writeOwn(words[i]!, out, at);
  writeJoint(lookAround(words, i), out, at + OWN_FEATURES);
  let o = at + OWN_FEATURES + JOINT_FEATURES;
  for (const [neighbour, [from, to]] of [
    [words[i - 1], BESIDE.previous],
    [words[i + 1], BESIDE.next],
    [words[i - 2], BESIDE.secondPrevious],
    [words[i + 2], BESIDE.secondNext],
  ] as const) {
    writeBeside(neighbour ?? PAD, beside);
    for (let f = from; f < to; f++) out[o++] = beside[f]!;
  }
}

/** The classes of the two words before; -1 for the word before the first, -2 for the one before that. */
export interface TagsBefore {
  readonly last: number;
  readonly before: number;
}

/** Writes the DYNAMIC_FEATURES hashes that depend on the two tags before. */
export function writeDynamic(
  words: readonly WordHashes[],
  i: number,
  tags: TagsBefore,
  out: Int32Array,
): void {
  out[0] = hashLast(tags.last);
  out[1] = hashPair(tags.last, tags.before);
  writeTagged(lookAround(words, i), tags.last, tags.before, out, TAG_FEATURES);
}

/** Hash of the feature that is the tag before. */
export function hashLast(last: number): number {
  return hashFeature(36, last + 2);
}

/** Hash of the feature that is the two tags before. */
export function hashPair(last: number, before: number): number {
  return hashFeature(37, (last + 2) * 512 + before + 2);
}

/** Writes the DYNAMIC_FEATURES hashes that combine the tags before with words: all but the first TAG_FEATURES. */
export function writeTagged(
  { word: w, next: n }: Neighbourhood,
  lastTag: number,
  beforeTag: number,
  out: Int32Array,
  at: number,
): void {
  const last = lastTag + 2;
  const pair = last * 512 + beforeTag + 2;
  let o = at;
  out[o++] = hashFeature(38, last, w[LOWER]!);
  out[o++] = hashFeature(39, pair, w[LOWER]!);
  out[o++] = hashFeature(40, last, w[SUFFIX3]!);
  out[o++] = hashFeature(41, last, n[LOWER]!);
  out[o++] = hashFeature(42, pair, w[SUFFIX2]!);
  out[o++] = hashFeature(43, last, n[SUFFIX3]!, w[SUFFIX2]!);
  out[o++] = hashFeature(44, last, w[SHAPE]!);
  out[o++] = hashFeature(57, last, n[CLASS]!);
  out[o++] = hashFeature(58, last, w[CLASS]!, n[CLASS]!);
  out[o++] = hashFeature(59, last, w[LOWER]!, n[CLASS]!);
  out[o++] = hashFeature(73, last, w[FINE]!);
  out[o] = hashFeature(74, last, w[COARSE]!, n[COARSE]!);
}
