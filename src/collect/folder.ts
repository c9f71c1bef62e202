import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { PageError } from '../model/errors.ts';
import { type DiskPath, makeFileError } from './files.ts';
import { findCompanionOf, findEnding, isHiddenName, makeShownName, PAGE_ENDINGS } from './names.ts';

/** What a walk through a folder meets: files in order of their names, and what it passes over or cannot open. */
export type Found =
  | { readonly kind: 'file'; readonly path: DiskPath; readonly shown: string }
  | { readonly kind: 'failure'; readonly failure: PageError }
  | { readonly kind: 'skipped'; readonly source: string; readonly why: string };

interface Open {
  readonly path: Buffer;
  readonly shown: string;
}

/**
 * Walks a folder and all below it. Hidden files and folders, and the folders that browsers put beside a saved
 * page, are passed over and told. Links are followed, each folder once, so that a circle of links ends.
 *
 * Names are taken as bytes, since a name need not be valid UTF-8 and must open all the same.
 */
export async function* walkFolder(folder: DiskPath, shown: string): AsyncGenerator<Found> {
  const seen = new Set<string>();
  const stack: Open[] = [
    { path: Buffer.from(folder as Buffer), shown: shown.replace(/[/\\]+$/, '') || shown },
  ];
  for (let here = stack.pop(); here !== undefined; here = stack.pop()) {
    const entries = await listOnce(here, seen);
    if (entries === undefined)
      yield { kind: 'skipped', source: here.shown, why: 'folder already visited by another way' };
    else if ('failure' in entries) yield { kind: 'failure', failure: entries.failure };
    else yield* visit(here, entries.names, stack);
  }
}

type Listing = { readonly names: readonly Dirent<Buffer>[] } | { readonly failure: PageError };

/** The entries of a folder, or undefined where it was listed before. */
async function listOnce(folder: Open, seen: Set<string>): Promise<Listing | undefined> {
  try {
    const stats = await stat(folder.path, { bigint: true });
    const identity = `${stats.dev}:${stats.ino}`;
    // Some file systems number nothing; there the path length that the system allows ends a circle.
    if (stats.ino !== 0n) {
      if (seen.has(identity)) return undefined;
      seen.add(identity);
    }
    const names = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' });
    return { names: names.sort((a, b) => Buffer.compare(a.name, b.name)) };
  } catch (error) {
    return { failure: makeFileError(error, folder.shown) };
  }
}

async function* visit(here: Open, entries: readonly Dirent<Buffer>[], stack: Open[]): AsyncGenerator<Found> {
  const pages = new Set<string>();
  for (const entry of entries) {
    const name = entry.name.toString();
    const ending = findEnding(name);
    if (PAGE_ENDINGS.has(ending)) pages.add(name.slice(0, -ending.length));
  }
  const folders: Open[] = [];
  for (const entry of entries) {
    const name = entry.name.toString();
    const path = Buffer.concat([here.path, Buffer.from(sep), entry.name]);
    const shown = `${here.shown === '/' ? '' : here.shown}/${makeShownName(name)}`;
    const companion = findCompanionOf(name);
    if (isHiddenName(name)) yield { kind: 'skipped', source: shown, why: 'hidden' };
    else if (!(await isFolder(entry, path))) yield { kind: 'file', path, shown };
    else if (companion !== undefined && pages.has(companion)) {
      yield { kind: 'skipped', source: shown, why: 'pictures and styles of a saved page' };
    } else folders.push({ path, shown });
  }
  stack.push(...folders.reverse());
}

async function isFolder(entry: Dirent<Buffer>, path: Buffer): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A link that leads nowhere is handed on as a file, whose opening says what is wrong with it.
    return false;
  }
}
