import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatAnyAlert } from '../disseminate/alert/text.ts';
import type { SearchAlert } from '../model/alert.ts';
import { openEmbeddedStore } from '../store/embedded/embedded.ts';
import { type EntryOptions, makeEntry } from '../store/fixtures.ts';
import type { Store } from '../store/store.ts';
import { makeReport } from '../store/suites/made.suite.ts';
import { MOST_A_DAY, SearchWatch } from './search-watch.ts';
import { makeSearching } from './searching.ts';

let folder: string;
let store: Store;
let now: string;
let told: SearchAlert[];
let watch: SearchWatch;

const searching = () =>
  makeSearching({
    store,
    now: () => now,
    weigh: async () => ({ weigh: () => ({ story: 's1', grade: 'B' }), listOutlets: () => ['Delta Times'] }),
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-watch-'));
  now = '2026-03-01T10:00:00.000Z';
  store = await openEmbeddedStore({ folder, now: () => now });
  told = [];
  const alerts = { tellFound: async (alert: SearchAlert) => void told.push(alert) };
  watch = new SearchWatch({ store, searching: searching(), alerts });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Keeps pages and reports them, each with one claim on one incident. */
async function add(at: string, pages: readonly (EntryOptions & { readonly incident?: string })[]) {
  now = at;
  await store.put(pages.map(makeEntry));
  const waiting = await store.listUnreported(100);
  const made = waiting.map((each, index) => {
    const { report, trace } = makeReport(each);
    const [statement] = report.statements;
    const { incident: _, ...mention } = statement!.mentions[0]!;
    const incident = pages[index]!.incident;
    const mentions = incident === undefined ? [] : [{ ...mention, incident }];
    return { trace, report: { ...report, statements: [{ ...statement!, mentions }] } };
  });
  await store.putReports(made);
}

const save = (isAlert = true) =>
  searching().saveSearch({ name: 'Pier', of: 'claims', terms: { q: 'pier' }, by: 'K. Ode', isAlert });

test('tells of one happening once, however many articles tell of it and whenever', async () => {
  await add('2026-03-01T10:00:00.000Z', [{ seed: 1, text: 'The pier stood.', incident: 'i1' }]);
  now = '2026-03-01T11:00:00.000Z';
  await save();
  await add('2026-03-01T12:00:00.000Z', [
    { seed: 2, text: 'The pier was hit.', incident: 'i2' },
    { seed: 3, text: 'A pier was hit, says another.', incident: 'i2' },
    { seed: 4, text: 'The pier is old.' },
    { seed: 5, text: 'It rained.', incident: 'i5' },
  ]);
  await watch.look('2026-03-01T12:05:00.000Z');
  expect(told.map(({ happening, count }) => [happening.type, happening.id, count])).toEqual(
    expect.arrayContaining([
      ['incident', 'i2', 2],
      ['story', 's1', 1],
    ]),
  );
  expect(told).toHaveLength(2);
  await add('2026-03-01T13:00:00.000Z', [{ seed: 6, text: 'Again the pier that was hit.', incident: 'i2' }]);
  await watch.look('2026-03-01T13:05:00.000Z');
  expect(told).toHaveLength(2);
  const [first] = told.filter(({ happening }) => happening.id === 'i2');
  expect(formatAnyAlert(first!)).toMatch(/^TLP:AMBER {2}Saved search: Pier\n.*2 hits on one happening/u);
  expect(first).toMatchObject({ title: 'Pier', problem: expect.stringMatching(/^search:q/u) });
});

test('tells of no more than so many a day, and says how many it leaves out', async () => {
  await save();
  const pages = Array.from({ length: MOST_A_DAY + 3 }, (_, seed) => ({
    seed,
    text: `Pier ${seed} was hit.`,
    incident: `i${seed}`,
  }));
  await add('2026-03-01T12:00:00.000Z', pages);
  await watch.look('2026-03-01T12:05:00.000Z');
  expect(told).toHaveLength(MOST_A_DAY);
  expect(told.map(({ untold }) => untold).filter((untold) => untold !== undefined)).toEqual([3]);
  await add('2026-03-01T14:00:00.000Z', [{ seed: 90, text: 'Another pier was hit.', incident: 'i90' }]);
  await watch.look('2026-03-01T14:05:00.000Z');
  expect(told).toHaveLength(MOST_A_DAY);
  await add('2026-03-02T08:00:00.000Z', [{ seed: 91, text: 'The last pier was hit.', incident: 'i91' }]);
  await watch.look('2026-03-02T08:05:00.000Z');
  expect(told).toHaveLength(MOST_A_DAY + 1);
});

test('is silent unless it is asked to tell, and counts what is new since somebody looked', async () => {
  const { id } = await save(false);
  await add('2026-03-01T12:00:00.000Z', [{ seed: 1, text: 'The pier was hit.', incident: 'i1' }]);
  await watch.look('2026-03-01T12:05:00.000Z');
  expect(told).toEqual([]);
  expect(await searching().listSavedSearches()).toMatchObject([{ id, news: { count: 1, isWhole: true } }]);
  now = '2026-03-01T12:10:00.000Z';
  await searching().changeSearch(id, { isSeen: true, name: 'Old pier', isAlert: true });
  expect(await searching().listSavedSearches()).toMatchObject([{ name: 'Old pier', news: { count: 0 } }]);
  await watch.look('2026-03-01T12:20:00.000Z');
  expect(told).toEqual([]);
});

test('joins filters by grade and origins with what the picture says', async () => {
  await add('2026-03-01T10:00:00.000Z', [
    { seed: 1, text: 'The pier stood.', outlet: 'Delta Times', incident: 'i1' },
    { seed: 2, text: 'The pier fell.', outlet: 'Harbour Post', incident: 'i2' },
  ]);
  const find = async (terms: Readonly<Record<string, string>>) =>
    (await searching().search({ of: 'claims', terms })).rows.map(({ outlet }) => outlet);
  expect(await find({ q: 'pier', grade: 'B' })).toEqual(['Delta Times']);
  expect(await find({ q: 'pier', origins: '1' })).toEqual([]);
  expect((await searching().countFound({ of: 'claims', terms: { q: 'pier' } })).count).toBe(2);
});
