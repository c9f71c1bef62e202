import { describe, expect, it } from 'vitest';
import { makeFeatureSums } from './feature-sums.ts';

const CLASSES = 14;
/** A hundred rows of one to three weights, then one with a weight for every class. */
const HASHES = Int32Array.from({ length: 101 }, (_, row) => Math.imul(row + 1, 0x9e3779b1));
const COUNTS = Uint8Array.from({ length: 101 }, (_, row) => (row < 100 ? 1 + (row % 3) : CLASSES));
const TOTAL = COUNTS.reduce((a, b) => a + b, 0);
const COLUMNS = new Uint8Array(TOTAL);
const CODES = Int8Array.from({ length: TOTAL }, (_, k) => (k % 2 === 0 ? 1 + (k % 100) : -127));

function weigh() {
  let at = 0;
  for (const count of COUNTS) for (let k = 0; k < count; k++) COLUMNS[at++] = k;
  return makeFeatureSums({ hashes: HASHES, counts: COUNTS, classes: COLUMNS, codes: CODES }, CLASSES);
}

/** What the sums should be, row by row. */
function expected(rows: readonly number[]): number[] {
  const scores = new Array<number>(CLASSES).fill(0);
  for (const row of rows) {
    const at = COUNTS.subarray(0, row).reduce((a, b) => a + b, 0);
    for (let k = 0; k < COUNTS[row]!; k++) scores[k]! += Math.sign(CODES[at + k]!) * CODES[at + k]! ** 2;
  }
  return scores;
}

describe('makeFeatureSums', () => {
  it('adds short rows and full ones, and nothing for a hash that it does not know', () => {
    const sums = weigh();
    sums.start(new Float32Array(16));
    sums.add(Int32Array.of(HASHES[0]!, 12345, HASHES[100]!, HASHES[41]!, HASHES[100]!));
    sums.addFound(sums.find(HASHES[5]!));
    sums.addFound(sums.find(54321));
    expect([...sums.finish().subarray(0, CLASSES)]).toEqual(expected([0, 100, 41, 100, 5]));
    sums.start(new Float32Array(16));
    sums.add(HASHES, 7, 9);
    expect([...sums.finish().subarray(0, CLASSES)]).toEqual(expected([7, 8]));
  });

  it('goes on from sums made before', () => {
    const sums = weigh();
    sums.start(new Float32Array(16));
    sums.add(HASHES.subarray(0, 50));
    const half = sums.finish().slice();
    sums.start(half);
    sums.add(HASHES.subarray(50));
    const all = Array.from(HASHES.keys());
    expect([...sums.finish().subarray(0, CLASSES)]).toEqual(expected(all));
  });

  it('finds every hash of the model and no other', () => {
    const sums = weigh();
    expect(new Set([...HASHES].map((hash) => sums.find(hash))).size).toBe(HASHES.length);
    expect(sums.find(HASHES[3]! ^ 0x40000000)).toBe(-1);
  });
});
