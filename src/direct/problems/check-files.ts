import type { Problem } from '../../model/problem.ts';
import { loadProblemFile } from './load.ts';
import { checkAcross } from './order.ts';
import type { ReadProblem } from './problem.ts';

/** What came of checking files. */
export interface CheckedFiles {
  /** Those that can be used. */
  readonly problems: readonly Problem[];
  /** One for each fault, with file and line. */
  readonly failures: readonly string[];
}

/**
 * Checks problem files by themselves, beside each other and beside those in use, of which one with the same id is taken to be
 * replaced. Nothing is changed.
 *
 * @example
 * const { failures } = await checkProblemFiles(['port-raid.yaml'], problems);
 */
export async function checkProblemFiles(
  files: readonly string[],
  inUse: readonly Problem[],
): Promise<CheckedFiles> {
  const failures: string[] = [];
  const read = new Map<string, ReadProblem>();
  for (const file of files) {
    const one = await loadProblemFile(file, failures);
    if (one === undefined) continue;
    const twin = read.get(one.problem.id);
    if (twin === undefined) read.set(one.problem.id, one);
    else
      failures.push(
        `${file}:1: the id "${one.problem.id}" is that of ${twin.problem.file} already; change one of them`,
      );
  }
  const others = inUse
    .filter(({ id }) => !read.has(id))
    .map((problem): ReadProblem => ({ problem, text: '', findLine: () => 1 }));
  const { faults } = checkAcross([...read.values(), ...others]);
  const own = faults.filter(({ file }) => files.includes(file));
  const faulty = new Set(own.map(({ file }) => file));
  return {
    problems: [...read.values()].flatMap(({ problem }) => (faulty.has(problem.file) ? [] : [problem])),
    failures: [...failures, ...own.map(({ file, line, message }) => `${file}:${line}: ${message}`)],
  };
}
