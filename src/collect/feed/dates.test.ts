import { expect, test } from 'vitest';
import { parseFeedDate } from './dates.ts';

const NOW = '2026-11-22T10:00:00Z';

test.each([
  ['Sun, 20 Dec 2020 21:04:00 EST', '2020-12-21T02:04:00Z'],
  ['Sun, 20 Dec 2020 21:04:00 +0300', '2020-12-20T18:04:00Z'],
  ['20 December 2020 21:04 GMT', '2020-12-20T21:04:00Z'],
  ['Sun, 20 Dec 20 9:04:07 Z', '2020-12-20T09:04:07Z'],
  ['Sunday, 20-Dec-20 21:04:00 GMT', '2020-12-20T21:04:00Z'],
  ['Sun,  20 Dec\n2020 21:04:00 GMT+03:00', '2020-12-20T18:04:00Z'],
  ['Sun, 20 Dec 2020 21:04:00 -0000 (UTC)', '2020-12-20T21:04:00Z'],
  ['2020-12-20T21:04:00+03:30', '2020-12-20T17:34:00Z'],
  ['2020-12-20T21:04:00.123Z', '2020-12-20T21:04:00Z'],
  ['2020-12-20 21:04:00 +0300', '2020-12-20T18:04:00Z'],
  ['Wed, 31 Dec 2025 23:59:60 GMT', '2025-12-31T23:59:59Z'],
])('%j is an instant', (text, date) => {
  expect(parseFeedDate(text, NOW)).toBe(date);
});

test.each([
  ['2020-12-20', '2020-12-20'],
  ['2020-12', '2020-12'],
  ['20 Dec 2020', '2020-12-20'],
  // Of which zone, nobody knows, so that the hour says nothing.
  ['2020-12-20T21:04:00', '2020-12-20'],
  ['Sun, 20 Dec 2020 21:04:00', '2020-12-20'],
  ['Sun, 20 Dec 2020 21:04:00 XYZ', '2020-12-20'],
])('%j is as precise as it is', (text, date) => {
  expect(parseFeedDate(text, NOW)).toBe(date);
});

test.each([
  '',
  'soon',
  'yesterday',
  '2020',
  '0',
  '1608498240',
  '2020-13-01',
  '2020-02-30',
  '31 Feb 2020 10:00 GMT',
  '20 Dez 2020',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Tue, 22 Nov 2033 10:00:00 GMT',
  '2026-11-24T10:00:00Z',
  '20 Dec 2020 25:00 GMT',
  `20 Dec 2020${' '.repeat(10_000)}x`,
])('%.40j is no date of news', (text) => {
  expect(parseFeedDate(text, NOW)).toBeUndefined();
});
