/** One thing that is wrong in a register. */
export interface RegisterProblem {
  readonly file: string;
  readonly line: number;
  /** What is wrong and what would be right, in a sentence. */
  readonly problem: string;
}

/** A register cannot be used: names everything that is wrong in it, each with file and line. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  readonly problems: readonly RegisterProblem[];

  constructor(problems: readonly RegisterProblem[]) {
    super(problems.map(({ file, line, problem }) => `${file}:${line}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}
