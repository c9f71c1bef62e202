import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../model/errors.ts';
import { hashBytes, PageArchive } from './archive.ts';

let folder: string;
let archive: PageArchive;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  archive = new PageArchive(join(folder, 'pages'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const makePage = (text: string) => {
  const content = Buffer.from(text);
  return { hash: hashBytes(content), content };
};

describe('PageArchive', () => {
  test('gives back exactly the bytes that came', async () => {
    const pages = [makePage('<p>one</p>'), makePage(''), makePage('\u0000\u0001ÿ'.repeat(10_000))];
    await archive.write(pages);
    for (const page of pages) expect(Buffer.from((await archive.read(page.hash))!)).toEqual(page.content);
  });

  test('keeps a page once, under its hash, and leaves nothing else behind', async () => {
    const page = makePage('<p>again</p>');
    await archive.write([page, page]);
    await archive.write([page]);
    const digits = page.hash.slice(7, 9);
    expect(await readdir(join(archive.folder, digits))).toEqual([`${page.hash.slice(9)}.gz`]);
    expect(await archive.list(digits)).toEqual({ pages: [page.hash], leftovers: [] });
  });

  test('does not know what was never kept', async () => {
    expect(await archive.read(hashBytes(Buffer.from('never')))).toBeUndefined();
    expect(await archive.list('00')).toEqual({ pages: [], leftovers: [] });
  });

  test('refuses bytes under a hash that is not theirs, and keeps none of the batch', async () => {
    const good = makePage('good');
    const wrong = { hash: good.hash, content: Buffer.from('other') };
    await expect(archive.write([makePage('first'), wrong])).rejects.toThrow(StoreError);
    expect(await archive.read(makePage('first').hash)).toBeUndefined();
  });

  test('notices damaged, exchanged and cut files', async () => {
    const page = makePage('<p>evidence</p>'.repeat(50));
    await archive.write([page]);
    const file = archive.locate(page.hash);
    await writeFile(file, gzipSync('something else'));
    await expect(archive.read(page.hash)).rejects.toThrow(/damaged.*Restore this file from a backup/u);
    await writeFile(file, gzipSync(page.content));
    await truncate(file, 20);
    await expect(archive.read(page.hash)).rejects.toThrow(/damaged/u);
  });

  test('says what to do where a file stands in the way of its folder', async () => {
    await writeFile(join(folder, 'pages'), 'a file');
    const error = await archive.write([makePage('x')]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect((error as StoreError).message).toMatch(/file and not a folder/u);
  });
});
