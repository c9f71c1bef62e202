import { expect, test } from 'vitest';
import { type AreaShape, isOfHazard, relateToArea } from './watch-area.ts';

const BAGHDAD: AreaShape = { kind: 'point', lat: 33.34, lon: 44.4 };
const FIJI: AreaShape = {
  kind: 'outline',
  points: [
    { lat: -20, lon: 177 },
    { lat: -20, lon: -178 },
    { lat: -15, lon: -178 },
    { lat: -15, lon: 177 },
  ],
};

const TAJI = { lat: 33.524, lon: 44.256, precision: 'site' } as const;

test('a place lies inside where its point does, and it is no more than a city', () => {
  expect(relateToArea(TAJI, BAGHDAD, 30)).toBe('inside');
  expect(relateToArea(TAJI, BAGHDAD, 20)).toBe('outside');
  expect(relateToArea({ ...TAJI, precision: 'city' }, BAGHDAD, 20)).toBe('perhaps');
  expect(relateToArea({ ...TAJI, precision: 'region' }, BAGHDAD, 30)).toBe('perhaps');
});

test('of a whole country, or of what has no point, nothing can be said', () => {
  expect(relateToArea({ lat: 33, lon: 44, precision: 'country' }, BAGHDAD, 500)).toBe('unknown');
  expect(relateToArea({ precision: 'city' }, BAGHDAD, 500)).toBe('unknown');
  expect(relateToArea({ lat: 33, lon: 44, precision: 'unknown' }, BAGHDAD, 500)).toBe('unknown');
});

test('an outline over the date line holds both sides and reaches out from its edge', () => {
  const site = (lon: number) => ({ lat: -18, lon, precision: 'site' }) as const;
  expect(relateToArea(site(179), FIJI, 0.1)).toBe('inside');
  expect(relateToArea(site(-179), FIJI, 0.1)).toBe('inside');
  expect(relateToArea(site(-177.5), FIJI, 0.1)).toBe('outside');
  expect(relateToArea(site(-177.5), FIJI, 60)).toBe('inside');
});

test('a hazard is a type, one mode of it, or whatever happens', () => {
  const rocket = { type: 'ASSAULT', mode: 'heavy-weapons' } as const;
  expect(isOfHazard(rocket, { type: 'ASSAULT' })).toBe(true);
  expect(isOfHazard(rocket, { type: 'ASSAULT', mode: 'heavy-weapons' })).toBe(true);
  expect(isOfHazard(rocket, { type: 'ASSAULT', mode: 'drone' })).toBe(false);
  expect(isOfHazard({ type: 'ASSAULT' }, { type: 'ASSAULT', mode: 'drone' })).toBe(false);
  expect(isOfHazard({ type: 'PROTEST' }, { type: 'any' })).toBe(true);
});
