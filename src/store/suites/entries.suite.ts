import { expect, test } from 'vitest';
import type { SavedSearch } from '../../model/saved-search.ts';
import type { EntryOptions } from '../fixtures.ts';
import type { EntryFilter, EntryHit, StoredReport } from '../store.ts';
import { makeReport } from './made.suite.ts';
import { put, refusal, setClock, store } from './tested.suite.ts';

/** Puts pages and reports them; `change` makes the reports tell more. */
async function report(
  options: readonly EntryOptions[],
  change: (made: StoredReport, index: number) => StoredReport = (made) => made,
) {
  const { entries } = await put(...options);
  const waiting = await store.listUnreported(1000);
  await store.putReports(waiting.map((each, index) => change(makeReport(each), index)));
  return entries;
}

const findClaims = async (filter: EntryFilter) =>
  (await store.searchEntries({ of: 'claim', ...filter })).rows;
const findEvents = async (filter: EntryFilter) =>
  (await store.searchEntries({ of: 'event', ...filter })).rows;
const listTitles = (rows: readonly EntryHit[]) => rows.map(({ title }) => title);

/** The first event of each report has these parties and is told to be there. */
const withParties = (made: StoredReport): StoredReport => {
  const [first] = made.report.statements;
  const [mention] = first!.mentions;
  const told = {
    ...mention!,
    plover: { ...mention!.plover, mode: 'aerial' },
    actors: [{ name: 'Harakat al-Nur', type: 'group' as const, record: 'register:al-nur' }],
    where: { name: 'Port Sayeh', country: 'YE', precision: 'city' as const },
    when: { from: '2026-02-10', to: '2026-02-11', precision: 'day' as const },
  };
  return { ...made, report: { ...made.report, statements: [{ ...first!, mentions: [told] }] } };
};

