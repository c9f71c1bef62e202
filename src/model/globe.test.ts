import { expect, test } from 'vitest';
import { findPointAt, isInRing, measureDistance, measureToRing, unrollRing } from './globe.ts';

const at = (lat: number, lon: number) => ({ lat, lon });
const SQUARE = [at(10, 10), at(10, 20), at(20, 20), at(20, 10)];
/** Across the date line, from 170 east to 170 west. */
const PACIFIC = [at(-10, 170), at(-10, -170), at(10, -170), at(10, 170)];
const ARCTIC = [at(70, 0), at(70, 90), at(70, 180), at(70, -90)];

test('distances go the shorter way round', () => {
  expect(measureDistance(at(0, 0), at(0, 1))).toBeCloseTo(111.2, 1);
  expect(measureDistance(at(0, 179.5), at(0, -179.5))).toBeCloseTo(111.2, 1);
  expect(measureDistance(at(90, 10), at(90, -120))).toBeCloseTo(0, 6);
  expect(measureDistance(at(89, 0), at(89, 180))).toBeCloseTo(222.4, 1);
});

test('a ring holds what lies in it', () => {
  expect(isInRing(at(15, 15), SQUARE)).toBe(true);
  expect(isInRing(at(15, 25), SQUARE)).toBe(false);
  expect(isInRing(at(25, 15), SQUARE)).toBe(false);
  expect(isInRing(at(15, 15), SQUARE.toReversed())).toBe(true);
});

test('a ring across the date line holds both of its sides and nothing of the other half of the globe', () => {
  for (const lon of [175, 180, -180, -175]) expect(isInRing(at(0, lon), PACIFIC)).toBe(true);
  for (const lon of [165, -165, 0, 90]) expect(isInRing(at(0, lon), PACIFIC)).toBe(false);
});

test('a ring round a pole holds it', () => {
  expect(unrollRing(ARCTIC)).toHaveLength(7);
  for (const point of [at(90, 0), at(80, 45), at(71, -170)]) expect(isInRing(point, ARCTIC)).toBe(true);
  for (const point of [at(60, 45), at(-90, 0)]) expect(isInRing(point, ARCTIC)).toBe(false);
  const south = ARCTIC.map(({ lat, lon }) => at(-lat, lon));
  expect(isInRing(at(-85, 10), south)).toBe(true);
  expect(isInRing(at(85, 10), south)).toBe(false);
});

test('the nearest side is measured, over the date line too', () => {
  expect(measureToRing(at(15, 21), SQUARE)).toBeCloseTo(measureDistance(at(15, 21), at(15, 20)), 1);
  expect(measureToRing(at(0, 169), PACIFIC)).toBeCloseTo(111.2, 0);
  expect(measureToRing(at(0, -169), PACIFIC)).toBeCloseTo(111.2, 0);
  expect(measureToRing(at(9, 9), SQUARE)).toBeCloseTo(measureDistance(at(9, 9), at(10, 10)), 0);
});

test('a point so far away is so far away, whatever the direction', () => {
  for (const from of [at(33, 44), at(0, 179.9), at(89.5, 10)])
    for (const direction of [0, 90, 200, 315])
      expect(measureDistance(from, findPointAt(from, 250, direction))).toBeCloseTo(250, 4);
});
