import { expect, test } from 'vitest';
import type { Reading } from '../../model/reading.ts';
import { makeEntry } from '../fixtures.ts';
import { setClock, store } from './tested.suite.ts';

const addTo = (reading: Reading): Reading => ({
  ...reading,
  claims: [...reading.claims, { ...reading.claims[0]!, id: 'c99', by: 'second@1' }],
  second: {
    ...{ by: 'second@1', model: 'fake', outcome: 'read', differs: 0, dropped: { 'not in the text': 2 } },
    found: { claims: 1, events: 0 },
    agreed: { claims: 3, events: 0 },
  },
});

export function describeSecond(): void {
  test('takes the place of the first reading, from then on', async () => {
    const { page, reading } = makeEntry({ seed: 1 });
    await store.put([{ page, reading }]);
    expect(await store.putSecond(addTo(reading))).toBe(true);
    const kept = await store.getReading(reading.document.id);
    expect(kept).toEqual({ ...addTo(reading), document: { ...reading.document, version: 1 } });
    expect(await store.getReading(reading.document.id, '2026-03-01T10:00:00.000Z')).toMatchObject({
      claims: reading.claims,
    });
    expect(await store.count()).toMatchObject({ documents: 1 });
    expect(await store.getSightings(reading.document.id)).toHaveLength(1);
  });

  test('is reported, once, under an instant of its own', async () => {
    const { page, reading } = makeEntry({ seed: 1 });
    await store.put([{ page, reading }]);
    await store.putSecond(addTo(reading));
    const unreported = await store.listUnreported(10);
    expect(unreported).toHaveLength(1);
    expect(unreported[0]).toMatchObject({ reading: { second: { model: 'fake' } } });
    expect(unreported[0]!.knownSince > '2026-03-01T10:00:00.000Z').toBe(true);
  });

  test('survives that the page is seen again', async () => {
    const entry = makeEntry({ seed: 1 });
    await store.put([entry]);
    await store.putSecond(addTo(entry.reading));
    setClock('2026-03-02T10:00:00.000Z');
    expect(await store.put([entry])).toMatchObject([{ status: 'unchanged' }]);
    expect((await store.getReading(entry.reading.document.id))?.second).toBeDefined();
  });

  test('is refused where its first reading is not the current one', async () => {
    const { page, reading } = makeEntry({ seed: 1 });
    expect(await store.putSecond(addTo(reading))).toBe(false);
    await store.put([{ page, reading: { ...reading, engine: 'tocsin 0.2.0' } }]);
    expect(await store.putSecond(addTo(reading))).toBe(false);
    const current = addTo({ ...reading, engine: 'tocsin 0.2.0' });
    expect(await store.putSecond(current)).toBe(true);
    expect(await store.putSecond(current)).toBe(false);
  });

  test('gives way to a newer engine', async () => {
    const { page, reading } = makeEntry({ seed: 1 });
    await store.put([{ page, reading }]);
    await store.putSecond(addTo(reading));
    setClock('2026-03-02T10:00:00.000Z');
    await store.put([{ page, reading: { ...reading, engine: 'tocsin 0.2.0' } }]);
    expect(await store.getReading(reading.document.id)).not.toHaveProperty('second');
  });
}
