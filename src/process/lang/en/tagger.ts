import type { Casing } from './casing.ts';
import {
  DYNAMIC_FEATURES,
  hashWord,
  type Lexicon,
  STATIC_FEATURES,
  type WordCasing,
  type WordHashes,
  wordCasings,
  writeDynamic,
  writeStatic,
} from './tagger-features.ts';
import type { Weights } from './weights.ts';

/** Gives every word its joint class of universal and Penn tag. */
export interface Tagger {
  /** `UPOS|XPOS` by class number. */
  readonly classes: readonly string[];
  /** Class number of each word of one sentence. */
  tag(forms: readonly string[], casing: Casing): Int32Array;
}

const CACHE_LIMIT = 20_000;

/**
 * A greedy left-to-right averaged perceptron over hashed features (Collins 2002), its weights companded to a
 * byte each: weight = sign(c) · (c / 127)² · scale.
 */
export function makeTagger(weights: Weights): Tagger {
  const classes = weights.strings('classes');
  const rows = weights.i32('hashes');
  const starts = rowStarts(weights.u8('counts'));
  const columns = weights.u8('classes');
  const table = makeTable(rows);
  const values = expand(weights.i8('weights'), weights.f32('scale')[0]!);
  const lexicon = readLexicon(weights);
  const caches = new Map<WordCasing, Map<string, WordHashes>>();
  const scores = new Float32Array(classes.length);
  const features = new Int32Array(STATIC_FEATURES);
  const dynamic = new Int32Array(DYNAMIC_FEATURES);

  const add = (hashes: Int32Array): void => {
    for (let f = 0; f < hashes.length; f++) {
      const row = findRow(table, rows, hashes[f]!);
      if (row < 0) continue;
      for (let k = starts[row]!; k < starts[row + 1]!; k++) scores[columns[k]!]! += values[k]!;
    }
  };
  const tag = (forms: readonly string[], casing: Casing): Int32Array => {
    const casings = wordCasings(forms, casing);
    const words = forms.map((form, i) => cachedHashes(caches, lexicon, form, casings[i]!));
    const tags = new Int32Array(forms.length);
    let last = -1;
    let before = -2;
    for (let i = 0; i < forms.length; i++) {
      scores.fill(0);
      writeStatic(words, i, features, 0);
      add(features);
      writeDynamic(words, i, { last, before }, dynamic);
      add(dynamic);
      before = last;
      last = argmax(scores);
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

function cachedHashes(
  caches: Map<WordCasing, Map<string, WordHashes>>,
  lexicon: Lexicon,
  form: string,
  casing: WordCasing,
): WordHashes {
  let cache = caches.get(casing);
  // Hostile text may hold any number of different words: start again rather than grow for ever.
  if (cache === undefined || cache.size > CACHE_LIMIT) {
    cache = new Map();
    caches.set(casing, cache);
  }
  let hashes = cache.get(form);
  if (hashes === undefined) {
    hashes = hashWord(form, casing, lexicon);
    if (form.length <= 60) cache.set(form, hashes);
  }
  return hashes;
}

/** Index of the greatest value; the first where several are. */
export function argmax(scores: Float32Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

/** Offsets of rows from their lengths. */
function rowStarts(counts: Uint8Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
  return starts;
}

function expand(codes: Int8Array, scale: number): Float32Array {
  return Float32Array.from(codes, (code) => (Math.sign(code) * code * code * scale) / (127 * 127));
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
