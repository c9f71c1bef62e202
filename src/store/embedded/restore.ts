import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Extract, extract } from 'tar-stream';
import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import { PageArchive, type PageBytes, syncFolder } from '../archive.ts';
import { makeStoreError } from '../failures.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { BackupReport } from '../store.ts';
import { ENDING_FILE, type Ending, MANIFEST_FILE, type Manifest } from './backup.ts';
import { checkDatabase, listPages } from './check.ts';
import { Database } from './database.ts';
import { makeFolders } from './folders.ts';
import { DATABASE_FILE, PAGES_FOLDER, PREFIXES } from './layout.ts';
import { openDatabase } from './open.ts';
import { readProgram } from './program.ts';

type Entry = Extract extends AsyncIterable<infer Item> ? Item : never;

export interface RestoreOptions {
  /** Restores into a folder that holds a store; that one is moved into a folder of its own beside the new one. */
  readonly force?: boolean;
}

/** Bytes of pages taken out of a backup before they are written together. */
const BATCH_BYTES = 32 << 20;
const BATCH_PAGES = 256;
const MAX_PAGE_BYTES = 1 << 30;
const MAX_NOTE_BYTES = 64 << 20;
const PAGE_ENTRY = /^pages\/([0-9a-f]{2})\/([0-9a-f]{62})\.gz$/u;

/**
 * Makes a data folder out of a backup. Everything is unpacked beside what is there and checked, every page
 * against its hash, before anything takes its place. No other process may have the folder's store open.
 *
 * @example
 * await restoreBackup('/backups/monday.tar', '/data');
 */
