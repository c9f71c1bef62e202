import { makeKernel } from './kernel.ts';

/** Adds up the weights of hashed features, one score a class. */
export interface FeatureSums {
  /** Where the row of a feature hash stands, -1 where the model has none. */
  find(hash: number): number;
  /** Begins with scores that were summed before; without any, with nought. */
  start(scores?: Float32Array): void;
  /** Adds the rows of feature hashes, of those between two places in the list where these are given. */
  add(hashes: Int32Array, from?: number, to?: number): void;
  /** Adds one row where `find` found it; -1 adds nothing. */
  addFound(at: number): void;
  /** Keeps the scores for good under a number below `kept`. */
  keep(number: number): void;
  /** Adds the scores kept under a number. */
  addKept(number: number): void;
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

/** What a code of eight bits is worth. */
const WORTH = Float64Array.from({ length: 256 }, (_, bits) => {
  const code = (bits << 24) >> 24;
  return Math.sign(code) * code * code;
});

/**
 * The rows of a companded weight file. A weight is kept as sign(c) · c² without the common factor of all: whole numbers,
 * whose sums are exact in a float, so that the order of adding changes nothing. What costs time is every jump to another
 * place in memory, so a row of one or two weights stands beside its hash.
 *
 * @param kept how many sums can be kept
 */
export function makeFeatureSums(rows: FeatureRows, classes: number, kept = 0): FeatureSums {
  const width = Math.ceil(classes / 4) * 4;
  const { prints, slots, records, full } = packRows(rows, width);
  const last = prints.length - 1;
  const kernel = makeKernel(full.length + (kept + 1) * width + MOST_ROWS + 1024);
  const list = kernel.keepInts(MOST_ROWS);
  const scores = kernel.keep(new Float32Array(width));
  // Rows stored in full, then the sums that are kept.
  const table = kernel.floats(full.length + kept * width);
  table.set(full);
  const sums = full.length;
  let listed = 0;

  const find = (hash: number): number => {
    const print = printOf(hash);
    for (let slot = hash & last; prints[slot] !== 0; slot = (slot + 1) & last)
      if (prints[slot] === print && slots[2 * slot] === hash) return 2 * slot;
    return -1;
  };
  const addRow = (row: number): void => {
    if (row >= SHORT) {
      scores[(row >> 8) & 127]! += WORTH[row & 255]!;
      scores[(row >> 23) & 127]! += WORTH[(row >> 15) & 255]!;
    } else if (row < 0) list[listed++] = ~row;
    else {
      const end = row + records[row]!;
      for (let k = row + 1; k <= end; k++) scores[records[k]! & 255]! += records[k]! >> 8;
    }
  };
  const add = (hashes: Int32Array, from = 0, to = hashes.length): void => {
    for (let f = from; f < to; f++) {
      const at = find(hashes[f]!);
      if (at >= 0) addRow(slots[at + 1]!);
    }
  };
  const finish = (): Float32Array => {
    kernel.addRows(scores, table, list, listed);
    listed = 0;
    return scores;
  };
  const start = (sum?: Float32Array): void => {
    if (sum === undefined) scores.fill(0);
    else scores.set(sum);
    listed = 0;
  };
  return {
    find,
    start,
    add,
    finish,
    addFound: (at) => {
      if (at >= 0) addRow(slots[at + 1]!);
    },
    keep: (number) => table.set(finish(), sums + number * width),
    addKept: (number) => {
      list[listed++] = sums + number * width;
    },
  };
}

interface PackedRows {
  /** Open addressing by the lower bits of the hash: a few of the upper bits, never nought; nought where a slot is empty. */
  readonly prints: Uint8Array;
  /**
   * Of each slot the hash, then its row. A row is two
   * weights in one number from SHORT on, each a code in eight bits and its class in seven above; or where a record
   * begins; or, as ~x, where a row stored in full begins.
   */
  readonly slots: Int32Array;
  /** Number of weights, then each weight in the upper bits and its class in the lower eight. */
  readonly records: Int32Array;
  readonly full: Float32Array;
}

const SHORT = 2 ** 30;

function packRows({ hashes, counts, classes, codes }: FeatureRows, width: number): PackedRows {
  // Rows with this many weights are stored in full: the kernel adds them faster than they are added one by one.
  const enough = Math.max(4, width / 8);
  const fullRows = counts.reduce((sum, count) => sum + (count >= enough ? 1 : 0), 0);
  const full = new Float32Array(fullRows * width);
  // The first element stays empty, so that no record begins at nought.
  const records = new Int32Array(1 + hashes.length + codes.length);
  const slots = makeSlots(hashes.length);
  let to = 1;
  let from = 0;
  let fullAt = 0;
  for (let row = 0; row < hashes.length; row++) {
    const count = counts[row]!;
    const end = from + count;
    if (count >= enough) {
      insert(slots, hashes[row]!, ~fullAt);
      for (; from < end; from++) full[fullAt + classes[from]!] = WORTH[codes[from]! & 255]!;
      fullAt += width;
    } else if (count > 0 && count <= 2 && width <= 128) {
      let both = SHORT;
      for (let shift = 0; from < end; from++, shift += 15)
        both += ((classes[from]! << 8) | (codes[from]! & 255)) << shift;
      insert(slots, hashes[row]!, both);
    } else {
      insert(slots, hashes[row]!, to);
      records[to++] = count;
      for (; from < end; from++) records[to++] = WORTH[codes[from]! & 255]! * 256 + classes[from]!;
    }
  }
  return { ...slots, records: records.slice(0, to), full };
}

type Slots = Pick<PackedRows, 'prints' | 'slots'>;

/** Three quarters full at most: a search among the prints is cheap, and small tables stay in the caches. */
function makeSlots(rows: number): Slots {
  let size = 1024;
  while (3 * size < 4 * rows) size *= 2;
  return { prints: new Uint8Array(size), slots: new Int32Array(2 * size) };
}

function printOf(hash: number): number {
  return (hash >>> 24) | 1;
}

function insert({ prints, slots }: Slots, hash: number, row: number): void {
  const last = prints.length - 1;
  let slot = hash & last;
  while (prints[slot] !== 0) slot = (slot + 1) & last;
  prints[slot] = printOf(hash);
  slots[2 * slot] = hash;
  slots[2 * slot + 1] = row;
}
