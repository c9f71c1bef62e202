import type { Weights } from '../../weights.ts';
import type { Features } from './features.ts';

/** Adds up what the features of one candidate weigh. */
export interface Ranker {
  score(features: Features): number;
}

/**
 * The ranker `name` of a weight file: sorted feature hashes and a weight of one byte each, companded as the
 * tagger's (weight = sign · (code / 127)² · scale).
 */
export function readRanker(weights: Weights, name: string): Ranker {
  const hashes = weights.i32(`${name}.hashes`);
  const codes = weights.i8(`${name}.weights`);
  const scale = weights.f32(`${name}.scale`)[0]! / (127 * 127);
  const values = new Float32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    values[row] = code < 0 ? -code * code * scale : code * code * scale;
  }
  return makeRanker(hashes, values);
}

/** Kept so that no compiler takes the fetching for idle. */
export let lastFetched = 0;

/** A ranker over feature hashes and their weights. */
export function makeRanker(hashes: Int32Array, values: Float32Array): Ranker {
  const { table, weights } = makeSlots(hashes, values);
  const last = table.length - 2;
  return {
    score: ({ values: features, size }) => {
      // The slots are fetched ahead of the search, so that the waits for memory overlap instead of adding up.
      let fetched = 0;
      for (let f = 0; f < size; f++) fetched ^= table[(features[f]! << 1) & last]!;
      lastFetched = fetched;
      let sum = 0;
      for (let f = 0; f < size; f++) {
        const hash = features[f]!;
        let slot = (hash << 1) & last;
        while (weights[slot + 1] !== 0 && table[slot] !== hash) slot = (slot + 2) & last;
        sum += weights[slot + 1]!;
      }
      return sum;
    },
  };
}

/**
 * Open addressing: a hash and, beside it in the same memory, its weight, so that a search looks at one place. A weight
 * of nought marks an empty slot; features of that weight are left out.
 */
function makeSlots(
  hashes: Int32Array,
  values: Float32Array,
): { readonly table: Int32Array; readonly weights: Float32Array } {
  let size = 1024;
  while (size < 2 * hashes.length) size *= 2;
  const table = new Int32Array(2 * size);
  const weights = new Float32Array(table.buffer);
  const last = table.length - 2;
  for (let row = 0; row < hashes.length; row++) {
    if (values[row] === 0) continue;
    let slot = (hashes[row]! << 1) & last;
    while (weights[slot + 1] !== 0) slot = (slot + 2) & last;
    table[slot] = hashes[row]!;
    weights[slot + 1] = values[row]!;
  }
  return { table, weights };
}
