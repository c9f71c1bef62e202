import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../model/errors.ts';
import { PageArchive } from '../archive.ts';
import { makeEntry } from '../fixtures.ts';
import { FIRST_FORM } from '../migrations/forms.suite.ts';
import type { Store } from '../store.ts';
import {
  makeAlert,
  makeForecast,
  makeLedger,
  makePastEvent,
  makeReport,
  makeSourceState,
} from '../suites/made.suite.ts';
import { writeBackup } from './backup.ts';
import { listPages } from './check.ts';
import { Database } from './database.ts';
import { openEmbeddedStore } from './embedded.ts';
import { restoreBackup } from './restore.ts';

let parent: string;
let file: string;
let store: Store;
const entries = [1, 2, 3, 4, 5, 6].map((seed) => makeEntry({ seed, url: `https://a.example/${seed % 3}` }));
const now = () => '2026-03-01T10:00:00.000Z';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(parent, 'backup.tar');
  store = await openEmbeddedStore({ folder: join(parent, 'data'), now });
  await store.put(entries);
});
afterEach(async () => {
  await store.close();
  await rm(parent, { recursive: true, force: true });
});

const restore = (options = {}) => restoreBackup(file, join(parent, 'restored'), options);
const openRestored = () => openEmbeddedStore({ folder: join(parent, 'restored'), now });
const refuse = async (promise: Promise<unknown>) => {
  const error = await promise.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StoreError);
  return (error as StoreError).message;
};

describe('a backup', () => {
  test('brings everything back, pages and all', async () => {
    expect(await store.backup(file)).toEqual({ file, documents: 6, pages: 6, missing: [] });
    expect(await restore()).toEqual({ file, documents: 6, pages: 6, missing: [] });
    const copy = await openRestored();
    expect(await copy.listDocuments({})).toEqual(await store.listDocuments({}));
    expect(await copy.count()).toEqual(await store.count());
    for (const { page, reading } of entries) {
      expect(Buffer.from((await copy.getPageContent(page.hash))!)).toEqual(page.content);
      expect((await copy.getReading(reading.document.id))?.claims).toEqual(reading.claims);
    }
    expect((await copy.check({ pages: 'all' })).filter((result) => result.state !== 'ok')).toEqual([]);
    expect((await copy.put([makeEntry({ seed: 9 })]))[0]?.status).toBe('added');
    await copy.close();
  });

  test('brings back what was made of the pages too', async () => {
    await store.putReports((await store.listUnreported(4)).map((each) => makeReport(each)));
    const forecast = makeForecast('harbour', now());
    await store.appendLedger(makeLedger([forecast, forecast]));
    await store.putHistory([makePastEvent(1, '2020-01-08')]);
    await store.putAlert(makeAlert('a1'), false);
    await store.putDelivery({
      alert: 'a1',
      channel: 'webhook',
      update: 1,
      state: 'sent',
      attempts: 1,
      at: now(),
    });
    await store.putSourceState(makeSourceState('wire'));
    await store.backup(file);
    await restore();
    const copy = await openRestored();
    const askAll = async (of: Store) => [
      await of.listUnreported(10),
      await of.listReports({ limit: 10 }),
      await of.listLedger(),
      await of.listHistory(),
      await of.listAlerts(),
      await of.listSourceStates(),
    ];
    expect((await askAll(copy)).map((rows) => rows.length)).toEqual([2, 4, 2, 1, 1, 1]);
    expect(await askAll(copy)).toEqual(await askAll(store));
    await copy.appendLedger(makeLedger([forecast], (await copy.listLedger()).at(-1)));
    expect((await copy.check()).filter((result) => result.state !== 'ok')).toEqual([]);
    await copy.close();
  });

  test('of the first release is restored and brought up to date', async () => {
    await store.close();
    const database = new Database(join(parent, 'data', 'store.db'));
    database.exec(FIRST_FORM);
    database.close();
    const first = new Database(join(parent, 'data', 'store.db'), { readOnly: true });
    await writeBackup(file, {
      archive: new PageArchive(join(parent, 'data', 'pages')),
      ...{ program: 'tocsin 0.1.0', made: now() },
      copyDatabase: async (copy) => {
        first.runSql('vacuum into ?', [copy]);
        return 6;
      },
      listPages: async (digits) => listPages(first, digits),
    });
    first.close();
    expect(await restore()).toMatchObject({ documents: 6, pages: 6 });
    expect((await readdir(join(parent, 'restored'))).sort()).toEqual(['pages', 'store.db']);
    store = await openRestored();
    expect(await store.listUnreported(10)).toHaveLength(6);
    expect((await store.check({ pages: 'all' })).filter((result) => result.state !== 'ok')).toEqual([]);
  });

  test('is one file and leaves nothing else behind', async () => {
    await store.backup(file);
    expect((await readdir(parent)).sort()).toEqual(['backup.tar', 'data']);
    await restore();
    expect((await readdir(join(parent, 'restored'))).sort()).toEqual(['pages', 'store.db']);
  });

  test('opens with ordinary tools', async () => {
    await store.backup(file);
    const names = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n');
    expect(names.slice(0, 2)).toEqual(['tocsin-backup.json', 'store.db']);
    expect(names.filter((name) => /^pages\/[0-9a-f]{2}\/[0-9a-f]{62}\.gz$/u.test(name))).toHaveLength(6);
  });

  test('does not overwrite a file', async () => {
    await writeFile(file, 'something else');
    expect(await refuse(store.backup(file))).toMatch(/a file of this name already\. Choose another name/u);
    expect(await readFile(file, 'utf8')).toBe('something else');
    expect(await refuse(store.backup(join(parent, 'nowhere', 'x.tar')))).toMatch(/folder does not exist/u);
  });

  test('of a store that has lost a page is made all the same, and says so', async () => {
    const archive = new PageArchive(join(parent, 'data', 'pages'));
    await unlink(archive.locate(entries[0]!.page.hash));
    await writeFile(archive.locate(entries[1]!.page.hash), 'rubbish');
    const report = await store.backup(file);
    expect([...report.missing].sort()).toEqual([entries[0]!.page.hash, entries[1]!.page.hash].sort());
    expect((await restore()).missing).toEqual(report.missing);
    const copy = await openRestored();
    expect((await copy.check()).find((result) => result.name === 'pages')).toMatchObject({ state: 'failed' });
    await copy.close();
  });
});

