import { expect, it } from 'vitest';
import { applyLogistic, fitLogistic } from './regression.ts';

it('finds the share of yes where nothing else is known', () => {
  const rows = Array.from({ length: 10 }, () => [1]);
  const outcomes = rows.map((_, i): 0 | 1 => (i < 3 ? 1 : 0));
  expect(applyLogistic(fitLogistic({ rows, outcomes }), [1])).toBeCloseTo(0.3, 5);
});

it('tells two groups apart, and is drawn to the middle by a ridge', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [1, i % 2]);
  // One in four of the first group, three in four of the second.
  const outcomes = rows.map(([, group], i): 0 | 1 => ((i >> 1) % 4 === 0 ? 1 - group! : group!) as 0 | 1);
  const free = fitLogistic({ rows, outcomes }, { ridge: 1e-9 });
  expect(applyLogistic(free, [1, 1])).toBeCloseTo(0.75, 4);
  expect(applyLogistic(free, [1, 0])).toBeCloseTo(0.25, 4);
  const drawn = fitLogistic({ rows, outcomes }, { ridge: 50 });
  expect(applyLogistic(drawn, [1, 1])).toBeLessThan(0.65);
  expect(applyLogistic(drawn, [1, 1])).toBeGreaterThan(0.5);
});

it('stays finite where the groups are told apart perfectly or a column says nothing', () => {
  const rows = Array.from({ length: 20 }, (_, i) => [1, i < 10 ? 0 : 1, 0]);
  const outcomes = rows.map(([, group]): 0 | 1 => group as 0 | 1);
  const weights = fitLogistic({ rows, outcomes });
  expect(weights.every(Number.isFinite)).toBe(true);
  expect(weights[2]).toBe(0);
});
