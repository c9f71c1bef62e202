import { beforeEach, describe, expect, test } from 'vitest';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import type { SecondReader } from '../../model/second.ts';
import { readText } from '../../process/lang/en/event/reading.fixtures.ts';
import type { PutOutcome, Store, StoreEntry } from '../../store/store.ts';
import { SecondQueue, type SecondQueueOptions } from './queue.ts';

const plain = readText('Rebels shelled the port.');
const idOf = (n: number): Hash => `sha256:${String(n).padStart(64, '0')}`;
const make = (n: number): Reading => ({ ...plain, document: { ...plain.document, id: idOf(n) } });
const answered = (reading: Reading, outcome: 'read' | 'failed' = 'read'): Reading => ({
  ...reading,
  second: {
    ...{ by: 'second@1', model: 'm', outcome, differs: 0, dropped: {} },
    found: { claims: 1, events: 2 },
    agreed: { claims: 0, events: 0 },
  },
});

let readings: Map<Hash, Reading>;
let put: Hash[];
let log: string[];
let attended: number;
let status: PutOutcome['status'];
const store = {
  put: async (entries: readonly StoreEntry[]) =>
    entries.map(({ reading: { document } }) => {
      readings.set(document.id, { ...plain, document });
      return { status, document } as PutOutcome;
    }),
  getReading: async (id: Hash) => readings.get(id),
  putSecond: async ({ document }: Reading) => {
    put.push(document.id);
    return true;
  },
} as unknown as Store;

beforeEach(() => {
  readings = new Map();
  put = [];
  log = [];
  attended = 0;
  status = 'added';
});

function open(reader: Partial<SecondReader> = {}, more: Partial<SecondQueueOptions> = {}): SecondQueue {
  return new SecondQueue({
    store,
    reader: { picks: async () => true, read: async (reading) => answered(reading), ...reader },
    log: (line) => log.push(line),
    onKept: async () => {
      attended += 1;
    },
    ...more,
  });
}
const keep = (queue: SecondQueue, ...numbers: readonly number[]) =>
  queue.watch(store).put(numbers.map((n) => ({ page: {} as StoreEntry['page'], reading: make(n) })));

describe('documents that were kept', () => {
  test('are put to the second reader afterwards, one after the other', async () => {
    let isFree: (() => void) | undefined;
    const queue = open({
      read: (reading) => new Promise((resolve) => { isFree = () => resolve(answered(reading)); }), // biome-ignore format: one line
    });
    await keep(queue, 1);
    expect(put).toEqual([]);
    while (isFree === undefined) await new Promise(setImmediate);
    isFree();
    await queue.finish();
    expect(put).toEqual([idOf(1)]);
    expect(attended).toBe(1);
    expect(queue.describe()).toBe('Second reader: 1 document, 1 claims and 2 events added');
  });

  test('are left alone where nothing is new, in a replay, and where the rule does not pick them', async () => {
    status = 'unchanged';
    const queue = open();
    await keep(queue, 1);
    status = 'added';
    await queue
      .watch(store)
      .put([{ page: {} as StoreEntry['page'], reading: make(2) }], '2020-01-01T00:00:00Z');
    await queue.finish();
    const picky = open({ picks: async () => false });
    await keep(picky, 3);
    await picky.finish();
    expect(put).toEqual([]);
    expect(attended).toBe(0);
    expect(picky.describe()).toBeUndefined();
  });

  test('keep their first reading where there is no answer', async () => {
    const queue = open({ read: async (reading) => answered(reading, 'failed') });
    await keep(queue, 1, 2);
    await queue.finish();
    expect(put).toEqual([]);
    expect(queue.describe()).toMatch(/2 documents.*2 without an answer/);
  });

  test('do not hold each other up', async () => {
    const queue = open({
      read: async (reading) => {
        if (reading.document.id === idOf(1)) throw new Error('disk full');
        return answered(reading);
      },
    });
    await keep(queue, 1, 2);
    await queue.finish();
    expect(put).toEqual([idOf(2)]);
    expect(log).toEqual([expect.stringContaining('disk full')]);
  });

  test('wait for nobody after it was asked to stop', async () => {
    const controller = new AbortController();
    const queue = open({}, { signal: controller.signal });
    controller.abort();
    await keep(queue, 1, 2);
    await queue.finish();
    expect(put).toEqual([]);
  });
});
