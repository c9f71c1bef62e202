import { expect, test } from 'vitest';
import { findLimit } from './limits.ts';

test.each([
  [undefined, 50],
  [Number.NaN, 50],
  [7.9, 7],
  [0, 1],
  [-3, 1],
  [501, 500],
  [Number.POSITIVE_INFINITY, 500],
])('%s rows', (limit, expected) => expect(findLimit(limit)).toBe(expected));

test('as many as there are, where there is no most', () => {
  expect(findLimit(10_000, Number.POSITIVE_INFINITY)).toBe(10_000);
});
