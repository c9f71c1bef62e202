import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../../model/errors.ts';
import { makeStoreError } from '../failures.ts';

/**
 * Makes a folder, and those above it that are missing, for its owner alone. One by one: asked to make all of them itself,
 * Node never comes back where the system says that a folder's parent is missing although it is there, as it does in `/proc`.
 *
 * @throws StoreError where it cannot be made.
 */
export function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let here = resolve(folder); !existsSync(here); here = dirname(here)) {
    missing.push(here);
    if (dirname(here) === here) break;
  }
  for (const each of missing.reverse()) makeFolder(each, folder);
}

function makeFolder(path: string, wanted: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Another process may have made it a moment ago.
    if (code === 'EEXIST' && existsSync(path)) return;
    if (code !== 'ENOENT') throw makeStoreError(wanted, error);
    throw new StoreError(wanted, 'no folder can be made here (ENOENT)', 'Choose another data folder.', {
      cause: error,
    });
  }
}
