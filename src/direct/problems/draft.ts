import type { Problem } from '../../model/problem.ts';
import { type ProblemFault, ProblemFileError } from './errors.ts';
import { checkAcross } from './order.ts';
import { type ReadProblem, readProblem } from './problem.ts';

/** A text that is to become the file of a problem. */
export interface Draft {
  readonly text: string;
  readonly file: string;
  /** The id that it must have. */
  readonly id?: string;
}

/**
 * What is wrong with a text, by itself and beside the other problems in use. Faults of the others are not told.
 *
 * @example
 * findDraftFaults({ text, file: 'port-raid.yaml' }, problems); // [{ line: 14, message: 'outcome.match[0]: …' }]
 */
export function findDraftFaults(
  { text, file, id }: Draft,
  others: readonly Problem[],
): readonly ProblemFault[] {
  try {
    const read = readProblem(text, file);
    const { problem, findLine } = read;
    if (id !== undefined && problem.id !== id) {
      const message = `id: "${problem.id}" is another problem than "${id}"; save it as a problem of its own`;
      return [{ line: findLine(['id']), message }];
    }
    return findFaultsAcross(read, others);
  } catch (error) {
    if (error instanceof ProblemFileError) return error.faults;
    throw error;
  }
}

function findFaultsAcross(read: ReadProblem, others: readonly Problem[]): readonly ProblemFault[] {
  const beside = others
    .filter(({ id }) => id !== read.problem.id)
    .map((problem): ReadProblem => ({ problem, text: '', findLine: () => 1 }));
  const { faults } = checkAcross([read, ...beside]);
  return faults
    .filter(({ file }) => file === read.problem.file)
    .map(({ line, message }) => ({ line, message }));
}
