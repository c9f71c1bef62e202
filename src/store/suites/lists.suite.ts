import { beforeEach, expect, test } from 'vitest';
import type { Hash } from '../../model/page.ts';
import { makeEntry } from '../fixtures.ts';
import { put, store, titles } from './tested.suite.ts';

export function describeLists(): void {
  test('orders by publication, the newest first and undated ones last', async () => {
    await put(
      { seed: 1, title: 'May', published: '2021-05' },
      { seed: 2, title: 'Undated', published: 'lately' },
      { seed: 3, title: 'Evening', published: '2021-05-09T22:00:00Z' },
      { seed: 4, title: 'Noon', published: '2021-05-09T14:00:00+02:00' },
    );
    expect(titles((await store.listDocuments({})).rows)).toEqual(['Evening', 'Noon', 'May', 'Undated']);
  });

  test('orders by when a page was seen', async () => {
    await put({ seed: 1, title: 'Early', seen: '2026-01-01T00:00:00Z' });
    await put(
      { seed: 2, title: 'Late', seen: '2026-01-03T00:00:00Z' },
      { seed: 3, title: 'Middle', seen: '2026-01-02T00:00:00Z' },
    );
    expect(titles((await store.listDocuments({ order: 'seen' })).rows)).toEqual(['Late', 'Middle', 'Early']);
  });

  test('shows enough to choose by', async () => {
    const { entries } = await put({ seed: 1, url: 'https://news.example/a', published: '2021-05' });
    const { document } = entries[0]!.reading;
    const [row] = (await store.listDocuments({})).rows;
    const { id, version, title, outlet, url, published, seen, language } = document;
    expect(row).toMatchObject({
      id,
      version,
      title,
      outlet,
      url,
      published,
      seen,
      language,
      claims: 14,
      events: 14,
    });
    expect(row && 'previous' in row).toBe(false);
    expect(document.text.startsWith(row!.excerpt.slice(0, 50))).toBe(true);
    expect(row!.excerpt.length).toBeLessThan(300);
  });

  test('leafs through all rows without doubling or leaving out any, whatever arrives meanwhile', async () => {
    await put(
      ...Array.from({ length: 23 }, (_, seed) => ({ seed, published: `2021-05-${(seed % 4) + 10}` })),
    );
    const whole = (await store.listDocuments({ limit: 100 })).rows;
    for (const order of ['published', 'seen'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      let extra = 100;
      do {
        const answer = await store.listDocuments({ limit: 5, order, ...(cursor && { cursor }) });
        seen.push(...answer.rows.map((row) => row.id));
        cursor = answer.cursor;
        await put({ seed: extra++ + order.length * 50, published: '2021-05-11' });
      } while (cursor);
      const known = new Set(whole.map((row) => row.id));
      expect(seen.filter((id) => known.has(id as Hash))).toHaveLength(23);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  test('leafs on in what was there when a newer reading comes in between', async () => {
    await put(...Array.from({ length: 6 }, (_, seed) => ({ seed, published: '2021-05-10' })));
    const first = await store.listDocuments({ limit: 3 });
    await put(
      ...Array.from({ length: 6 }, (_, seed) => ({ seed, published: '2021-05-10', engine: 'tocsin 9.0.0' })),
    );
    const second = await store.listDocuments({ limit: 3, cursor: first.cursor! });
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(6);
    expect(second.cursor).toBeUndefined();
  });

  test('has no cursor after the last row', async () => {
    await put({ seed: 1 }, { seed: 2 });
    expect((await store.listDocuments({ limit: 2 })).cursor).toBeUndefined();
    expect((await store.listDocuments({ limit: 0 })).rows).toHaveLength(1);
  });
}

export function describeFilters(): void {
  const list = async (filter: object) => titles((await store.listDocuments(filter)).rows).sort();

  beforeEach(() =>
    put(
      { seed: 1, title: 'A', outlet: 'Wire', language: 'en', published: '2021-05-09', country: 'IQ', eventType: 'ASSAULT', realis: 'denied', stance: 'denies' },
      { seed: 2, title: 'B', outlet: 'Wire', language: 'fr', published: '2021-05', country: 'SY', eventType: 'ASSAULT', realis: 'occurred', stance: 'asserts' },
      { seed: 3, title: 'C', outlet: 'Post', language: 'en', published: '2022', country: 'IQ', eventType: 'PROTEST', realis: 'denied', stance: 'fears' },
      { seed: 4, title: 'D', outlet: 'Post', language: 'en', published: 'unknown', country: 'US', eventType: 'AID', realis: 'ordered', stance: 'fears' },
    ).then(() => undefined),
  ); // biome-ignore format: a table

  test.each([
    [{ outlet: 'Wire' }, ['A', 'B']],
    [{ language: 'fr' }, ['B']],
    [{ eventType: 'ASSAULT' }, ['A', 'B']],
    [{ realis: 'denied' }, ['A', 'C']],
    [{ eventType: 'ASSAULT', realis: 'denied' }, ['A']],
    [{ stance: 'fears' }, ['C', 'D']],
    [{ country: 'IQ' }, ['A', 'C']],
    [{ country: 'iq' }, ['A', 'C']],
    [{ outlet: 'Post', country: 'IQ' }, ['C']],
    [{ outlet: "Wire' or 1=1 --" }, []],
    [{ from: '2021-05-10' }, ['B', 'C']],
    [{ from: '2021-06' }, ['C']],
    [{ to: '2021-05-09' }, ['A', 'B']],
    [{ to: '2021-04' }, []],
    [{ from: '2021-05-09T00:00:00Z', to: '2021-05-09' }, ['A', 'B']],
    [{ from: '2000' }, ['A', 'B', 'C']],
  ])('%j', async (filter, expected) => expect(await list(filter)).toEqual(expected));

  test('holds for searches and facets too', async () => {
    const { entries } = await put(
      { seed: 5, title: 'Shared word here', outlet: 'Wire', realis: 'occurred' },
      { seed: 6, title: 'Shared word there', outlet: 'Post', realis: 'occurred' },
    );
    const hits = await store.search({ query: 'shared', outlet: 'Post' });
    expect(hits.rows.map((row) => row.id)).toEqual([entries[1]!.reading.document.id]);
    expect((await store.getFacets({ outlet: 'Post', realis: 'denied' })).eventTypes).toContainEqual({
      value: 'PROTEST',
      count: 1,
    });
  });

  test('wants one event with both type and realis, not two', async () => {
    const entry = makeEntry({ seed: 9, title: 'E', eventType: 'SANCTION', realis: 'ordered', sentences: 2 });
    const [one, two] = entry.reading.events;
    const events = [
      { ...one!, realis: 'denied' as const },
      { ...two!, plover: { type: 'COERCE' as const, contexts: [] } },
    ];
    await store.put([{ ...entry, reading: { ...entry.reading, events } }]);
    expect(await list({ eventType: 'SANCTION', realis: 'denied' })).toEqual(['E']);
    expect(await list({ eventType: 'SANCTION', realis: 'ordered' })).toEqual([]);
  });
}
