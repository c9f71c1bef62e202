import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { StoreError } from '../model/errors.ts';
import type { Hash } from '../model/page.ts';
import { makeStoreError } from './failures.ts';

/** A page's bytes under their hash. */
export interface PageBytes {
  readonly hash: Hash;
  readonly content: Uint8Array;
}

/** What stands in one of the archive's folders. */
export interface ArchiveListing {
  readonly pages: readonly Hash[];
  /** Names of files that a writer left behind when it was stopped; they belong to no page. */
  readonly leftovers: readonly string[];
}

/** Files written at once: enough that their waits for the disk overlap. */
const AT_ONCE = 8;
/** A page that grows beyond this when it is unpacked is not what was stored. */
const MAX_PAGE_BYTES = 1 << 30;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * The bytes of every page that was seen, each once, in files named after their SHA-256: `pages/ab/cdef….gz`.
 * A file is complete from the moment it has its name, and never changed after. Whatever refers to a page is
 * written after it, so that a reference always leads to a page; a page without a reference does no harm.
 *
 * @example
 * const archive = new PageArchive('/data/pages');
 * await archive.write([{ hash, content }]);
 * await archive.read(hash);
 */
export class PageArchive {
  readonly folder: string;
  #files = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Where the page with this hash is or would be kept. */
  locate(hash: Hash): string {
    const digits = hash.slice('sha256:'.length);
    return join(this.folder, digits.slice(0, 2), `${digits.slice(2)}.gz`);
  }

  /** Keeps the pages that are not kept yet; they are on the disk when it returns. */
  async write(pages: readonly PageBytes[]): Promise<void> {
    for (const page of pages) {
      if (hashBytes(page.content) === page.hash) continue;
      throw new StoreError(
        page.hash,
        'the bytes handed in do not have this hash',
        'Make the page again from its bytes.',
      );
    }
    const changed = new Set<string>();
    await forEachAtOnce(new Map(pages.map((page) => [page.hash, page])).values(), async (page) => {
      if (await this.#writePage(page)) changed.add(dirname(this.locate(page.hash)));
    });
    // The new names are safe only when the folders that hold them are on the disk as well.
    if (changed.size > 0) await forEachAtOnce([...changed, this.folder], syncFolder);
  }

  /** The page's bytes; undefined where it is not kept. Throws a `StoreError` where they are damaged. */
  async read(hash: Hash): Promise<Uint8Array | undefined> {
    const packed = await this.readPacked(hash);
    return packed && this.unpack(hash, packed);
  }

  /** The page as it is kept, packed and unchecked. */
  async readPacked(hash: Hash): Promise<Uint8Array | undefined> {
    const file = this.locate(hash);
    try {
      return await readFile(file);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw makeStoreError(file, error);
    }
  }

  /** Unpacks what `readPacked` gave. Throws a `StoreError` where it is damaged. */
  async unpack(hash: Hash, packed: Uint8Array): Promise<Uint8Array> {
    const damaged = (options?: ErrorOptions) =>
      new StoreError(
        this.locate(hash),
        'the kept page is damaged: its bytes no longer have the hash in its name',
        'Restore this file from a backup.',
        options,
      );
    let content: Uint8Array;
    try {
      content = await unpack(packed, { maxOutputLength: MAX_PAGE_BYTES });
    } catch (cause) {
      throw damaged({ cause });
    }
    if (hashBytes(content) !== hash) throw damaged();
    return content;
  }

  /** What stands in the folder of the pages whose hash begins with these two digits. */
  async list(digits: string): Promise<ArchiveListing> {
    const pages: Hash[] = [];
    const leftovers: string[] = [];
    for (const name of await readNames(join(this.folder, digits))) {
      if (/^[0-9a-f]{62}\.gz$/u.test(name)) pages.push(`sha256:${digits}${name.slice(0, 62)}`);
      else leftovers.push(join(digits, name));
    }
    return { pages, leftovers };
  }

  /** Answers whether it had to be written. */
  async #writePage(page: PageBytes): Promise<boolean> {
    const file = this.locate(page.hash);
    const temporary = `${file}.${process.pid}-${this.#files++}.tmp`;
    try {
      if (await isFile(file)) return false;
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeSynced(temporary, await pack(page.content));
      await rename(temporary, file);
      return true;
    } catch (error) {
      await removeQuietly(temporary);
      throw makeStoreError(file, error);
    }
  }
}

/** `sha256:` and the digits, as in `Page.hash`. */
export function hashBytes(content: Uint8Array): Hash {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

async function writeSynced(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a folder's names on the disk. Windows keeps them with the files and cannot open a folder for this. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function forEachAtOnce<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  // All workers have ended before a failure is reported: nothing goes on writing behind the caller's back.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function readNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw makeStoreError(folder, error);
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).size > 0;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Clearing up after a failure must not hide that failure; what stays behind is counted by the store's check. */
async function removeQuietly(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
