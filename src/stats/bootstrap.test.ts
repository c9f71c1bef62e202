import { describe, expect, test } from 'vitest';
import { bootstrapRatio } from './bootstrap.ts';
import { findWilsonInterval } from './interval.ts';
import { makeRandom } from './random.ts';

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
  /** Values around 0.5 with a deviation of 0.2, each so much like the one before. */
  function walk(count: number, { like, seed }: { readonly like: number; readonly seed: number }) {
    const random = makeRandom(seed);
    // Twelve even numbers in place of the normal curve.
    const draw = () => Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, 0) - 6;
    let value = draw();
    return Array.from({ length: count }, () => {
      value = like * value + Math.sqrt(1 - like * like) * draw();
      return { top: 0.5 + 0.2 * value, bottom: 1 };
    });
  }
  /** Share of 400 walks whose interval holds the mean that they were made with. */
  const findCoverage = (count: number, like: number) => {
    const held = Array.from({ length: 400 }, (_, seed) => bootstrapRatio(walk(count, { like, seed }))!);
    return held.filter(({ low, high }) => low <= 0.5 && high >= 0.5).length / held.length;
  };

  test('holds what it should in about 95 of 100, few stretches or many', () => {
    expect(findCoverage(8, 0)).toBeGreaterThan(0.92);
    expect(findCoverage(48, 0)).toBeGreaterThan(0.92);
    expect(findCoverage(48, 0)).toBeLessThan(0.98);
  });

  test('and nearly that where neighbouring stretches depend on each other', () => {
    // A stretch for a block, and no more, holds it in 79 of 100.
    expect(findCoverage(48, 0.4)).toBeGreaterThan(0.88);
  });

  test('narrows as the root of the number of stretches, around the ratio', () => {
    const widths = [27, 432].map((count) =>
      Array.from({ length: 40 }, (_, seed) => bootstrapRatio(walk(count, { like: 0, seed }))!).reduce(
        (whole, { low, high }) => whole + high - low,
        0,
      ),
    );
    expect(widths[0]! / widths[1]!).toBeGreaterThan(3);
    expect(widths[0]! / widths[1]!).toBeLessThan(6.5);
  });

  test('takes errors for what they are: never below none', () => {
    const rare = Array.from({ length: 12 }, (_, i) => ({ top: i === 3 ? 1 : 0.01, bottom: 0.5 }));
    expect(bootstrapRatio(rare)!.low).toBeGreaterThanOrEqual(0);
  });

  test('is the same at every run', () => {
    const stretches = walk(20, { like: 0, seed: 1 });
    expect(bootstrapRatio(stretches)).toEqual(bootstrapRatio(stretches));
  });

  test('says nothing of few stretches, or of a sum of nothing', () => {
    const stretches = walk(8, { like: 0, seed: 1 });
    expect(bootstrapRatio(stretches.slice(4))).toBeUndefined();
    expect(bootstrapRatio(stretches.map(({ top }) => ({ top, bottom: 0 })))).toBeUndefined();
  });
});
