import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolders } from './folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-folders-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('makes what is missing, for its owner alone, and nothing twice', () => {
  const path = join(folder, 'a', 'b', 'c');
  makeFolders(path);
  makeFolders(path);
  expect(statSync(path).isDirectory()).toBe(true);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o700);
});

test('says where a file is in the way', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolders(join(folder, 'file', 'b', 'c'))).toThrow(
    expect.objectContaining({
      name: 'StoreError',
      message: expect.stringMatching(/a part of this path is a file/),
    }),
  );
});

test.skipIf(process.platform !== 'linux')('says where the system makes no folders, and comes back', () => {
  for (const path of ['/proc/tocsin', '/proc/tocsin/a/b']) {
    expect(() => makeFolders(path)).toThrow(
      expect.objectContaining({
        name: 'StoreError',
        message: expect.stringMatching(/^\/proc\/tocsin.*Choose another/),
      }),
    );
  }
});
