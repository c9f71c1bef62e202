import { expect, test } from 'vitest';
import { HostLanes } from './lanes.ts';

function makeClock() {
  let time = Date.parse('2026-11-22T10:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(time).toISOString(),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      time += milliseconds;
    },
  };
}

test('one request at a time to a host, with a pause after each', async () => {
  const clock = makeClock();
  const lanes = new HostLanes(clock);
  const log: string[] = [];
  const ask = async (host: string, name: string, takes: number) => {
    const leave = await lanes.enter(host, 1000);
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, takes));
    log.push(`${name} ends`);
    leave();
  };
  await Promise.all([ask('a.example', '1', 30), ask('a.example', '2', 1), ask('b.example', '3', 1)]);
  expect(log).toEqual(['1 begins', '3 begins', '3 ends', '1 ends', '2 begins', '2 ends']);
  expect(clock.slept).toEqual([1000]);
  clock.pass(400);
  (await lanes.enter('a.example', 1000))();
  expect(clock.slept).toEqual([1000, 600]);
});

test('a clock that is set back makes nobody wait longer than the pause', async () => {
  const clock = makeClock();
  const lanes = new HostLanes(clock);
  (await lanes.enter('a.example', 1000))();
  clock.pass(-86_400_000);
  (await lanes.enter('a.example', 1000))();
  expect(clock.slept).toEqual([1000]);
});

test('who gives up lets the next one in', async () => {
  const clock = makeClock();
  const lanes = new HostLanes(clock);
  const leave = await lanes.enter('a.example', 1000);
  const controller = new AbortController();
  const second = lanes.enter('a.example', 1000, controller.signal);
  const third = lanes.enter('a.example', 1000);
  controller.abort();
  leave();
  await expect(second).rejects.toThrow(/abort/);
  (await third)();
});

test('a host that wants no request says so until then, and others do not', () => {
  const clock = makeClock();
  const lanes = new HostLanes({ ...clock, maxHosts: 2 });
  const until = Date.parse(clock.now()) + 60_000;
  lanes.pause('a.example', until);
  lanes.pause('a.example', until - 30_000);
  for (const host of ['b.example', 'c.example', 'd.example']) lanes.pause(host, 0);
  expect(lanes.findPause('a.example')).toBe(until);
  expect(lanes.findPause('b.example')).toBeUndefined();
  clock.pass(60_000);
  expect(lanes.findPause('a.example')).toBeUndefined();
});
