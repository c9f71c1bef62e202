import { findRow, makeTable } from '../../lang/en/tagger.ts';
import type { Weights } from '../../lang/en/weights.ts';
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
  const values = Float32Array.from(codes, (code) => Math.sign(code) * code * code * scale);
  return makeRanker(hashes, values);
}

/** A ranker over feature hashes and their weights. */
export function makeRanker(hashes: Int32Array, values: Float32Array): Ranker {
  const table = makeTable(hashes);
  return {
    score: ({ values: features, size }) => {
      let sum = 0;
      for (let f = 0; f < size; f++) {
        const row = findRow(table, hashes, features[f]!);
        if (row >= 0) sum += values[row]!;
      }
      return sum;
    },
  };
}
