import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Header, type Pack, pack } from 'tar-stream';
import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import { type PageArchive, syncFolder } from '../archive.ts';
import { makeStoreError } from '../failures.ts';
import type { BackupReport } from '../store.ts';
import { DATABASE_FILE, PAGES_FOLDER, PREFIXES } from './layout.ts';

/** First entry of a backup: what it is. */
export const MANIFEST_FILE = 'tocsin-backup.json';

export interface Manifest {
  readonly kind: 'backup';
  readonly version: 1;
  readonly program: string;
  /** ISO 8601 instant. */
  readonly made: string;
  readonly documents: number;
}

/** Last entry of a backup: without it the file was cut off. */
export const ENDING_FILE = 'tocsin-backup-end.json';

export interface Ending {
  readonly kind: 'end';
  readonly pages: number;
  /** Pages that were lost or damaged and are therefore not in it. */
  readonly missing: readonly Hash[];
}

export interface BackupSource {
  readonly archive: PageArchive;
  readonly program: string;
  readonly made: string;
  /** Writes the database into a new file; answers how many documents it holds. */
  copyDatabase(file: string): Promise<number>;
  /** Pages that the database refers to and that begin with these digits. */
  listPages(digits: string): Promise<readonly Hash[]>;
}

/**
 * Writes the database and all its pages into one tar file, which ordinary tools open as well. The file has its
 * name only when it is whole and on the disk; one that is there already stays as it is.
 */
export async function writeBackup(file: string, source: BackupSource): Promise<BackupReport> {
  const temporary = `${file}.${process.pid}.tmp`;
  const copy = `${file}.${process.pid}.db.tmp`;
  await reserve(file);
  try {
    // Made first, since SQLite would make it readable for everybody.
    await reserve(copy);
    const documents = await source.copyDatabase(copy);
    const report = await writeTar(temporary, copy, { ...source, documents });
    await rename(temporary, file);
    await syncFolder(dirname(file));
    return { file, ...report };
  } catch (error) {
    await rm(file, { force: true });
    throw makeStoreError(file, error);
  } finally {
    await rm(temporary, { force: true });
    await rm(copy, { force: true });
  }
}

/** Takes the name, so that of two backups to one file one is refused and nothing is overwritten. */
async function reserve(file: string): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') {
      throw new StoreError(file, 'there is a file of this name already', 'Choose another name.', {
        cause: error,
      });
    }
    if (code === 'ENOENT') {
      throw new StoreError(file, 'its folder does not exist', 'Make the folder first.', { cause: error });
    }
    throw makeStoreError(file, error);
  }
}

async function writeTar(
  file: string,
  copy: string,
  source: BackupSource & { readonly documents: number },
): Promise<Omit<BackupReport, 'file'>> {
  const tar = pack();
  // Flushed: the file is on the disk when it is closed.
  const written = pipeline(tar, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  const filled = fill(tar, copy, source).catch((error: Error) => {
    tar.destroy(error);
    throw error;
  });
  const [ofFile, ofTar] = await Promise.allSettled([written, filled]);
  // Where the disk failed, the tar failed with it: the disk's message is the one that helps.
  if (ofFile.status === 'rejected') throw ofFile.reason;
  if (ofTar.status === 'rejected') throw ofTar.reason;
  return ofTar.value;
}

async function fill(
  tar: Pack,
  copy: string,
  { archive, program, made, documents, listPages }: BackupSource & { readonly documents: number },
): Promise<Omit<BackupReport, 'file'>> {
  const header = { mode: 0o600, mtime: new Date(made) };
  const manifest: Manifest = { kind: 'backup', version: 1, program, made, documents };
  await addEntry(tar, { ...header, name: MANIFEST_FILE }, Buffer.from(`${JSON.stringify(manifest)}\n`));
  const { size } = await stat(copy);
  await pipeline(createReadStream(copy), tar.entry({ ...header, name: DATABASE_FILE, size }));
  const missing: Hash[] = [];
  let pages = 0;
  for (const digits of PREFIXES) {
    for (const hash of await listPages(digits)) {
      const packed = await readSound(archive, hash);
      if (packed) await addEntry(tar, { ...header, name: nameEntry(hash) }, packed);
      else missing.push(hash);
      pages += packed ? 1 : 0;
    }
  }
  const last = Buffer.from(`${JSON.stringify({ kind: 'end', pages, missing } satisfies Ending)}\n`);
  await addEntry(tar, { ...header, name: ENDING_FILE }, last);
  tar.finalize();
  return { documents, pages, missing };
}

/** The page as it is kept; undefined where it is lost or no longer what it was. */
async function readSound(archive: PageArchive, hash: Hash): Promise<Uint8Array | undefined> {
  const packed = await archive.readPacked(hash);
  if (!packed) return undefined;
  try {
    await archive.unpack(hash, packed);
    return packed;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

/** Where a page stands in a backup: the same as in the data folder. */
export function nameEntry(hash: Hash): string {
  const digits = hash.slice('sha256:'.length);
  return `${PAGES_FOLDER}/${digits.slice(0, 2)}/${digits.slice(2)}.gz`;
}

/** Waits until the entry has gone on: a tar that is filled faster than it is written would be held in memory. */
function addEntry(
  tar: Pack,
  header: Partial<Header> & Pick<Header, 'name'>,
  content: Uint8Array,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = tar.entry({ ...header, size: content.length }, (error) =>
      error ? reject(error) : resolve(),
    );
    entry.end(content);
  });
}
