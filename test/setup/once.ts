import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Names the folder of this run of the tests, which its processes share. */
const RUN = 'TOCSIN_TEST_RUN';

/** Before all tests: a folder for what is made once in a run; removed after them. */
export default function openRun(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-run-'));
  process.env[RUN] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Where there was nothing before all tests, a process makes what it needs for itself. */
function findRun(): string {
  if (process.env[RUN] === undefined) process.once('exit', openRun());
  return process.env[RUN]!;
}

const isThere = (file: string) => access(file).then(() => true, () => false); // biome-ignore format: one line

/**
 * A folder that is made once for all tests of a run, by whoever needs it first; others wait for it. Nobody changes it: what
 * is to be changed is copied.
 *
 * @example
 * const folder = await makeOnce('workbench', (empty) => build({ build: { outDir: empty } }));
 */
export async function makeOnce(name: string, make: (empty: string) => Promise<unknown>): Promise<string> {
  const folder = join(findRun(), name);
  const [done, failed] = [`${folder}.done`, `${folder}.failed`];
  if (isFirst(folder)) {
    try {
      await make(folder);
      await writeFile(done, '');
    } catch (error) {
      await writeFile(failed, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  while (!(await isThere(done))) {
    if (await isThere(failed)) throw new Error(`${name}: ${await readFile(failed, 'utf8')}`);
    await wait(50);
  }
  return folder;
}

/** Of all processes one makes the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
