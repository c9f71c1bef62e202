import { findRow, makeTable } from './tagger.ts';

/** A list of feature hashes, of which the first `size` count. */
export interface FeatureList {
  readonly values: Int32Array;
  readonly size: number;
}

/**
 * Adds up the rows of weights that a list of feature hashes has in a model.
 *
 * @param rows for each feature `width` weights
 * @returns gives the sums, good until it is asked again
 */
export function makeRowSums(
  hashes: Int32Array,
  rows: Int8Array,
  width: number,
): (features: FeatureList) => Int32Array {
  const table = makeTable(hashes);
  const sums = new Int32Array(width);
  return ({ values, size }) => {
    sums.fill(0);
    for (let f = 0; f < size; f++) {
      const row = findRow(table, hashes, values[f]!);
      if (row < 0) continue;
      const from = row * width;
      for (let k = 0; k < width; k++) sums[k] = sums[k]! + rows[from + k]!;
    }
    return sums;
  };
}
