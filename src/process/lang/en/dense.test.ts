import { describe, expect, it } from 'vitest';
import { addProduct, addTo } from './dense.ts';

describe('addProduct', () => {
  it('adds the product of a matrix within a larger array to a part of another', () => {
    const matrix = Float32Array.of(9, 1, 2, 3, 4, 5, 6, 7, 8);
    const y = Float32Array.of(0, 10, 10, 10, 10);
    addProduct(matrix, 1, Float32Array.of(0, 1, -1), 1, y, 1, 4, 2);
    expect([...y]).toEqual([0, 9, 9, 9, 9]);
  });
});

describe('addTo', () => {
  it('adds a part of one array to a part of another', () => {
    const y = Float32Array.of(1, 1, 1);
    addTo(y, 1, Float32Array.of(5, 6, 7), 0, 2);
    expect([...y]).toEqual([1, 6, 7]);
  });
});
