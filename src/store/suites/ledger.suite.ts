import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../model/forecast.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { makeForecast, makeLedger, makeSettlement } from './made.suite.ts';
import { refusal, store } from './tested.suite.ts';

const asOf = '2026-03-01T10:00:00.000Z';
const harbour = makeForecast('harbour', asOf);
const border = makeForecast('border', asOf);

const exportAll = async () => {
  const lines: string[] = [];
  for await (const line of store.exportLedger()) lines.push(line);
  return lines;
};
const numbers = (entries: readonly LedgerEntry[]) => entries.map(({ number }) => number);

export function describeLedger(): void {
  test('gives entries back as they came, and each line as canonical JSON', async () => {
    const [first, second] = makeLedger([harbour, border]) as [LedgerEntry, LedgerEntry];
    const [third] = makeLedger([makeSettlement(first)], second);
    await store.appendLedger([first, second]);
    await store.appendLedger([third!]);
    expect(await store.listLedger()).toEqual([first, second, third]);
    expect(await exportAll()).toEqual([first, second, third].map(canonicalJson));
  });

  test('lists by problem, number, time of filing and limit', async () => {
    const [first, ...rest] = makeLedger([harbour, border, harbour, border, harbour]) as [LedgerEntry];
    await store.appendLedger([first, ...rest]);
    await store.appendLedger(makeLedger([makeSettlement(first)], rest.at(-1)));
    expect(numbers(await store.listLedger({ problem: 'harbour' }))).toEqual([1, 3, 5, 6]);
    expect(numbers(await store.listLedger({ problem: 'harbour', after: 1, limit: 2 }))).toEqual([3, 5]);
    expect(numbers(await store.listLedger({ asOf: '2026-03-01T14:00:00Z' }))).toEqual([1, 2, 3]);
    expect(numbers(await store.listLedger({ asOf: '2026-03-01' }))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbers(await store.listLedger({ asOf: '2026-02-28' }))).toEqual([]);
    await expect(store.listLedger({ asOf: 'soon' })).rejects.toMatchObject(refusal);
  });

  test('refuses entries that do not follow, and keeps none of them', async () => {
    const [first, second, third] = makeLedger([harbour, border, harbour]) as [
      LedgerEntry,
      LedgerEntry,
      LedgerEntry,
    ];
    await expect(store.appendLedger([second])).rejects.toMatchObject(refusal);
    await expect(store.appendLedger([first, third])).rejects.toMatchObject(refusal);
    expect(await store.listLedger()).toEqual([]);
    await store.appendLedger([first]);
    await expect(store.appendLedger([first])).rejects.toThrow(/does not follow.*number 1, sha256:/u);
    const [other] = makeLedger([border], { ...first, hash: third.hash });
    await expect(store.appendLedger([other!])).rejects.toMatchObject(refusal);
    await store.appendLedger([second, third]);
    expect(await store.listLedger()).toHaveLength(3);
  });

  test('refuses an entry whose hash is not its own, or which canonical JSON cannot say', async () => {
    const [entry] = makeLedger([harbour]) as [LedgerEntry];
    const changed = { ...entry, content: { ...harbour, horizon: 30 } };
    await expect(store.appendLedger([changed])).rejects.toThrow(/ledger entry 1: its hash is not its own/u);
    const broken = { ...entry, content: { ...harbour, horizon: Number.NaN } };
    await expect(store.appendLedger([broken])).rejects.toThrow(/NaN.*Make the entry again/u);
    expect(await exportAll()).toEqual([]);
  });

  test('of two that follow the same entry takes the first', async () => {
    const [first] = makeLedger([harbour]) as [LedgerEntry];
    await store.appendLedger([first]);
    const two = [harbour, border].map((content) => makeLedger([content], first));
    const ends = await Promise.allSettled(two.map((entries) => store.appendLedger(entries)));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.listLedger()).toHaveLength(2);
  });

  test('takes none and is empty at first', async () => {
    await store.appendLedger([]);
    expect(await store.listLedger()).toEqual([]);
    expect(await exportAll()).toEqual([]);
  });

  test('lists and exports more than goes into one message', async () => {
    const entries = makeLedger(Array.from({ length: 1201 }, () => harbour));
    await store.appendLedger(entries);
    expect(await store.listLedger()).toEqual(entries);
    expect(await exportAll()).toHaveLength(1201);
    expect(numbers(await store.listLedger({ limit: 700, after: 400 })).at(-1)).toBe(1100);
  });
}
