import { expect, test } from 'vitest';
import type { KeptPastEvent } from '../store/store.ts';
import { History } from './history.ts';

function makeEvent(date: string, knownSince: string): KeptPastEvent {
  return { kind: 'past event', date, source: 'a.csv', line: 1, knownSince };
}

/** A store that counts how often everything is read. */
function makeStore(events: readonly KeptPastEvent[]) {
  const store = {
    events,
    reads: 0,
    isBroken: false,
    getHistoryState: async () => store.events.length,
    listEventFiles: async () => [],
    exportEventCounts: async function* () {},
    listHistory: async () => {
      store.reads += 1;
      if (store.isBroken) throw new Error('the disk failed');
      return store.events;
    },
  };
  return store;
}

const OLD = makeEvent('2020-01-08', '2020-02-01T00:00:00.000Z');
const NEW = makeEvent('2020-03-11', '2020-03-12T10:00:00.000Z');

test('past events are read once, and again when there are more', async () => {
  const store = makeStore([OLD]);
  const history = new History(store);
  expect(await history.known('2026-01-01T00:00:00Z')).toEqual([OLD]);
  await Promise.all([history.known('2026-01-01T00:00:00Z'), history.known('2020-01-01T00:00:00Z')]);
  expect(store.reads).toBe(1);
  store.events = [OLD, NEW];
  expect(await history.known('2026-01-01T00:00:00Z')).toEqual([OLD, NEW]);
  expect(store.reads).toBe(2);
});

test.each([
  ['2020-01-31T23:59:59.999Z', []],
  ['2020-02-01T00:00:00Z', [OLD]],
  ['2020-03-12T09:59:59.999Z', [OLD]],
  ['2020-03-12T11:00:00+01:00', [OLD, NEW]],
])('as of %s, what had been told by then', async (asOf, known) => {
  expect(await new History(makeStore([OLD, NEW])).known(asOf)).toEqual(known);
});

test('a day that has not begun is not known, though it was told', async () => {
  const planned = makeEvent('2020-06-01', '2020-02-01T00:00:00.000Z');
  const history = new History(makeStore([OLD, planned]));
  expect(await history.known('2020-05-31T23:59:59.999Z')).toEqual([OLD]);
  expect(await history.known('2020-06-01T00:00:00.000Z')).toEqual([OLD, planned]);
});

test('a reading that failed is tried again', async () => {
  const store = makeStore([OLD]);
  store.isBroken = true;
  const history = new History(store);
  await expect(history.known('2026-01-01T00:00:00Z')).rejects.toThrow('the disk failed');
  store.isBroken = false;
  expect(await history.known('2026-01-01T00:00:00Z')).toEqual([OLD]);
});
