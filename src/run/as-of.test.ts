import { describe, expect, it } from 'vitest';
import { parseAsOf } from './as-of.ts';
import { UsageError } from './usage.ts';

describe('parseAsOf', () => {
  it.each([
    ['2020-12-11', '2020-12-11T23:59:59.999Z'],
    ['2020-12-31', '2020-12-31T23:59:59.999Z'],
    ['2020-02', '2020-02-29T23:59:59.999Z'],
    ['2020', '2020-12-31T23:59:59.999Z'],
    ['2020-11', '2020-11-30T23:59:59.999Z'],
    ['1900-02', '1900-02-28T23:59:59.999Z'],
    // Years that are no abbreviations.
    ['0001-01-01', '0001-01-01T23:59:59.999Z'],
    ['0020', '0020-12-31T23:59:59.999Z'],
    ['9999', '9999-12-31T23:59:59.999Z'],
    ['2020-12-11T18:00:00Z', '2020-12-11T18:00:00.000Z'],
    ['2020-12-11T20:00+02:00', '2020-12-11T18:00:00.000Z'],
    ['2020-12-11T18:00', '2020-12-11T18:00:00.000Z'],
  ])('%s is %s', (given, instant) => {
    expect(parseAsOf(given)).toBe(instant);
  });

  it.each(['yesterday', '2020-13-01', '2020-02-30', '', '11.12.2020'])('%j is refused', (given) => {
    expect(() => parseAsOf(given)).toThrow(UsageError);
  });
});
