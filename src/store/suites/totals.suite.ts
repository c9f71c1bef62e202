import { expect, test } from 'vitest';
import { makeRandom } from '../../stats/random.ts';
import { put, store } from './tested.suite.ts';

export function describeTotals(): void {
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

  test('has counted the same after each document as when all are counted anew', async () => {
    const random = makeRandom(5);
    const roll = (sides: number) => Math.floor(random() * sides);
    for (let round = 0; round < 40; round += 1) {
      const engine = `tocsin 0.${1 + Math.floor(round / 4)}.0`;
      // Some are read anew by a later version of the program, and come out otherwise.
      const seeds = new Set(Array.from({ length: 1 + roll(3) }, () => roll(12)));
      await put(
        ...[...seeds].map((seed) => ({
          ...{ seed, engine, outlet: `Outlet ${seed % 4}`, country: ['IQ', 'US', 'SY'][roll(3)]! },
          ...(roll(2) === 0 ? { eventType: 'AID' as const } : {}),
          ...(roll(2) === 0 ? { stance: 'fears' as const } : {}),
        })),
      );
      const counted = await store.getFacets({});
      expect(counted.outlets.length).toBeGreaterThan(0);
      expect(counted).toEqual(await store.getFacets({ asOf: '2099-01-01T00:00:00Z' }));
    }
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
