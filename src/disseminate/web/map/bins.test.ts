import { expect, test } from 'vitest';
import type { EventTime, Realis } from '../../../model/event.ts';
import type { MapRow } from '../../../model/map.ts';
import { findDaySpan, formatDay, isWithinSpan, makeHistogram } from './bins.ts';

const make = (when: EventTime | undefined, realis: Realis = 'occurred'): MapRow => ({
  id: 'i',
  type: 'ASSAULT',
  title: 'x',
  realis,
  ...(when === undefined ? {} : { when }),
  actors: [],
  recipients: [],
  confirmed: 1,
  possible: 0,
});
const day = (text: string, realis?: Realis) => make({ from: text, to: text, precision: 'day' }, realis);
const month = make({ from: '2031-05-01', to: '2031-05-31', precision: 'month' });

test('counts stand in the bar of their day, by how they are told', () => {
  const histogram = makeHistogram([
    day('2031-05-10'),
    day('2031-05-10', 'threatened'),
    day('2031-05-12', 'prepared'),
    make({ from: '2031-05-12T22:00:00Z', precision: 'instant' }, 'denied'),
    month,
    make(undefined),
  ])!;
  expect(histogram.bins.map(({ counts }) => counts)).toEqual([
    [1, 0, 1, 0],
    [0, 0, 0, 0],
    [0, 1, 0, 1],
  ]);
  expect(formatDay(histogram.first)).toBe('2031-05-10');
  expect(formatDay(histogram.last)).toBe('2031-05-12');
  expect(histogram).toMatchObject({ days: 1, rough: 1, undated: 1 });
});

test('bars stand for more days where there are many', () => {
  const year = makeHistogram([day('2031-01-01'), day('2031-12-31')])!;
  expect(year.days).toBe(7);
  expect(year.bins.length).toBeLessThanOrEqual(120);
  const century = makeHistogram([day('1931-01-01'), day('2031-12-31')])!;
  expect(century.bins.length).toBeLessThanOrEqual(120);
  expect(century.bins.reduce((sum, { counts }) => sum + counts[0]!, 0)).toBe(2);
});

test('what is only known roughly is shown where there is nothing else, and nothing without days', () => {
  expect(makeHistogram([month])).toMatchObject({ rough: 1 });
  expect(makeHistogram([make(undefined)])).toBeUndefined();
});

test('a row lies in a span where its time may', () => {
  const [from, to] = findDaySpan(day('2031-05-20'))!;
  expect(isWithinSpan(month, { from, to })).toBe(true);
  expect(isWithinSpan(day('2031-05-19'), { from, to })).toBe(false);
  expect(isWithinSpan(day('2031-05-19'), { from: undefined, to })).toBe(true);
  expect(isWithinSpan(make(undefined), { from, to: undefined })).toBe(false);
  expect(isWithinSpan(make(undefined), { from: undefined, to: undefined })).toBe(true);
});
