import { type Casing, openingWord } from './casing.ts';
import { pickCommon } from './common-classes.ts';
import { type FeatureRows, makeFeatureSums } from './feature-sums.ts';
import {
  BESIDE,
  BESIDE_FEATURES,
  DYNAMIC_FEATURES,
  hashLast,
  hashPair,
  hashWord,
  type Lexicon,
  MIXED_FEATURES,
  makeValues,
  OWN_FEATURES,
  PAD,
  PLACES,
  type SentenceValues,
  STATIC_FEATURES,
  setWord,
  type TagsBefore,
  type WordCasing,
  type WordHashes,
  writeBeside,
  writeDynamic,
  writeMixed,
  writeOwn,
  writeStatic,
} from './tagger-features.ts';
import type { Weights } from './weights.ts';
import type { WordTable } from './words.ts';

/** Gives every word its joint class of universal and Penn tag. */
export interface Tagger {
  /** `UPOS|XPOS` by class number. */
  readonly classes: readonly string[];
  /** Class number of each word of one sentence. */
  tag(forms: readonly string[], casing: Casing): Int32Array;
}

/** Word forms whose sums are remembered. */
const MOST_WORDS = 12_288;

/** Classes that are scored for every word; some thirty more are for hardly any. */
const COMMON = 79;

/** Sums of features that a word gives to itself and to its neighbours. */
const [OWN, PREVIOUS, NEXT, SECOND_NEXT, SUMS] = [0, 1, 2, 3, 4];

/** What the tagger remembers of a word form. */
interface KnownWord {
  /** Says where its hashes stand among those of all, and where its sums. */
  readonly number: number;
  /** Where the row of the feature is found that it gives to the second word after it, -1 where the model has none. */
  readonly secondPrevious: number;
}

/**
 * A greedy left-to-right averaged perceptron over hashed features (Collins 2002), its weights companded to a
 * byte each: weight = sign(c) · (c / 127)² · scale. What one word gives alone is summed once and remembered.
 */
export function makeTagger(weights: Weights, table: WordTable): Tagger {
  const classes = weights.strings('classes');
  const all: FeatureRows = {
    hashes: weights.i32('hashes'),
    counts: weights.u8('counts'),
    classes: weights.u8('classes'),
    codes: weights.i8('weights'),
  };
  const common = pickCommon(all, classes.length, COMMON);
  const others = common.classes.length;
  const sums = makeFeatureSums(common.rows, others + 1, (MOST_WORDS + 1) * SUMS);
  const findAmongAll = makeFullScores(all, classes.length);
  const features = new Int32Array(OWN_FEATURES + BESIDE_FEATURES);
  const keepSum = (number: number, from: number, to: number): void => {
    sums.start();
    sums.add(features, from, to);
    sums.keep(number);
  };
  // In one array for all words: an array each would take five times the room.
  const kept = new Int32Array((MOST_WORDS + 1) * PLACES);
  const know = (hashes: WordHashes, word: number): KnownWord => {
    kept.set(hashes, word * PLACES);
    writeOwn(hashes, features);
    writeBeside(hashes, features, OWN_FEATURES);
    const first = word * SUMS;
    keepSum(first + OWN, 0, OWN_FEATURES);
    for (const [sum, [from, to]] of KEPT) keepSum(first + sum, OWN_FEATURES + from, OWN_FEATURES + to);
    const secondPrevious = sums.find(features[OWN_FEATURES + BESIDE.secondPrevious[0]]!);
    return { number: word, secondPrevious };
  };
  const hashesOf = ({ number }: KnownWord): WordHashes =>
    kept.subarray(number * PLACES, (number + 1) * PLACES);
  const pad = know(PAD, MOST_WORDS);
  const knowledge = { lexicon: readLexicon(weights), words: table };
  const recall = makeMemory((form, casing, word) => know(hashWord(form, casing, knowledge), word));
  const tagRows = makeTagRows(classes.length, sums.find);
  const found = new Int32Array(MIXED_FEATURES);
  let room = 0;
  let values = makeValues(0);
  const makeRoom = (words: number): SentenceValues => {
    room = words;
    const wider = makeValues(words);
    setWord(wider, -2, PAD);
    setWord(wider, -1, PAD);
    return wider;
  };

  const tag = (forms: readonly string[], casing: Casing): Int32Array => {
    const tags = new Int32Array(forms.length);
    if (forms.length === 0) return tags;
    const words = recall(forms, casing);
    if (forms.length > room) values = makeRoom(forms.length);
    for (let i = 0; i < forms.length; i++) setWord(values, i, kept, words[i]!.number * PLACES);
    setWord(values, forms.length, PAD);
    setWord(values, forms.length + 1, PAD);
    let last = -1;
    let before = -2;
    for (let i = 0; i < forms.length; i++) {
      sums.start();
      sums.addKept(words[i]!.number * SUMS + OWN);
      sums.addKept((i > 0 ? words[i - 1]! : pad).number * SUMS + PREVIOUS);
      sums.addKept((i + 1 < forms.length ? words[i + 1]! : pad).number * SUMS + NEXT);
      sums.addKept((i + 2 < forms.length ? words[i + 2]! : pad).number * SUMS + SECOND_NEXT);
      sums.addFound((i > 1 ? words[i - 2]! : pad).secondPrevious);
      sums.addFound(tagRows.ofLast(last));
      sums.addFound(tagRows.ofPair(last, before));
      writeMixed(values, i, last, before, found);
      sums.add(found);
      const scores = sums.finish();
      const best = argmax(scores, others);
      const isBest = scores[best]! > scores[others]!;
      const tag = isBest ? common.classes[best]! : findAmongAll(words.map(hashesOf), i, { last, before });
      before = last;
      last = tag;
      tags[i] = tag;
    }
    return tags;
  };
  return { classes, tag };
}

