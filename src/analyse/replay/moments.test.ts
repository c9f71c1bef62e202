import { describe, expect, test } from 'vitest';
import { countMoments, listMoments } from './moments.ts';

const DAY = 86_400_000;
const until = '2026-01-01T00:00:00Z';

describe('listMoments', () => {
  test('goes from a day on by the ends of days', () => {
    expect(listMoments({ from: '2020-02-28', to: '2020-03-01', until }, DAY)).toEqual([
      '2020-02-28T23:59:59.999Z',
      '2020-02-29T23:59:59.999Z',
      '2020-03-01T23:59:59.999Z',
    ]);
  });

  test('goes within a day by the ends of its parts', () => {
    expect(listMoments({ from: '2020-12-01', to: '2020-12-01', until }, DAY / 2)).toEqual([
      '2020-12-01T11:59:59.999Z',
      '2020-12-01T23:59:59.999Z',
    ]);
  });

  test('goes from an instant on by that instant', () => {
    const span = { from: '2020-12-01T06:00:00Z', to: '2020-12-02T07:00:00Z', until };
    expect(listMoments(span, DAY)).toEqual(['2020-12-01T06:00:00.000Z', '2020-12-02T06:00:00.000Z']);
  });

  test('goes to no moment after the present', () => {
    const span = { from: '2020-12-01', to: '2020-12-31', until: '2020-12-03T12:00:00Z' };
    expect(listMoments(span, DAY)).toHaveLength(2);
    expect(countMoments({ ...span, until: '2020-12-01T12:00:00Z' }, DAY)).toBe(0);
  });

  test('is counted without being made', () => {
    expect(countMoments({ from: '1900-01-01', to: '2020-12-31', until }, 60_000)).toBeGreaterThan(6e7);
  });
});