export async function restoreBackup(
  file: string,
  folder: string,
  options: RestoreOptions = {},
): Promise<BackupReport> {
  const target = resolve(folder);
  await prepareFolder(target, options);
  const staging = await mkdtemp(join(target, '.restore-'));
  try {
    const report = await unpackBackup(file, staging);
    await moveIntoPlace(staging, target);
    return { file: resolve(file), ...report };
  } catch (error) {
    throw makeStoreError(file, error);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function prepareFolder(folder: string, { force = false }: RestoreOptions): Promise<void> {
  try {
    makeFolders(folder);
    const names = await readdir(folder);
    if (force || !(names.includes(DATABASE_FILE) || names.includes(PAGES_FOLDER))) return;
  } catch (error) {
    throw makeStoreError(folder, error);
  }
  throw new StoreError(
    folder,
    'there is a store in this folder already',
    'Choose an empty folder, or force it (--force): the store that is there is then kept in a folder beside the restored one.',
  );
}

async function unpackBackup(file: string, staging: string): Promise<Omit<BackupReport, 'file'>> {
  const archive = new PageArchive(join(staging, PAGES_FOLDER));
  await mkdir(archive.folder, { mode: 0o700 });
  const tar = extract();
  // A tar that is no tar ends the reading of the file, whose error is then the one that is thrown.
  const [ofFile, ofTar] = await Promise.allSettled([
    pipeline(createReadStream(file), tar),
    unpackEntries(tar, file, { staging, archive }),
  ]);
  if (ofTar.status === 'rejected' && ofTar.reason instanceof StoreError) throw ofTar.reason;
  if (ofFile.status === 'rejected') throw explainReading(file, ofFile.reason);
  if (ofTar.status === 'rejected') throw explainReading(file, ofTar.reason);
  const { manifest, ending, pages } = ofTar.value;
  if (!manifest) throw new StoreError(file, 'this is no backup of a store', 'Choose another file.');
  if (!ending) throw makeCut(file);
  checkWhole(file, staging, { ending, pages });
  return { documents: manifest.documents, pages: pages.size, missing: ending.missing };
}

interface Unpacked {
  readonly manifest: Manifest | undefined;
  readonly ending: Ending | undefined;
  readonly pages: ReadonlySet<Hash>;
}

async function unpackEntries(
  tar: Extract,
  file: string,
  { staging, archive }: { readonly staging: string; readonly archive: PageArchive },
): Promise<Unpacked> {
  let manifest: Manifest | undefined;
  let ending: Ending | undefined;
  const pages = new Set<Hash>();
  let batch: PageBytes[] = [];
  let bytes = 0;
  for await (const entry of tar) {
    const { name } = entry.header;
    const page = PAGE_ENTRY.exec(name);
    if (page) {
      const hash: Hash = `sha256:${page[1]}${page[2]}`;
      const content = await archive.unpack(hash, await readEntry(entry, MAX_PAGE_BYTES));
      pages.add(hash);
      batch.push({ hash, content });
      bytes += content.length;
      if (bytes >= BATCH_BYTES || batch.length >= BATCH_PAGES) {
        await archive.write(batch);
        batch = [];
        bytes = 0;
      }
    } else if (name === MANIFEST_FILE) manifest = await readNote<Manifest>(entry, file, 'backup');
    else if (name === ENDING_FILE) ending = await readNote<Ending>(entry, file, 'end');
    else if (name === DATABASE_FILE && manifest) await writeEntry(entry, join(staging, DATABASE_FILE));
    else
      throw new StoreError(
        file,
        `it holds "${name.slice(0, 100)}", which no backup does`,
        'Choose another file.',
      );
  }
  await archive.write(batch);
  return { manifest, ending, pages };
}

async function readEntry(entry: Entry, most: number): Promise<Buffer> {
  if ((entry.header.size ?? 0) > most) throw new Error(`${entry.header.name} is too large`);
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readNote<Note extends { readonly kind: string }>(
  entry: Entry,
  file: string,
  kind: Note['kind'],
): Promise<Note> {
  const note = JSON.parse((await readEntry(entry, MAX_NOTE_BYTES)).toString()) as Note & { version?: number };
  if (note.kind === kind && (note.version ?? 1) === 1) return note;
  throw new StoreError(
    file,
    'it was written by a newer version',
    'Restore it with that version or a newer one.',
  );
}

async function writeEntry(entry: Entry, file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of entry) await handle.writeFile(chunk as Buffer);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the database is sound and every page that it refers to came along, but for those known to be lost. */
function checkWhole(
  file: string,
  staging: string,
  { ending, pages }: { readonly ending: Ending; readonly pages: ReadonlySet<Hash> },
): void {
  if (!existsSync(join(staging, DATABASE_FILE))) throw makeCut(file);
  const lost = new Set(ending.missing);
  bringUpToDate(staging);
  const database: Database = openStaged(staging, true);
  try {
    const failed = checkDatabase(database).find((result) => result.state === 'failed');
    if (failed)
      throw new StoreError(file, `its database is damaged: ${failed.finding}`, 'Choose another backup.');
    for (const digits of PREFIXES) {
      const absent = listPages(database, digits).find((hash) => !pages.has(hash) && !lost.has(hash));
      if (absent) throw new StoreError(file, `the page ${absent} is not in it`, 'Choose another backup.');
    }
  } finally {
    database.close();
  }
}

/** A backup of an older program has tables of an older form: opening them for writing adds what is missing. */
function bringUpToDate(staging: string): void {
  const database = new Database(join(staging, DATABASE_FILE), { readOnly: true, immutable: true });
  let version: number;
  try {
    version = Number(database.pragma('user_version'));
  } finally {
    database.close();
  }
  // None, or a newer one: the check says so.
  if (version === 0 || version >= (MIGRATIONS.at(-1)?.number ?? 0)) return;
  const opened = openStaged(staging, false);
  // Only the file itself is moved into place: nothing may be left in its log.
  opened.checkpoint();
  opened.close();
}

function openStaged(folder: string, readOnly: boolean): Database {
  return openDatabase({ folder, readOnly, program: readProgram(), now: new Date(0).toISOString() });
}

/** The database last: a folder without one holds no store, so that nothing half-done is ever taken for one. */
async function moveIntoPlace(staging: string, folder: string): Promise<void> {
  const names = await readdir(folder);
  const old = names.filter((name) => name === PAGES_FOLDER || name.startsWith(DATABASE_FILE));
  if (old.length > 0) {
    const aside = await mkdtemp(join(folder, 'replaced-'));
    // The log goes after its database, and both before the new one comes, which must never meet it.
    for (const name of old.sort((a, b) => (a === PAGES_FOLDER ? 1 : a < b ? -1 : 1)))
      await moveAside(join(folder, name), join(aside, name));
  }
  await rename(join(staging, PAGES_FOLDER), join(folder, PAGES_FOLDER));
  await rename(join(staging, DATABASE_FILE), join(folder, DATABASE_FILE));
  await syncFolder(folder);
}

/** The log's files go away by themselves when the last connection ends. */
async function moveAside(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function makeCut(file: string): StoreError {
  return new StoreError(file, 'the backup is not whole: its end is missing', 'Choose another backup.');
}

function explainReading(file: string, error: unknown): StoreError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') {
    return new StoreError(file, 'there is no such file', 'Choose another file.', { cause: error });
  }
  if (typeof code === 'string' && code.startsWith('E')) return makeStoreError(file, error);
  const message = error instanceof Error ? error.message.slice(0, 200) : String(error);
  if (message === 'Unexpected end of data') return makeCut(file);
  return new StoreError(file, `this is no whole backup (${message})`, 'Choose another file.', {
    cause: error,
  });
}