/** Finds the best of all classes for a word whose best is not among the common ones; hardly ever needed. */
function makeFullScores(
  { hashes, counts, classes, codes }: FeatureRows,
  size: number,
): (words: readonly WordHashes[], i: number, tags: TagsBefore) => number {
  let table: Int32Array | undefined;
  const starts = new Int32Array(counts.length);
  for (let row = 1; row < starts.length; row++) starts[row] = starts[row - 1]! + counts[row - 1]!;
  const features = new Int32Array(STATIC_FEATURES);
  const dynamic = new Int32Array(DYNAMIC_FEATURES);
  const scores = new Float32Array(size);
  const add = (row: number): void => {
    if (row < 0) return;
    const end = starts[row]! + counts[row]!;
    for (let k = starts[row]!; k < end; k++) scores[classes[k]!]! += codes[k]! * Math.abs(codes[k]!);
  };
  return (words, i, tags) => {
    table ??= makeTable(hashes);
    writeStatic(words, i, features, 0);
    writeDynamic(words, i, tags, dynamic);
    scores.fill(0);
    for (const hash of features) add(findRow(table, hashes, hash));
    for (const hash of dynamic) add(findRow(table, hashes, hash));
    return argmax(scores);
  };
}

const KEPT = [
  [PREVIOUS, BESIDE.previous],
  [NEXT, BESIDE.next],
  [SECOND_NEXT, BESIDE.secondNext],
] as const;

interface TagRows {
  ofLast(last: number): number;
  ofPair(last: number, before: number): number;
}

/** Where the rows of the features are found that are nothing but tags, each looked up once. */
function makeTagRows(classes: number, find: (hash: number) => number): TagRows {
  const lasts = Int32Array.from({ length: classes + 1 }, (_, i) => find(hashLast(i - 1)));
  const size = classes + 2;
  const pairs = new Int32Array(size * size).fill(-2);
  return {
    ofLast: (last) => lasts[last + 1]!,
    ofPair: (last, before) => {
      const at = (last + 1) * size + before + 2;
      if (pairs[at] === -2) pairs[at] = find(hashPair(last, before));
      return pairs[at]!;
    },
  };
}

/** The tag sets of known words; a set is named by its place in the list. */
function readLexicon(weights: Weights): Lexicon {
  const sets = weights.u16('lexicon.sets');
  return new Map(Array.from(weights.i32('lexicon.hashes'), (hash, i) => [hash, sets[i]!]));
}

/**
 * Remembers what was made of word forms. When there is room for no more the memory is begun anew, so that hostile text
 * with ever new words costs no more room, and little more time than without it.
 */
function makeMemory(
  make: (form: string, casing: WordCasing, word: number) => KnownWord,
): (forms: readonly string[], casing: Casing) => readonly KnownWord[] {
  const memories: Readonly<Record<WordCasing, Map<string, KnownWord>>> = {
    running: new Map(),
    opening: new Map(),
    headline: new Map(),
    capitals: new Map(),
  };
  let words = 0;
  const recall = (memory: Map<string, KnownWord>, form: string, casing: WordCasing): KnownWord => {
    let word = memory.get(form);
    if (word === undefined) {
      word = make(form, casing, words++);
      if (form.length <= 60) memory.set(form, word);
    }
    return word;
  };
  return (forms, casing) => {
    if (forms.length > MOST_WORDS) throw new RangeError(`a sentence of ${forms.length} words is too long`);
    if (words + forms.length > MOST_WORDS) {
      for (const memory of Object.values(memories)) memory.clear();
      words = 0;
    }
    const opening = openingWord(forms, casing);
    const memory = memories[casing];
    const known: KnownWord[] = [];
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i]!;
      known.push(i === opening ? recall(memories.opening, form, 'opening') : recall(memory, form, casing));
    }
    return known;
  };
}

/** Index of the greatest of the first values; the first where several are. */
export function argmax(scores: Float32Array, count = scores.length): number {
  let best = 0;
  let top = scores[0]!;
  for (let c = 1; c < count; c++) {
    const score = scores[c]!;
    if (score > top) {
      top = score;
      best = c;
    }
  }
  return best;
}

/** Open addressing: row number + 1 by hash, half empty. */
export function makeTable(hashes: Int32Array): Int32Array {
  let size = 1024;
  while (size < 2 * hashes.length) size *= 2;
  const table = new Int32Array(size);
  for (let row = 0; row < hashes.length; row++) {
    let slot = hashes[row]! & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = row + 1;
  }
  return table;
}

/** Row of a feature hash, -1 where the model has none. */
export function findRow(table: Int32Array, hashes: Int32Array, hash: number): number {
  const last = table.length - 1;
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const row = table[slot]! - 1;
    if (row < 0 || hashes[row] === hash) return row;
  }
}
