import { describe, expect, it } from 'vitest';
import { type Arithmetic, PLAIN } from './arithmetic.ts';
import { makeKernel } from './kernel.ts';

/** Numbers between -1 and 1 that look random and are the same every time. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, k) => Math.sin(12.9898 * (k + 1) + seed));
}

/** The same array in the memory of either way. */
function floats(arithmetic: Arithmetic, values: Float32Array): Float32Array {
  const copy = arithmetic.floats(values.length);
  copy.set(values);
  return copy;
}

function greatestGap(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((gap, value, k) => Math.max(gap, Math.abs(value - b[k]!)), 0);
}

describe('makeKernel', () => {
  it.each([4, 16, 36, 96])('adds rows of %d numbers', (width) => {
    const run = (arithmetic: Arithmetic) => {
      const starts = arithmetic.keepInts(3);
      starts.set([2 * width, 0, 2 * width]);
      const y = floats(arithmetic, numbers(width, 3));
      arithmetic.addRows(y, floats(arithmetic, numbers(4 * width, 1)), starts);
      const sums = y.slice();
      arithmetic.addRows(y, floats(arithmetic, numbers(width, 7)), starts, 0);
      expect(y).toEqual(sums);
      return sums;
    };
    expect(greatestGap(run(makeKernel(10_000)), run(PLAIN))).toBeLessThan(1e-6);
  });

  it('does in plain code what does not fit its memory or comes not by fours', () => {
    const kernel = makeKernel(16_384);
    const table = kernel.keep(numbers(4 * 3, 1));
    const starts = kernel.keepInts(2);
    starts.set([9, 3]);
    const y = kernel.floats(3);
    kernel.addRows(y, table, starts);
    const plain = new Float32Array(3);
    PLAIN.addRows(plain, numbers(12, 1), Int32Array.of(9, 3));
    expect([...y]).toEqual([...plain]);
    const large = kernel.floats(20_000);
    expect(large.buffer).not.toBe(y.buffer);
    kernel.addRows(large, large, Int32Array.of(0));
    kernel.addRows(kernel.floats(4), large, starts);
    expect(large.every((value) => value === 0)).toBe(true);
  });

  it('has an array of noughts for every asking, and leaves what it keeps where it is', () => {
    const kernel = makeKernel(16_384);
    const weights = kernel.keep(Float32Array.of(1, 2, 3, 4));
    const values = kernel.floats(8_000);
    expect(values.buffer).toBe(weights.buffer);
    expect(values.every((value) => value === 0)).toBe(true);
    values.fill(9);
    expect([...weights]).toEqual([1, 2, 3, 4]);
  });
});
