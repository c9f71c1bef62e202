import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/model/engine.ts';
import { PageError } from '../../src/model/errors.ts';
import { openEmbeddedStore } from '../../src/store/embedded/embedded.ts';
import type { Store, StoreEntry } from '../../src/store/store.ts';
import { karvonia } from './case-karvonia.ts';
import { buildReading } from './reading-builder.ts';

export interface TestStore {
  readonly store: Store;
  /** Closes the store and removes its folder. */
  dispose(): Promise<void>;
}

export function makeEntry({ reading, content }: ReturnType<typeof buildReading>): StoreEntry {
  const { bytes, seen, url, file } = reading.document;
  const place = { ...(url === undefined ? {} : { url }), ...(file === undefined ? {} : { file }) };
  return { page: { kind: 'page', hash: bytes, content, seen, ...place }, reading };
}

/** A store that holds the made-up case: all of it kept on 20 May 2031, but for what was changed a day later. */
export async function openKarvoniaStore(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'karvonia-'));
  let now = '2031-05-20T08:00:00.000Z';
  const store = await openEmbeddedStore({ folder, now: () => now });
  const { shipping, hostile, relay, warning, relayChanged } = karvonia;
  await store.put([...shipping, hostile, relay, warning].map(makeEntry));
  now = '2031-05-21T08:00:00.000Z';
  await store.put([makeEntry(relayChanged)]);
  const dispose = async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, dispose };
}

/** Reads nothing but plain words: a page becomes one document with no findings; one without words is refused. */
export const plainEngine: Engine = {
  name: 'tocsin 0.0.0-test',
  read: async ({ content, url, outlet, published, contentType }) => {
    const source = new TextDecoder().decode(content);
    const text =
      contentType?.startsWith('text/html') === true ? source.replace(/<[^<>]{0,500}>/g, '') : source;
    if (text.trim() === '')
      throw new PageError(url ?? 'the page', 'no words in it', 'Send a page with text.');
    const facts = {
      ...(url === undefined ? {} : { url }),
      ...(published === undefined ? {} : { published }),
    };
    return [buildReading({ outlet: outlet ?? 'unknown', title: text.slice(0, 60), text, ...facts }).reading];
  },
};