describe('a folder that holds a store', () => {
  test('is not written over unless forced, and then the old store is kept', async () => {
    await store.backup(file);
    await restore();
    const copy = await openRestored();
    await copy.put([makeEntry({ seed: 50 })]);
    await copy.close();
    expect(await refuse(restore())).toMatch(/a store in this folder already/u);
    await restore({ force: true });
    const again = await openRestored();
    expect((await again.count()).documents).toBe(6);
    await again.close();
    const aside = (await readdir(join(parent, 'restored'))).find((name) => name.startsWith('replaced-'));
    const old = await openEmbeddedStore({ folder: join(parent, 'restored', aside!), now });
    expect((await old.count()).documents).toBe(7);
    await old.close();
  });
});

describe('restoring refuses, and leaves no store behind,', () => {
  afterEach(async () => {
    const left = await readdir(join(parent, 'restored')).catch(() => []);
    expect(left).toEqual([]);
  });

  test('a file that is not there', async () => {
    expect(await refuse(restore())).toMatch(/there is no such file/u);
  });

  test('a file that is no backup', async () => {
    await writeFile(file, 'A letter and no tar. '.repeat(100));
    expect(await refuse(restore())).toMatch(/backup.*Choose another file/u);
    await writeFile(file, '');
    expect(await refuse(restore())).toMatch(/backup/u);
  });

  test('a tar of something else, whatever its names', async () => {
    await mkdir(join(parent, 'stuff'));
    await writeFile(join(parent, 'stuff', 'letter.txt'), 'hello');
    execFileSync('tar', [
      '-cf',
      file,
      '-C',
      join(parent, 'stuff'),
      '--transform',
      's,letter,../../letter,',
      '-P',
      'letter.txt',
    ]);
    expect(await refuse(restore())).toMatch(/holds "\.\.\/\.\.\/letter\.txt", which no backup does/u);
  });

  test.each([0.3, 0.7, 0.95])('a backup cut off at %d of its length', async (share) => {
    await store.backup(file);
    await truncate(file, Math.floor((await stat(file)).size * share));
    expect(await refuse(restore())).toMatch(/not whole|no whole backup/u);
  });

  test('a backup cut off between two entries', async () => {
    await store.backup(file);
    const bytes = await readFile(file);
    const end = bytes.indexOf('tocsin-backup-end.json');
    await truncate(file, end);
    expect(await refuse(restore())).toMatch(/its end is missing/u);
  });

  test('a backup in which a page or the database was changed', async () => {
    await store.backup(file);
    const bytes = await readFile(file);
    const page = bytes.indexOf('.gz') + 512;
    bytes[page + 30] = bytes[page + 30]! ^ 0xff;
    await writeFile(file, bytes);
    expect(await refuse(restore())).toMatch(/damaged/u);
    bytes[page + 30] = bytes[page + 30]! ^ 0xff;
    bytes.fill(0x41, 512 * 3 + 8192, 512 * 3 + 60_000);
    await writeFile(file, bytes);
    expect(await refuse(restore())).toMatch(/damaged/u);
  });
});
