import { expect, test } from 'vitest';
import { findCommon, formatCount, makeCountKey, readBounds } from './counts.ts';

test('bounds of a count', () => {
  expect(readBounds({ value: 8, bound: 'atLeast' })).toEqual([8, Number.POSITIVE_INFINITY]);
  expect(readBounds({ value: 8, bound: 'atMost' })).toEqual([0, 8]);
  expect(readBounds({ value: 11, bound: 'atLeast', to: 16 })).toEqual([11, 16]);
  expect(readBounds({ value: 20, bound: 'about' })).toEqual([17, 23]);
});

test('counts that can hold together, and some that cannot', () => {
  expect(
    findCommon([
      { value: 8, bound: 'atLeast' },
      { value: 21, bound: 'exactly' },
    ]),
  ).toEqual([21, 21]);
  expect(
    findCommon([
      { value: 30, bound: 'about' },
      { value: 28, bound: 'exactly' },
    ]),
  ).toEqual([28, 28]);
  expect(
    findCommon([
      { value: 30, bound: 'about' },
      { value: 11, bound: 'atLeast', to: 16 },
    ]),
  ).toBeUndefined();
  // Each two may hold, and all three not.
  expect(
    findCommon([
      { value: 5, bound: 'atLeast' },
      { value: 9, bound: 'atMost' },
      { value: 3, bound: 'exactly' },
    ]),
  ).toBeUndefined();
});

test('a range is another value than its lower end', () => {
  expect(makeCountKey({ value: 11, bound: 'atLeast', to: 16 })).not.toBe(
    makeCountKey({ value: 11, bound: 'atLeast' }),
  );
  expect(formatCount({ value: 11, bound: 'atLeast', to: 16 })).toBe('11 to 16');
  expect(formatCount({ value: 11, bound: 'atLeast' })).toBe('at least 11');
});
