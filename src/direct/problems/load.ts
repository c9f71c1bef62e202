import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { type BrokenFile, type BrokenProblem, nameBroken } from './broken.ts';
import { ProblemFileError } from './errors.ts';
import { checkAcross } from './order.ts';
import { type ReadProblem, readProblem } from './problem.ts';

/** Problems that can be watched, and what is wrong with the files of those that cannot. */
export interface LoadedProblems {
  /** In order of their ids. */
  readonly problems: readonly Problem[];
  /** One for each fault, with file and line. */
  readonly failures: readonly string[];
  /** Text of each file that can be used, by the version that it is. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files whose text could be read and not used, each under the id by which it can be mended. */
  readonly broken: readonly BrokenProblem[];
}

/** What is told of the files that cannot be used. */
interface Told {
  readonly failures: string[];
  readonly broken: BrokenFile[];
}

/** Files of one folder that are read. */
const MOST_FILES = 1_000;
/** Bytes of one file that are read: more than the characters that a problem may have. */
const MOST_BYTES = 1_024_000;
/** Faults of one file that are told: they stand on the board. */
const MOST_FAULTS = 20;

/**
 * Loads every problem file (`.yaml`, `.yml`) of the folders. A file that cannot be used is a failure and the others go on; a
 * folder that is not there holds none. Problems that read each other's level in a circle are left out, too. A problem of a later folder takes the place of the one with its id in an earlier
 * folder, so that a desk can change what comes with the program.
 */
export async function loadProblems(folders: readonly string[]): Promise<LoadedProblems> {
  const byId = new Map<string, ReadProblem>();
  const told: Told = { failures: [], broken: [] };
  const { failures } = told;
  for (const folder of folders) {
    const inFolder = new Map<string, ReadProblem>();
    for (const file of await listFiles(folder, failures)) {
      const read = await readProblemFile(file, told);
      if (read === undefined) continue;
      const { id } = read.problem;
      const twin = inFolder.get(id);
      if (twin === undefined) inFolder.set(id, read);
      else {
        const message = `the id "${id}" is that of ${twin.problem.file} already; change one of them`;
        failures.push(`${file}:1: ${message}`);
        told.broken.push({ file, text: read.text, faults: [{ line: 1, message }] });
      }
    }
    for (const [id, read] of inFolder) byId.set(id, read);
  }
  const all = [...byId.values()].toSorted((a, b) => (a.problem.id < b.problem.id ? -1 : 1));
  const { problems, faults } = checkAcross(all);
  const used = new Set(problems.map(({ id }) => id));
  for (const { problem, text } of all) {
    if (used.has(problem.id)) continue;
    const own = faults.filter(({ file }) => file === problem.file);
    told.broken.push({
      file: problem.file,
      text,
      faults: own.map(({ line, message }) => ({ line, message })),
    });
  }
  return {
    problems,
    broken: nameBroken(told.broken, used),
    failures: [...failures, ...faults.map(({ file, line, message }) => `${file}:${line}: ${message}`)],
    texts: new Map(problems.map(({ id, version }) => [version, byId.get(id)!.text])),
  };
}

/**
 * What the problem files of the folders look like from outside: another text means that one came, went or changed, and that
 * they are to be loaded again. No file is read for it.
 */
export async function describeProblemFiles(folders: readonly string[]): Promise<string> {
  const described: string[] = [];
  for (const folder of folders) {
    const failures: string[] = [];
    for (const file of await listFiles(folder, failures)) described.push(await describeFile(file));
    described.push(folder, ...failures);
  }
  return described.join('\n');
}

/** By the time at which its inode changed, since a copy may bring its own time of writing with it. */
async function describeFile(file: string): Promise<string> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(file);
    return `${file} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    return `${file} ${findCode(error)}`;
  }
}

async function listFiles(folder: string, failures: string[]): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name));
    if (files.length > MOST_FILES)
      failures.push(`${folder}: only the first ${MOST_FILES} problem files are read`);
    return files
      .map(({ name }) => join(folder, name))
      .toSorted()
      .slice(0, MOST_FILES);
  } catch (error) {
    if (findCode(error) === 'ENOENT') return [];
    const code = findCode(error);
    failures.push(
      code === 'ENOTDIR'
        ? `${folder}: is a file; make it a folder and put the problem files into it`
        : `${folder}: cannot be read (${code}); give yourself permission to read it`,
    );
    return [];
  }
}

/** Reads one file; why it cannot be used is added to the failures. */
export async function loadProblemFile(file: string, failures: string[]): Promise<ReadProblem | undefined> {
  return readProblemFile(file, { failures, broken: [] });
}

async function readProblemFile(file: string, { failures, broken }: Told): Promise<ReadProblem | undefined> {
  let text: string | undefined;
  try {
    const refusal = await findRefusal(file);
    if (refusal === undefined) {
      text = await readFile(file, 'utf8');
      return readProblem(text, file);
    }
    failures.push(`${file}: ${refusal}`);
  } catch (error) {
    if (error instanceof ProblemFileError) {
      if (text !== undefined) broken.push({ file, text, faults: error.faults });
      const told = error.faults.slice(0, MOST_FAULTS);
      failures.push(...told.map(({ line, message }) => `${file}:${line}: ${message}`));
      if (told.length < error.faults.length) failures.push(`${file}: and more; mend these first`);
    } else {
      failures.push(`${file}: cannot be read (${findCode(error)}); give yourself permission, or remove it`);
    }
  }
  return undefined;
}

/** Why a file is not even read: a pipe or a device of that name would be read without end. */
async function findRefusal(file: string): Promise<string | undefined> {
  const stats = await stat(file);
  if (!stats.isFile()) return 'is no file; move it away';
  if (stats.size <= MOST_BYTES) return undefined;
  return `has ${stats.size} bytes, far more than a problem; split it into several problems`;
}

function findCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
