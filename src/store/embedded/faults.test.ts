import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, statfs, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../model/errors.ts';
import { PageArchive } from '../archive.ts';
import { makeEntry } from '../fixtures.ts';
import type { CheckResult, Store } from '../store.ts';
import { makeForecast, makeLedger, makeReport } from '../suites/made.suite.ts';
import { Database } from './database.ts';
import { openEmbeddedStore } from './embedded.ts';
import type { EntryMessage } from './messages.ts';
import { openDatabase } from './open.ts';
import { putEntries } from './writer.ts';

let folder: string;
const now = () => '2026-03-01T10:00:00.000Z';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const makeMessage = (seed: number): EntryMessage => {
  const { page, reading } = makeEntry({ seed });
  const { hash, seen, content } = page;
  return {
    page: { hash, seen, length: content.length },
    reading: JSON.stringify(reading),
    text: reading.document.text,
    isUrlGiven: false,
  };
};

describe('a full disk', () => {
  test('in the middle of a batch keeps none of it and all that was before', () => {
    const database = openDatabase({ folder, readOnly: false, now: now(), program: 'tocsin 0.1.0' });
    const count = () => database.allSql<{ rows: number }>('select count(*) as rows from reading')[0]?.rows;
    putEntries(database, [makeMessage(1), makeMessage(2)], now());
    database.exec(`pragma max_page_count = ${Number(database.pragma('page_count')) + 8}`);
    const batch = Array.from({ length: 40 }, (_, seed) => makeMessage(seed + 10));
    expect(() => putEntries(database, batch, now())).toThrow(
      /the disk is full, so nothing of this was kept.*Free some space/u,
    );
    expect(count()).toBe(2);
    database.exec('pragma max_page_count = 1000000');
    putEntries(database, batch, now());
    expect(count()).toBe(42);
    expect(database.pragma('quick_check')).toBe('ok');
    database.close();
  });

  /** A small disk of its own needs the right to make one. */
  const makeSmallDisk = (): boolean => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  test('for pages and database says so, and goes on when there is space', async ({ skip }) => {
    if (!makeSmallDisk()) skip();
    try {
      const store = await openEmbeddedStore({ folder, now });
      await store.put([makeEntry({ seed: 1 })]);
      await writeFile(join(folder, 'ballast'), Buffer.alloc(1 << 20));
      let kept = 1;
      const error = await (async () => {
        for (let seed = 2; seed < 500; seed++, kept++) await store.put([makeEntry({ seed, sentences: 60 })]);
      })().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      expect((error as StoreError).message).toMatch(/disk is full|disk failed/u);
      expect((await store.count()).documents).toBe(kept);
      await unlink(join(folder, 'ballast'));
      await store.put([makeEntry({ seed: 1000 })]);
      expect((await store.count()).documents).toBe(kept + 1);
      const { bavail, bsize } = await statfs(folder);
      await writeFile(join(folder, 'ballast'), Buffer.alloc(bavail * bsize - 100_000));
      await expect(store.backup(join(folder, 'backup.tar'))).rejects.toThrow(/disk is full/u);
      expect(await readdir(folder)).not.toContain('backup.tar');
      const failed = (await store.check({ pages: 'all' })).filter((result) => result.state === 'failed');
      expect(failed.map((result) => result.name)).toEqual(['free space']);
      await store.close();
    } finally {
      // At once, even while a connection that was closed waits for the collector.
      execFileSync('umount', ['-l', folder]);
    }
  });
});

