import { expect, test } from 'vitest';
import { binForecasts, type Judged, scoreBrier, scoreCalibration, scoreSkill } from './scores.ts';

/** Ten forecasts, worked by hand below. */
const FORECASTS: readonly Judged[] = [
  [0.05, false],
  [0.05, false],
  [0.1, false],
  [0.15, true],
  [0.3, false],
  [0.35, true],
  [0.7, true],
  [0.75, false],
  [0.95, true],
  [1, true],
].map(([p, isYes]) => ({ p: p as number, isYes: isYes as boolean }));

test('the Brier score is the mean squared error', () => {
  // 0.0025 + 0.0025 + 0.01 + 0.7225 + 0.09 + 0.4225 + 0.09 + 0.5625 + 0.0025 + 0 = 1.905
  expect(scoreBrier(FORECASTS)).toBeCloseTo(0.1905, 12);
  expect(scoreBrier([{ p: 1, isYes: true }])).toBe(0);
  expect(scoreBrier([{ p: 1, isYes: false }])).toBe(1);
  expect(scoreBrier([])).toBeUndefined();
});

test('skill is the share of the reference’s error that is saved', () => {
  expect(scoreSkill(0.1905, 0.25)).toBeCloseTo(0.238, 12);
  expect(scoreSkill(0.3, 0.25)).toBeCloseTo(-0.2, 12);
  expect(scoreSkill(0.1, 0)).toBeUndefined();
  expect(scoreSkill(undefined, 0.2)).toBeUndefined();
});

test('bins hold what begins in them; 1 belongs to the last, and empty ones are left out', () => {
  const bins = binForecasts(FORECASTS);
  expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
    [0, 0.1, 2],
    [0.1, 0.2, 2],
    [0.3, 0.4, 2],
    [0.7, 0.8, 2],
    [0.9, 1, 2],
  ]);
  expect(bins.map(({ mean }) => Number(mean.toFixed(12)))).toEqual([0.05, 0.125, 0.325, 0.725, 0.975]);
  expect(bins.map(({ frequency }) => frequency)).toEqual([0, 0.5, 0.5, 0.5, 1]);
});

test('every tenth begins its own bin, whatever binary fractions make of it', () => {
  const tenths = Array.from({ length: 10 }, (_, k) => ({ p: k / 10, isYes: false }));
  expect(binForecasts(tenths).map(({ from, count }) => [from, count])).toEqual(tenths.map(({ p }) => [p, 1]));
});

test('the calibration error weighs each bin by its forecasts', () => {
  // (0.05 + 0.375 + 0.175 + 0.225 + 0.025) * 2 / 10
  expect(scoreCalibration(binForecasts(FORECASTS))).toBeCloseTo(0.17, 12);
  expect(scoreCalibration([])).toBeUndefined();
});
