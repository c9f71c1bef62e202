import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

test.each([
  ['0', 0],
  [' 120 ', 120_000],
  ['999999999', 86_400_000],
  ['Sun, 22 Nov 2026 10:05:00 GMT', 300_000],
  ['Sunday, 22-Nov-26 10:05:00 GMT', 300_000],
  ['Sun, 22 Nov 2020 10:05:00 GMT', 0],
  ['Sun, 22 Nov 2099 10:05:00 GMT', 86_400_000],
])('%j', (value, expected) => {
  expect(parseRetryAfter(value, NOW)).toBe(expected);
});

test.each([undefined, '', 'soon', '-5', '1.5', '1e3', '9999999999', 'Sun, 99 Nov 2026 10:05:00 GMT'])(
  '%j says nothing',
  (value) => {
    expect(parseRetryAfter(value, NOW)).toBeUndefined();
  },
);
