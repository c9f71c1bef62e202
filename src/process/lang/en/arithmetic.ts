import { addProducts, addTo, type Extent } from './dense.ts';

/** A matrix as its file has it: a byte a weight, row by row, and what one is worth in each row. */
export interface CodedMatrix {
  readonly codes: Int8Array;
  readonly scales: Float32Array;
}

/**
 * The sums that the parser network is made of, and the arrays that they work on. Two ways of doing them give the same
 * up to the rounding of a float: `PLAIN` in JavaScript, and the kernel of `kernel.ts`.
 */
export interface Arithmetic {
  /** An array of noughts; good until the next `reset`. */
  floats(length: number): Float32Array;
  /** Frees the arrays that `floats` gave. */
  reset(): void;
  /** A copy for good, where sums can reach it. To be called before the first `floats`. */
  keep(values: Float32Array): Float32Array;
  /** A copy for good of a matrix whose weights are whole numbers, at most 127, times a scale of their row. */
  keepMatrix(values: Float32Array, coded: CodedMatrix): Float32Array;
  /** A list of element numbers for `addRows`, for good. */
  keepInts(length: number): Int32Array;
  /** y += W·x for `count` vectors that lie one after another; W row by row, its rows a multiple of four. */
  addProducts(
    w: Float32Array,
    x: Float32Array,
    xAt: number,
    y: Float32Array,
    yAt: number,
    extent: Extent,
  ): void;
  /** y += rows of a table, as long as y, that begin at the given elements; the first `count` of them. */
  addRows(y: Float32Array, table: Float32Array, starts: Int32Array, count?: number): void;
  /** y += x. */
  addTo(y: Float32Array, x: Float32Array): void;
  /** y = max(y, 0). */
  cutNegatives(y: Float32Array): void;
  /** y = 1 / (1 + exp(−y)). */
  squash(y: Float32Array): void;
}

/** Plain JavaScript, for arrays of any kind and length. */
export const PLAIN: Arithmetic = {
  floats: (length) => new Float32Array(length),
  reset: () => {},
  keep: (values) => values,
  keepMatrix: (values) => values,
  keepInts: (length) => new Int32Array(length),
  addProducts,
  addRows: (y, table, starts, count = starts.length) => {
    for (let i = 0; i < count; i++) addTo(y, 0, table, starts[i]!, y.length);
  },
  addTo: (y, x) => addTo(y, 0, x, 0, y.length),
  cutNegatives: (y) => {
    for (let k = 0; k < y.length; k++) if (y[k]! < 0) y[k] = 0;
  },
  squash: (y) => {
    for (let k = 0; k < y.length; k++) y[k] = 1 / (1 + Math.exp(-y[k]!));
  },
};
