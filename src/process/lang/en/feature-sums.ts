import { makeKernel } from './kernel.ts';

/** Adds up the weights of hashed features, one score a class. */
export interface FeatureSums {
  /** Where the row of a feature hash stands, -1 where the model has none. */
  find(hash: number): number;
  /** Begins with scores that were summed before. */
  start(scores: Float32Array): void;
  /** Adds the rows of feature hashes, of those between two places in the list where these are given. */
  add(hashes: Int32Array, from?: number, to?: number): void;
  /** Adds one row where `find` found it; -1 adds nothing. */
  addFound(at: number): void;
  /** The scores, good until the next `start`; behind those of the classes a few noughts. */
  finish(): Float32Array;
}

/** The rows of a weight file: for each feature its hash and number of weights, for each weight its class and its code. */
export interface FeatureRows {
  readonly hashes: Int32Array;
  readonly counts: Uint8Array;
  readonly classes: Uint8Array;
  /** A weight is sign(c) · c² by its code, times what is common to all. */
  readonly codes: Int8Array;
}

/** Rows that may be added between `start` and `finish`. */
const MOST_ROWS = 128;

/**
 * The rows of a companded weight file. A weight is kept as sign(c) · c² without the common factor of all: whole numbers,
 * whose sums are exact in a float, so that the order of adding changes nothing. A row is a record in one array, its hash
 * first, since what costs time is every jump to another place in memory.
 */
export function makeFeatureSums(rows: FeatureRows, classes: number): FeatureSums {
  const width = Math.ceil(classes / 4) * 4;
  const { records, positions, full } = packRows(rows, width);
  const { table, low } = makeSlots(records, positions);
  const last = table.length - 1;
  const kernel = makeKernel(full.length + width + MOST_ROWS + 1024);
  const fullRows = kernel.keep(full);
  const scores = kernel.keep(new Float32Array(width));
  const list = kernel.keepInts(MOST_ROWS);
  const first = new Int32Array(MOST_ROWS);
  let listed = 0;

  const findFrom = (hash: number, begin: number): number => {
    let slot = hash & last;
    let entry = begin;
    while (entry !== 0) {
      const at = entry & low;
      if (((entry ^ hash) & ~low) === 0 && records[at] === hash) return at;
      slot = (slot + 1) & last;
      entry = table[slot]!;
    }
    return -1;
  };
  const addFound = (at: number): void => {
    if (at < 0) return;
    const count = records[at + 1]!;
    if (count < 0) list[listed++] = -1 - count;
    else {
      for (let k = at + 2; k < at + 2 + count; k++) scores[records[k]! & 255]! += records[k]! >> 8;
    }
  };
  const add = (hashes: Int32Array, from = 0, to = hashes.length): void => {
    // All first slots in one go: fetches that do not wait for one another.
    for (let f = from; f < to; f++) first[f - from] = table[hashes[f]! & last]!;
    for (let f = from; f < to; f++) addFound(findFrom(hashes[f]!, first[f - from]!));
  };
  const finish = (): Float32Array => {
    kernel.addRows(scores, fullRows, list, listed);
    listed = 0;
    return scores;
  };
  const start = (sum: Float32Array): void => {
    scores.set(sum);
    listed = 0;
  };
  return { find: (hash) => findFrom(hash, table[hash & last]!), start, add, addFound, finish };
}

interface PackedRows {
  /** Hash, number of weights, then each weight in the upper bits and its class in the lower eight; or hash, -1 - x. */
  readonly records: Int32Array;
  /** Where each record begins. */
  readonly positions: Int32Array;
  /** The rows stored in full, x being the first element of one. */
  readonly full: Float32Array;
}

function packRows({ hashes, counts, classes, codes }: FeatureRows, width: number): PackedRows {
  // Rows with this many weights are stored in full: the kernel adds them faster than they are added one by one.
  const enough = Math.max(4, width / 8);
  const fullRows = counts.reduce((sum, count) => sum + (count >= enough ? 1 : 0), 0);
  const full = new Float32Array(fullRows * width);
  // The first element stays empty, so that no entry of the slots is nought.
  const records = new Int32Array(1 + 2 * hashes.length + codes.length);
  const positions = new Int32Array(hashes.length);
  let to = 1;
  let from = 0;
  let fullAt = 0;
  for (let row = 0; row < hashes.length; row++) {
    const isFull = counts[row]! >= enough;
    positions[row] = to;
    records[to++] = hashes[row]!;
    records[to++] = isFull ? -1 - fullAt : counts[row]!;
    for (const end = from + counts[row]!; from < end; from++) {
      const weight = Math.sign(codes[from]!) * codes[from]! * codes[from]!;
      if (isFull) full[fullAt + classes[from]!] = weight;
      else records[to++] = weight * 256 + classes[from]!;
    }
    if (isFull) fullAt += width;
  }
  return { records: records.subarray(0, to), positions, full };
}

/**
 * Open addressing by the lower bits of the hash. An entry holds the position of a record in its lower bits and the upper
 * bits of the hash above, so that hardly any search looks at a record in vain.
 */
function makeSlots(
  records: Int32Array,
  positions: Int32Array,
): { readonly table: Int32Array; readonly low: number } {
  const low = 2 ** (32 - Math.clz32(records.length)) - 1;
  let size = 1024;
  while (size < 2 * positions.length) size *= 2;
  const table = new Int32Array(size);
  for (const position of positions) {
    const hash = records[position]!;
    let slot = hash & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = (hash & ~low) | position;
  }
  return { table, low };
}
