import { expect, it } from 'vitest';
import { applyLogistic, type Cases, findDeviations, fitLogistic } from './regression.ts';

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

it("gets there from a bad start, where a full step of Newton's method leads further and further away", () => {
  const rows = Array.from({ length: 40 }, (_, i) => [1, i % 2]);
  const cases = makeCases(
    rows,
    rows.map(([, group], i) => ((i >> 1) % 4 === 0 ? 1 - group! : group!)),
  );
  const near = fitLogistic(cases);
  for (const start of [
    [10, 0],
    [-12, 25],
  ]) {
    const far = fitLogistic(cases, { start });
    for (const [j, weight] of far.entries()) expect(weight).toBeCloseTo(near[j]!, 6);
  }
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

it('takes each case for what it counts, and what is given beside the weights', () => {
  const rows = Float64Array.of(1, 0, 1, 0, 1, 1, 1, 1);
  const outcomes = Uint8Array.of(0, 1, 0, 1);
  const twice = { rows: Float64Array.of(...rows, 1, 1), width: 2, outcomes: Uint8Array.of(...outcomes, 1) };
  const weighted = { rows, width: 2, outcomes, weight: Float64Array.of(1, 1, 1, 2) };
  for (const [j, weight] of fitLogistic(twice).entries())
    expect(fitLogistic(weighted)[j]).toBeCloseTo(weight, 6);
  // What the offset tells already is not learned again.
  const offsets = new Float64Array(4).fill(2);
  const [before, after] = [
    fitLogistic({ rows, width: 2, outcomes }),
    fitLogistic({ rows, width: 2, outcomes, offsets }),
  ];
  expect(after[0]).toBeCloseTo(before[0]! - 2, 4);
  expect(after[1]).toBeCloseTo(before[1]!, 4);
});

it('draws each weight by its own ridge, and tells how sure it is', () => {
  const cases = { rows: Float64Array.of(1, 1, 1, 1), width: 2, outcomes: Uint8Array.of(1, 1) };
  const held = fitLogistic(cases, { ridge: [1e9, 1e9], center: [0.3, -0.7] });
  expect(held[0]).toBeCloseTo(0.3, 6);
  expect(held[1]).toBeCloseTo(-0.7, 6);
  expect(findDeviations(cases, held, { ridge: [1e9, 1e9] })[1]).toBeCloseTo(1e9 ** -0.5, 9);
  // One weight, so many cases at even odds: the information is n / 4, and the prior adds its own.
  const even = {
    rows: new Float64Array(400).fill(1),
    width: 1,
    outcomes: Uint8Array.from({ length: 400 }, (_, i) => i % 2),
  };
  expect(findDeviations(even, Float64Array.of(0), { ridge: [44] })[0]).toBeCloseTo(1 / 12, 6);
});
