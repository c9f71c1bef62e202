import { type Casing, openingWord, plainForm } from './casing.ts';
import { hashFeature, hashString } from './hash.ts';
import { kindOf, shapeOf } from './shapes.ts';
import { compile, type Template, writeFeatures } from './templates.ts';
import type { WordTable } from './words.ts';

export { shapeOf } from './shapes.ts';

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
export const PLACES = 16;

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

// Where the values of a neighbourhood lie from its start on: of two words before, of the word, of two words after.
const STRIDE = PLACES + 3;
const [PP, P, W, N, NN] = [0, STRIDE, 2 * STRIDE, 3 * STRIDE, 4 * STRIDE] as const;
// Behind those of each word: nought, and the tags before it, by themselves and as a pair.
const NOTHING = W + PLACES;
const LAST = NOTHING + 1;
const PAIR = NOTHING + 2;

/** Combine a word with its neighbours, or them with each other. */
const JOINT: readonly Template[] = [
  [11, W + KIND, P + KIND, N + KIND],
  [18, P + LOWER, W + LOWER],
  [19, W + LOWER, N + LOWER],
  [20, P + LOWER, N + LOWER],
  [21, N + LOWER, NN + LOWER],
  [22, PP + LOWER, P + LOWER],
  [25, N + SUFFIX2, W + SUFFIX2],
  [26, P + SHAPE, W + SHAPE],
  [27, W + SHAPE, N + SHAPE],
  [30, W + SUFFIX3, N + LOWER],
  [31, P + LOWER, W + SUFFIX3],
  [32, P + LOWER, W + SUFFIX2, N + LOWER],
  [33, W + LOWER, N + SUFFIX2],
  [34, W + KIND, N + LOWER],
  [35, W + KIND, P + LOWER],
  [52, N + CLASS, NN + CLASS],
  [53, W + CLASS, N + CLASS],
  [54, W + LOWER, N + CLASS],
  [55, P + CLASS, W + CLASS, N + CLASS],
  [56, W + CLASS, N + CLASS, NN + CLASS],
  [70, W + FINE, N + FINE],
  [71, P + FINE, W + FINE],
  [72, P + COARSE, W + COARSE, N + COARSE],
];

/** Depend on the two tags before. */
const DYNAMIC: readonly Template[] = [
  [36, LAST],
  [37, PAIR],
  [38, LAST, W + LOWER],
  [39, PAIR, W + LOWER],
  [40, LAST, W + SUFFIX3],
  [41, LAST, N + LOWER],
  [42, PAIR, W + SUFFIX2],
  [43, LAST, N + SUFFIX3, W + SUFFIX2],
  [44, LAST, W + SHAPE],
  [57, LAST, N + CLASS],
  [58, LAST, W + CLASS, N + CLASS],
  [59, LAST, W + LOWER, N + CLASS],
  [73, LAST, W + FINE],
  [74, LAST, W + COARSE, N + COARSE],
];

const JOINT_TEMPLATES = compile(JOINT, NOTHING);
const DYNAMIC_TEMPLATES = compile(DYNAMIC, NOTHING);
/** The features of several words but for those that are nothing but tags. */
const MIXED_TEMPLATES = compile([...JOINT, ...DYNAMIC.slice(TAG_FEATURES)], NOTHING);
export const MIXED_FEATURES = MIXED_TEMPLATES.numbers.length;

/** The values of all words of a sentence, one after another, with two pads before and behind. */
export type SentenceValues = Int32Array;

/** Room for the values of a sentence. */
export function makeValues(words: number): SentenceValues {
  return new Int32Array((words + 4) * STRIDE);
}

/** Sets the values of word `i`, which may lie up to two words before the first; its hashes begin at `at`. */
export function setWord(values: SentenceValues, i: number, word: WordHashes, at = 0): void {
  const from = (i + 2) * STRIDE;
  for (let k = 0; k < PLACES; k++) values[from + k] = word[at + k]!;
}

/** The classes of the two words before; -1 for the word before the first, -2 for the one before that. */
export interface TagsBefore {
  readonly last: number;
  readonly before: number;
}

/** Writes the MIXED_FEATURES hashes of word `i` that combine words, or words with the tags before. */
export function writeMixed(
  values: SentenceValues,
  i: number,
  last: number,
  before: number,
  out: Int32Array,
): void {
  const base = i * STRIDE;
  values[base + LAST] = last + 2;
  values[base + PAIR] = pairOf(last, before);
  writeFeatures(MIXED_TEMPLATES, values, base, out, 0);
}

function pairOf(last: number, before: number): number {
  return (last + 2) * 512 + before + 2;
}

/** Hash of the feature that is the tag before. */
export function hashLast(last: number): number {
  return hashFeature(DYNAMIC[0]![0], last + 2);
}

/** Hash of the feature that is the two tags before. */
export function hashPair(last: number, before: number): number {
  return hashFeature(DYNAMIC[1]![0], pairOf(last, before));
}

const around = makeValues(1);

/** Sets `around` to the neighbourhood of word `i`. */
function lookAround(words: readonly WordHashes[], i: number): void {
  for (let k = -2; k <= 2; k++) setWord(around, k, words[i + k] ?? PAD);
}

const beside = new Int32Array(BESIDE_FEATURES);

/** Writes the STATIC_FEATURES feature hashes of word `i` to `out` at `at`. */
export function writeStatic(words: readonly WordHashes[], i: number, out: Int32Array, at: number): void {
  writeOwn(words[i]!, out, at);
  lookAround(words, i);
  writeFeatures(JOINT_TEMPLATES, around, 0, out, at + OWN_FEATURES);
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
  { last, before }: TagsBefore,
  out: Int32Array,
): void {
  lookAround(words, i);
  around[LAST] = last + 2;
  around[PAIR] = pairOf(last, before);
  writeFeatures(DYNAMIC_TEMPLATES, around, 0, out, 0);
}
