import { expect, test } from 'vitest';
import { put, setClock, store, titles } from './tested.suite.ts';

export function describeInstants(): void {
  test('sees nothing that was kept later', async () => {
    const { entries } = await put({ seed: 1, title: 'Early', url: 'https://a.example/' });
    setClock('2026-03-04T10:00:00.000Z');
    await put({ seed: 2, title: 'Late', url: 'https://a.example/', outlet: 'Wire' });
    const asOf = '2026-03-02';
    const { id } = entries[0]!.reading.document;
    expect(titles((await store.listDocuments({ asOf })).rows)).toEqual(['Early']);
    expect(titles((await store.listDocuments({ asOf, versions: 'latest' })).rows)).toEqual(['Early']);
    expect(titles(await store.getVersions(id, asOf))).toEqual(['Early']);
    expect(titles((await store.search({ query: 'early', asOf })).rows)).toEqual(['Early']);
    expect((await store.search({ query: 'late', asOf })).rows).toEqual([]);
    expect((await store.getFacets({ asOf, outlet: 'Wire' })).languages).toEqual([]);
    expect(await store.count(asOf)).toMatchObject({ documents: 1, pages: 1, sightings: 1, claims: 14 });
    expect(await store.getDocument(id, '2026-02-28')).toBeUndefined();
    expect((await store.listDocuments({ asOf: '2026-02-28' })).rows).toEqual([]);
    expect(titles((await store.listDocuments({ asOf: '2026-03-04T10:00:00Z' })).rows)).toHaveLength(2);
  });

  test('never knows earlier what came later, even where the clock is set back', async () => {
    await put({ seed: 1, title: 'First' });
    setClock('2026-02-01T00:00:00.000Z');
    await put({ seed: 2, title: 'Second' });
    expect((await store.listDocuments({ asOf: '2026-02-15' })).rows).toEqual([]);
    expect((await store.listDocuments({ asOf: '2026-03-02' })).rows).toHaveLength(2);
  });
}
