import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../model/errors.ts';
import { makeEntry } from '../fixtures.ts';
import { FIRST_FORM } from '../migrations/forms.suite.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { makeAlert, makeReport, makeSourceState } from '../suites/made.suite.ts';
import { Database } from './database.ts';
import { openEmbeddedStore } from './embedded.ts';
import { type OpenOptions, openDatabase, readSetting } from './open.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'open-'));
  folder = join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const now = () => '2026-03-01T10:00:00.000Z';
const open = (options: { readonly readOnly?: boolean } = {}) =>
  openEmbeddedStore({ folder, now, ...options });
const fill = async () => {
  const store = await open();
  await store.put([makeEntry({ seed: 1 })]);
  await store.close();
};
const change = (statements: string) => {
  const database = new Database(join(folder, 'store.db'));
  database.exec(statements);
  database.checkpoint();
  database.close();
};
const refuse = async (options: { readonly readOnly?: boolean } = {}) => {
  const error = await open(options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StoreError);
  return (error as StoreError).message;
};

describe('a data folder', () => {
  test('is made where it does not exist, whatever its name', async () => {
    folder = join(parent, 'with space', 'é %41 # ? & café', 'data');
    await fill();
    expect((await readdir(folder)).sort()).toEqual(expect.arrayContaining(['pages', 'store.db']));
    const store = await open({ readOnly: true });
    expect((await store.count()).documents).toBe(1);
    await store.close();
  });

  test('holds everything in the database file once it was closed', async () => {
    await fill();
    const alone = join(parent, 'alone');
    await mkdir(alone);
    await writeFile(join(alone, 'store.db'), await readFile(join(folder, 'store.db')));
    const store = await openEmbeddedStore({ folder: alone, now });
    expect((await store.count()).documents).toBe(1);
    await store.close();
  });

  test('is for its owner alone', async () => {
    await fill();
    for (const name of ['.', 'store.db', 'pages'])
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  });

  test('that is a file is refused', async () => {
    await writeFile(folder, 'a file');
    expect(await refuse()).toMatch(/data: this is a file and not a folder\. Choose another/u);
    folder = join(folder, 'below');
    expect(await refuse()).toMatch(/file and not a folder/u);
  });

  test('that is not there or holds no store is not opened for reading', async () => {
    expect(await refuse({ readOnly: true })).toMatch(/no store in this folder\. Add a page first/u);
    expect(await readdir(parent)).toEqual([]);
  });

  test('in which the database is a folder is refused', async () => {
    await mkdir(join(folder, 'store.db'), { recursive: true });
    expect(await refuse()).toMatch(/store\.db: this is no file/u);
  });
});

describe('a database', () => {
  test('that is none is refused and left as it is', async () => {
    await mkdir(folder);
    const file = join(folder, 'store.db');
    await writeFile(file, 'These are notes and no database. '.repeat(200));
    expect(await refuse()).toMatch(/no database.*Choose another data folder, or move this file away/u);
    expect(await refuse({ readOnly: true })).toMatch(/no database/u);
    expect(await readFile(file, 'utf8')).toMatch(/^These are notes/u);
  });

  test('of another program is refused', async () => {
    await mkdir(folder);
    change('create table notes (text); pragma user_version = 3');
    expect(await refuse()).toMatch(/another program/u);
    change('pragma application_id = 1234');
    expect(await refuse()).toMatch(/another program/u);
  });

  test('that was cut off is refused, or found out by the check', async () => {
    await fill();
    await truncate(join(folder, 'store.db'), 50_000);
    const found = await open()
      .then(async (store) =>
        JSON.stringify((await store.check()).filter((result) => result.state === 'failed')),
      )
      .catch((error: Error) => error.message);
    expect(found).toMatch(/damaged/u);
    expect(found).toMatch(/backup/u);
  });

  test('of a newer version is refused, with the version and what to do', async () => {
    await fill();
    change(
      `pragma user_version = 77; update setting set value = 'tocsin 9.1.0' where name = 'store.program'`,
    );
    for (const readOnly of [true, false]) {
      const message = await refuse({ readOnly });
      expect(message).toMatch(
        /written by tocsin 9\.1\.0 \(format 77\); this is tocsin \d+\.\d+\.\d+, which knows formats up to \d/u,
      );
      expect(message).toContain(`formats up to ${MIGRATIONS.length}.`);
      expect(message).toMatch(/Run tocsin 9\.1\.0 or newer/u);
    }
  });

  test('notes which program opened it last', async () => {
    await fill();
    const database = openDatabase({ folder, readOnly: true, now: now(), program: 'tocsin 0.1.0' });
    expect(readSetting(database, 'store.program')).toMatch(/^tocsin \d/u);
    expect(database.pragma('user_version')).toBe(MIGRATIONS.at(-1)?.number);
    database.close();
  });
});

