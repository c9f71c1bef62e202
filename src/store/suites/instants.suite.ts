import { expect, test } from 'vitest';
import type { Hash } from '../../model/page.ts';
import { makeEntry } from '../fixtures.ts';
import { makePastEvent } from './made.suite.ts';
import { put, setClock, store, titles } from './tested.suite.ts';

/** What every method answers that can be asked as of an instant. */
async function askEverything(asOf: string, ids: readonly Hash[]) {
  const answers: unknown[] = [
    await store.count(asOf),
    await store.listHistory(asOf),
    await store.listLedger({ asOf }),
  ];
  for (const versions of ['all', 'latest'] as const) {
    for (const order of ['published', 'seen'] as const) {
      answers.push(await store.listDocuments({ asOf, versions, order }));
      answers.push(await store.listDocuments({ asOf, versions, order, from: '2020', to: '2027' }));
    }
    for (const query of ['harbour', 'planted', 'harbour -planted']) {
      answers.push(await store.search({ query, asOf, versions }));
    }
    for (const filter of [
      {},
      { outlet: 'Planted Post' },
      { language: 'fr' },
      { country: 'FR' },
      { realis: 'ordered' },
    ]) {
      answers.push(await store.getFacets({ ...filter, asOf, versions }));
    }
  }
  for (const id of ids) {
    answers.push(await store.getDocument(id, asOf), await store.getReading(id, asOf));
    answers.push(await store.getVersions(id, asOf), await store.getSightings(id, asOf));
  }
  return answers;
}

const url = 'https://news.example/harbour';
const today = { seed: 1, url, title: 'Harbour open', outlet: 'Wire', published: '2026-03-01', country: 'IQ', realis: 'denied' } as const; // biome-ignore format: one line
const planted = { seed: 2, url, title: 'Harbour planted', outlet: 'Planted Post', language: 'fr', country: 'FR', realis: 'ordered' } as const; // biome-ignore format: one line
const idOf = (options: Parameters<typeof makeEntry>[0]) => makeEntry(options).reading.document.id;

export function describeInstants(): void {
  test('sees nothing that was kept later', async () => {
    const published = '2026-02-20';
    const { entries } = await put({ seed: 1, title: 'Early', url: 'https://a.example/', published });
    setClock('2026-03-04T10:00:00.000Z');
    await put({ seed: 2, title: 'Late', url: 'https://a.example/', outlet: 'Wire', published });
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
    await put({ seed: 1, title: 'First', published: '2026-01-01' });
    setClock('2026-02-01T00:00:00.000Z');
    await put({ seed: 2, title: 'Second', published: '2026-01-01' });
    expect((await store.listDocuments({ asOf: '2026-02-15' })).rows).toEqual([]);
    expect((await store.listDocuments({ asOf: '2026-03-02' })).rows).toHaveLength(2);
  });

  test.each([
    ['kept today and dated tomorrow', '2026-03-01T12:00:00.000Z', '2026-03-02'],
    ['kept tomorrow and dated today', '2026-03-02T09:00:00.000Z', '2026-03-01'],
    ['kept today and dated a minute later', '2026-03-01T12:00:00.000Z', '2026-03-02T00:01:00Z'],
    ['kept tomorrow without a date', '2026-03-02T09:00:00.000Z', 'lately'],
  ])('answers every question of today as if there were nothing %s', async (_, kept, published) => {
    const later = { ...planted, published, seen: kept };
    const ids = [idOf(today), idOf(later), idOf({ ...later, seed: 3 })];
    await put(today);
    await store.putHistory([makePastEvent(1, '2026-02-01')]);
    const before = await askEverything('2026-03-01', ids);
    expect(JSON.stringify(before)).toContain('Harbour open');
    setClock(kept);
    await put(later, { ...later, seed: 3, url: 'https://other.example/' });
    await store.putHistory([makePastEvent(2, '2026-03-02')], '2026-03-01T12:00:00.000Z');
    await store.putHistory([makePastEvent(3, '2026-02-02')], '2026-03-02T09:00:00.000Z');
    expect(await askEverything('2026-03-01', ids)).toEqual(before);
    const after = JSON.stringify(await askEverything('2026-03-03', ids));
    expect(after).toContain('Harbour planted');
    expect(titles((await store.listDocuments({ versions: 'latest', asOf: '2026-03-03' })).rows)).not.toContain('Harbour open'); // biome-ignore format: one line
  });

  test('does not name an earlier version that is dated tomorrow', async () => {
    await put({ ...planted, published: '2026-03-02' });
    await put({ ...today, seen: '2026-03-01T09:00:00Z' });
    const hidden = idOf(planted);
    const asOf = '2026-03-01';
    const answers = JSON.stringify(await askEverything(asOf, [idOf(today)]));
    expect(answers).toContain('Harbour open');
    expect(answers).not.toContain(hidden);
    expect((await store.listDocuments({ asOf: '2026-03-02' })).rows[0]).toMatchObject({ id: hidden });
    expect((await store.getVersions(hidden))[1]).toMatchObject({ previous: hidden });
  });

  test('lets an older version stand until a later one that stepped back has none after it', async () => {
    const html = '<article>the same bytes</article>';
    await put({ ...today, published: '2026-02-20' });
    await put({ seed: 5, url, html, title: 'Second', engine: 'tocsin 0.1.0', published: '2026-02-21', seen: '2026-03-01T09:00:00Z' }); // biome-ignore format: one line
    setClock('2026-03-03T10:00:00.000Z');
    await put({ seed: 6, url, html, title: 'Second anew', engine: 'tocsin 0.2.0', published: '2026-03-20', seen: '2026-03-01T09:00:00Z' }); // biome-ignore format: one line
    const latest = async (asOf: string) =>
      titles((await store.listDocuments({ asOf, versions: 'latest' })).rows);
    expect(await latest('2026-03-02')).toEqual(['Second']);
    expect(await latest('2026-03-04')).toEqual(['Harbour open']);
    expect(await latest('2026-03-21')).toEqual(['Second anew']);
  });

  test('believes the last date that was known, not a vaguer one before it', async () => {
    const entry = { seed: 1, engine: 'tocsin 0.1.0' };
    await put({ ...entry, published: '2026-03' });
    await put({ ...entry, published: '2026-03-20', publishedEvidence: 'given' });
    const id = idOf(entry);
    expect(await store.getDocument(id, '2026-03-10')).toBeUndefined();
    expect((await store.listDocuments({ asOf: '2026-03-10' })).rows).toEqual([]);
    expect(await store.count('2026-03-10')).toMatchObject({ documents: 0, pages: 0, sightings: 0 });
    expect((await store.getDocument(id, '2026-03-20'))?.published).toBe('2026-03-20');
  });
}

