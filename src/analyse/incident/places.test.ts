import { expect, test } from 'vitest';
import { measureDistance } from '../../model/globe.ts';
import type { Location } from '../../model/report.ts';
import { comparePlaces } from './places.ts';

const place = (
  name: string,
  precision: Location['precision'],
  country?: string,
  point?: [number, number],
): Location => ({
  name,
  precision,
  ...(country === undefined ? {} : { country }),
  ...(point === undefined ? {} : { lat: point[0], lon: point[1] }),
});
const BAGHDAD = place('Baghdad', 'city', 'IQ', [33.34, 44.4]);
const ERBIL = place('Erbil', 'city', 'IQ', [36.19, 44.01]);

test('measures distances on the globe', () => {
  expect(measureDistance({ lat: 33.34, lon: 44.4 }, { lat: 36.19, lon: 44.01 })).toBeCloseTo(319, -1);
  expect(measureDistance({ lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 })).toBeLessThan(25);
});

test('compares places at the precision of each', () => {
  expect(comparePlaces(BAGHDAD, place('Green Zone', 'district', 'IQ', [33.303, 44.387]))).toBe('within');
  expect(comparePlaces(BAGHDAD, place('Iraq', 'country', 'IQ', [33, 44]))).toBe('within');
  expect(comparePlaces(BAGHDAD, ERBIL)).toBe('apart');
  expect(comparePlaces(BAGHDAD, place('Syria', 'country', 'SY', [35, 38]))).toBe('apart');
  expect(comparePlaces(BAGHDAD, place('baghdad', 'city', 'IQ'))).toBe('same');
});

test('what is not known contradicts nothing', () => {
  expect(comparePlaces(BAGHDAD, place('Springfield', 'unknown'))).toBe('unknown');
});
