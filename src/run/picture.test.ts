import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Reading } from '../model/reading.ts';
import { openEmbeddedStore } from '../store/embedded/embedded.ts';
import { makeEntry } from '../store/fixtures.ts';
import { Picture } from './picture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-picture-'));
const now = () => '2031-05-20T08:00:00.000Z';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('takes what comes after a reading that fusion cannot take, and tells of that one', async () => {
  const store = await openEmbeddedStore({ folder, now });
  const [first, odd, last] = [1, 2, 3].map((seed) =>
    makeEntry({ seed, url: `https://news.example/${seed}` }),
  );
  const claims = odd!.reading.claims.map((claim) => ({ ...claim, content: undefined }));
  await store.put([first!, { ...odd!, reading: { ...odd!.reading, claims } as unknown as Reading }, last!]);
  const told: string[] = [];
  const picture = new Picture(store, (line) => told.push(line));
  expect(await picture.advance()).toBe(3);
  expect(await picture.advance()).toBe(0);
  const known = picture.known(now());
  expect(known.map(({ url }) => url)).toContain('https://news.example/2');
  const counts = ['1', '2', '3'].map(
    (name) => known.find(({ url }) => url?.endsWith(`/${name}`))!.statements.length > 0,
  );
  expect(counts).toEqual([true, false, true]);
  expect(told).toEqual([expect.stringContaining('https://news.example/2: is kept, but')]);
  await store.close();
});
