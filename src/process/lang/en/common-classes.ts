import type { FeatureRows } from './feature-sums.ts';

/** Rows of the commonest classes alone. */
export interface CommonRows {
  /**
   * A column for each common class, in the order of the classes, and one more with the greatest weight of all others: its
   * sum is no less than the score of any of them. Where a common class has more, it is the best of all.
   */
  readonly rows: FeatureRows;
  /** Class of each column but the last. */
  readonly classes: Uint8Array;
}

/**
 * Leaves out the classes that hardly ever win, so that there is less to add up and to keep.
 *
 * @param common how many classes to keep
 */
export function pickCommon(rows: FeatureRows, classes: number, common: number): CommonRows {
  const kept = findCommon(rows, classes, common);
  const columns = new Uint8Array(classes).fill(kept.length);
  kept.forEach((kind, column) => {
    columns[kind] = column;
  });
  const counts = new Uint8Array(rows.counts.length);
  const kinds = new Uint8Array(rows.classes.length + counts.length);
  const codes = new Int8Array(kinds.length);
  let from = 0;
  let to = 0;
  for (let row = 0; row < counts.length; row++) {
    const before = to;
    let greatest = 0;
    for (const end = from + rows.counts[row]!; from < end; from++) {
      const column = columns[rows.classes[from]!]!;
      const code = rows.codes[from]!;
      if (column === kept.length) greatest = Math.max(greatest, code);
      else {
        kinds[to] = column;
        codes[to++] = code;
      }
    }
    if (greatest > 0) {
      kinds[to] = kept.length;
      codes[to++] = greatest;
    }
    counts[row] = to - before;
  }
  return {
    rows: { hashes: rows.hashes, counts, classes: kinds.subarray(0, to), codes: codes.subarray(0, to) },
    classes: kept,
  };
}

/** The classes that the rows speak for most, in ascending order. */
function findCommon({ counts, classes, codes }: FeatureRows, size: number, common: number): Uint8Array {
  const weight = new Float64Array(size);
  let at = 0;
  for (let row = 0; row < counts.length; row++) {
    let best = at;
    for (const end = at + counts[row]!; at < end; at++) if (codes[at]! > codes[best]!) best = at;
    if (codes[best]! > 0) weight[classes[best]!]! += codes[best]! ** 2;
  }
  const order = Array.from(weight.keys()).sort((a, b) => weight[b]! - weight[a]! || a - b);
  return Uint8Array.from(order.slice(0, common).sort((a, b) => a - b));
}
