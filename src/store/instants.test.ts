import { describe, expect, test } from 'vitest';
import { parseInstant, parseRange } from './instants.ts';

describe('parseRange', () => {
  test.each([
    ['2020', '2020-01-01T00:00:00.000Z', '2020-12-31T23:59:59.999Z'],
    ['2020-12', '2020-12-01T00:00:00.000Z', '2020-12-31T23:59:59.999Z'],
    ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['2020-12-11', '2020-12-11T00:00:00.000Z', '2020-12-11T23:59:59.999Z'],
    ['2020-12-11T18:05', '2020-12-11T18:05:00.000Z', '2020-12-11T18:05:59.999Z'],
    ['2020-12-11T18:05:10+03:00', '2020-12-11T15:05:10.000Z', '2020-12-11T15:05:10.999Z'],
    ['2020-12-11 23:30-0500', '2020-12-12T04:30:00.000Z', '2020-12-12T04:30:59.999Z'],
    ['2020-12-11T18:05:10.123456Z', '2020-12-11T18:05:10.123Z', '2020-12-11T18:05:10.123Z'],
    ['0999-01-01', '0999-01-01T00:00:00.000Z', '0999-01-01T23:59:59.999Z'],
  ])('%s', (date, first, last) => expect(parseRange(date)).toEqual({ first, last }));

  test.each([
    '',
    'yesterday',
    '2020-13',
    '2021-02-29',
    '2020-12-11T25:00',
    '2020-12-11T10:61',
    '20201211',
    '2020-1-1',
    '12/11/2020',
    '2020-12-11Z',
  ])('%s is no date', (date) => expect(parseRange(date)).toBeUndefined());
});

test('parseInstant takes a date as its end and an instant as it is', () => {
  expect(parseInstant('2020-12-11')).toBe('2020-12-11T23:59:59.999Z');
  expect(parseInstant('2020-12-11T10:00:00Z')).toBe('2020-12-11T10:00:00.000Z');
  expect(parseInstant('2020-12-11T10:00:00.5Z')).toBe('2020-12-11T10:00:00.500Z');
  expect(parseInstant('soon')).toBeUndefined();
});
