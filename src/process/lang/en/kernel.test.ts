import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain script without types
import { assembleKernel } from '../../../../scripts/make-kernel.mjs';
import { type Arithmetic, PLAIN } from './arithmetic.ts';
import { makeKernel } from './kernel.ts';
import { KERNEL } from './kernel-bytes.ts';

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

describe('the committed bytes', () => {
  it('are what the text gives', async () => {
    expect(Buffer.from(KERNEL, 'base64').equals(await assembleKernel())).toBe(true);
  });

  it('are small', () => {
    expect(KERNEL.length).toBeLessThan(10_000);
    expect(readFileSync(new URL('kernel.wat', import.meta.url), 'utf8')).toContain('addProducts');
  });
});

describe('makeKernel', () => {
  it.each([
    [4, 4, 1],
    [8, 8, 1],
    [12, 100, 1],
    [104, 96, 1],
    [64, 164, 2],
    [64, 64, 7],
    [768, 64, 31],
  ])('multiplies %d rows of %d columns by %d vectors as plain code does', (rows, columns, count) => {
    const run = (arithmetic: Arithmetic) => {
      const w = arithmetic.keep(numbers(rows * columns, 1));
      const x = floats(arithmetic, numbers(columns * (count + 1), 2));
      const y = floats(arithmetic, numbers(rows * (count + 2), 3));
      arithmetic.addProducts(w, x, columns, y, rows, { rows, columns, count });
      return y;
    };
    const plain = run(PLAIN);
    expect(greatestGap(run(makeKernel(200_000)), plain)).toBeLessThan(2e-5);
    // What lies before and behind is left alone.
    expect([...plain.subarray(0, rows)]).toEqual([...numbers(rows, 3)]);
    expect([...plain.subarray((count + 1) * rows)]).toEqual([
      ...numbers(rows * (count + 2), 3).subarray((count + 1) * rows),
    ]);
    expect(plain[rows]).not.toBe(numbers(rows + 1, 3)[rows]);
  });

  it.each([
    [4, 8, 1],
    [100, 128, 1],
    [96, 96, 2],
    [1024, 96, 31],
  ])('multiplies %d rows of %d columns that were whole numbers by %d vectors', (rows, columns, count) => {
    const codes = Int8Array.from(numbers(rows * columns, 1), (value) => Math.round(127 * value));
    const scales = Float32Array.from({ length: rows }, (_, r) => (1 + (r % 7)) / 1000);
    const matrix = Float32Array.from(codes, (code, k) => code * scales[Math.floor(k / columns)]!);
    const run = (arithmetic: Arithmetic) => {
      const w = arithmetic.keepMatrix(matrix, { codes, scales });
      const x = floats(arithmetic, numbers(columns * (count + 1), 2));
      // A vector of noughts, and one of great numbers beside small ones.
      if (count > 2) x.fill(0, columns, 2 * columns);
      x[columns * count] = 1000;
      const y = floats(arithmetic, numbers(rows * (count + 2), 3));
      arithmetic.addProducts(w, x, columns, y, rows, { rows, columns, count });
      return y;
    };
    const [coded, plain] = [run(makeKernel(500_000)), run(PLAIN)];
    // At most half a step for every weight: 1 / 32,767 of the greatest number of the vector, a thousand in the last one.
    expect(greatestGap(coded.subarray(0, count * rows), plain.subarray(0, count * rows))).toBeLessThan(7e-4);
    expect(greatestGap(coded, plain)).toBeLessThan(0.7);
    expect([...coded.subarray((count + 1) * rows)]).toEqual([...plain.subarray((count + 1) * rows)]);
  });

  it.each([4, 16, 36, 96])('adds rows of %d numbers, and cuts off below nought', (width) => {
    const run = (arithmetic: Arithmetic) => {
      const starts = arithmetic.keepInts(3);
      starts.set([2 * width, 0, 2 * width]);
      const y = floats(arithmetic, numbers(width, 3));
      arithmetic.addRows(y, floats(arithmetic, numbers(4 * width, 1)), starts);
      const sums = y.slice();
      arithmetic.addTo(y, floats(arithmetic, numbers(width, 7)));
      arithmetic.cutNegatives(y);
      return Float32Array.of(...sums, ...y);
    };
    expect(greatestGap(run(makeKernel(10_000)), run(PLAIN))).toBeLessThan(1e-6);
    expect(Math.min(...run(makeKernel(10_000)).subarray(width))).toBe(0);
  });

  it('squashes to between nought and one as plain code does', () => {
    const values = Float32Array.of(0, -0, 1, -1, 5.5, -5.5, 20, -20, 90, -90, 1e30, -1e30, 0.001, -40, 3, 12);
    const run = (arithmetic: Arithmetic) => {
      const y = floats(arithmetic, values);
      arithmetic.squash(y);
      return y;
    };
    expect(greatestGap(run(makeKernel(10_000)), run(PLAIN))).toBeLessThan(2e-7);
    expect([...run(makeKernel(10_000)).subarray(0, 1)]).toEqual([0.5]);
  });

  it('does in plain code what does not fit its memory or comes not by fours', () => {
    const kernel = makeKernel(16_384);
    const matrix = kernel.keep(numbers(4 * 3, 1));
    const y = kernel.floats(4);
    kernel.addProducts(matrix, floats(kernel, numbers(3, 2)), 0, y, 0, { rows: 4, columns: 3, count: 1 });
    const plain = new Float32Array(4);
    PLAIN.addProducts(numbers(12, 1), numbers(3, 2), 0, plain, 0, { rows: 4, columns: 3, count: 1 });
    expect([...y]).toEqual([...plain]);
    const large = kernel.floats(20_000);
    expect(large.buffer).not.toBe(y.buffer);
    kernel.addTo(large, large);
    kernel.cutNegatives(Float32Array.of(-1));
    kernel.addProducts(matrix, large, 0, large, 0, { rows: 4, columns: 3, count: 0 });
    expect(large.every((value) => value === 0)).toBe(true);
  });

  it('gives the room of a sentence to the next, cleared, and leaves the weights where they are', () => {
    const kernel = makeKernel(16_384);
    const weights = kernel.keep(Float32Array.of(1, 2, 3, 4));
    for (let sentence = 0; sentence < 1000; sentence++) {
      kernel.reset();
      const values = kernel.floats(8_000);
      expect(values.buffer).toBe(weights.buffer);
      if (values[7_999] !== 0) throw new Error('not cleared');
      values.fill(9);
    }
    expect([...weights]).toEqual([1, 2, 3, 4]);
  });
});
