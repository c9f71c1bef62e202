import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { ProblemFileError } from './errors.ts';
import { parseProblem } from './problem.ts';

/** Problems that can be watched, and what is wrong with the files of those that cannot. */
export interface LoadedProblems {
  /** In order of their ids. */
  readonly problems: readonly Problem[];
  /** One for each fault, with file and line. */
  readonly failures: readonly string[];
}

/** Files of one folder that are read. */
const MOST_FILES = 1_000;

/**
 * Loads every problem file (`.yaml`, `.yml`) of the folders. A file that cannot be used is a failure and the others go on; a
 * folder that is not there holds none. A problem of a later folder takes the place of the one with its id in an earlier
 * folder, so that a desk can change what comes with the program.
 */
export async function loadProblems(folders: readonly string[]): Promise<LoadedProblems> {
  const byId = new Map<string, Problem>();
  const failures: string[] = [];
  for (const folder of folders) {
    const inFolder = new Map<string, Problem>();
    for (const file of await listFiles(folder, failures)) {
      const problem = await loadProblem(file, failures);
      if (problem === undefined) continue;
      const twin = inFolder.get(problem.id);
      if (twin === undefined) inFolder.set(problem.id, problem);
      else
        failures.push(
          `${file}:1: the id "${problem.id}" is that of ${twin.file} already; change one of them`,
        );
    }
    for (const [id, problem] of inFolder) byId.set(id, problem);
  }
  const problems = [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { problems, failures };
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
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    failures.push(`${folder}: cannot be read: ${(error as Error).message}`);
    return [];
  }
}

async function loadProblem(file: string, failures: string[]): Promise<Problem | undefined> {
  try {
    return parseProblem(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof ProblemFileError) {
      failures.push(...error.faults.map(({ line, message }) => `${file}:${line}: ${message}`));
    } else {
      failures.push(`${file}: cannot be read: ${(error as Error).message}`);
    }
    return undefined;
  }
}
