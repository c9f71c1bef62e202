import { addTo } from './dense.ts';

/**
 * Sums of rows, and the arrays that they work on. Two ways of doing them give the same up to the rounding of a float:
 * `PLAIN` in JavaScript, and the kernel of `kernel.ts`.
 */
export interface Arithmetic {
  /** An array of noughts. */
  floats(length: number): Float32Array;
  /** A copy where sums can reach it. */
  keep(values: Float32Array): Float32Array;
  /** A list of element numbers for `addRows`. */
  keepInts(length: number): Int32Array;
  /** y += rows of a table, as long as y, that begin at the given elements; the first `count` of them. */
  addRows(y: Float32Array, table: Float32Array, starts: Int32Array, count?: number): void;
}

/** Plain JavaScript, for arrays of any kind and length. */
export const PLAIN: Arithmetic = {
  floats: (length) => new Float32Array(length),
  keep: (values) => values,
  keepInts: (length) => new Int32Array(length),
  addRows: (y, table, starts, count = starts.length) => {
    for (let i = 0; i < count; i++) addTo(y, 0, table, starts[i]!, y.length);
  },
};
