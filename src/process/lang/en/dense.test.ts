import { describe, expect, it } from 'vitest';
import { addProduct, addProducts, addTo } from './dense.ts';

describe('addProduct', () => {
  it('adds the product of a matrix within a larger array to a part of another', () => {
    const matrix = Float32Array.of(9, 1, 2, 3, 4, 5, 6, 7, 8);
    const y = Float32Array.of(0, 10, 10, 10, 10);
    addProduct(matrix, 1, Float32Array.of(0, 1, -1), 1, y, 1, 4, 2);
    expect([...y]).toEqual([0, 9, 9, 9, 9]);
  });
});

describe('addProducts', () => {
  it.each([0, 1, 2, 3, 5])('does for %d vectors what addProduct does for one', (count) => {
    const matrix = Float32Array.from({ length: 8 * 3 }, (_, k) => k - 7);
    const x = Float32Array.from({ length: 2 + 5 * 3 }, (_, k) => k % 4);
    const together = new Float32Array(1 + 5 * 8).fill(1);
    const alone = together.slice();
    addProducts(matrix, x, 2, together, 1, { rows: 8, columns: 3, count });
    for (let i = 0; i < count; i++) addProduct(matrix, 0, x, 2 + i * 3, alone, 1 + i * 8, 8, 3);
    expect([...together]).toEqual([...alone]);
  });
});

describe('addTo', () => {
  it('adds a part of one array to a part of another', () => {
    const y = Float32Array.of(1, 1, 1);
    addTo(y, 1, Float32Array.of(5, 6, 7), 0, 2);
    expect([...y]).toEqual([1, 6, 7]);
  });
});
