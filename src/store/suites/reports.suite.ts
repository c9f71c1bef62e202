import { expect, test } from 'vitest';
import { hashBytes } from '../archive.ts';
import type { EntryOptions } from '../fixtures.ts';
import { makeReport } from './made.suite.ts';
import { put, refusal, setClock, store } from './tested.suite.ts';

const reportAll = async (story?: string) => {
  const made = (await store.listUnreported(1000)).map((each) => makeReport(each, story));
  await store.putReports(made);
  return made;
};

export function describeReports(): void {
  test('gives the readings that wait for a report, in the order in which they were kept', async () => {
    const url = 'https://news.example/story';
    const { entries } = await put({ seed: 1, url }, { seed: 2 });
    setClock('2026-03-02T10:00:00.000Z');
    const later = await put({ seed: 3, url, seen: '2026-03-02T00:00:00Z' });
    const [first, second] = entries.map(({ reading }) => reading) as [
      (typeof entries)[0]['reading'],
      (typeof entries)[0]['reading'],
    ];
    const third = later.entries[0]!.reading;
    expect(await store.listUnreported(10)).toEqual([
      { reading: first, series: first.document.id, knownSince: '2026-03-01T10:00:00.000Z' },
      { reading: second, series: second.document.id, knownSince: '2026-03-01T10:00:00.000Z' },
      {
        reading: { ...third, document: { ...third.document, version: 2 } },
        series: first.document.id,
        knownSince: '2026-03-02T10:00:00.000Z',
      },
    ]);
    expect(await store.listUnreported(2)).toHaveLength(2);
  });

  test('gives back reports as they came, with what goes with them', async () => {
    await put({ seed: 1 }, { seed: 2 }, { seed: 3 });
    const made = await reportAll();
    expect(await store.listUnreported(10)).toEqual([]);
    const kept = await store.listReports({ limit: 10 });
    expect(kept).toEqual(made.map((each, index) => ({ number: index + 1, ...each })));
    expect(await store.listReports({ after: 1, limit: 1 })).toEqual([kept[1]]);
    expect(await store.listReports({ after: 3, limit: 10 })).toEqual([]);
  });

  test('keeps the first report of a reading, whatever comes after it', async () => {
    await put({ seed: 1 });
    const [waiting] = await store.listUnreported(10);
    await store.putReports([makeReport(waiting!, 'first')]);
    await store.putReports([makeReport(waiting!, 'second')]);
    expect((await store.listReports({ limit: 10 })).map(({ report }) => report.story)).toEqual(['first']);
  });

  test('wants a report of a newer reading, under a number of its own', async () => {
    await put({ seed: 1, engine: 'tocsin 0.1.0' });
    await reportAll('old');
    setClock('2026-03-09T10:00:00.000Z');
    await put({ seed: 1, engine: 'tocsin 0.2.0' });
    expect((await store.listUnreported(10)).map(({ reading }) => reading.engine)).toEqual(['tocsin 0.2.0']);
    await reportAll('new');
    const kept = await store.listReports({ limit: 10 });
    expect(kept.map(({ number, report }) => [number, report.story, report.knownSince])).toEqual([
      [1, 'old', '2026-03-01T10:00:00.000Z'],
      [2, 'new', '2026-03-09T10:00:00.000Z'],
    ]);
  });

  test('wants none of a reading that a newer one has replaced', async () => {
    await put({ seed: 1, engine: 'tocsin 0.1.0' });
    const [old] = await store.listUnreported(10);
    setClock('2026-03-09T10:00:00.000Z');
    await put({ seed: 1, engine: 'tocsin 0.2.0' });
    expect(await store.listUnreported(10)).toHaveLength(1);
    await reportAll('new');
    // As from a slower process: a higher number would make it the newest.
    await store.putReports([makeReport(old!, 'old')]);
    expect((await store.listReports({ limit: 10 })).map(({ report }) => report.story)).toEqual(['new']);
    expect(await store.listUnreported(10)).toEqual([]);
  });

  test('keeps a report that comes late as known since its reading is', async () => {
    await put({ seed: 1, engine: 'tocsin 0.1.0' });
    const [old] = await store.listUnreported(10);
    setClock('2026-03-09T10:00:00.000Z');
    await put({ seed: 1, engine: 'tocsin 0.2.0' });
    await store.putReports([makeReport(old!, 'old')]);
    await reportAll('new');
    expect((await store.listReports({ limit: 10 })).map(({ report }) => report.story)).toEqual([
      'old',
      'new',
    ]);
  });

  test('asks again for the report of a document that takes its place back', async () => {
    const page = { html: '<article>no name</article>', text: 'The pier was closed.', title: 'Pier', seed: 1 };
    const name = (outlet: string) => put({ ...page, outlet, outletEvidence: 'given' } satisfies EntryOptions);
    for (const [index, outlet] of ['Delta Times', 'Harbour Post', 'Delta Times'].entries()) {
      setClock(`2026-03-1${index}T10:00:00.000Z`);
      await name(outlet);
      expect((await store.listUnreported(10)).map(({ reading }) => reading.document.outlet)).toEqual([
        outlet,
      ]);
      await reportAll(outlet);
    }
    expect(await store.listReports({ limit: 10 })).toHaveLength(3);
  });

  test('refuses a report of what was not kept, and keeps none of the batch', async () => {
    await put({ seed: 1 });
    const [waiting] = await store.listUnreported(10);
    const made = makeReport(waiting!);
    const unknown = { ...made, report: { ...made.report, document: hashBytes(Buffer.from('unknown')) } };
    const earlier = { ...made, report: { ...made.report, knownSince: '2026-02-01T00:00:00.000Z' } };
    for (const wrong of [unknown, earlier]) {
      await expect(store.putReports([made, wrong])).rejects.toMatchObject(refusal);
    }
    expect(await store.listReports({ limit: 10 })).toEqual([]);
    expect(await store.listUnreported(10)).toHaveLength(1);
  });

  test('lists more than goes into one message, in order', async () => {
    const seeds = Array.from({ length: 300 }, (_, seed) => ({ seed, sentences: 1 }));
    await put(...seeds);
    const waiting = await store.listUnreported(1000);
    expect(waiting).toHaveLength(300);
    await store.putReports(waiting.map((each) => makeReport(each)));
    const kept = await store.listReports({ limit: 299 });
    expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: 299 }, (_, index) => index + 1));
    expect(kept.map(({ report }) => report.document)).toEqual(
      waiting.slice(0, 299).map(({ reading }) => reading.document.id),
    );
  });
}
