import type { Arithmetic } from './arithmetic.ts';
import { type Casing, plainForm } from './casing.ts';
import { hashString } from './hash.ts';
import { convolve, recur } from './layers.ts';
import { shapeOf } from './tagger-features.ts';
import {
  DISTANCE_BUCKETS,
  DISTANCES,
  LABEL_PLACES,
  PLACES,
  VALENCIES,
  VALENCY_BUCKETS,
} from './transitions.ts';
import type { WordTable } from './words.ts';

/** Sizes of the network; the vocabulary sizes count rows. */
export interface NetworkShape {
  readonly words: number;
  readonly tags: number;
  readonly labels: number;
  readonly channels: number;
  readonly hidden: number;
  /**
   * One number a layer: distance between the words that a convolution looks at, or 0 for a recurrent layer. The
   * first is a convolution.
   */
  readonly dilations: readonly number[];
}

/** Rows of the hashed vocabularies and values per row of each. */
export const SUFFIXES = 4096;
export const PREFIXES = 1024;
export const SHAPES = 256;
export const WIDTHS = { word: 32, suffix: 20, prefix: 8, shape: 8, tag: 16 } as const;
const LEARNT = WIDTHS.word + WIDTHS.suffix + WIDTHS.prefix + WIDTHS.shape + WIDTHS.tag;
/** Values of a word's vector in the word table, which are as they are, and what they are multiplied by. */
export const VECTOR = 64;
export const VECTOR_SCALE = 0.3;
export const INPUT = LEARNT + VECTOR;
/** Where the values of the tag stand in the input. */
export const TAG = { from: LEARNT - WIDTHS.tag, to: LEARNT } as const;
/** Rows of one word: word, suffix, prefix, shape, tag; last its row in the word table or -1. */
export const ROWS = 6;
/** Tables of the state that are added to the hidden layer. */
export const STATE_TABLES = LABEL_PLACES + DISTANCES + VALENCIES;

/** All weights, by name; each a matrix of `shape[name]` rows and columns. */
export type Parameters = Readonly<Record<string, Float32Array>>;

/** Rows and columns of every matrix. */
export function matrixSizes(shape: NetworkShape): Record<string, readonly [rows: number, columns: number]> {
  const sizes: Record<string, readonly [number, number]> = {
    word: [shape.words, WIDTHS.word],
    suffix: [SUFFIXES, WIDTHS.suffix],
    prefix: [PREFIXES, WIDTHS.prefix],
    shape: [SHAPES, WIDTHS.shape],
    tag: [shape.tags, WIDTHS.tag],
  };
  for (let l = 0; l < shape.dilations.length; l++) {
    const columns = l === 0 ? INPUT : shape.channels;
    if (shape.dilations[l] === 0) {
      for (const part of ['update', 'value']) {
        sizes[`gate${l}.${part}`] = [shape.channels, shape.channels];
        sizes[`gate${l}.${part}.bias`] = [1, shape.channels];
      }
      continue;
    }
    for (const side of [0, 1, 2]) sizes[`conv${l}.${side}`] = [shape.channels, columns];
    sizes[`conv${l}.bias`] = [1, shape.channels];
  }
  sizes['place'] = [PLACES * shape.hidden, shape.channels];
  // What a place holds where the root or no word stands.
  sizes['empty'] = [2, PLACES * shape.hidden];
  sizes['state'] = [stateRows(shape), shape.hidden];
  sizes['hidden.bias'] = [1, shape.hidden];
  sizes['action'] = [actionRows(shape), shape.hidden];
  sizes['action.bias'] = [1, actionRows(shape)];
  return sizes;
}

/** Number of actions, rounded up to a multiple of four for the matrix product. */
export function actionRows(shape: NetworkShape): number {
  return Math.ceil((1 + 2 * shape.labels) / 4) * 4;
}

function stateRows(shape: NetworkShape): number {
  return LABEL_PLACES * (shape.labels + 1) + DISTANCES * DISTANCE_BUCKETS + VALENCIES * VALENCY_BUCKETS;
}

/** First row of each state table in the matrix `state`. */
export function stateOffsets(shape: NetworkShape): Int32Array {
  const offsets = new Int32Array(STATE_TABLES);
  let at = 0;
  for (let t = 0; t < STATE_TABLES; t++) {
    offsets[t] = at;
    if (t < LABEL_PLACES) at += shape.labels + 1;
    else at += t < LABEL_PLACES + DISTANCES ? DISTANCE_BUCKETS : VALENCY_BUCKETS;
  }
  return offsets;
}

/** The word as the vocabulary knows it: small letters, every figure a 0. */
export function vocabularyForm(form: string, casing: Casing): string {
  return plainForm(form, casing).slice(0, 60).toLowerCase().replace(/\d/g, '0');
}

