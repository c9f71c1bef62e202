import { expect, test } from 'vitest';
import { hashBytes } from '../archive.ts';
import { makeEntry } from '../fixtures.ts';
import { find, put, setClock, store, titles } from './tested.suite.ts';

export function describeVersions(): void {
  const url = 'https://news.example/story';

  test('counts the texts seen at one address', async () => {
    const first = await put({ seed: 1, url, title: 'First' });
    const second = await put({ seed: 2, url: `${url}#live`, title: 'Second', seen: '2026-03-02T00:00:00Z' });
    const third = await put({
      seed: 3,
      url: `${url}?fbclid=x`,
      title: 'Third',
      seen: '2026-03-03T00:00:00Z',
    });
    expect(second.outcomes[0]).toMatchObject({
      status: 'changed',
      document: { version: 2 },
      previous: first.entries[0]!.reading.document.id,
    });
    expect(third.outcomes[0]).toMatchObject({ status: 'changed', document: { version: 3 } });
    for (const { entries } of [first, second, third]) {
      const versions = await store.getVersions(entries[0]!.reading.document.id);
      expect(versions.map((row) => [row.title, row.version])).toEqual([['First', 1], ['Second', 2], ['Third', 3]]); // biome-ignore format: one line
    }
    expect((await store.getDocument(third.entries[0]!.reading.document.id))?.version).toBe(3);
    expect(titles((await store.listDocuments({ versions: 'latest' })).rows)).toEqual(['Third']);
    expect(await store.count()).toMatchObject({ documents: 3 });
  });

  test('knows a text that comes back, and counts on from there', async () => {
    await put({ seed: 1, url });
    await put({ seed: 2, url, seen: '2026-03-02T00:00:00Z' });
    const back = await put({ seed: 1, url, seen: '2026-03-03T00:00:00Z' });
    expect(back.outcomes[0]).toMatchObject({ status: 'unchanged', document: { version: 1 } });
    const next = await put({ seed: 3, url, seen: '2026-03-04T00:00:00Z' });
    expect(next.outcomes[0]).toMatchObject({
      document: { version: 3 },
      previous: back.entries[0]!.reading.document.id,
    });
  });

  test('counts the texts of one file name, but not those of standard input', async () => {
    await put({ seed: 1, file: 'report.html' }, { seed: 2, file: '-' });
    const { outcomes } = await put({ seed: 3, file: 'report.html' }, { seed: 4, file: '-' }, { seed: 5 });
    expect(outcomes.map(({ status, document }) => [status, document.version])).toEqual([
      ['changed', 2],
      ['added', 1],
      ['added', 1],
    ]);
  });

  test('tells addresses apart that differ in what matters', async () => {
    await put({ seed: 1, url: 'https://news.example/story?id=1' });
    const { outcomes } = await put({ seed: 2, url: 'https://news.example/story?id=2' });
    expect(outcomes[0]?.status).toBe('added');
  });
}

