import { expect, test } from 'vitest';
import type { Hash } from '../../model/page.ts';
import { hashBytes } from '../archive.ts';
import { put, store } from './tested.suite.ts';

export function describeKeeping(): void {
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