/** Writes the ROWS row numbers of a word; unknown words are row 0. */
export function writeRows(
  form: string,
  context: {
    readonly casing: Casing;
    readonly tag: number;
    readonly vocabulary: ReadonlyMap<string, number>;
    readonly words: WordTable;
  },
  rows: Int32Array,
  at: number,
): void {
  const plain = plainForm(form, context.casing).slice(0, 60);
  const known = vocabularyForm(form, context.casing);
  rows[at] = context.vocabulary.get(known) ?? 0;
  rows[at + 1] = hashString(known, Math.max(0, known.length - 3)) & (SUFFIXES - 1);
  rows[at + 2] = hashString(known, 0, Math.min(2, known.length)) & (PREFIXES - 1);
  rows[at + 3] = hashString(shapeOf(plain) + context.casing) & (SHAPES - 1);
  rows[at + 4] = context.tag;
  rows[at + 5] = context.words.row(plain.toLowerCase());
}

/** The matrices that are looked up, not multiplied, and the values that each gives. */
export const INPUT_TABLES = [
  ['word', WIDTHS.word],
  ['suffix', WIDTHS.suffix],
  ['prefix', WIDTHS.prefix],
  ['shape', WIDTHS.shape],
  ['tag', WIDTHS.tag],
] as const;

/** Weights, their sizes and what does the sums. */
export interface Network {
  readonly parameters: Parameters;
  readonly shape: NetworkShape;
  readonly arithmetic: Arithmetic;
  readonly words: WordTable;
}

/** Floats that a sentence of so many words takes on its way, its weights left out. */
export function countFloats({ hidden, channels, dilations }: NetworkShape, words: number): number {
  return (words + 2) * (PLACES * hidden + dilations.length * 4 * channels);
}

/** Writes the INPUT values of one word; a word that the word table does not hold has noughts for its vector. */
export function lookUp({ parameters, words }: Network, rows: Int32Array, out: Float32Array): void {
  let at = 0;
  for (const [t, [name, width]] of INPUT_TABLES.entries()) {
    const from = rows[t]! * width;
    out.set(parameters[name]!.subarray(from, from + width), at);
    at += width;
  }
  const row = rows[INPUT_TABLES.length]! * VECTOR;
  for (let k = 0; k < VECTOR; k++) {
    out[at + k] = row < 0 ? 0 : words.vectors[row + k]! * words.scale[k]! * VECTOR_SCALE;
  }
}

/**
 * Runs the layers behind the first, whose output comes in, and the place matrix. Gives for every word of the sentence,
 * then the root, then no word PLACES × hidden values.
 */
export function encode({ parameters, shape, arithmetic }: Network, first: Float32Array): Float32Array {
  const { channels, dilations } = shape;
  const size = first.length / channels;
  let below = first;
  for (let l = 1; l < dilations.length; l++) {
    const layer = { l, below, size, channels, arithmetic };
    below = dilations[l] === 0 ? recur(parameters, layer).out : convolve(parameters, layer, dilations[l]!);
  }
  const width = PLACES * shape.hidden;
  const places = arithmetic.floats((size + 2) * width);
  arithmetic.addProducts(parameters['place']!, below, 0, places, 0, {
    rows: width,
    columns: channels,
    count: size,
  });
  places.set(parameters['empty']!, size * width);
  return places;
}

/** Reusable arrays for scoring one state. */
export interface Scratch {
  readonly words: Int32Array;
  readonly buckets: Int32Array;
  readonly hidden: Float32Array;
  readonly scores: Float32Array;
  readonly offsets: Int32Array;
  /** First elements of the rows of `words` and of `buckets`. */
  readonly placeStarts: Int32Array;
  readonly stateStarts: Int32Array;
}

export function makeScratch(shape: NetworkShape, { keep, keepInts }: Arithmetic): Scratch {
  return {
    words: new Int32Array(PLACES),
    buckets: new Int32Array(STATE_TABLES),
    hidden: keep(new Float32Array(shape.hidden)),
    scores: keep(new Float32Array(actionRows(shape))),
    offsets: stateOffsets(shape),
    placeStarts: keepInts(PLACES),
    stateStarts: keepInts(STATE_TABLES),
  };
}

/** Scores every action in the state whose places are in `scratch`. */
export function scoreState(
  { parameters, shape: { hidden: width }, arithmetic }: Network,
  places: Float32Array,
  scratch: Scratch,
): void {
  const { hidden, scores, words, buckets, offsets, placeStarts, stateStarts } = scratch;
  hidden.set(parameters['hidden.bias']!);
  for (let p = 0; p < PLACES; p++) placeStarts[p] = (words[p]! * PLACES + p) * width;
  for (let t = 0; t < STATE_TABLES; t++) stateStarts[t] = (offsets[t]! + buckets[t]!) * width;
  arithmetic.addRows(hidden, places, placeStarts);
  arithmetic.addRows(hidden, parameters['state']!, stateStarts);
  arithmetic.cutNegatives(hidden);
  scores.set(parameters['action.bias']!);
  const extent = { rows: scores.length, columns: width, count: 1 };
  arithmetic.addProducts(parameters['action']!, hidden, 0, scores, 0, extent);
}
