import { describe, expect, it } from 'vitest';
import { findDayNumber, findEndOfDay, findSpan } from './days.ts';

describe('findEndOfDay', () => {
  it('is the last second of the day', () => {
    expect(findEndOfDay(findDayNumber('2020-12-11T03:00:00Z')!)).toBe('2020-12-11T23:59:59.000Z');
  });
});

describe('findSpan', () => {
  it('reaches from the first to the last', () => {
    const rows = [
      { first: '2020-12-11T01:00:00Z', last: '2020-12-20T01:00:00Z' },
      { first: '2020-11-01T01:00:00Z', last: '2020-11-03T01:00:00Z' },
    ];
    expect(findSpan(rows)).toEqual({
      first: findDayNumber('2020-11-01'),
      last: findDayNumber('2020-12-20'),
    });
  });

  it('is nothing where nothing can be told', () => {
    expect(findSpan([])).toBeUndefined();
    expect(findSpan([{ first: 'soon', last: 'later' }])).toBeUndefined();
  });
});
