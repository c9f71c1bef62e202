import type { Engine } from '../../src/model/engine.ts';
import { PageError } from '../../src/model/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { listKarvonia } from './case-karvonia.ts';
import { makeMemoryStore } from './memory-store.ts';
import { buildReading } from './reading-builder.ts';

/** A store that holds the made-up case. */
export async function openKarvoniaStore(): Promise<Store> {
  const store = makeMemoryStore();
  await store.put(
    listKarvonia().map(({ reading, content }) => {
      const { bytes, seen, url, file } = reading.document;
      const place = { ...(url === undefined ? {} : { url }), ...(file === undefined ? {} : { file }) };
      return { page: { kind: 'page' as const, hash: bytes, content, seen, ...place }, reading };
    }),
  );
  return store;
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
