import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderWatch } from './folder-watch.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-inbox-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text = `${name} closed\n\nThe harbour master said so.`) =>
  writeFileSync(join(folder, name), text);

async function look(watch: FolderWatch): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const each of watch.collect({ now: () => '2026-11-22T10:00:00Z' }))
    found.push(each.kind === 'page' ? each.page.file!.slice(folder.length + 1) : each.kind);
  return found;
}

test('a file is given once it has kept still for a round, and again when it changes', async () => {
  const watch = new FolderWatch([folder]);
  write('a.txt');
  expect(await look(watch)).toEqual([]);
  write('b.txt');
  expect(await look(watch)).toEqual(['a.txt']);
  expect(await look(watch)).toEqual(['b.txt']);
  expect(await look(watch)).toEqual([]);
  appendFileSync(join(folder, 'a.txt'), ' And more.');
  expect(await look(watch)).toEqual([]);
  expect(await look(watch)).toEqual(['a.txt']);
  // The same length at another time.
  write('b.txt', 'c.txt closed\n\nThe harbour master said so.');
  utimesSync(join(folder, 'b.txt'), 1_700_000_000, 1_700_000_000);
  await look(watch);
  expect(await look(watch)).toEqual(['b.txt']);
});

test('a file that grows is left alone until it is whole', async () => {
  const watch = new FolderWatch([folder]);
  for (let round = 0; round < 4; round += 1) {
    appendFileSync(join(folder, 'slow.txt'), 'A line.\n');
    expect(await look(watch)).toEqual([]);
  }
  expect(await look(watch)).toEqual(['slow.txt']);
});

test('folders below are looked through, hidden ones are not, archives are opened; a removed file is forgotten', async () => {
  const watch = new FolderWatch([folder]);
  mkdirSync(join(folder, 'deep', '.hidden'), { recursive: true });
  write('deep/a.txt');
  write('deep/.hidden/b.txt');
  await look(watch);
  expect(await look(watch)).toEqual(['deep/a.txt']);
  rmSync(join(folder, 'deep', 'a.txt'));
  expect(await look(watch)).toEqual([]);
  write('deep/a.txt');
  await look(watch);
  expect(await look(watch)).toEqual(['deep/a.txt']);
});

test('a folder that is not there is told once, and found when it comes', async () => {
  const watch = new FolderWatch([join(folder, 'later')]);
  expect(await look(watch)).toEqual(['failure']);
  expect(await look(watch)).toEqual([]);
  mkdirSync(join(folder, 'later'));
  write('later/a.txt');
  await look(watch);
  expect(await look(watch)).toEqual(['later/a.txt']);
});
