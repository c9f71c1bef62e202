import { expect, test } from 'vitest';
import { makeTestForecast } from '../../test/support/ledger.ts';
import { makeEntries } from '../analyse/ledger/entries.ts';
import type { LedgerEntry } from '../model/forecast.ts';
import { LedgerReader } from './ledger-reader.ts';

test('each entry is fetched once, however many ask at once, and cut by its time of filing', async () => {
  const kept: LedgerEntry[] = [];
  const file = (problem: string, filed: string): void => {
    kept.push(...makeEntries(kept.at(-1), [makeTestForecast({ problem })], filed));
  };
  const asked: (number | undefined)[] = [];
  const ledger = new LedgerReader({
    listLedger: async ({ after = 0, limit = 0 } = {}) => {
      asked.push(after);
      await new Promise((resolve) => setTimeout(resolve, 1));
      return kept.filter(({ number }) => number > after).slice(0, limit);
    },
  });
  file('pier', '2026-03-01T00:00:00.000Z');
  file('bridge', '2026-03-02T00:00:00.000Z');
  await Promise.all([ledger.advance(), ledger.advance(), ledger.advance()]);
  expect(ledger.problems).toEqual(['pier', 'bridge']);
  expect(ledger.list('pier')).toHaveLength(1);
  file('pier', '2026-03-03T00:00:00.000Z');
  await ledger.advance();
  expect(ledger.last).toEqual(kept[2]);
  expect(asked.filter((after) => after === 0)).toHaveLength(1);
  expect(ledger.list('pier').map(({ number }) => number)).toEqual([1, 3]);
  expect(ledger.list('pier', '2026-03-02T23:59:59.999Z').map(({ number }) => number)).toEqual([1]);
  expect(ledger.listAll('2026-03-02T00:00:00.000Z').map(({ number }) => number)).toEqual([1, 2]);
  expect(ledger.listAll('2026-02-01T00:00:00.000Z')).toEqual([]);
});

test('what cannot be read is told, and tried again', async () => {
  let fails = true;
  const [entry] = makeEntries(undefined, [makeTestForecast()], '2026-03-01T00:00:00.000Z');
  const ledger = new LedgerReader({
    listLedger: async () => {
      if (fails) throw new Error('damaged');
      return ledger.last === undefined ? [entry!] : [];
    },
  });
  await expect(ledger.advance()).rejects.toThrow('damaged');
  fails = false;
  await ledger.advance();
  expect(ledger.last).toEqual(entry);
});
