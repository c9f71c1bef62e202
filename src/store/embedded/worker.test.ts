import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type CompiledStore,
  compileStore,
  finish,
  openThreaded,
  runStore,
  WRITE_BATCHES as WRITE,
} from '../../../test/support/compile-store.ts';
import { describeStore } from '../store.suite.ts';
import { openEmbeddedStore } from './embedded.ts';

/** The store as it is run: compiled, in a thread of its own, in several processes. */

let compiled: CompiledStore;
let folder: string;
beforeAll(async () => {
  compiled = await compileStore('worker');
});
afterAll(() => compiled.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// Each test starts a thread; `npm run prove` puts the whole suite to it. These parts send all that can go through: pages,
// rows, streams, failures.
describeStore('embedded store in its thread', (now) => openThreaded(compiled, now), [
  'keeping',
  'search',
  'reports',
  'the ledger',
  'errors',
]);

const now = () => '2026-03-01T10:00:00.000Z';
const run = (statements: string, args: readonly unknown[], options: { readonly uid?: number } = {}) =>
  runStore(compiled, statements, { args, ...options });

describe('several processes', () => {
  test('two write into one store at once and lose nothing', async () => {
    const ends = await Promise.all([
      finish(run(WRITE, [folder, 0, 12])),
      finish(run(WRITE, [folder, 100, 112])),
    ]);
    expect(ends.map((end) => [end.code, end.err])).toEqual([[0, ''], [0, '']]); // biome-ignore format: one line
    const store = await openEmbeddedStore({ folder, now });
    expect(await store.count()).toMatchObject({ documents: 120, pages: 120, sightings: 120, claims: 1680 });
    expect((await store.check({ pages: 'all' })).filter((result) => result.state === 'failed')).toEqual([]);
    await store.close();
  });

  test('two bring the same pages at once and keep each once', async () => {
    const ends = await Promise.all([finish(run(WRITE, [folder, 0, 8])), finish(run(WRITE, [folder, 0, 8]))]);
    expect(ends.map((end) => [end.code, end.err])).toEqual([[0, ''], [0, '']]); // biome-ignore format: one line
    const store = await openEmbeddedStore({ folder, now });
    expect(await store.count()).toMatchObject({ documents: 40, pages: 40, sightings: 40 });
    await store.close();
  });

  test('one reads what another writes', async () => {
    const reader = await openEmbeddedStore({ folder, now });
    expect(await finish(run(WRITE, [folder, 0, 2]))).toMatchObject({ code: 0 });
    expect(await reader.count()).toMatchObject({ documents: 10 });
    await reader.close();
  });
});

describe.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('stopped by %s in the middle', (signal) => {
  test('keeps every batch that was confirmed, and none in part', async () => {
    const child = run(WRITE, [folder, 0, 1000]);
    let out = '';
    for await (const chunk of child.stdout!) {
      out += chunk;
      if (out.split('\n').length > 6) child.kill(signal);
    }
    const confirmed = out.trim().split('\n').length;
    expect(confirmed).toBeLessThan(1000);
    const store = await openEmbeddedStore({ folder, now });
    const { documents, claims } = await store.count();
    expect(documents).toBeGreaterThanOrEqual(confirmed * 5);
    expect(documents % 5).toBe(0);
    expect(claims).toBe(documents * 14);
    expect((await store.check({ pages: 'all' })).filter((result) => result.state === 'failed')).toEqual([]);
    await store.close();
    const after = await finish(run(WRITE, [folder, 0, Math.ceil(documents / 5) + 1]));
    expect(after).toMatchObject({ code: 0, err: '' });
  });
});

test('a program that forgets to close ends all the same, and keeps what was confirmed', async () => {
  const end = await finish(
    run(`const store = await open({ folder: args[0], now }); await store.put([makeEntry({ seed: 1 })]);`, [
      folder,
    ]),
  );
  expect(end).toMatchObject({ code: 0, err: '' });
  const store = await openEmbeddedStore({ folder, now });
  expect((await store.count()).documents).toBe(1);
  await store.close();
});

test('what fails in the thread arrives as a StoreError with its parts', async () => {
  const end = await finish(
    run(
      `await open({ folder: args[0], now, readOnly: true }).catch((error) => console.log(JSON.stringify({ ...error, name: error.name, message: error.message })));`,
      [folder],
    ),
  );
  expect(JSON.parse(end.out)).toEqual({
    name: 'StoreError',
    source: folder,
    remedy: 'Add a page first (tocsin add, collect or serve), or choose another folder with --data.',
    message: `${folder}: there is no store in this folder. Add a page first (tocsin add, collect or serve), or choose another folder with --data.`,
  });
});

test('calls fail with a StoreError when the thread ends under them, and after', async () => {
  const { openPort } = (await import(
    compiled.locate('store/embedded/port.js')
  )) as typeof import('./port.ts');
  const port = await openPort({ folder, readOnly: false, program: 'tocsin 0.1.0', now: now() });
  // Ended first: a thread that is ended inside the database takes the whole process with it.
  const stopped = port.stop();
  await expect(port.call('check')).rejects.toMatchObject({ name: 'StoreError', source: folder });
  await stopped;
  await expect(port.call('count')).rejects.toThrow(/thread of the store has ended.*Open the store again/u);
});

/** Root may write anywhere: as another user then, who can read the compiled files. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

describe('in a folder that may only be read', async () => {
  const isOpen = ((await stat(new URL('../../../..', import.meta.url))).mode & 0o005) === 0o005;
  const asOther = isRoot ? { uid: NOBODY } : {};
  const TELL =
    '.then((store) => store.count()).then(JSON.stringify, (error) => error.message).then(console.log)';

  test.skipIf(isRoot && !isOpen)('it is read, and writing is refused', async () => {
    expect(await finish(run(WRITE, [folder, 0, 1]))).toMatchObject({ code: 0 });
    for (const name of ['.', 'store.db', 'pages'])
      await chmod(join(folder, name), name === 'store.db' ? 0o444 : 0o555);
    const reading = await finish(
      run(`await open({ folder: args[0], now, readOnly: true })${TELL}`, [folder], asOther),
    );
    expect(reading.out).toContain('"documents":5');
    const writing = await finish(run(`await open({ folder: args[0], now })${TELL}`, [folder], asOther));
    expect(writing.out).toMatch(/read-only for this user.*Give this user the right to write there/u);
    await chmod(folder, 0o755);
  });
});
