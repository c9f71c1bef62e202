import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain script without types
import { assembleKernel } from '../../../../scripts/make-kernel.mjs';
import { addProducts, addTo, cutNegatives, squash } from './dense.ts';
import { KERNEL } from './kernel-bytes.ts';
import { type Kernel, listBytes, makeRoom, putMatrix, type Room } from './machine.ts';

/** Numbers between -1 and 1 that look random and are the same every time. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, k) => Math.sin(12.9898 * (k + 1) + seed));
}

function greatestGap(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((gap, value, k) => Math.max(gap, Math.abs(value - b[k]!)), 0);
}

/** What lies at an address after something was done in a kernel. */
function run(
  room: Room,
  { at, length }: { readonly at: number; readonly length: number },
  work: (kernel: Kernel, memory: ArrayBuffer) => void,
): Float32Array {
  const { kernel, memory } = room.start();
  work(kernel, memory);
  return new Float32Array(memory, at, length).slice();
}

describe('the committed bytes', () => {
  it('are what the text gives', async () => {
    expect(Buffer.from(KERNEL, 'base64').equals(await assembleKernel())).toBe(true);
  });

  it('are small', () => {
    expect(KERNEL.length).toBeLessThan(10_000);
    expect(readFileSync(new URL('kernel.wat', import.meta.url), 'utf8')).toContain('products');
  });
});

describe('product', () => {
  it.each([
    [4, 8],
    [8, 8],
    [12, 100],
    [288, 132],
    [104, 96],
  ])('multiplies %d rows of %d columns by a vector as plain code does', (rows, columns) => {
    const room = makeRoom();
    const w = room.put(numbers(rows * columns, 1));
    const x = room.put(numbers(columns, 2));
    const y = room.take(4 * rows);
    const own = run(room, { at: y, length: rows }, (kernel) =>
      kernel.product(w, 4 * columns, x, y, rows, columns),
    );
    const plain = new Float32Array(rows);
    addProducts(numbers(rows * columns, 1), numbers(columns, 2), 0, plain, 0, { rows, columns, count: 1 });
    expect(greatestGap(own, plain)).toBeLessThan(2e-5);
  });

  it('leaves the last columns out when told so', () => {
    const room = makeRoom();
    const w = room.put(numbers(4 * 20, 1));
    const x = room.put(numbers(20, 2).fill(0, 12));
    const [whole, part] = [room.take(16), room.take(16)];
    const sums = run(room, { at: whole, length: 8 }, (kernel) => {
      kernel.product(w, 80, x, whole, 4, 20);
      kernel.product(w, 80, x, part, 4, 12);
    });
    expect([...sums.subarray(0, 4)]).toEqual([...sums.subarray(4)]);
  });
});

describe('products', () => {
  it.each([
    [4, 8, 1],
    [100, 128, 1],
    [96, 96, 2],
    [52, 16, 3],
    [1024, 96, 31],
  ])('multiplies %d rows of %d columns of whole numbers by %d vectors', (rows, columns, count) => {
    const codes = Int8Array.from(numbers(rows * columns, 1), (value) => Math.round(127 * value));
    const scales = Float32Array.from({ length: rows }, (_, r) => (1 + (r % 7)) / 1000);
    const matrix = Float32Array.from(codes, (code, k) => code * scales[Math.floor(k / columns)]!);
    const vectors = numbers(columns * count, 2);
    // A vector of noughts, and one of great numbers beside small ones.
    if (count > 2) vectors.fill(0, columns, 2 * columns);
    vectors[columns * (count - 1)] = 1000;
    const first = numbers(rows * (count + 2), 3);
    const room = makeRoom();
    const { w, scales: scalesAt } = putMatrix(room, { codes, scales });
    const x = room.put(vectors);
    const coded = room.take(2 * vectors.length);
    const units = room.take(4 * count);
    const bias = room.put(numbers(rows, 4));
    const [y, z] = [room.put(first), room.take(4 * first.length)];
    const multiply = (kernel: Kernel): void => {
      const at = y + 4 * rows;
      kernel.code(x, coded, units, columns, count);
      kernel.products(w, scalesAt, coded, units, at, 4 * rows, at, 4 * rows, rows, columns, count);
      // Again, from the same numbers for all vectors, and with a gap between the sums.
      if (count > 1) kernel.products(w, scalesAt, coded, units, bias, 0, z, 8 * rows, rows, columns, 2);
    };
    const own = run(room, { at: y, length: 2 * first.length }, multiply);
    const plain = first.slice();
    addProducts(matrix, vectors, 0, plain, rows, { rows, columns, count });
    const sums = own.subarray(0, first.length);
    // At most half a step for every weight: 1 / 32,767 of the greatest number of the vector, a thousand in the last one.
    expect(greatestGap(sums.subarray(0, count * rows), plain.subarray(0, count * rows))).toBeLessThan(7e-4);
    expect(greatestGap(sums, plain)).toBeLessThan(0.7);
    // What lies before and behind is left alone.
    expect([...sums.subarray(0, rows)]).toEqual([...first.subarray(0, rows)]);
    expect([...sums.subarray((count + 1) * rows)]).toEqual([...first.subarray((count + 1) * rows)]);
    if (count === 1) return;
    const apart = own.subarray(first.length);
    expect(apart.subarray(rows, 2 * rows).every((value) => value === 0)).toBe(true);
    for (const [k, from] of [0, 2 * rows].entries()) {
      const alone = numbers(rows, 4);
      addProducts(matrix, vectors, k * columns, alone, 0, { rows, columns, count: 1 });
      expect(greatestGap(apart.subarray(from, from + rows), alone)).toBeLessThan(0.7);
    }
  });
});

