import { expect, test } from 'vitest';
import type { Source } from '../../model/source.ts';
import { sleep } from './sleep.ts';
import { takeTurns } from './turns.ts';

function makeSource(id: string, host: string): Source {
  return { kind: 'source', id, name: id, feed: `https://${host}/${id}`, every: 15, allowPrivate: false };
}

const now = (): string => new Date().toISOString();
const rest = (milliseconds: number): Promise<void> => sleep(milliseconds);

test('hosts side by side, sources of one host one after the other', async () => {
  const log: string[] = [];
  const sources = [
    makeSource('a1', 'a.example'),
    makeSource('a2', 'a.example'),
    makeSource('b', 'b.example'),
    makeSource('c', 'c.example'),
  ];
  let atOnce = 0;
  let most = 0;
  await takeTurns({
    due: new Map(sources.map((source) => [source, 0])),
    hosts: 2,
    now,
    sleep,
    look: async ({ id }) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      log.push(id);
      await rest(id === 'a1' ? 60 : 10);
      log.push(`${id} ends`);
      atOnce -= 1;
      return undefined;
    },
  });
  expect(most).toBe(2);
  expect(log.indexOf('a2')).toBeGreaterThan(log.indexOf('a1 ends'));
  expect(log.filter((line) => line.endsWith('ends'))).toHaveLength(4);
});

test('again and again, each when it is due, until asked to stop', async () => {
  const controller = new AbortController();
  const times: number[] = [];
  await takeTurns({
    due: new Map([
      [makeSource('often', 'a.example'), Date.now()],
      [makeSource('never yet', 'b.example'), Date.now() + 3_600_000],
    ]),
    hosts: 4,
    now,
    sleep,
    signal: controller.signal,
    look: async ({ id }) => {
      expect(id).toBe('often');
      times.push(Date.now());
      if (times.length === 3) controller.abort();
      return Date.now() + 30;
    },
  });
  expect(times).toHaveLength(3);
  expect(times[2]! - times[0]!).toBeGreaterThanOrEqual(55);
});

test('an error ends it after what is at hand is finished', async () => {
  let finished = false;
  const turns = takeTurns({
    due: new Map([
      [makeSource('breaks', 'a.example'), 0],
      [makeSource('goes on', 'b.example'), 0],
    ]),
    hosts: 4,
    now,
    sleep,
    look: async ({ id }) => {
      if (id === 'breaks') throw new Error('the disk is full');
      await rest(30);
      finished = true;
      return undefined;
    },
  });
  await expect(turns).rejects.toThrow('the disk is full');
  expect(finished).toBe(true);
});

test('what is added is looked at, what is taken off no more, and nothing twice', async () => {
  const controller = new AbortController();
  const [stays, goes, comes] = [
    makeSource('stays', 'a.example'),
    makeSource('goes', 'b.example'),
    makeSource('comes', 'c.example'),
  ];
  const seen: string[] = [];
  let change: ReadonlyMap<Source, number> | undefined;
  await takeTurns({
    due: new Map([
      [stays, 0],
      [goes, 0],
    ]),
    hosts: 4,
    now,
    sleep: (_, signal) => sleep(5, signal),
    signal: controller.signal,
    refresh: async () => {
      const given = change;
      change = undefined;
      return given;
    },
    look: async ({ id }) => {
      seen.push(id);
      await rest(5);
      if (id === 'goes') change = new Map([[stays, 0], [comes, 0]]); // biome-ignore format: one line
      if (id === 'comes') controller.abort();
      return id === 'stays' ? Date.now() + 3_600_000 : Date.now();
    },
  });
  expect(seen.toSorted()).toEqual(['comes', 'goes', 'stays']);
});
