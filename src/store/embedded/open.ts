import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../../model/errors.ts';
import { makeStoreError } from '../failures.ts';
import type { Migration } from '../migrations/migration.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { Database, sqlite } from './database.ts';
import { makeFolders } from './folders.ts';
import { DATABASE_FILE } from './layout.ts';
import type { EngineOptions } from './messages.ts';

/** Marks a SQLite file as a store of this program: `TCSN`. */
export const APPLICATION_ID = 0x5443534e;

/** Setting that names the program that opened the store last. */
export const PROGRAM_SETTING = 'store.program';

export interface OpenOptions extends EngineOptions {
  /** The steps to take; those of this program unless a test has others. */
  readonly migrations?: readonly Migration[];
}

/**
 * The database of a data folder, made or brought up to date where needed. Throws a `StoreError` where the folder
 * or file cannot be used, belongs to something else or was written by a newer program.
 */
export function openDatabase(options: OpenOptions): Database {
  const file = prepareFile(options);
  const database = options.readOnly ? openToRead(file) : new Database(file);
  try {
    database.configure();
    const version = checkKind(database, options);
    if (options.readOnly) checkReadable(database, version, options);
    else bringUpToDate(database, options);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareFile({ folder, readOnly }: OpenOptions): string {
  const file = join(folder, DATABASE_FILE);
  try {
    if (!existsSync(folder) && !readOnly) makeFolders(folder);
    if (readOnly && !existsSync(file)) throw makeMissing(folder);
    if (!statSync(folder).isDirectory()) {
      throw new StoreError(folder, 'this is a file and not a folder', 'Choose another data folder.');
    }
    if (!existsSync(file)) makePrivate(file);
    else if (!statSync(file).isFile()) {
      throw new StoreError(file, 'this is no file', 'Move it away or choose another data folder.');
    }
  } catch (error) {
    throw makeStoreError(folder, error);
  }
  return file;
}

/** An empty file is a new database; SQLite itself would make one that everybody may read. */
function makePrivate(file: string): void {
  // Another process may make it at the same moment: either will do.
  closeSync(openSync(file, 'a', 0o600));
}

function makeMissing(folder: string): StoreError {
  return new StoreError(
    folder,
    'there is no store in this folder',
    'Add a page first (tocsin add, collect or serve), or choose another folder with --data.',
  );
}

/** On a disk that cannot be written SQLite cannot share a file with writers, but then there are none. */
function openToRead(file: string): Database {
  const log = `${file}-wal`;
  const database = new Database(file, { readOnly: true });
  try {
    database.pragma('user_version');
    return database;
  } catch (error) {
    database.close();
    if (existsSync(log) && statSync(log).size > 0) throw error;
  }
  return new Database(file, { readOnly: true, immutable: true });
}

/** The file's version of the tables; 0 of a new file. */
function checkKind(database: Database, { program, migrations = MIGRATIONS }: OpenOptions): number {
  const version = Number(database.pragma('user_version'));
  const isNew = version === 0 && database.allSql('select 1 from sqlite_schema limit 1').length === 0;
  // Last: another process may be making the tables in between, and it marks the file no later than these.
  const id = database.pragma('application_id');
  if (isNew && (id === 0 || id === APPLICATION_ID)) return 0;
  if (id !== APPLICATION_ID) {
    throw new StoreError(
      database.file,
      'this is the database of another program',
      'Choose another data folder, or move this file away.',
    );
  }
  const known = migrations.at(-1)?.number ?? 0;
  if (version <= known) return version;
  const writer = readSetting(database, PROGRAM_SETTING) ?? 'a newer version';
  throw new StoreError(
    database.file,
    `it was written by ${writer} (format ${version}); this is ${program}, which knows formats up to ${known}`,
    `Run ${writer} or newer, or choose another data folder.`,
  );
}

function checkReadable(database: Database, version: number, options: OpenOptions): void {
  if (version === 0) throw makeMissing(options.folder);
  const known = (options.migrations ?? MIGRATIONS).at(-1)?.number ?? 0;
  if (version === known) return;
  throw new StoreError(
    database.file,
    `it has an older format (${version}) than this program reads (${known}) and was opened for reading only`,
    'Open it once for writing, which brings it up to date.',
  );
}

function bringUpToDate(database: Database, options: OpenOptions): void {
  const mode = database.pragma('journal_mode = wal');
  if (mode !== 'wal') {
    throw new StoreError(
      database.file,
      `the disk does not allow safe writing by several processes (journal mode ${String(mode)})`,
      'Choose a data folder on a local disk.',
    );
  }
  database.exec('pragma synchronous = full');
  database.exec('pragma journal_size_limit = 67108864');
  for (const migration of options.migrations ?? MIGRATIONS) migrate(database, migration);
  noteProgram(database, options);
}

/** Another process may be opening the same store: whether there is something to do is asked inside. */
function migrate(database: Database, { number, name, sqlite: statements }: Migration): void {
  if (Number(database.pragma('user_version')) >= number) return;
  try {
    database.transaction(() => {
      if (Number(database.pragma('user_version')) >= number) return;
      database.exec(statements);
      database.exec(`pragma application_id = ${APPLICATION_ID}`);
      database.exec(`pragma user_version = ${number}`);
    });
  } catch (error) {
    const { message } = makeStoreError(database.file, error);
    throw new StoreError(
      database.file,
      `it could not be brought to format ${number} (${name}) and was left as it was: ${message.slice(0, 400)}`,
      'Put right what is said here, then open it again.',
      { cause: error },
    );
  }
}

/** Also proves that the file can be written, now and not at the end of a long run. */
function noteProgram(database: Database, { program, now }: OpenOptions): void {
  database.transaction(() => {
    if (readSetting(database, PROGRAM_SETTING) === program) return;
    writeSetting(database, { name: PROGRAM_SETTING, value: program, known_since: now });
  });
}

export function readSetting(database: Database, name: string): string | undefined {
  return database.first(sqlite.selectFrom('setting').select('value').where('name', '=', name))?.value;
}

export function writeSetting(
  database: Database,
  row: { readonly name: string; readonly value: string; readonly known_since: string },
): void {
  database.run(
    sqlite
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ value: row.value, known_since: row.known_since }),
      ),
  );
}
