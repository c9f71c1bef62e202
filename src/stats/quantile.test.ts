import { expect, test } from 'vitest';
import { findQuantile } from './quantile.ts';

test.each([
  [[], 0.5, undefined],
  [[7], 0.95, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4], 0.95, 4],
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
])('%j at %f: %s', (values, share, expected) => {
  expect(findQuantile(values, share)).toBe(expected);
});
