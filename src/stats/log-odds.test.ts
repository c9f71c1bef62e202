import { expect, it } from 'vitest';
import { fromLogOdds, toLogOdds } from './log-odds.ts';

it('turns probabilities into log-odds and back', () => {
  expect(fromLogOdds(toLogOdds(0.37))).toBeCloseTo(0.37, 12);
  expect(fromLogOdds(toLogOdds(0.2) + Math.log(4))).toBeCloseTo(0.5, 12);
  expect(Number.isFinite(toLogOdds(0))).toBe(true);
  expect(Number.isFinite(toLogOdds(1))).toBe(true);
});