export function describeRereading(): void {
  test('takes the reading of a newer engine and keeps the older one', async () => {
    const { entries } = await put({ seed: 1, engine: 'tocsin 0.1.0', stance: 'fears' });
    const { id } = entries[0]!.reading.document;
    setClock('2026-03-09T10:00:00.000Z');
    const newer = await put({ seed: 1, engine: 'tocsin 0.2.0', stance: 'denies' });
    expect(newer.outcomes[0]).toMatchObject({ status: 'unchanged', reread: true, document: { version: 1 } });
    expect((await store.getReading(id))?.engine).toBe('tocsin 0.2.0');
    expect((await store.getReading(id, '2026-03-05'))?.engine).toBe('tocsin 0.1.0');
    expect((await store.listDocuments({ stance: 'fears' })).rows).toHaveLength(0);
    expect((await store.listDocuments({ stance: 'fears', asOf: '2026-03-05' })).rows).toHaveLength(1);
    expect(await store.count()).toMatchObject({ documents: 1, claims: 14 });
    expect(await find(entries[0]!.reading.document.title!)).toHaveLength(1);
  });

  test('does not go back to an older engine, nor keep the same reading twice', async () => {
    await put({ seed: 1, engine: 'tocsin 0.2.0' });
    for (const engine of ['tocsin 0.1.9', 'tocsin 0.2.0']) {
      const { outcomes, entries } = await put({ seed: 1, engine });
      expect(outcomes[0]).toEqual({ status: 'unchanged', document: entries[0]!.reading.document });
      expect((await store.getReading(entries[0]!.reading.document.id))?.engine).toBe('tocsin 0.2.0');
    }
  });

  test('takes a date that somebody vouches for', async () => {
    await put({ seed: 1, published: '2020-12' });
    const { outcomes, entries } = await put({ seed: 1, published: '2020-12-11', publishedEvidence: 'given' });
    expect(outcomes[0]).toMatchObject({ status: 'unchanged', reread: true });
    expect((await store.getDocument(entries[0]!.reading.document.id))?.published).toBe('2020-12-11');
  });

  test('takes an address that somebody vouches for, and leaves it when the page is met elsewhere', async () => {
    const { entries } = await put({ seed: 1, file: 'one.html' });
    const { id } = entries[0]!.reading.document;
    setClock('2026-03-09T10:00:00.000Z');
    const given = makeEntry({ seed: 1, url: 'https://a.example/story' });
    const [outcome] = await store.put([{ ...given, isUrlGiven: true }]);
    expect(outcome).toMatchObject({ status: 'unchanged', reread: true });
    expect((await store.getDocument(id))?.url).toBe('https://a.example/story');
    expect((await store.getDocument(id, '2026-03-05'))?.url).toBeUndefined();
    const mirror = await put({ seed: 1, url: 'https://mirror.example/story' });
    expect(mirror.outcomes[0]).not.toHaveProperty('reread');
    expect((await store.getDocument(id))?.url).toBe('https://a.example/story');
    const changed = await put({ seed: 2, url: 'https://a.example/story', seen: '2026-03-10T00:00:00Z' });
    expect(changed.outcomes[0]).toMatchObject({ status: 'changed', previous: id, document: { version: 2 } });
  });

  test('takes the outlet that somebody vouches for last, even one named before', async () => {
    const html = '<article>a page without a name on it</article>';
    const text = 'The harbour master said that the pier was closed.';
    const seen = '2026-03-01T08:00:00Z';
    const name = (outlet: string, outletEvidence = 'given') => put({ seed: 1, html, text, title: 'Pier', seen, outlet, outletEvidence }); // biome-ignore format: one line
    await name('pier.example', 'address');
    for (const [index, outlet] of ['Delta Times', 'Harbour Post', 'Delta Times'].entries()) {
      setClock(`2026-03-1${index}T10:00:00.000Z`);
      const { outcomes } = await name(outlet);
      expect(outcomes[0]).toMatchObject({ status: 'changed', document: { outlet, version: 1 } });
      const { rows } = await store.listDocuments({});
      expect(rows.map((row) => row.outlet)).toEqual([outlet]);
    }
    setClock('2026-03-20T10:00:00.000Z');
    expect((await name('Delta Times')).outcomes[0]).toEqual(
      expect.objectContaining({
        status: 'unchanged',
        document: expect.objectContaining({ outlet: 'Delta Times' }),
      }),
    );
    expect((await name('pier.example', 'address')).outcomes[0]).not.toHaveProperty('reread');
    const known = async (asOf: string) => (await store.listDocuments({ asOf })).rows.map((row) => row.outlet);
    expect(await known('2026-03-05')).toEqual(['pier.example']);
    expect(await known('2026-03-11')).toEqual(['Harbour Post']);
    expect(await known('2026-03-12')).toEqual(['Delta Times']);
    expect((await store.findByBytes(hashBytes(Buffer.from(html))))?.outlet).toBe('Delta Times');
    expect(await store.count()).toMatchObject({ pages: 1, sightings: 3 });
  });

  test('lets a text step back of which a newer engine makes another', async () => {
    const html = '<article>the same bytes</article>';
    const url = 'https://news.example/a';
    const old = await put({ seed: 1, html, url, title: 'Old', engine: 'tocsin 0.1.0' });
    setClock('2026-03-09T10:00:00.000Z');
    const now = await put({ seed: 2, html, url, title: 'New', engine: 'tocsin 0.2.0' });
    const { id } = old.entries[0]!.reading.document;
    expect(now.outcomes[0]).toMatchObject({ status: 'changed', previous: id, document: { version: 1 } });
    expect(titles((await store.listDocuments({})).rows)).toEqual(['New']);
    expect(titles((await store.listDocuments({ asOf: '2026-03-05' })).rows)).toEqual(['Old']);
    expect((await store.findByBytes(now.entries[0]!.page.hash))?.title).toBe('New');
    expect((await store.getDocument(id))?.title).toBe('Old');
    const older = await put({ seed: 3, html, url, engine: 'tocsin 0.1.0' });
    expect(older.outcomes[0]).toMatchObject({ status: 'unchanged', document: { title: 'New' } });
  });
}
