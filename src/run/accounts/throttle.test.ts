import { expect, test } from 'vitest';
import { Throttle } from './throttle.ts';

const MINUTE = 60_000;

test('so many attempts are taken in a window, and then one waits for its end', () => {
  const throttle = new Throttle({ attempts: 3, window: 10 * MINUTE });
  for (const minute of [0, 1, 2]) expect(throttle.take('ann', minute * MINUTE)).toBeUndefined();
  expect(throttle.take('ann', 4 * MINUTE)).toBe(360);
  expect(throttle.take('bo', 4 * MINUTE)).toBeUndefined();
  // Attempts that were not taken prolong nothing.
  expect(throttle.take('ann', 10 * MINUTE)).toBeUndefined();
});

test('whoever is in begins anew', () => {
  const throttle = new Throttle({ attempts: 1, window: MINUTE });
  throttle.take('ann', 0);
  throttle.forget('ann');
  expect(throttle.take('ann', 1)).toBeUndefined();
  expect(throttle.take('ann', 2)).toBe(60);
});

test('made-up names fill no memory', () => {
  const throttle = new Throttle({ attempts: 3, window: MINUTE, most: 100 });
  for (let i = 0; i < 5_000; i++) throttle.take(`name ${i}`, i);
  expect(throttle.size).toBe(100);
});