export function describeReplay(): void {
  test('keeps what is gone through again as of its own time', async () => {
    const at = '2020-12-11T09:00:00Z';
    const entry = makeEntry({ ...today, published: '2020-12-11' });
    await store.put([entry], at);
    const { id } = entry.reading.document;
    expect(await store.getDocument(id, '2020-12-11T08:59:59Z')).toBeUndefined();
    expect((await store.getDocument(id, '2020-12-11'))?.title).toBe('Harbour open');
    expect((await store.listUnreported(1))[0]?.knownSince).toBe('2020-12-11T09:00:00.000Z');
    const seen = { bytes: entry.page.hash, document: id, url, seen: '2020-12-12T00:00:00.000Z' };
    await store.recordSighting(seen, '2020-12-12T00:00:00Z');
    expect(await store.getSightings(id, '2020-12-11')).toHaveLength(1);
    expect(await store.getSightings(id, '2020-12-12')).toHaveLength(2);
  });

  test('does not go back behind what is known already, nor take a time that is none', async () => {
    await put(today);
    const entry = makeEntry({ ...planted, published: '2020-12-11' });
    await expect(store.put([entry], 'then')).rejects.toThrow(/"then" is no instant/u);
    await store.put([entry], '2020-12-11');
    expect(await store.getDocument(entry.reading.document.id, '2026-02-28')).toBeUndefined();
    expect((await store.listUnreported(2)).map(({ knownSince }) => knownSince)).toEqual([
      '2026-03-01T10:00:00.000Z',
      '2026-03-01T10:00:00.000Z',
    ]);
  });

  test('knows the addresses that pages were kept from', async () => {
    await put(
      { seed: 1, url: 'https://news.example/one?id=7&utm_source=feed#top' },
      { seed: 2, file: 'a.html' },
    );
    expect(await store.hasAddress('HTTPS://news.example/one?id=7')).toBe(true);
    expect(await store.hasAddress('https://news.example/one?id=7&fbclid=x')).toBe(true);
    expect(await store.hasAddress('https://news.example/one?id=8')).toBe(false);
    expect(await store.hasAddress('https://news.example/one')).toBe(false);
    expect(await store.hasAddress('a.html')).toBe(false);
    const { entries } = await put({ seed: 3, url: 'https://first.example/' });
    const { page, reading } = entries[0]!;
    await store.recordSighting({ bytes: page.hash, document: reading.document.id, url: 'https://second.example/', seen: '2026-03-02T00:00:00Z' }); // biome-ignore format: one line
    expect(await store.hasAddress('https://second.example/')).toBe(true);
  });
}
