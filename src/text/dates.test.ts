import { expect, test } from 'vitest';
import { formatDate, formatSpan } from './dates.ts';

test.each([
  ['2020-12-11', '11 December 2020'],
  ['2020-12', 'December 2020'],
  ['2020', '2020'],
  ['2020-12-11T18:05:00Z', '11 December 2020 18:05 UTC'],
  ['2020-12-11T18:05:00+03:00', '11 December 2020 18:05 +03:00'],
  ['last week', 'last week'],
])('%s', (iso, text) => {
  expect(formatDate(iso)).toBe(text);
});

test.each([
  ['2020-12-10', '2020-12-10', '10 Dec 2020'],
  ['2020-12-10', undefined, '10 Dec 2020'],
  ['2020-12-10', '2020-12-12', '10–12 Dec 2020'],
  ['2020-11-30', '2020-12-02', '30 Nov – 2 Dec 2020'],
  ['2020-12-30', '2021-01-02', '30 Dec 2020 – 2 Jan 2021'],
  ['2020', '2020', '2020'],
  ['2020-12-01', '2020-12-31', 'Dec 2020'],
  ['2020-02-01', '2020-02-28', '1–28 Feb 2020'],
  ['2020-02-01', '2020-02-29', 'Feb 2020'],
  ['2020-01-01', '2020-12-31', '2020'],
])('%s to %s', (from, to, text) => {
  expect(formatSpan(from, to)).toBe(text);
});
