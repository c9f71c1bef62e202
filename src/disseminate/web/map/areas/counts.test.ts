import { expect, test } from 'vitest';
import type { MapRow } from '../../../../model/map.ts';
import type { WatchArea } from '../../../../model/watch-area.ts';
import { countInArea, isInArea } from './counts.ts';

const AREA: Pick<WatchArea, 'shape' | 'hazards'> = {
  shape: { kind: 'point', lat: 33.3, lon: 44.4 },
  hazards: [
    { type: 'ASSAULT', mode: 'heavy-weapons', km: 20 },
    { type: 'PROTEST', km: 2 },
    { type: 'any', km: 50 },
  ],
};

const make = (lat: number, more: Partial<MapRow> = {}): MapRow => ({
  id: `${lat}`,
  type: 'ASSAULT',
  mode: 'heavy-weapons',
  title: 'x',
  realis: 'occurred',
  where: { name: 'x', lat, lon: 44.4, precision: 'site' },
  actors: [],
  recipients: [],
  confirmed: 1,
  possible: 0,
  ...more,
});

test('each kind is counted within its own distance, by how it is told', () => {
  const rows = [
    make(33.4),
    make(33.4, { realis: 'threatened' }),
    // 33 km away: too far for a rocket, near enough for whatever happens.
    make(33.6),
    make(33.31, { type: 'PROTEST', mode: 'demo' }),
    make(33.35, { type: 'PROTEST', mode: 'demo' }),
    make(33.1, { where: { name: 'Iraq', lat: 33, lon: 44, precision: 'country' } }),
    make(35, { where: { name: 'North', lat: 35, lon: 44.4, precision: 'region' } }),
  ];
  const [rocket, protest, any] = countInArea(AREA, rows);
  expect(rocket).toMatchObject({ inside: [1, 0, 1, 0], perhaps: 1, unknown: 1 });
  expect(protest).toMatchObject({ inside: [1, 0, 0, 0], perhaps: 0, unknown: 0 });
  expect(any).toMatchObject({ inside: [4, 0, 1, 0], perhaps: 1, unknown: 1 });
});

test('a list of an area holds what lies, or may lie, in it', () => {
  expect(isInArea(make(33.4), AREA)).toBe(true);
  expect(isInArea(make(36), AREA)).toBe(false);
  expect(isInArea(make(33.4, { type: 'AID' }), { ...AREA, hazards: AREA.hazards.slice(0, 2) })).toBe(false);
  expect(isInArea(make(33, { where: { name: 'x', precision: 'site' } }), AREA)).toBe(false);
});
