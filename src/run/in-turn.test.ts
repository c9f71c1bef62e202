import { expect, test } from 'vitest';
import { runInTurn } from './in-turn.ts';

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

test('runs once at a time; those who ask meanwhile share the run after it', async () => {
  let [running, most, runs] = [0, 0, 0];
  const attend = runInTurn(async () => {
    running += 1;
    most = Math.max(most, running);
    await tick();
    running -= 1;
    runs += 1;
  });
  const first = attend();
  await Promise.resolve();
  await Promise.all([first, attend(), attend(), attend()]);
  expect([most, runs]).toEqual([1, 2]);
  await attend();
  expect(runs).toBe(3);
});

test('a run sees what was there when it was asked for', async () => {
  const kept: number[] = [];
  const seen: number[] = [];
  const attend = runInTurn(async () => {
    const now = kept.length;
    await tick();
    seen.push(now);
  });
  const asked = [];
  for (let number = 1; number <= 5; number += 1) {
    kept.push(number);
    asked.push(attend().then(() => expect(seen.at(-1)).toBeGreaterThanOrEqual(number)));
    await Promise.resolve();
  }
  await Promise.all(asked);
});

test('a failure reaches all who shared the run, and the next goes on', async () => {
  let isBroken = true;
  const attend = runInTurn(async () => {
    if (isBroken) throw new Error('the disk is full');
  });
  const results = await Promise.allSettled([attend(), attend()]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isBroken = false;
  await attend();
});