describe('opened for reading only', () => {
  test('a store answers and refuses to be written', async () => {
    await fill();
    const before = await readFile(join(folder, 'store.db'));
    const store = await open({ readOnly: true });
    expect((await store.listDocuments({})).rows).toHaveLength(1);
    await expect(store.put([makeEntry({ seed: 2 })])).rejects.toThrow(/for reading only/u);
    await expect(store.setSetting('a', 'b')).rejects.toThrow(/for reading only/u);
    for (const write of [
      () => store.putReports([]),
      () => store.putHistory([]),
      () => store.appendLedger([]),
      () => store.putAlert(makeAlert('a1'), false),
      () => store.putSourceState(makeSourceState('wire')),
    ]) {
      await expect(write()).rejects.toThrow(/for reading only/u);
    }
    expect(await store.hasAddress('https://a.example/')).toBe(false);
    expect(await store.listUnreported(10)).toHaveLength(1);
    expect(await store.listReports({ limit: 10 })).toEqual([]);
    expect([await store.listHistory(), await store.listLedger(), await store.listAlerts()]).toEqual([
      [],
      [],
      [],
    ]);
    expect((await store.exportLedger()[Symbol.asyncIterator]().next()).done).toBe(true);
    expect([await store.getSourceState('wire'), await store.listSourceStates()]).toEqual([undefined, []]);
    expect((await store.check()).filter((result) => result.state === 'failed')).toEqual([]);
    await store.close();
    expect(await readFile(join(folder, 'store.db'))).toEqual(before);
  });
});

describe('migrations', () => {
  const options = (statements: string): OpenOptions => ({
    ...{ folder, readOnly: false, now: now(), program: 'tocsin 0.2.0' },
    migrations: [...MIGRATIONS, { number: MIGRATIONS.length + 1, name: 'next', sqlite: statements }],
  });

  test('bring an older store up to date and keep what is in it', async () => {
    await fill();
    openDatabase(options('alter table page add column colour text')).close();
    const database = openDatabase(options(''));
    expect(database.pragma('user_version')).toBe(MIGRATIONS.length + 1);
    expect(database.allSql('select hash, colour from page')).toHaveLength(1);
    database.close();
  });

  test('put the readings of a store without reports in line for theirs', async () => {
    const store = await open();
    await store.put([makeEntry({ seed: 1, engine: 'tocsin 0.1.0' }), makeEntry({ seed: 2 })]);
    await store.put([makeEntry({ seed: 1, engine: 'tocsin 0.2.0' })]);
    const waiting = await store.listUnreported(10);
    await store.close();
    change(FIRST_FORM);
    expect(await refuse({ readOnly: true })).toMatch(/older format \(1\).*Open it once for writing/u);
    const opened = await open();
    expect(waiting).toHaveLength(2);
    expect(await opened.listUnreported(10)).toEqual(waiting);
    await opened.putReports(waiting.map((each) => makeReport(each)));
    expect(await opened.listReports({ limit: 10 })).toHaveLength(2);
    expect((await opened.check()).filter((result) => result.state !== 'ok')).toEqual([]);
    await opened.close();
  });

  test('put the reports of a store without a search of claims in line for it', async () => {
    const store = await open();
    await store.put([makeEntry({ seed: 1 }), makeEntry({ seed: 2 })]);
    await store.putReports((await store.listUnreported(10)).map((each) => makeReport(each)));
    const before = await store.searchEntries({ of: 'claim', limit: 100 });
    await store.close();
    change(`
      delete from claim_entry; insert into claim_word (claim_word) values ('delete-all');
      delete from event_entry; insert into event_word (event_word) values ('delete-all');
      insert into unindexed (reading) select reading from report`);
    const opened = await open();
    expect((await opened.searchEntries({ of: 'claim' })).rows).toEqual([]);
    expect([
      await opened.indexReports(1),
      await opened.indexReports(5),
      await opened.indexReports(5),
    ]).toEqual([...[1, 0, 0]]);
    expect(before.rows.length).toBeGreaterThan(20);
    expect((await opened.searchEntries({ of: 'claim', limit: 100 })).rows).toEqual(
      expect.arrayContaining([...before.rows]),
    );
    await opened.close();
  });

  test('that fail half-way leave the store as it was', async () => {
    await fill();
    const broken = options('alter table page add column colour text; drop table mark; create nonsense;');
    expect(() => openDatabase(broken)).toThrow(
      /could not be brought to format \d+ \(next\) and was left as it was.*syntax/u,
    );
    const store = await open();
    expect((await store.check()).filter((result) => result.state !== 'ok')).toEqual([]);
    expect((await store.getFacets({})).outlets).toHaveLength(1);
    await store.close();
  });

  test('are not run by opening for reading', async () => {
    await fill();
    const older = { ...options('create table extra (a)'), readOnly: true };
    expect(() => openDatabase(older)).toThrow(/older format.*Open it once for writing/u);
  });

  test('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });
});
