import { expect, it } from 'vitest';
import { applyLogistic, type Cases, fitLogistic } from './regression.ts';

function makeCases(rows: readonly (readonly number[])[], outcomes: readonly number[]): Cases {
  return {
    rows: Float64Array.from(rows.flat()),
    width: rows[0]!.length,
    outcomes: Uint8Array.from(outcomes),
  };
}

it('finds the share of yes where nothing else is known', () => {
  const rows = Array.from({ length: 10 }, () => [1]);
  const cases = makeCases(
    rows,
    rows.map((_, i) => (i < 3 ? 1 : 0)),
  );
  expect(applyLogistic(fitLogistic(cases), [1])).toBeCloseTo(0.3, 5);
  expect(applyLogistic(fitLogistic({ ...cases, weight: 0.1 }), [1])).toBeCloseTo(0.3, 4);
});

it('tells two groups apart, and is drawn to the middle by a ridge', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [1, i % 2]);
  // One in four of the first group, three in four of the second.
  const cases = makeCases(
    rows,
    rows.map(([, group], i) => ((i >> 1) % 4 === 0 ? 1 - group! : group!)),
  );
  const free = fitLogistic(cases, { ridge: 1e-9 });
  expect(applyLogistic(free, [1, 1])).toBeCloseTo(0.75, 4);
  expect(applyLogistic(free, [1, 0])).toBeCloseTo(0.25, 4);
  const drawn = fitLogistic(cases, { ridge: 50 });
  expect(applyLogistic(drawn, [1, 1])).toBeLessThan(0.65);
  expect(applyLogistic(drawn, [1, 1])).toBeGreaterThan(0.5);
  // Cases that count for less are drawn further, and towards what is given.
  expect(fitLogistic({ ...cases, weight: 0.1 }, { ridge: 50 })[1]).toBeLessThan(drawn[1]!);
  expect(fitLogistic({ ...cases, weight: 1e-6 }, { ridge: 50, center: [0, 3] })[1]).toBeCloseTo(3, 4);
});

it('reads a row where it begins', () => {
  expect(applyLogistic([0, 1], [1, 5, 1, -5], 2)).toBeCloseTo(applyLogistic([0, 1], [1, -5]), 12);
});

it('stays finite where the groups are told apart perfectly or a column says nothing', () => {
  const rows = Array.from({ length: 20 }, (_, i) => [1, i < 10 ? 0 : 1, 0]);
  const weights = fitLogistic(
    makeCases(
      rows,
      rows.map(([, group]) => group!),
    ),
  );
  expect(weights.every(Number.isFinite)).toBe(true);
  expect(weights[2]).toBe(0);
});
