import { describe, expect, it } from 'vitest';
import { describeDate, describeRange, describeUtc } from './dates.ts';

describe('describeDate', () => {
  it('is never finer than what is known', () => {
    expect(describeDate('2031')).toBe('2031');
    expect(describeDate('2031-05')).toBe('May 2031');
    expect(describeDate('2031-05-09')).toBe('9 May 2031');
  });

  it('shows what is no date as it is', () => {
    expect(describeDate('spring')).toBe('spring');
  });
});

describe('describeUtc', () => {
  it('is for instants alone', () => {
    expect(describeUtc('2031-05-20T10:00:00+02:00')).toBe('2031-05-20 08:00 UTC');
    expect(describeUtc('2031-05-20')).toBeUndefined();
  });
});

describe('describeRange', () => {
  it.each([
    ['2031-05-09', '2031-05-09', 'day', '9 May 2031'],
    ['2031-05-16', '2031-06-03', 'day', '16 May – 3 Jun 2031'],
    ['2030-12-16', '2031-01-03', 'day', '16 Dec 2030 – 3 Jan 2031'],
    ['2030-04-01', '2030-04-30', 'month', 'Apr 2030'],
    ['2030-01-01', '2030-12-31', 'year', '2030'],
    [undefined, '2031-06-03', 'day', 'until 3 Jun 2031'],
    [undefined, undefined, 'unknown', 'not dated'],
  ])('from %s to %s by %s is %s', (from, to, precision, words) => {
    expect(describeRange(from, to, precision)).toBe(words);
  });
});
