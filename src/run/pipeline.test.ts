import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Collected } from '../collect/collected.ts';
import { hashBytes, makePage } from '../collect/make-page.ts';
import { PageError } from '../model/errors.ts';
import type { DecodedPage } from '../model/page.ts';
import type { Reading } from '../model/reading.ts';
import type { Given, Reader } from '../process/read.ts';
import { openEmbeddedStore } from '../store/embedded/embedded.ts';
import type { Store } from '../store/store.ts';
import { type GivenByPerson, runPipeline } from './pipeline.ts';

const SEEN = '2026-11-22T10:00:00Z';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-pipeline-'));
  store = await openEmbeddedStore({ folder, now: () => SEEN });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The real reader loads models; what is tested here is what becomes of readings. */
const READER: Reader = {
  read: (page: DecodedPage, given: Given = {}): Reading => {
    if (page.source.includes('break')) throw new TypeError('x is undefined');
    return {
      kind: 'reading',
      version: 1,
      engine: 'tocsin 9.9.9',
      document: {
        kind: 'document',
        id: hashBytes(Buffer.from(page.source + (given.outlet ?? ''))),
        bytes: page.bytes,
        seen: page.seen,
        version: 1,
        ...(page.file === undefined ? {} : { file: page.file }),
        ...given,
        ...(given.outlet === undefined ? {} : { outletEvidence: 'given' }),
        ...(given.published === undefined ? {} : { publishedEvidence: 'given' }),
        text: page.source,
        captions: [],
        removed: [],
      },
      sentences: [],
      times: [],
      places: [],
      entities: [],
      claims: [],
      events: [],
      notes: [],
    };
  },
  readDocument: () => {
    throw new Error('not used');
  },
};

const OPTIONS = { reader: READER, engine: 'tocsin 9.9.9' };

function page(text: string, file: string): Collected {
  return { kind: 'page', page: makePage(Buffer.from(text), { seen: SEEN, file }) };
}

async function* offer(...found: readonly Collected[]): AsyncGenerator<Collected> {
  yield* found;
}

test('counts what came of everything, and nothing stops the rest', async () => {
  const failure = new PageError('gone.html', 'there is no such file', 'Check the name.');
  const tally = await runPipeline(
    offer(
      page('One ferry was held.', 'a.txt'),
      { kind: 'failure', failure },
      { kind: 'skipped', source: '.b', why: 'hidden' },
      { kind: 'skipped', source: '.c', why: 'hidden' },
      page('break', 'd.txt'),
      page('  \n ', 'e.txt'),
      page('Two ferries were held.', 'f.txt'),
    ),
    { ...OPTIONS, store },
  );
  expect(tally).toMatchObject({ added: 2, changed: 0, unchanged: 0, isStopped: false });
  expect([...tally.skipped]).toEqual([['hidden', { count: 2, first: ['.b', '.c'] }]]);
  expect(tally.failures.map((each) => each.message)).toEqual([
    'gone.html: there is no such file. Check the name.',
    'd.txt: could not be read because of a fault in this program (TypeError: x is undefined). Please report it with the page.',
    'e.txt: holds only white space. Save the page again, or leave it out.',
  ]);
  expect(await store.count()).toMatchObject({ documents: 2 });
});

test('the same again is unchanged, another text in the same file is its next version', async () => {
  await runPipeline(offer(page('One ferry was held.', 'a.txt'), page('Two ferries.', 'b.txt')), {
    ...OPTIONS,
    store,
  });
  const again = await runPipeline(
    offer(page('One ferry was held.', 'a.txt'), page('Three ferries.', 'b.txt')),
    { ...OPTIONS, store },
  );
  expect(again).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  expect(await store.count()).toMatchObject({ documents: 3 });
});

/** A reader that notes what it was told of each page. */
function makeListening(engine = OPTIONS.engine): { reader: Reader; told: Given[] } {
  const told: Given[] = [];
  const read: Reader['read'] = (page, given = {}) => {
    told.push(given);
    return { ...READER.read(page, given), engine };
  };
  return { reader: { ...READER, read }, told };
}

