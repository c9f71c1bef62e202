import { expect, it } from 'vitest';
import { countBefore } from '../../stats/ascending.ts';
import { type ChanceRequest, countStretches, estimateChance, estimateRate } from './chance.ts';

const base: ChanceRequest = {
  days: [],
  observed: [{ from: 0, to: 400 }],
  start: 400,
  horizon: 10,
  halfLife: 1e9,
  prior: { incidents: 1, days: 100 },
};

it('counts stretches that saw something', () => {
  // Of 391 stretches of 10 days in 400, those that begin on days 191 to 200 hold day 200. Nine more are not over, of which
  // 1 to 9 days are seen.
  const { hits, misses } = countStretches({ ...base, days: [200], prior: { incidents: 1e-9, days: 1e-6 } });
  expect(hits).toBeCloseTo(1, 3);
  expect(hits + misses).toBeCloseTo(39.1 + 0.45, 3);
});

it('takes many on one day, or within days, for little more than one', () => {
  const one = estimateChance({ ...base, days: [200] }).p;
  expect(estimateChance({ ...base, days: [200, 200, 200] }).p).toBe(one);
  expect(estimateChance({ ...base, days: [199, 200, 201] }).p).toBeLessThan(one * 1.2);
  expect(estimateChance({ ...base, days: [100, 200, 300] }).p).toBeGreaterThan(one * 2);
});

it('falls back on what was assumed where nobody was looking', () => {
  const expected = 1 - Math.exp(-10 / 100);
  expect(estimateChance({ ...base, observed: [] }).p).toBeCloseTo(expected, 9);
  expect(estimateChance({ ...base, observed: [{ from: 500, to: 600 }] }).p).toBeCloseTo(expected, 9);
  const { low, high } = estimateChance({ ...base, observed: [] });
  expect(low).toBeLessThan(0.05);
  expect(high).toBeGreaterThan(0.15);
});

it('counts newer days more, and nothing from the day asked about on', () => {
  const aging = { ...base, halfLife: 50 };
  expect(estimateChance({ ...aging, days: [390] }).p).toBeGreaterThan(
    1.5 * estimateChance({ ...aging, days: [200] }).p,
  );
  expect(estimateChance({ ...aging, days: [390, 400, 401] })).toEqual(
    estimateChance({ ...aging, days: [390] }),
  );
});

it('counts what happened yesterday in full, though its stretch is not over', () => {
  const quiet = estimateChance(base).p;
  expect(estimateChance({ ...base, days: [399] }).p - quiet).toBeCloseTo(
    estimateChance({ ...base, days: [200] }).p - quiet,
    1,
  );
  const { hits } = countStretches({ ...base, days: [399], prior: { incidents: 1e-9, days: 1e-6 } });
  expect(hits).toBeCloseTo(1, 6);
});

it('looks at each time of observation by itself, and at less than one stretch as what it is', () => {
  const apart = {
    ...base,
    observed: [
      { from: 0, to: 100 },
      { from: 300, to: 400 },
    ],
  };
  const { hits, misses } = countStretches({ ...apart, days: [50] });
  expect(hits + misses).toBeCloseTo(10 + 2 * 9.55, 4);
  const short = { ...base, observed: [{ from: 396, to: 400 }] };
  expect(estimateChance({ ...short, days: [398] }).p).toBeGreaterThan(estimateChance(short).p);
  // Four stretches, of which 1 to 4 of 10 days are seen.
  expect(countStretches(short).hits + countStretches(short).misses).toBeCloseTo(10 + 0.1, 6);
});

it('narrows its interval with what it has seen', () => {
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  const days = Array.from({ length: 10 }, (_, i) => i * 40);
  const long = estimateChance({ ...base, days });
  const brief = estimateChance({ ...base, days: [370], observed: [{ from: 360, to: 400 }] });
  expect(width(long)).toBeLessThan(width(brief));
  expect(long.low).toBeLessThan(long.p);
  expect(long.high).toBeGreaterThan(long.p);
});

it('gives a rate a day', () => {
  expect(estimateRate({ ...base, days: [1, 2, 3, 3] })).toBeCloseTo(5 / 500, 6);
  // All weight within the last days: two yesterday.
  expect(
    estimateRate({ ...base, days: [399, 399], halfLife: 1, prior: { incidents: 1e-9, days: 1e-9 } }),
  ).toBeCloseTo(1, 6);
});

it('finds a place among days', () => {
  expect([0, 1, 2, 3, 4].map((day) => countBefore([1, 1, 3], day))).toEqual([0, 0, 2, 2, 3]);
});
