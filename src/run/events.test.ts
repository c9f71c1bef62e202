import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EventCount } from '../model/event-count.ts';
import { openEmbeddedStore } from '../store/embedded/embedded.ts';
import type { Store } from '../store/store.ts';
import { EventCounts } from './event-counts.ts';
import { importEvents } from './events.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'import-'));
const now = () => '2026-03-01T10:00:00.000Z';
let made = 0;

async function withStore(run: (store: Store) => Promise<void>): Promise<void> {
  made += 1;
  const store = await openEmbeddedStore({ folder: join(FOLDER, `data-${made}`), now });
  try {
    await run(store);
  } finally {
    await store.close();
  }
}

function write(name: string, rows: readonly string[]): string {
  const file = join(FOLDER, name);
  writeFileSync(file, `date,source,target,cameo\n${rows.join('\n')}\n`);
  return file;
}

async function list(store: Store): Promise<readonly EventCount[]> {
  const all: EventCount[] = [];
  for await (const counts of store.exportEventCounts()) all.push(...counts);
  return all;
}

test('a file counts once, under whatever name, and countries go by their codes', async () => {
  const rows = [
    '2020-01-02,Iran,Iraq,190',
    '2020-01-02,IRN,IQ,193',
    '2020-01-03,"Police (Kenya)",Kenya,0',
    '2020-01-04,A band,IRQ,190',
  ];
  const file = write('a.csv', rows);
  await withStore(async (store) => {
    const { file: kept, skips, isKnown } = await importEvents(file, { store, now });
    expect(kept).toMatchObject({
      name: 'a.csv',
      format: 'csv',
      records: 4,
      used: 3,
      skipped: 1,
      knownSince: now(),
    });
    expect(skips).toEqual([{ why: 'has the unknown code "0"', count: 1, lines: [4] }]);
    expect(isKnown).toBe(false);
    const again = await importEvents(write('b.csv', rows), { store, now });
    expect(again).toMatchObject({ isKnown: true, file: { name: 'a.csv' } });
    expect(await list(store)).toEqual([
      { day: '2020-01-02', source: 'IR', target: 'IQ', root: '19', count: 2 },
      { day: '2020-01-04', source: 'A band', target: 'IQ', root: '19', count: 1 },
    ]);
  });
});

test('an import that was cut off goes on where it was, and counts nothing until it is over', async () => {
  // More pairs than go into two portions.
  const file = write(
    'c.csv',
    Array.from({ length: 110_000 }, (_, i) => `2020-01-02,A${i},B,${i === 9 ? '' : 190}`),
  );
  await withStore(async (store) => {
    let portions = 0;
    const failing: Store = {
      ...store,
      putEventCounts: async (...given) => {
        portions += 1;
        if (portions === 2) throw new Error('the power failed');
        await store.putEventCounts(...given);
      },
    };
    await expect(importEvents(file, { store: failing, now })).rejects.toThrow('the power failed');
    expect(await list(store)).toEqual([]);
    expect(await new EventCounts(store).known('2026-04-01T00:00:00Z')).toEqual([]);
    const { file: kept } = await importEvents(file, { store, now });
    expect(kept).toMatchObject({ records: 110_000, used: 109_999, skipped: 1 });
    expect(await list(store)).toHaveLength(109_999);
  });
});

test('counts are read once as long as no file comes, and are known since their file is', async () => {
  await withStore(async (store) => {
    let reads = 0;
    const counting: Store = {
      ...store,
      exportEventCounts: (request) => {
        reads += 1;
        return store.exportEventCounts(request);
      },
    };
    const events = new EventCounts(counting);
    await importEvents(write('d.csv', ['2025-01-02,IR,IQ,190', '2021-12-31,IR,IQ,190']), { store, now });
    expect(await events.known('2026-02-28T00:00:00.000Z')).toEqual([]);
    const first = await events.known('2026-03-02T00:00:00.000Z');
    expect(first).toHaveLength(1);
    expect(await events.known('2026-03-03T00:00:00.000Z')).toBe(first);
    expect(reads).toBe(1);
    await importEvents(write('e.csv', ['2025-01-03,IR,IQ,190']), { store, now });
    expect(await events.known('2026-03-03T00:00:00.000Z')).toHaveLength(2);
    expect(reads).toBe(2);
  });
});

test('what cannot be read is told with its name, and nothing is kept of it', async () => {
  await withStore(async (store) => {
    await expect(importEvents(join(FOLDER, 'none.csv'), { store, now })).rejects.toThrow('none.csv');
    await expect(importEvents(FOLDER, { store, now })).rejects.toThrow('is no file');
    expect(await store.listEventFiles()).toEqual([]);
  });
});
