import { StoreError } from '../model/errors.ts';

interface Advice {
  readonly problem: string;
  readonly remedy: string;
}

const FULL: Advice = {
  problem: 'the disk is full, so nothing of this was kept',
  remedy: 'Free some space there and try again.',
};
const READ_ONLY: Advice = {
  problem: 'it cannot be written, because the file, its folder or the whole disk is read-only for this user',
  remedy: 'Give this user the right to write there, or choose another data folder.',
};
const BUSY: Advice = {
  problem: 'another process has kept it locked for too long',
  remedy: 'Wait for that process to finish or stop it, then try again.',
};
const DAMAGED: Advice = {
  problem: 'the database file is damaged',
  remedy: 'Restore the last backup, or move the data folder away to begin a new one.',
};
const DISK: Advice = {
  problem: 'the disk failed while it was read or written',
  remedy: 'Look at the disk and its connection, then run the check of the store.',
};
const FILES: Advice = {
  problem: 'the system allows no more open files',
  remedy: 'Raise the limit (ulimit -n) or close other programs, then try again.',
};
const NOT_A_FOLDER: Advice = {
  problem: 'a part of this path is a file and not a folder',
  remedy: 'Choose another data folder, or move that file away.',
};
const NO_DATABASE: Advice = {
  problem: 'this file is no database',
  remedy:
    'Choose another data folder, or move this file away; if it once was a store, restore the last backup.',
};
const CANNOT_OPEN: Advice = {
  problem: 'it cannot be opened',
  remedy: 'See that it is a file in a folder that this user may read and write.',
};

/** What the system's and the database's codes mean for the person who runs the store. */
const ADVICE: Readonly<Record<string, Advice>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EROFS: READ_ONLY,
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EMFILE: FILES,
  ENFILE: FILES,
  EIO: DISK,
  ENOTDIR: NOT_A_FOLDER,
  EEXIST: NOT_A_FOLDER,
  SQLITE_FULL: FULL,
  SQLITE_READONLY: READ_ONLY,
  SQLITE_PERM: READ_ONLY,
  SQLITE_AUTH: READ_ONLY,
  SQLITE_BUSY: BUSY,
  SQLITE_LOCKED: BUSY,
  SQLITE_CORRUPT: DAMAGED,
  SQLITE_NOTADB: NO_DATABASE,
  SQLITE_IOERR: DISK,
  SQLITE_CANTOPEN: CANNOT_OPEN,
};

/**
 * The StoreError for whatever went wrong at `source`, a file or folder; a StoreError passes as it is. The
 * original stays in `cause`.
 */
export function makeStoreError(source: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = findCode(error);
  // Extended codes begin with the plain one: SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY.
  const plain = code.split('_').slice(0, 2).join('_');
  const known = ADVICE[code] ?? ADVICE[plain];
  if (known) return new StoreError(source, `${known.problem} (${code})`, known.remedy, { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new StoreError(
    source,
    `the store failed: ${message.slice(0, 300)}`,
    'Run the check of the store; if it finds nothing, report this message.',
    { cause: error },
  );
}

/** SQLite's own numbers, for failures of which the driver does not know the name. */
const NAMES = new Map([
  [3, 'SQLITE_PERM'], [5, 'SQLITE_BUSY'], [6, 'SQLITE_LOCKED'], [8, 'SQLITE_READONLY'], [10, 'SQLITE_IOERR'],
  [11, 'SQLITE_CORRUPT'], [13, 'SQLITE_FULL'], [14, 'SQLITE_CANTOPEN'], [23, 'SQLITE_AUTH'], [26, 'SQLITE_NOTADB'],
]); // biome-ignore format: a table

/** `ENOSPC`, `SQLITE_FULL`; of a failed opening only the message tells. */
function findCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (/Unable to open connection/u.test(error.message)) return 'SQLITE_CANTOPEN';
  if (!('code' in error) || typeof error.code !== 'string') return '';
  const number = 'rawCode' in error ? Number(error.rawCode) : Number.NaN;
  // The lowest byte of an extended number is the plain one.
  if (error.code.startsWith('UNKNOWN')) return NAMES.get(number & 0xff) ?? error.code;
  return error.code;
}
