import { expect, it } from 'vitest';
import { findBetaQuantile, integrateBeta } from './beta.ts';

it('agrees with what can be worked out by hand', () => {
  expect(integrateBeta({ hits: 1, misses: 1 }, 0.3)).toBeCloseTo(0.3, 10);
  // Beta(2, 1) has the distribution x².
  expect(integrateBeta({ hits: 2, misses: 1 }, 0.5)).toBeCloseTo(0.25, 10);
  // Beta(½, ½) is the arcsine distribution.
  expect(integrateBeta({ hits: 0.5, misses: 0.5 }, 0.25)).toBeCloseTo((2 / Math.PI) * Math.asin(0.5), 9);
  // Beta(3, 5) at 0.4: P(at least 3 of 7) with p = 0.4.
  expect(integrateBeta({ hits: 3, misses: 5 }, 0.4)).toBeCloseTo(0.580096, 6);
});

it('finds quantiles that integrate back', () => {
  for (const shape of [
    { hits: 0.05, misses: 3 },
    { hits: 4.2, misses: 30 },
    { hits: 400, misses: 20 },
  ]) {
    const x = findBetaQuantile(shape, 0.9);
    expect(integrateBeta(shape, x)).toBeCloseTo(0.9, 6);
  }
  expect(findBetaQuantile({ hits: 2, misses: 1 }, 0.25)).toBeCloseTo(0.5, 9);
});

it('is mirrored by exchanging hits and misses', () => {
  const a = findBetaQuantile({ hits: 3, misses: 8 }, 0.1);
  const b = findBetaQuantile({ hits: 8, misses: 3 }, 0.9);
  expect(a + b).toBeCloseTo(1, 9);
});
