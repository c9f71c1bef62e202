import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Hash } from '../model/page.ts';
import { hashBytes } from './archive.ts';
import { type EntryOptions, makeEntry } from './fixtures.ts';
import type { SearchHit, Store } from './store.ts';

/** Opens an empty store whose clock is handed in; `dispose` removes it after it was closed. */
export type OpenStore = (
  now: () => string,
) => Promise<{ readonly store: Store; readonly dispose: () => Promise<void> }>;

/** By its name: a store that was compiled apart has an error class of its own. */
const refusal = { name: 'StoreError', remedy: expect.stringMatching(/\w/u) };

let clock: string;
let store: Store;
let dispose: () => Promise<void>;

const put = async (...options: EntryOptions[]) => {
  const entries = options.map(makeEntry);
  return { entries, outcomes: await store.put(entries) };
};
const titles = (rows: readonly { readonly title?: string }[]) => rows.map((row) => row.title);
const find = async (query: string) => titles((await store.search({ query })).rows);

/** What every form of the store must do: the one meaning of the interface. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    beforeEach(async () => {
      clock = '2026-03-01T10:00:00.000Z';
      ({ store, dispose } = await open(() => clock));
    });
    afterEach(async () => {
      await store.close().catch(() => undefined); // Some tests have closed it.
      await dispose();
    });
    describe('keeping', describeKeeping);
    describe('versions', describeVersions);
    describe('readings of newer engines', describeRereading);
    describe('lists', describeLists);
    describe('filters', describeFilters);
    describe('search', describeSearch);
    describe('search in other scripts', describeScripts);
    describe('facets, counts and settings', describeTotals);
    describe('asking as of an instant', describeInstants);
    describe('errors', describeErrors);
  });
}

function describeKeeping(): void {
  test('gives back the reading as it came', async () => {
    const { entries, outcomes } = await put({ seed: 1, url: 'https://news.example/one' });
    const [{ page, reading }] = entries as [(typeof entries)[0]];
    expect(outcomes).toEqual([{ status: 'added', document: reading.document }]);
    expect(await store.getReading(reading.document.id)).toEqual(reading);
    expect(await store.getDocument(reading.document.id)).toEqual(reading.document);
    expect(await store.findByBytes(page.hash)).toEqual(reading.document);
    expect(Buffer.from((await store.getPageContent(page.hash))!)).toEqual(Buffer.from(page.content));
  });

  test('keeps any characters that a page may hold', async () => {
    const text = 'Halves \ud800 of \udc00 characters, \u0000 zero, 😀 and "quotes" \\ stay.';
    const { entries } = await put({ seed: 2, text, title: 'Odd \u0001 😀' });
    const kept = await store.getReading(entries[0]!.reading.document.id);
    expect(kept).toEqual(entries[0]!.reading);
  });

  test('knows nothing of what it was not given', async () => {
    const hash = hashBytes(Buffer.from('unknown'));
    expect(await store.getDocument(hash)).toBeUndefined();
    expect(await store.getReading(hash)).toBeUndefined();
    expect(await store.findByBytes(hash)).toBeUndefined();
    expect(await store.getPageContent(hash)).toBeUndefined();
    expect(await store.getVersions(hash)).toEqual([]);
    expect(await store.getSightings(hash)).toEqual([]);
    expect(await store.listDocuments({})).toEqual({ rows: [] });
  });

  test('does not give a file of the system for a page', async () => {
    expect(await store.getPageContent('sha256:../../../../etc/passwd' as Hash)).toBeUndefined();
  });

  test('keeps a page once and every sighting of it', async () => {
    const address = 'https://news.example/one';
    await put({ seed: 1, url: address });
    const { entries, outcomes } = await put({
      seed: 1,
      url: `${address}?utm_source=feed`,
      seen: '2026-03-02T08:00:00Z',
    });
    const [{ page, reading }] = entries as [(typeof entries)[0]];
    expect(outcomes[0]).toMatchObject({ status: 'unchanged', document: { url: address, version: 1 } });
    expect(await store.count()).toMatchObject({ documents: 1, pages: 1, sightings: 2, claims: 14 });
    expect(await store.getSightings(reading.document.id)).toEqual([
      { bytes: page.hash, document: reading.document.id, url: address, seen: '2026-03-01T08:00:00.000Z' },
      {
        bytes: page.hash,
        document: reading.document.id,
        url: `${address}?utm_source=feed`,
        seen: '2026-03-02T08:00:00.000Z',
      },
    ]);
  });

  test('takes the same text in other bytes for the same document', async () => {
    const html = '<p>with another banner</p>';
    await put({ seed: 1 });
    const { entries, outcomes } = await put({ seed: 1, html });
    expect(outcomes[0]?.status).toBe('unchanged');
    expect(await store.count()).toMatchObject({ documents: 1, pages: 2, sightings: 2 });
    expect((await store.findByBytes(entries[0]!.page.hash))?.id).toBe(entries[0]!.reading.document.id);
  });

  test('keeps two documents that one page holds apart, as no versions of each other', async () => {
    const html = '<main>a page with two reports</main>';
    const { outcomes } = await put(
      { seed: 1, html, url: 'https://a.example/' },
      { seed: 2, html, url: 'https://a.example/' },
    );
    expect(outcomes.map(({ status, document }) => [status, document.version])).toEqual([
      ['added', 1],
      ['added', 1],
    ]);
  });

  test('answers a batch in its order, the same page within it too', async () => {
    const { outcomes } = await put({ seed: 1 }, { seed: 2 }, { seed: 1 });
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['added', 'added', 'unchanged']);
  });

  test('records that a known page was seen again, once for each time', async () => {
    const { entries } = await put({ seed: 1, file: 'one.html' });
    const { page, reading } = entries[0]!;
    const sighting = {
      bytes: page.hash,
      document: reading.document.id,
      url: 'https://mirror.example/',
      seen: '2026-03-05T00:00:00Z',
    };
    await store.recordSighting(sighting);
    await store.recordSighting(sighting);
    expect(await store.getSightings(reading.document.id)).toHaveLength(2);
  });

  test('finds documents by the beginning of their id', async () => {
    const { entries } = await put({ seed: 1 }, { seed: 2 }, { seed: 3 });
    const ids = entries.map(({ reading }) => reading.document.id);
    const [id] = ids as [Hash];
    expect(await store.findByPrefix(id.slice(7, 27), 10)).toEqual([id]);
    expect(await store.findByPrefix(id, 10)).toEqual([id]);
    expect(await store.findByPrefix('', 10)).toEqual([]);
    expect(await store.findByPrefix("%' or 1=1", 10)).toEqual([]);
    const all = await Promise.all([...'0123456789abcdef'].map((digit) => store.findByPrefix(digit, 10)));
    expect(all.flat().sort()).toEqual([...ids].sort());
  });
}

function describeVersions(): void {
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

function describeRereading(): void {
  test('takes the reading of a newer engine and keeps the older one', async () => {
    const { entries } = await put({ seed: 1, engine: 'tocsin 0.1.0', stance: 'fears' });
    const { id } = entries[0]!.reading.document;
    clock = '2026-03-09T10:00:00.000Z';
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
    clock = '2026-03-09T10:00:00.000Z';
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
      clock = `2026-03-1${index}T10:00:00.000Z`;
      const { outcomes } = await name(outlet);
      expect(outcomes[0]).toMatchObject({ status: 'changed', document: { outlet, version: 1 } });
      const { rows } = await store.listDocuments({});
      expect(rows.map((row) => row.outlet)).toEqual([outlet]);
    }
    clock = '2026-03-20T10:00:00.000Z';
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
    clock = '2026-03-09T10:00:00.000Z';
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

function describeLists(): void {
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

function describeFilters(): void {
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

const cutMarks = (hit: SearchHit) =>
  hit.snippet.marks.map((mark) => hit.snippet.text.slice(mark.start, mark.end));

function describeSearch(): void {
  beforeEach(() =>
    put(
      { seed: 1, title: 'Convoy leaves the harbour', text: 'A long convoy left at dawn.\n\nGuards shut down the road behind it.' },
      { seed: 2, title: 'Talks resume', text: 'Envoys met on the border. Nobody mentioned the convoy, and the shut gates were taken down.' },
      { seed: 3, title: 'Weather', text: 'Rain is expected near the harbour.' },
    ).then(() => undefined),
  ); // biome-ignore format: a table

  test.each([
    ['convoy', ['Convoy leaves the harbour', 'Talks resume']],
    ['CONVOY dawn', ['Convoy leaves the harbour']],
    ['"shut down"', ['Convoy leaves the harbour']],
    ['convoy -border', ['Convoy leaves the harbour']],
    ['convoy -"shut down"', ['Talks resume']],
    ['env*', ['Talks resume']],
    ['env', []],
    ['harbour -convoy', ['Weather']],
    ['-convoy', []],
    ['', []],
    ['"" * - ()', []],
    ['NOT', []],
    ["convoy' OR 1=1; drop table reading", []],
    ['title:convoy', []],
  ])('%s', async (query, expected) => expect(await find(query)).toEqual(expected));

  test('shows where the words stand', async () => {
    const [hit] = (await store.search({ query: '"shut down" convoy' })).rows as [SearchHit];
    const { text } = (await store.getDocument(hit.id))!;
    expect(hit.matches.map((match) => text.slice(match.start, match.end))).toEqual(['convoy', 'shut down']);
    expect(hit.titleMatches).toEqual([{ start: 0, end: 6 }]);
    expect(cutMarks(hit)).toEqual(['convoy', 'shut down']);
    expect(hit.matchedClaims).toEqual(['c1']);
  });

  test('marks nothing in a text of which only the title matches', async () => {
    const [hit] = (await store.search({ query: 'weather' })).rows as [SearchHit];
    expect(hit).toMatchObject({ matches: [], titleMatches: [{ start: 0, end: 7 }], matchedClaims: [] });
    expect(hit.snippet).toEqual({ text: 'Rain is expected near the harbour.', marks: [] });
  });

  test('names only the claims in which a match stands', async () => {
    const entry = makeEntry({ seed: 20, sentences: 3 });
    await store.put([entry]);
    const word = entry.reading.document.text.slice(entry.reading.sentences[1]!.start).split(' ', 1)[0]!;
    const hit = (await store.search({ query: word })).rows.find(
      (row) => row.id === entry.reading.document.id,
    );
    expect(hit?.matchedClaims).toContain('c2');
    const inClaims = entry.reading.claims.filter((claim) =>
      hit?.matches.some((match) => match.start < claim.end && match.end > claim.start),
    );
    expect(hit?.matchedClaims).toEqual(inClaims.map((claim) => claim.id));
  });

  test('finds who is mentioned under the usual name as well, and marks the mention', async () => {
    const entry = makeEntry({ seed: 30, title: 'Statement', text: 'The Movement rejected it.' });
    const entity = {
      ...entry.reading.entities[0]!,
      name: 'Harakat al-Nur',
      mentions: [{ start: 4, end: 12, text: 'Movement' }],
    };
    await store.put([{ ...entry, reading: { ...entry.reading, entities: [entity] } }]);
    const [hit] = (await store.search({ query: 'harakat al-nur' })).rows as [SearchHit];
    expect(hit).toMatchObject({ title: 'Statement', matches: [{ start: 4, end: 12 }] });
    expect(cutMarks(hit)).toEqual(['Movement']);
  });

  test('leafs through all hits, whatever arrives meanwhile', async () => {
    await put(
      ...Array.from({ length: 17 }, (_, seed) => ({
        seed: seed + 50,
        text: `Watch ${'post '.repeat(seed % 5)}at the gate ${seed}.`,
      })),
    );
    const whole = (await store.search({ query: 'watch', limit: 100 })).rows.map((row) => row.id);
    expect(whole).toHaveLength(17);
    const leafed: string[] = [];
    let cursor: string | undefined;
    let extra = 200;
    do {
      const answer = await store.search({ query: 'watch', limit: 4, ...(cursor && { cursor }) });
      leafed.push(...answer.rows.map((row) => row.id));
      cursor = answer.cursor;
      await put({ seed: extra++, text: 'Another watch was kept.' }, { seed: extra++ });
    } while (cursor);
    expect(leafed.toSorted()).toEqual(whole.toSorted());
  });
}

function describeScripts(): void {
  test.each([
    ['Latin accents', 'Le préfet a fermé le pont à Genève.', 'prefet geneve'],
    ['Turkish', 'Erdoğan İzmir limanını ziyaret etti.', 'erdogan izmir'],
    ['Arabic vowel points', 'أغلقت السُّلُطات المعبر مساء اليوم.', 'اغلقت السلطات'],
    ['Arabic, the query pointed', 'اغلقت السلطات المعبر.', 'السُّلُطات'],
    ['Cyrillic', 'Колонна покинула гавань ещё утром.', 'КОЛОННА еще'],
    ['Hebrew points', 'הַשַּׁעַר נִסְגַּר', 'השער'],
    ['Chinese', '港口当局今晚关闭了大桥。', '关闭'],
    ['Japanese', '港の橋は今夜閉鎖された。', '閉鎖'],
    ['Hindi', 'सीमा पर पुल बंद कर दिया गया।', 'पुल'],
    ['abbreviations', 'The U.S. envoy spoke.', 'US'],
  ])('%s', async (title, text, query) => {
    await put({ seed: 1, title, text });
    await put({ seed: 2, title: 'Another', text: 'Nothing of this kind.' });
    const { rows } = await store.search({ query });
    expect(titles(rows)).toEqual([title]);
    expect(rows[0]!.matches.length).toBeGreaterThan(0);
  });

  test('does not find the letters of a Chinese word in another order', async () => {
    await put({ seed: 1, text: '港口当局今晚关闭了大桥。' });
    expect(await find('闭关')).toEqual([]);
  });
}

function describeTotals(): void {
  test('counts each value once for each document, the most frequent first', async () => {
    await put(
      { seed: 1, outlet: 'Wire', country: 'IQ', eventType: 'ASSAULT', realis: 'denied', stance: 'denies' },
      { seed: 2, outlet: 'Post', country: 'IQ', eventType: 'AID', realis: 'denied', stance: 'fears' },
      {
        seed: 3,
        outlet: 'Post',
        country: 'US',
        eventType: 'AID',
        realis: 'denied',
        stance: 'fears',
        language: 'fr',
      },
    );
    expect(await store.getFacets({})).toEqual({
      outlets: [{ value: 'Post', count: 2 }, { value: 'Wire', count: 1 }],
      languages: [{ value: 'en', count: 2 }, { value: 'fr', count: 1 }],
      eventTypes: [{ value: 'AID', count: 2 }, { value: 'ASSAULT', count: 1 }],
      realis: [{ value: 'denied', count: 3 }],
      stances: [{ value: 'fears', count: 2 }, { value: 'denies', count: 1 }],
      countries: [{ value: 'IQ', count: 2 }, { value: 'US', count: 1 }],
    }); // biome-ignore format: a table
    const filtered = await store.getFacets({ outlet: 'Wire' });
    expect(filtered.countries).toEqual([{ value: 'IQ', count: 1 }]);
  });

  test('sees in the next answer what was just put', async () => {
    expect((await store.getFacets({})).outlets).toEqual([]);
    await put({ seed: 1, outlet: 'Wire' });
    expect((await store.getFacets({})).outlets).toEqual([{ value: 'Wire', count: 1 }]);
    await put({ seed: 2, outlet: 'Wire' });
    expect((await store.getFacets({})).outlets).toEqual([{ value: 'Wire', count: 2 }]);
  });

  test('is empty at first', async () => {
    expect(await store.count()).toEqual({ documents: 0, pages: 0, sightings: 0, claims: 0, events: 0 });
  });

  test('keeps settings', async () => {
    expect(await store.getSetting('example')).toBeUndefined();
    await store.setSetting('example', 'first');
    await store.setSetting('example', 'second');
    expect(await store.getSetting('example')).toBe('second');
  });

  test('finds nothing wrong with itself', async () => {
    await put({ seed: 1, url: 'https://a.example/' }, { seed: 2, url: 'https://a.example/', html: '<p>2' });
    const results = await store.check({ pages: 'all' });
    expect(results.filter((result) => result.state === 'failed')).toEqual([]);
    expect(results.map((result) => result.name)).toEqual(
      expect.arrayContaining(['database', 'pages', 'free space']),
    );
  });
}

function describeInstants(): void {
  test('sees nothing that was kept later', async () => {
    const { entries } = await put({ seed: 1, title: 'Early', url: 'https://a.example/' });
    clock = '2026-03-04T10:00:00.000Z';
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
    clock = '2026-02-01T00:00:00.000Z';
    await put({ seed: 2, title: 'Second' });
    expect((await store.listDocuments({ asOf: '2026-02-15' })).rows).toEqual([]);
    expect((await store.listDocuments({ asOf: '2026-03-02' })).rows).toHaveLength(2);
  });
}

function describeErrors(): void {
  test('refuses a page whose reading was made from other bytes, and keeps none of the batch', async () => {
    const [one, two] = [makeEntry({ seed: 1 }), makeEntry({ seed: 2 })];
    await expect(store.put([one, { page: two.page, reading: one.reading }])).rejects.toMatchObject(refusal);
    expect(await store.count()).toMatchObject({ documents: 0, pages: 0 });
  });

  test('keeps none of a batch of which a part cannot be kept', async () => {
    const two = makeEntry({ seed: 2 });
    const broken = { ...two.reading, claims: [{ ...two.reading.claims[0]!, certainty: undefined as never }] };
    await expect(store.put([makeEntry({ seed: 1 }), { ...two, reading: broken }])).rejects.toMatchObject(
      refusal,
    );
    expect(await store.count()).toMatchObject({ documents: 0, pages: 0, sightings: 0 });
    expect((await store.put([two]))[0]?.status).toBe('added');
  });

  test('refuses a sighting of what it does not know', async () => {
    const hash = hashBytes(Buffer.from('unknown'));
    const sighting = { bytes: hash, document: hash, seen: '2026-03-05T00:00:00Z' };
    await expect(store.recordSighting(sighting)).rejects.toThrow(/not in the store/u);
  });

  test.each([
    ['a cursor of nobody', { cursor: 'bm8' }],
    ['a cursor too long', { cursor: 'x'.repeat(10_000) }],
    ['a date that is none', { from: 'yesterday' }],
    ['a day that does not exist', { to: '2021-02-30' }],
    ['an instant that is none', { asOf: 'soon' }],
  ])('refuses %s', async (_, request) => {
    await expect(store.listDocuments(request)).rejects.toMatchObject(refusal);
    await expect(store.search({ query: 'a', ...request })).rejects.toMatchObject(refusal);
  });

  test('takes a cursor only for the question that it comes from', async () => {
    await put({ seed: 1, title: 'Word' }, { seed: 2, title: 'Word' });
    const list = await store.listDocuments({ limit: 1 });
    await expect(store.search({ query: 'word', cursor: list.cursor! })).rejects.toThrow(/cursor/u);
  });

  test('does nothing any more once it is closed', async () => {
    const entry = makeEntry({ seed: 1 });
    await store.close();
    const calls = [
      () => store.put([entry]),
      () => store.getDocument(entry.reading.document.id),
      () => store.getPageContent(entry.page.hash),
      () => store.search({ query: 'a' }),
      () => store.count(),
      () => store.check(),
      () => store.setSetting('a', 'b'),
      () => store.close(),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject(refusal);
  });
}
