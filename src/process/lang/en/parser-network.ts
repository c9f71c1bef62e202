import type { Arithmetic } from './arithmetic.ts';
import { type Casing, plainForm } from './casing.ts';
import { hashString } from './hash.ts';
import { convolve, type GateValues, recur } from './layers.ts';
import { shapeOf } from './tagger-features.ts';
import {
  DISTANCE_BUCKETS,
  DISTANCES,
  LABEL_PLACES,
  PLACES,
  VALENCIES,
  VALENCY_BUCKETS,
} from './transitions.ts';

/** Sizes of the network; the vocabulary sizes count rows. */
export interface NetworkShape {
  readonly words: number;
  readonly tags: number;
  readonly labels: number;
  readonly channels: number;
  readonly hidden: number;
  /** One number a layer: distance between the words that a convolution looks at, or 0 for a recurrent layer. */
  readonly dilations: readonly number[];
}

/** Rows of the hashed vocabularies and values per row of each. */
export const SUFFIXES = 4096;
export const PREFIXES = 1024;
export const SHAPES = 256;
export const WIDTHS = { word: 48, suffix: 20, prefix: 8, shape: 8, tag: 16 } as const;
export const INPUT = WIDTHS.word + WIDTHS.suffix + WIDTHS.prefix + WIDTHS.shape + WIDTHS.tag;
/** Rows of one word: word, suffix, prefix, shape, tag. */
export const ROWS = 5;
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
  },
  rows: Int32Array,
  at: number,
): void {
  const known = vocabularyForm(form, context.casing);
  rows[at] = context.vocabulary.get(known) ?? 0;
  rows[at + 1] = hashString(known, Math.max(0, known.length - 3)) & (SUFFIXES - 1);
  rows[at + 2] = hashString(known, 0, Math.min(2, known.length)) & (PREFIXES - 1);
  rows[at + 3] = hashString(shapeOf(plainForm(form, context.casing)) + context.casing) & (SHAPES - 1);
  rows[at + 4] = context.tag;
}

/** The matrices that are looked up, not multiplied, and the values that each gives. */
export const INPUT_TABLES = [
  ['word', WIDTHS.word],
  ['suffix', WIDTHS.suffix],
  ['prefix', WIDTHS.prefix],
  ['shape', WIDTHS.shape],
  ['tag', WIDTHS.tag],
] as const;

/** What the network computed for the words of one sentence. */
export interface Encoded {
  readonly size: number;
  /** INPUT values a word. */
  readonly input: Float32Array;
  /** Output of each layer, `channels` values a word. */
  readonly layers: readonly Float32Array[];
  /** What a recurrent layer computed on the way. */
  readonly gates: readonly (GateValues | undefined)[];
  /** For every word, then the root, then no word: PLACES × hidden values. */
  readonly places: Float32Array;
}

/** Weights, their sizes and what does the sums. */
export interface Network {
  readonly parameters: Parameters;
  readonly shape: NetworkShape;
  readonly arithmetic: Arithmetic;
}

/** Floats that a sentence of so many words takes on its way, its weights left out. */
export function countFloats({ hidden, channels, dilations }: NetworkShape, words: number): number {
  return (words + 2) * (INPUT + PLACES * hidden + dilations.length * 4 * channels);
}

/** Looks up the input vectors of a sentence. */
export function lookUp({ parameters, arithmetic }: Network, rows: Int32Array, size: number): Float32Array {
  const input = arithmetic.floats(size * INPUT);
  for (let i = 0; i < size; i++) {
    let at = i * INPUT;
    for (let t = 0; t < ROWS; t++) {
      const [name, width] = INPUT_TABLES[t]!;
      const from = rows[i * ROWS + t]! * width;
      input.set(parameters[name]!.subarray(from, from + width), at);
      at += width;
    }
  }
  return input;
}

/** Runs the layers and the place matrix over the input vectors of a sentence. */
export function encode({ parameters, shape, arithmetic }: Network, input: Float32Array): Encoded {
  const size = input.length / INPUT;
  const layers: Float32Array[] = [];
  const gates: (GateValues | undefined)[] = [];
  let below = input;
  for (let l = 0; l < shape.dilations.length; l++) {
    const layer = { l, below, size, channels: shape.channels, arithmetic };
    const gated = shape.dilations[l] === 0 ? recur(parameters, layer) : undefined;
    below = gated === undefined ? convolve(parameters, layer, shape.dilations[l]!) : gated.out;
    layers.push(below);
    gates.push(gated);
  }
  const width = PLACES * shape.hidden;
  const places = arithmetic.floats((size + 2) * width);
  arithmetic.addProducts(parameters['place']!, below, 0, places, 0, {
    rows: width,
    columns: shape.channels,
    count: size,
  });
  places.set(parameters['empty']!, size * width);
  return { size, input, layers, gates, places };
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