describe('listProducts', () => {
  it.each([
    [4, 8],
    [52, 16],
    [96, 96],
  ])('does for %d rows of %d columns what products does, whatever is nought', (rows, columns) => {
    const codes = Int8Array.from(numbers(rows * columns, 1), (value) => Math.round(127 * value));
    const scales = Float32Array.from({ length: rows }, (_, r) => (1 + (r % 7)) / 1000);
    const vectors = [0, 1, 2, 3].map((k) =>
      numbers(columns, 2).map((value, c) => ((c >> 1) % 4 < k || c === 5 ? value : 0)),
    );
    for (const vector of vectors) {
      const room = makeRoom();
      const matrix = putMatrix(room, { codes, scales });
      const x = room.put(vector);
      const [coded, unit] = [room.take(2 * columns), room.take(4)];
      const list = room.take(listBytes(columns));
      const from = room.put(numbers(rows, 4));
      const [y, z] = [room.take(4 * rows), room.take(4 * rows)];
      const own = run(room, { at: y, length: 2 * rows }, (kernel) => {
        kernel.code(x, coded, unit, columns, 1);
        kernel.products(matrix.w, matrix.scales, coded, unit, from, 0, y, 0, rows, columns, 1);
        const end = kernel.listPairs(coded, list, columns);
        const pairs = new Set([...vector.keys()].filter((c) => vector[c] !== 0).map((c) => c >> 1));
        expect((end - list) / 8).toBe(pairs.size);
        kernel.listProducts(matrix.w, matrix.scales, list, end, unit, from, z, rows, columns);
      });
      expect([...own.subarray(rows)]).toEqual([...own.subarray(0, rows)]);
    }
  });
});

describe('sumRows and cutAndAdd', () => {
  it.each([16, 48, 128])('adds rows of %d numbers, and cuts off below nought', (width) => {
    const room = makeRoom();
    const rows = room.put(numbers(4 * width, 1));
    const first = room.put(numbers(width, 3));
    const list = room.take(4 * 6);
    const y = room.take(4 * 2 * width);
    const places = [2, 0, 2, 1, 3, 3];
    const own = run(room, { at: y, length: 2 * width }, (kernel, memory) => {
      new Int32Array(memory, list, 6).set(places.map((row) => rows + 4 * width * row));
      kernel.sumRows(list, 3, first, y, width, 2);
    });
    for (const vector of [0, 1]) {
      const sum = numbers(width, 3);
      for (const row of places.slice(3 * vector, 3 * vector + 3)) {
        addTo(sum, 0, numbers(4 * width, 1), row * width, width);
      }
      cutNegatives(sum);
      expect([...own.subarray(vector * width, (vector + 1) * width)]).toEqual([...sum]);
    }
  });

  it('cuts off first, then adds', () => {
    const room = makeRoom();
    const y = room.put(Float32Array.of(1, -1, 0, -5));
    const x = room.put(Float32Array.of(2, 2, -3, -4));
    const own = run(room, { at: y, length: 4 }, (kernel) => kernel.cutAndAdd(y, x, 4));
    expect([...own]).toEqual([3, 2, -3, -4]);
  });
});

describe('squash', () => {
  it('squashes to between nought and one as plain code does', () => {
    const values = Float32Array.of(0, -0, 1, -1, 5.5, -5.5, 20, -20, 90, -90, 1e30, -1e30, 0.001, -40, 3, 12);
    const room = makeRoom();
    const y = room.put(values);
    const own = run(room, { at: y, length: values.length }, (kernel) => kernel.squash(y, values.length));
    const plain = values.slice();
    squash(plain);
    expect(greatestGap(own, plain)).toBeLessThan(2e-7);
    expect(own[0]).toBe(0.5);
  });
});

describe('best', () => {
  it('finds the first of the greatest numbers', () => {
    for (const [values, place] of [
      [[-3, -2, -5, -2], 1],
      [[1, 2, 3, 4, 5, 6, 7, 8], 7],
      [[-Infinity, 0, 9, 1, 2, 9, 9, -1, 3, 9, 0, 0], 2],
    ] as const) {
      const room = makeRoom();
      const x = room.put(Float32Array.from(values));
      expect(room.start().kernel.best(x, values.length)).toBe(place);
    }
  });
});
