import { expect, it } from 'vitest';
import { findReach } from './instants.ts';

const show = (date: string) => {
  const reach = findReach(date);
  return reach && [new Date(reach.first).toISOString(), new Date(reach.last).toISOString()];
};

it('covers as much as was said', () => {
  expect(show('2020')).toEqual(['2020-01-01T00:00:00.000Z', '2020-12-31T23:59:59.999Z']);
  expect(show('2020-02')).toEqual(['2020-02-01T00:00:00.000Z', '2020-02-29T23:59:59.999Z']);
  expect(show('2020-12-11')).toEqual(['2020-12-11T00:00:00.000Z', '2020-12-11T23:59:59.999Z']);
  expect(show('2020-12-11T18:05')).toEqual(['2020-12-11T18:05:00.000Z', '2020-12-11T18:05:59.999Z']);
  expect(show('2020-12-11T18:05:07.5Z')).toEqual(['2020-12-11T18:05:07.500Z', '2020-12-11T18:05:07.500Z']);
});

it('heeds the zone', () => {
  expect(show('2020-12-03T02:25:00+03:00')?.[0]).toBe('2020-12-02T23:25:00.000Z');
});

it('knows no date where there is none', () => {
  for (const odd of ['', 'yesterday', '2020-13', '2020-02-30', '2020-12-11T25:00Z', '0001'])
    expect(findReach(odd)).toBeUndefined();
});
