import { expect, test } from 'vitest';
import { hashBytes } from '../archive.ts';
import { makeEntry } from '../fixtures.ts';
import { put, refusal, store } from './tested.suite.ts';

export function describeErrors(): void {
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
      () => store.hasAddress('https://a.example/'),
      () => store.listUnreported(1),
      () => store.putReports([]),
      () => store.listReports({ limit: 1 }),
      () => store.putHistory([]),
      () => store.listHistory(),
      () => store.appendLedger([]),
      () => store.listLedger(),
      () => store.listJudgements(),
      () => store.listProblemVersions(),
      () => store.exportLedger()[Symbol.asyncIterator]().next(),
      () => store.listAlerts(),
      () => store.listLatestAlerts(),
      () => store.listSourceStates(),
      () => store.close(),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject(refusal);
  });
}
