import { expect, test } from 'vitest';
import { findOutlet, isNewsOutlet } from './outlets.ts';

test('finds agencies and outlets by name and abbreviation', () => {
  expect(findOutlet('the AP')).toEqual({ name: 'Associated Press', type: 'agency', country: 'US' });
  expect(findOutlet('Washington Post')).toMatchObject({ name: 'The Washington Post', type: 'outlet' });
  expect(findOutlet('CNN')).toMatchObject({ type: 'outlet' });
  expect(findOutlet('Tasnim')).toMatchObject({ type: 'agency', country: 'IR' });
});

test('other names and common words are none', () => {
  expect(isNewsOutlet('NATO')).toBe(false);
  expect(isNewsOutlet('time')).toBe(false);
  expect(isNewsOutlet('the nation')).toBe(false);
  expect(isNewsOutlet('')).toBe(false);
  expect(isNewsOutlet('__proto__')).toBe(false);
});