export function describeEntries(): void {
  test('finds claims and events by their words, newest publication first, and marks these', async () => {
    const [, later] = await report([
      { seed: 1, title: 'Old', text: 'The convoy left.', published: '2026-01-01' },
      { seed: 2, title: 'New', text: 'Nobody saw the convoy.', published: '2026-02-01' },
      { seed: 3, title: 'Other', text: 'Rain is expected.', published: '2026-02-02' },
    ]);
    const rows = await findClaims({ query: 'CONVOY' });
    expect(listTitles(rows)).toEqual(['New', 'Old']);
    expect(rows[0]).toMatchObject({
      ...{ kind: 'claim', id: 'c1', document: later!.reading.document.id, published: '2026-02-01' },
      snippet: { text: 'Nobody saw the convoy.', marks: [{ start: 15, end: 21 }] },
    });
    expect(await findEvents({ query: 'convoy -left' })).toMatchObject([
      { kind: 'event', id: 'v1', claim: 'c1' },
    ]);
    expect(listTitles(await findClaims({ query: '"the convoy"' }))).toEqual(['New', 'Old']);
    expect(listTitles(await findClaims({ query: 'conv* left' }))).toEqual(['Old']);
    expect(listTitles(await findClaims({}))).toEqual(['Other', 'New', 'Old']);
  });

  test.each([
    ...[
      '',
      '"',
      '""',
      '* *',
      'NOT',
      'a OR',
      'words : x',
      '^convoy',
      '{words} : convoy',
      "'; drop table claim_entry",
    ],
    ...[
      '-convoy',
      'NEAR(convoy left)',
      '(convoy',
      'convoy)',
      'a* b* c*',
      '\uE000s',
      '-'.repeat(900),
      '"a '.repeat(300),
    ],
  ])('takes whatever is typed: %s', async (query) => {
    await report([{ seed: 1, text: 'The convoy left.' }]);
    expect(Array.isArray(await findClaims({ query }))).toBe(true);
  });

  test('filters by what is said, who takes part, and where', async () => {
    await report(
      [
        { seed: 1, title: 'One', text: 'It was hit.', stance: 'denies', outlet: 'Delta Times', eventType: 'ASSAULT', realis: 'denied' },
        { seed: 2, title: 'Two', text: 'It was closed.', stance: 'asserts', outlet: 'Harbour Post', eventType: 'PROTEST', realis: 'occurred' },
      ], // biome-ignore format: a table
      (made, index) => (index === 0 ? withParties(made) : made),
    );
    const filters: readonly EntryFilter[] = [
      ...[{ stance: 'denies' }, { outlet: 'Delta Times' }, { outlets: ['Delta Times', 'Nobody'] }],
      ...[{ eventType: 'ASSAULT' }, { realis: 'denied' }, { eventType: 'ASSAULT', realis: 'denied' }],
      ...[{ mode: 'aerial' }, { country: 'ye' }, { actor: 'register:al-nur' }, { actorName: 'al-nur' }],
      ...[{ place: 'port sayeh' }, { query: 'hit', place: 'sayeh', actorName: 'harakat' }],
    ];
    for (const filter of filters) {
      expect(listTitles(await findClaims(filter)), JSON.stringify(filter)).toEqual(['One']);
      expect(listTitles(await findEvents(filter)), JSON.stringify(filter)).toEqual(['One']);
    }
    const nothing: readonly EntryFilter[] = [
      ...[{ eventType: 'PROTEST', realis: 'denied' }, { outlets: [] }, { actorName: 'sayeh' }],
      ...[{ place: 'harakat' }, { actor: 'register:nobody' }, { language: 'de' }],
    ];
    for (const filter of nothing) expect(await findClaims(filter), JSON.stringify(filter)).toEqual([]);
    expect((await findClaims({ certainty: 'certain' })).length).toBe(2);
  });

  test('knows documents by what their reports say', async () => {
    await report(
      [
        { seed: 1, title: 'One', text: 'It was hit.' },
        { seed: 2, text: 'It was closed.' },
      ],
      (made, index) => (index === 0 ? withParties(made) : made),
    );
    for (const filter of [{ actor: 'register:al-nur' }, { mode: 'aerial' }]) {
      expect((await store.listDocuments(filter)).rows.map(({ title }) => title)).toEqual(['One']);
    }
  });

  test('filters by time: of publication, however roughly it is dated, and of the event', async () => {
    await report(
      [
        { seed: 1, title: 'Rough', text: 'It was hit.', published: '2026-02' },
        { seed: 2, title: 'Day', text: 'It was hit.', published: '2026-02-20' },
        { seed: 3, title: 'Hour', text: 'It was hit.', published: '2026-02-20T18:30:00Z' },
        { seed: 4, title: 'Older', text: 'It was hit.', published: '2025-12-31' },
      ],
      (made, index) => (index === 1 ? withParties(made) : made),
    );
    expect(listTitles(await findClaims({ from: '2026-02-20', to: '2026-02-20' }))).toEqual([
      'Hour',
      'Day',
      'Rough',
    ]);
    expect(listTitles(await findClaims({ from: '2026-03' }))).toEqual([]);
    expect(listTitles(await findClaims({ to: '2026-01' }))).toEqual(['Older']);
    expect(listTitles(await findEvents({ happensFrom: '2026-02-11', happensTo: '2026-02-12' }))).toEqual([
      'Day',
    ]);
    expect(listTitles(await findEvents({ happensFrom: '2026-02-12' }))).toEqual([]);
    await expect(findEvents({ happensFrom: 'once' })).rejects.toMatchObject(refusal);
  });

  test('sees nothing as of an instant that was kept or published after it, and of versions the latest', async () => {
    const url = 'https://news.example/story';
    await report([{ seed: 1, title: 'First', text: 'Four were hurt.', url, published: '2026-02-28' }]);
    setClock('2026-03-05T10:00:00.000Z');
    await report([
      {
        seed: 2,
        title: 'Second',
        text: 'Nine were hurt.',
        url,
        published: '2026-02-28',
        seen: '2026-03-05T09:00:00Z',
      },
      { seed: 3, title: 'Dated later', text: 'Two were hurt.', published: '2026-03-20' },
    ]);
    expect(listTitles(await findClaims({ query: 'hurt' }))).toEqual(['Dated later', 'Second', 'First']);
    expect(listTitles(await findClaims({ query: 'hurt', versions: 'latest' }))).toEqual([
      'Dated later',
      'Second',
    ]);
    const then = { query: 'hurt', asOf: '2026-03-02' };
    expect(listTitles(await findClaims(then))).toEqual(['First']);
    expect(listTitles(await findClaims({ ...then, versions: 'latest' }))).toEqual(['First']);
    expect(listTitles(await findClaims({ ...then, asOf: '2026-03-06' }))).toEqual(['Second', 'First']);
    expect((await store.countEntries('claim', then)).count).toBe(1);
    expect((await store.countEntries('claim', { ...then, asOf: '2026-02-01' })).count).toBe(0);
    expect(listTitles(await findClaims({ knownAfter: '2026-03-01T10:00:00Z' }))).toEqual([
      'Dated later',
      'Second',
    ]);
    expect(await findClaims({ knownAfter: '2026-03-05T10:00:00Z' })).toEqual([]);
    expect((await findClaims({ knownAfter: '2020-01-01' })).length).toBe(3);
  });

  test('shows of a document that was read again what the newest reading says', async () => {
    await report([{ seed: 1, text: 'It was hit.', engine: 'tocsin 0.1.0' }]);
    setClock('2026-03-09T10:00:00.000Z');
    await report([{ seed: 1, text: 'It was hit.', engine: 'tocsin 0.2.0' }]);
    expect(await findClaims({ query: 'hit' })).toMatchObject([{ knownSince: '2026-03-09T10:00:00.000Z' }]);
    expect(await findClaims({ query: 'hit', asOf: '2026-03-02' })).toMatchObject([
      { knownSince: '2026-03-01T10:00:00.000Z' },
    ]);
  });

  test('leafs through all, whatever arrives meanwhile', async () => {
    await report(
      Array.from({ length: 13 }, (_, seed) => ({ seed, text: `Watch ${seed}.`, published: '2026-02-01' })),
    );
    const leafed: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await store.searchEntries({
        of: 'claim',
        query: 'watch',
        limit: 4,
        ...(cursor && { cursor }),
      });
      leafed.push(...answer.rows.map((row) => row.snippet.text));
      cursor = answer.cursor;
      await report([{ seed: 100 + leafed.length, text: 'A later watch.', published: '2026-01-01' }]);
    } while (cursor);
    expect(leafed.toSorted()).toEqual(Array.from({ length: 13 }, (_, seed) => `Watch ${seed}.`).toSorted());
    await expect(store.searchEntries({ of: 'claim', cursor: 'nonsense' })).rejects.toMatchObject(refusal);
  });

  test('counts what is found by what it carries', async () => {
    await report([
      { seed: 1, text: 'It was hit.', stance: 'denies', outlet: 'Delta Times' },
      { seed: 2, text: 'It was hit.', stance: 'asserts', outlet: 'Delta Times' },
      { seed: 3, text: 'It was closed.', stance: 'asserts', outlet: 'Delta Times' },
    ]);
    const counted = await store.countEntries('claim', { query: 'hit' });
    expect(counted).toMatchObject({
      ...{ count: 2, isWhole: true },
      facets: { outlet: [{ value: 'Delta Times', count: 2 }], language: [{ value: 'en', count: 2 }] },
    });
    expect(counted.facets.stance).toEqual([
      { value: 'asserts', count: 1 },
      { value: 'denies', count: 1 },
    ]);
    expect(await store.countDocuments({ query: 'hit' })).toMatchObject({ count: 2, isWhole: true });
    expect((await store.countDocuments({ stance: 'asserts' })).facets.outlet).toEqual([
      { value: 'Delta Times', count: 2 },
    ]);
    expect((await store.countDocuments({ query: '-hit' })).count).toBe(0);
  });
}

export function describeSavedSearches(): void {
  const makeSaved = (id: string, rest: Partial<SavedSearch> = {}): SavedSearch => ({
    ...{ kind: 'saved search', id, name: 'Harbour', of: 'claims', terms: { q: 'harbour' }, by: 'K. Ode' },
    ...{ created: '2026-03-01T10:00:00.000Z', seen: '2026-03-01T10:00:00.000Z', ...rest },
  });

  test('keeps searches, the last form of each, in the order in which they were saved', async () => {
    await store.putSavedSearch(makeSaved('q2', { created: '2026-03-02T10:00:00.000Z' }));
    await store.putSavedSearch(makeSaved('q1'));
    await store.putSavedSearch(makeSaved('q1', { name: 'Pier' }));
    expect((await store.listSavedSearches()).map(({ id, name }) => [id, name])).toEqual([
      ['q1', 'Pier'],
      ['q2', 'Harbour'],
    ]);
    expect(await store.deleteSavedSearch('q1')).toBe(true);
    expect(await store.deleteSavedSearch('q1')).toBe(false);
    expect((await store.listSavedSearches()).map(({ id }) => id)).toEqual(['q2']);
  });
}
