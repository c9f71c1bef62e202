import { expect, it } from 'vitest';
import { findEndOfDay } from './end-of-day.ts';

const NOW = Date.parse('2031-05-22T10:00:00.000Z');

it('takes the end of an earlier day', () => {
  expect(findEndOfDay('2031-05-20', '2031-05-22T10:00:00.000Z', NOW)).toBe('2031-05-20T23:59:59.999Z');
  expect(findEndOfDay('2031-05-21', undefined, NOW)).toBe('2031-05-21T23:59:59.999Z');
});

it('never goes past the instant that is looked at', () => {
  expect(findEndOfDay('2031-05-20', '2031-05-20T08:00:00.000Z', NOW)).toBe('2031-05-20T08:00:00.000Z');
  expect(findEndOfDay('2031-05-22', undefined, NOW)).toBeUndefined();
  expect(findEndOfDay(undefined, '2031-05-20T08:00:00.000Z', NOW)).toBe('2031-05-20T08:00:00.000Z');
});
