import type { Weights } from '../../weights.ts';
import type { Features } from './features.ts';

/** Adds up what the features of one candidate weigh. */
export interface Ranker {
  score(features: Features): number;
}

/**
 * The ranker `name` of a weight file: feature hashes and a weight of one byte each, companded as the tagger's
 * (weight = sign · (code / 127)² · scale).
 */
export function readRanker(weights: Weights, name: string): Ranker {
  const scale = weights.f32(`${name}.scale`)[0]! / (127 * 127);
  return makeRanker(weights.i32(`${name}.hashes`), weights.i8(`${name}.weights`), scale);
}

/** Kept so that no compiler takes the fetching for idle. */
export let lastFetched = 0;

/** A ranker over feature hashes and the codes of their weights; `scale` is what a code of 1 is worth. */
export function makeRanker(hashes: Int32Array, codes: Int8Array, scale: number): Ranker {
  const { table, bits } = makeSlots(hashes, codes);
  const last = table.length - 1;
  // By the lowest byte of a slot.
  const values = Float32Array.from({ length: 256 }, (_, byte) => {
    const code = (byte << 24) >> 24;
    return code * Math.abs(code) * scale;
  });
  return {
    score: ({ values: features, size }) => {
      // The slots are fetched ahead of the search, so that the waits for memory overlap instead of adding up.
      let fetched = 0;
      for (let f = 0; f < size; f++) fetched ^= table[features[f]! & last]!;
      lastFetched = fetched;
      let sum = 0;
      for (let f = 0; f < size; f++) {
        const hash = features[f]!;
        let slot = hash & last;
        let wanted = (hash >>> bits) << STEP_BITS;
        let entry = table[slot]!;
        while (entry !== 0 && entry >>> 8 !== wanted) {
          slot = (slot + 1) & last;
          wanted++;
          entry = table[slot]!;
        }
        sum += values[entry & 255]!;
      }
      return sum;
    },
  };
}

/** Bits of a slot that count the steps from where its feature belongs. */
const STEP_BITS = 8;
const MOST_STEPS = 2 ** STEP_BITS - 1;
/** Enough slots that the upper bits of a hash, which its place does not tell, leave room for the steps and the code. */
const FEWEST_SLOTS = 2 ** 16;

/**
 * Open addressing in four bytes a slot: from the top the bits of the hash that its place does not tell, the steps from
 * where it belongs, the code. An empty slot is nought; features of code nought are left out.
 */
function makeSlots(hashes: Int32Array, codes: Int8Array): { table: Int32Array; bits: number } {
  let size = FEWEST_SLOTS;
  while (size < 2 * hashes.length) size *= 2;
  for (;;) {
    const table = fillSlots(hashes, codes, size);
    if (table !== undefined) return { table, bits: Math.log2(size) };
    size *= 2;
  }
}

/** The table, or undefined where a feature would stand too far from its place. */
function fillSlots(hashes: Int32Array, codes: Int8Array, size: number): Int32Array | undefined {
  const table = new Int32Array(size);
  const bits = Math.log2(size);
  for (let row = 0; row < hashes.length; row++) {
    if (codes[row] === 0) continue;
    const hash = hashes[row]!;
    let slot = hash & (size - 1);
    let steps = 0;
    while (table[slot] !== 0) {
      slot = (slot + 1) & (size - 1);
      steps++;
    }
    if (steps > MOST_STEPS) return undefined;
    table[slot] = ((((hash >>> bits) << STEP_BITS) | steps) << 8) | (codes[row]! & 255);
  }
  return table;
}