test('a known page is read again only where a person says something new of it', async () => {
  const { reader, told } = makeListening();
  const add = (given: GivenByPerson = {}) =>
    runPipeline(offer(page('One ferry was held.', 'a.txt')), { ...OPTIONS, reader, store, given });
  await add();
  expect(await add()).toMatchObject({ unchanged: 1, reread: 0 });
  expect(await add({ published: '2026-03' })).toMatchObject({ unchanged: 1, reread: 1 });
  expect(await add({ published: '2026-03' })).toMatchObject({ unchanged: 1, reread: 0 });
  expect(told).toEqual([{}, { published: '2026-03' }]);
});

test('what a person said stays until a person says otherwise', async () => {
  const url = 'https://news.example/ferry';
  const { reader, told } = makeListening();
  const add = (given: GivenByPerson, more = { reader, engine: OPTIONS.engine }) =>
    runPipeline(offer(page('One ferry was held.', 'a.txt')), { ...more, store, given });
  await add({ outlet: 'Harbour Wire' });
  await add({ published: '2026-03-02' });
  await add({ url });
  expect(told).toEqual([
    { outlet: 'Harbour Wire' },
    { outlet: 'Harbour Wire', published: '2026-03-02' },
    { outlet: 'Harbour Wire', published: '2026-03-02', url },
  ]);
  const newer = makeListening('tocsin 10.0.0');
  const later = { reader: newer.reader, engine: 'tocsin 10.0.0' };
  const tally = await add({}, later);
  expect(tally).toMatchObject({ unchanged: 1, reread: 1 });
  const { rows } = await store.listDocuments({});
  expect(rows).toEqual([expect.objectContaining({ outlet: 'Harbour Wire', published: '2026-03-02', url })]);
  expect(await add({ outlet: 'Coast Gazette' }, later)).toMatchObject({ changed: 1 });
  expect((await store.listDocuments({})).rows.map(({ outlet }) => outlet)).toEqual(['Coast Gazette']);
});

test('a page that an older program read is read again', async () => {
  await runPipeline(offer(page('One ferry was held.', 'a.txt')), { ...OPTIONS, store });
  let reads = 0;
  const reader: Reader = {
    ...READER,
    read: (given, told) => {
      reads += 1;
      return { ...READER.read(given, told), engine: 'tocsin 10.0.0' };
    },
  };
  const tally = await runPipeline(offer(page('One ferry was held.', 'a.txt')), {
    store,
    reader,
    engine: 'tocsin 10.0.0',
  });
  expect(reads).toBe(1);
  expect(tally).toMatchObject({ added: 0, unchanged: 1, reread: 1 });
});

test('keeps batch by batch', async () => {
  const kept: number[] = [];
  const pages = Array.from({ length: 7 }, (_, i) => page(`Ferry ${i} was held.`, `${i}.txt`));
  await runPipeline(offer(...pages), {
    ...OPTIONS,
    store,
    batchSize: 3,
    onProgress: ({ done }) => void store.count().then(({ documents }) => kept.push(documents - done)),
  });
  expect(await store.count()).toMatchObject({ documents: 7 });
  // Never more than one batch of pages was read and not yet kept.
  expect(Math.min(...kept)).toBeGreaterThanOrEqual(-3);
});

test('asked to stop, keeps what it has read and begins nothing more', async () => {
  const controller = new AbortController();
  let offered = 0;
  const endless = async function* (): AsyncGenerator<Collected> {
    for (;;) {
      offered += 1;
      yield page(`Ferry ${offered} was held.`, `${offered}.txt`);
    }
  };
  const tally = await runPipeline(endless(), {
    ...OPTIONS,
    store,
    signal: controller.signal,
    onProgress: ({ done }) => done === 5 && controller.abort(),
  });
  expect(tally).toMatchObject({ added: 5, isStopped: true });
  expect(offered).toBe(5);
  expect(await store.count()).toMatchObject({ documents: 5 });
});
