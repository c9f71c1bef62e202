import { expect, it } from 'vitest';
import { describeAnswer, describeUsual } from './ladder.ts';

it('says how long after, how far up or down, and how it is known', () => {
  expect(describeAnswer({ lag: 5, change: 1, said: true })).toBe('after 5 days, 1 rung up; a report says so');
  expect(describeAnswer({ lag: 1, change: -2, said: false })).toBe(
    'after 1 day, 2 rungs down; by its time alone',
  );
  expect(describeAnswer({ lag: 0, change: 0, said: true })).toBe(
    'on the same day, same rung; a report says so',
  );
});

it('says what is usual only where it is known', () => {
  expect(describeUsual({ median: 2.5, longest: 9, answered: 4, of: 5 })).toBe(
    'So far 4 of 5 were answered: half of them within 2.5 days, the slowest after 9.',
  );
  expect(describeUsual(undefined)).toContain('not known');
});
