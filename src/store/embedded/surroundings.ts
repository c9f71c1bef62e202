import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import type { PageArchive } from '../archive.ts';
import { makeStoreError } from '../failures.ts';
import type { CheckRequest, CheckResult } from '../store.ts';
import { DATABASE_FILE, PREFIXES } from './layout.ts';

/** Pages that are unpacked and compared where not all are. */
const SAMPLE = 200;
const MEBIBYTE = 1 << 20;
const LITTLE_SPACE = 1024 * MEBIBYTE;
const NO_SPACE = 100 * MEBIBYTE;
const LONG_LOG = 512 * MEBIBYTE;

/** Compares the archive with what the database refers to. `listPages` answers the references by prefix. */
export async function checkPages(
  archive: PageArchive,
  listPages: (digits: string) => Promise<readonly Hash[]>,
  request: CheckRequest,
): Promise<readonly CheckResult[]> {
  const present: Hash[] = [];
  const lost: Hash[] = [];
  const leftovers: string[] = [];
  let orphans = 0;
  for (const digits of PREFIXES) {
    // The references first: a page that arrives between the two is then no lost one.
    const wanted = await listPages(digits);
    const found = await archive.list(digits);
    const kept = new Set(found.pages);
    for (const hash of wanted) (kept.delete(hash) ? present : lost).push(hash);
    orphans += kept.size;
    leftovers.push(...found.leftovers);
  }
  return [
    reportLost(lost, present.length),
    await checkContent(archive, present, request),
    reportOrphans(orphans, leftovers),
  ];
}

function reportLost(lost: readonly Hash[], present: number): CheckResult {
  const name = 'pages';
  if (lost.length === 0) return { name, state: 'ok', finding: `all ${present} pages are there` };
  return {
    name,
    state: 'failed',
    finding: `${lost.length} of ${lost.length + present} pages are lost, ${lost[0]} among them`,
    remedy:
      'Copy the missing files of the folder pages from a backup; what was read from them is still here.',
  };
}

async function checkContent(
  archive: PageArchive,
  present: readonly Hash[],
  request: CheckRequest,
): Promise<CheckResult> {
  const step = request.pages === 'all' ? 1 : Math.ceil(present.length / SAMPLE) || 1;
  const damaged: Hash[] = [];
  let looked = 0;
  for (let at = 0; at < present.length; at += step, looked++) {
    const hash = present[at] as Hash;
    try {
      await archive.read(hash);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      damaged.push(hash);
    }
  }
  const name = 'page contents';
  if (damaged.length === 0) {
    return {
      name,
      state: 'ok',
      finding: `${looked} of ${present.length} pages unpacked, each as it was seen`,
    };
  }
  return {
    name,
    state: 'failed',
    finding: `${damaged.length} of ${looked} pages looked at are damaged, ${damaged[0]} among them`,
    remedy: 'Copy these files of the folder pages from a backup, then look at all pages.',
  };
}

function reportOrphans(orphans: number, leftovers: readonly string[]): CheckResult {
  const name = 'unused pages';
  const finding = `${orphans} pages that nothing refers to, ${leftovers.length} unfinished files`;
  if (orphans === 0 && leftovers.length === 0) return { name, state: 'ok', finding: 'none' };
  if (leftovers.length === 0) return { name, state: 'ok', finding: `${finding}; they do no harm` };
  return {
    name,
    state: 'warning',
    finding: `${finding}, ${leftovers[0]} among them, from writing that was interrupted; they do no harm`,
    remedy: 'While no other process uses the store, the files ending in .tmp may be deleted.',
  };
}

/** Looks at the disk around the store. */
export async function checkSurroundings(folder: string, readOnly: boolean): Promise<readonly CheckResult[]> {
  return [await checkSpace(folder), await checkLog(folder), await checkPermission(folder, readOnly)];
}

async function checkSpace(folder: string): Promise<CheckResult> {
  const name = 'free space';
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const finding = `${Math.floor(free / MEBIBYTE)} MiB free`;
  if (free >= LITTLE_SPACE) return { name, state: 'ok', finding };
  return {
    name,
    state: free < NO_SPACE ? 'failed' : 'warning',
    finding,
    remedy: 'Free some space on this disk.',
  };
}

async function checkLog(folder: string): Promise<CheckResult> {
  const name = 'log';
  const size = await findSize(join(folder, `${DATABASE_FILE}-wal`));
  const finding = `${Math.ceil(size / MEBIBYTE)} MiB not yet written into the database file`;
  if (size < LONG_LOG) return { name, state: 'ok', finding };
  return {
    name,
    state: 'warning',
    finding,
    remedy: 'Close other programs that have the store open for long, then open and close it once.',
  };
}

async function findSize(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw makeStoreError(file, error);
  }
}

/** Only writing shows whether one may: a full or read-only disk grants every permission. */
async function checkPermission(folder: string, readOnly: boolean): Promise<CheckResult> {
  const name = 'write permission';
  if (readOnly) return { name, state: 'ok', finding: 'opened for reading only' };
  const probe = join(folder, `.check-${process.pid}.tmp`);
  try {
    const handle = await open(probe, 'wx');
    await handle.close();
    await rm(probe);
    return { name, state: 'ok', finding: 'files can be made in the data folder' };
  } catch (error) {
    const { message, remedy } = makeStoreError(folder, error);
    return { name, state: 'failed', finding: message, remedy };
  }
}
