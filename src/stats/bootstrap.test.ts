import { describe, expect, test } from 'vitest';
import { bootstrapRatio } from './bootstrap.ts';
import { findWilsonInterval } from './interval.ts';

describe('the interval of a share', () => {
  // Worked with the formula of Wilson's paper, to three digits.
  test.each([
    [0, 10, 0, 0.278],
    [1, 10, 0.722, 1],
    [0.5, 10, 0.237, 0.763],
    [0.2, 100, 0.133, 0.289],
  ])('%d of %i trials', (share, trials, low, high) => {
    const found = findWilsonInterval(share, trials);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  test('of no trial is all', () => {
    expect(findWilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('the block bootstrap', () => {
  /** Ratios around 0.5 that vary by the same each time. */
  const blocks = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ top: 0.5 + (i % 2 === 0 ? 0.2 : -0.2), bottom: 1 }));

  test('narrows as the root of the number of stretches, around the ratio', () => {
    const few = bootstrapRatio(blocks(16))!;
    const many = bootstrapRatio(blocks(256))!;
    // The mean of n values that are 0.3 or 0.7 alike has a standard error of 0.2 / √n.
    expect((few.high - few.low) / 2).toBeCloseTo(1.96 * (0.2 / 4), 1);
    expect((many.high - many.low) / 2).toBeCloseTo(1.96 * (0.2 / 16), 2);
    expect((many.high + many.low) / 2).toBeCloseTo(0.5, 2);
  });

  test('is the same at every run', () => {
    expect(bootstrapRatio(blocks(20))).toEqual(bootstrapRatio(blocks(20)));
  });

  test('says nothing of few stretches, or of a sum of nothing', () => {
    expect(bootstrapRatio(blocks(4))).toBeUndefined();
    expect(bootstrapRatio(blocks(8).map(({ top }) => ({ top, bottom: 0 })))).toBeUndefined();
  });
});
