import { type Cache, makeCache } from './cache.ts';
import type { Casing } from './casing.ts';
import { makeFeatureSums } from './feature-sums.ts';
import {
  BESIDE,
  BESIDE_FEATURES,
  DYNAMIC_FEATURES,
  hashWord,
  JOINT_FEATURES,
  type Lexicon,
  OWN_FEATURES,
  PAD,
  type WordCasing,
  type WordHashes,
  wordCasings,
  writeBeside,
  writeDynamic,
  writeJoint,
  writeOwn,
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

const CACHE_LIMIT = 8_000;

/** What the tagger remembers of a word form. */
interface KnownWord {
  readonly hashes: WordHashes;
  /** The sum of its OWN_FEATURES, one score a class. */
  readonly own: Float32Array;
  /** Where the rows of its BESIDE_FEATURES are found, -1 where the model has none. */
  readonly beside: Int32Array;
}

/**
 * A greedy left-to-right averaged perceptron over hashed features (Collins 2002), its weights companded to a
 * byte each: weight = sign(c) · (c / 127)² · scale. What one word gives alone is summed once and remembered.
 */
export function makeTagger(weights: Weights, table: WordTable): Tagger {
  const classes = weights.strings('classes');
  const sums = makeFeatureSums(
    {
      hashes: weights.i32('hashes'),
      counts: weights.u8('counts'),
      classes: weights.u8('classes'),
      codes: weights.i8('weights'),
    },
    classes.length,
  );
  const nothing = sums.finish().slice();
  const knowledge = { lexicon: readLexicon(weights), words: table };
  const know = (hashes: WordHashes): KnownWord => {
    const own = new Int32Array(OWN_FEATURES);
    const beside = new Int32Array(BESIDE_FEATURES);
    writeOwn(hashes, own);
    writeBeside(hashes, beside);
    sums.start(nothing);
    sums.add(own);
    return { hashes, own: sums.finish().slice(), beside: beside.map(sums.find) };
  };
  const pad = know(PAD);
  const recall = makeMemory((form, casing) => know(hashWord(form, casing, knowledge)));
  const joint = new Int32Array(JOINT_FEATURES);
  const dynamic = new Int32Array(DYNAMIC_FEATURES);

  const addBeside = ({ beside }: KnownWord, [from, to]: readonly [number, number]): void => {
    for (let f = from; f < to; f++) sums.addFound(beside[f]!);
  };
  const tag = (forms: readonly string[], casing: Casing): Int32Array => {
    const casings = wordCasings(forms, casing);
    const known = forms.map((form, i) => recall(form, casings[i]!));
    const words = known.map((word) => word.hashes);
    const tags = new Int32Array(forms.length);
    let last = -1;
    let before = -2;
    for (let i = 0; i < forms.length; i++) {
      sums.start(known[i]!.own);
      addBeside(known[i - 1] ?? pad, BESIDE.previous);
      addBeside(known[i + 1] ?? pad, BESIDE.next);
      addBeside(known[i - 2] ?? pad, BESIDE.secondPrevious);
      addBeside(known[i + 2] ?? pad, BESIDE.secondNext);
      writeJoint(words, i, joint);
      sums.add(joint);
      writeDynamic(words, i, { last, before }, dynamic);
      sums.add(dynamic);
      before = last;
      last = argmax(sums.finish(), classes.length);
      tags[i] = last;
    }
    return tags;
  };
  return { classes, tag };
}

/** The tag sets of known words; a set is named by its place in the list. */
function readLexicon(weights: Weights): Lexicon {
  const sets = weights.u16('lexicon.sets');
  return new Map(Array.from(weights.i32('lexicon.hashes'), (hash, i) => [hash, sets[i]!]));
}

/** Remembers what was made of word forms. */
function makeMemory(
  make: (form: string, casing: WordCasing) => KnownWord,
): (form: string, casing: WordCasing) => KnownWord {
  const memories = new Map<WordCasing, Cache<KnownWord>>();
  return (form, casing) => {
    let memory = memories.get(casing);
    if (memory === undefined) {
      memory = makeCache(CACHE_LIMIT);
      memories.set(casing, memory);
    }
    let word = memory.get(form);
    if (word === undefined) {
      word = make(form, casing);
      if (form.length <= 60) memory.set(form, word);
    }
    return word;
  };
}

/** Index of the greatest of the first values; the first where several are. */
export function argmax(scores: Float32Array, count = scores.length): number {
  let best = 0;
  for (let c = 1; c < count; c++) if (scores[c]! > scores[best]!) best = c;
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