describe('the check finds', () => {
  let store: Store;
  const entries = [1, 2, 3].map((seed) => makeEntry({ seed }));
  const find = (results: readonly CheckResult[], name: string) =>
    results.find((result) => result.name === name);
  beforeEach(async () => {
    store = await openEmbeddedStore({ folder, now });
    await store.put(entries);
  });
  afterEach(() => store.close());

  test('pages that are lost, damaged, unused or unfinished', async () => {
    const archive = new PageArchive(join(folder, 'pages'));
    await unlink(archive.locate(entries[0]!.page.hash));
    await writeFile(archive.locate(entries[1]!.page.hash), 'rubbish');
    await archive.write([makeEntry({ seed: 77 }).page]);
    await mkdir(join(folder, 'pages', 'ab'), { recursive: true });
    await writeFile(join(folder, 'pages', 'ab', 'cd.gz.1-0.tmp'), '');
    const results = await store.check({ pages: 'all' });
    expect(find(results, 'pages')).toMatchObject({
      state: 'failed',
      finding: expect.stringContaining(`1 of 3 pages are lost, ${entries[0]!.page.hash}`),
    });
    expect(find(results, 'page contents')).toMatchObject({
      state: 'failed',
      finding: expect.stringContaining(entries[1]!.page.hash),
    });
    expect(find(results, 'unused pages')).toMatchObject({
      state: 'warning',
      finding: expect.stringMatching(/^1 pages.*1 unfinished/u),
    });
    for (const result of results) if (result.state !== 'ok') expect(result.remedy).toMatch(/\w/u);
    await expect(store.getPageContent(entries[1]!.page.hash)).rejects.toThrow(/damaged/u);
    expect(await store.getPageContent(entries[0]!.page.hash)).toBeUndefined();
  });

  test('rows that refer to nothing, lost readings, doubled versions and an index that lags behind', async () => {
    const database = new Database(join(folder, 'store.db'));
    database.exec('pragma foreign_keys = off');
    database.exec(`
      delete from page where hash = (select min(hash) from page);
      delete from reading_content where reading = 1;
      delete from word where rowid = 2;
      update document set series = 1, version = 1;`);
    database.close();
    const results = await store.check();
    const failed = results.filter((result) => result.state === 'failed').map((result) => result.name);
    expect(failed).toEqual(['references', 'readings', 'versions', 'search index']);
    await expect(store.getReading(entries[0]!.reading.document.id)).rejects.toThrow(/is lost/u);
  });
});

describe('the check of what was made of the readings', () => {
  const failures = async (statements: string) => {
    const store = await openEmbeddedStore({ folder, now });
    await store.put([1, 2, 3].map((seed) => makeEntry({ seed })));
    await store.putReports((await store.listUnreported(2)).map((each) => makeReport(each)));
    const forecast = makeForecast('harbour', now());
    await store.appendLedger(makeLedger([forecast, forecast, forecast]));
    expect((await store.check()).filter((result) => result.state !== 'ok')).toEqual([]);
    const database = new Database(join(folder, 'store.db'));
    database.exec(`pragma foreign_keys = off; ${statements}`);
    database.close();
    const failed = (await store.check()).filter((result) => result.state === 'failed');
    await store.close();
    return failed.map(({ name, finding }) => `${name}: ${finding}`);
  };

  test.each([
    ['delete from ledger where number = 2', 'ledger: entry 3 does not follow entry 1'],
    ['delete from ledger where number = 1', 'ledger: entry 2 does not follow the beginning'],
    [
      `update ledger set previous = (select hash from ledger where number = 1) where number = 3`,
      'ledger: entry 3 does not follow entry 2',
    ],
    [
      `update ledger set content = replace(content, '0.5', '0.6') where number = 2`,
      'ledger: entry 2 was changed after it was filed',
    ],
    [
      `update ledger set content = content || ' ' where number = 2`,
      'ledger: entry 2 was changed after it was filed',
    ],
    [`update ledger set content = 'x' where number = 1`, 'ledger: entry 1 was changed after it was filed'],
    [
      `update ledger set problem = 'border' where number = 3`,
      'ledger: entry 3 was changed after it was filed',
    ],
    [
      'delete from unreported',
      'reports: 0 reports are of readings that are not there, 1 readings are nowhere to be reported',
    ],
  ])('finds: %s', async (statements, finding) => {
    expect(await failures(statements)).toEqual([finding]);
  });

  test('finds reports of readings that are not there', async () => {
    const found = await failures('update report set reading = 77 where number = 1');
    expect(found[0]).toMatch(/^references: 1 rows.*report to reading/u);
    expect(found[1]).toMatch(/^reports: 1 reports are of readings that are not there, 1 readings/u);
  });
});

describe('a damaged reading', () => {
  test('is told apart from one that is not there', async () => {
    const store = await openEmbeddedStore({ folder, now });
    const entry = makeEntry({ seed: 1 });
    await store.put([entry]);
    const database = new Database(join(folder, 'store.db'));
    database.exec("update reading_content set content = x'00ff00'");
    database.close();
    await expect(store.getReading(entry.reading.document.id)).rejects.toThrow(
      /damaged and cannot be unpacked/u,
    );
    await store.close();
  });
});
