import { type Casing, plainForm } from './casing.ts';
import { hashString } from './hash.ts';
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
  return withoutFigures(plainForm(form, casing).slice(0, 60).toLowerCase());
}

function withoutFigures(lower: string): string {
  return /\d/.test(lower) ? lower.replace(/\d/g, '0') : lower;
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
  const lower = plain.toLowerCase();
  const known = withoutFigures(lower);
  rows[at] = context.vocabulary.get(known) ?? 0;
  rows[at + 1] = hashString(known, Math.max(0, known.length - 3)) & (SUFFIXES - 1);
  rows[at + 2] = hashString(known, 0, Math.min(2, known.length)) & (PREFIXES - 1);
  rows[at + 3] = hashString(shapeOf(plain) + context.casing) & (SHAPES - 1);
  rows[at + 4] = context.tag;
  rows[at + 5] = context.words.row(lower);
}

/** The matrices that are looked up, not multiplied, and the values that each gives. */
export const INPUT_TABLES = [
  ['word', WIDTHS.word],
  ['suffix', WIDTHS.suffix],
  ['prefix', WIDTHS.prefix],
  ['shape', WIDTHS.shape],
  ['tag', WIDTHS.tag],
] as const;

/** Weights and their sizes. */
export interface Network {
  readonly parameters: Parameters;
  readonly shape: NetworkShape;
  readonly words: WordTable;
}

/** Writes the INPUT values of one word; a word that the word table does not hold has noughts for its vector. */
export function lookUp({ parameters, words }: Network, rows: Int32Array, out: Float32Array): void {
  let at = 0;
  for (let t = 0; t < INPUT_TABLES.length; t++) {
    const [name, width] = INPUT_TABLES[t]!;
    const table = parameters[name]!;
    const from = rows[t]! * width;
    for (let k = 0; k < width; k++) out[at + k] = table[from + k]!;
    at += width;
  }
  const { vectors, scale } = words;
  const row = rows[INPUT_TABLES.length]! * VECTOR;
  for (let k = 0; k < VECTOR; k++) out[at + k] = row < 0 ? 0 : vectors[row + k]! * scale[k]! * VECTOR_SCALE;
}
