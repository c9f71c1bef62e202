/** One thing that is wrong in a sources file. */
export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  /** What is wrong and what would be right, in a sentence. */
  readonly problem: string;
}

/** A sources file cannot be used: names everything that is wrong in it, each with file and line. */
export class SourcesError extends Error {
  override readonly name = 'SourcesError';
  readonly problems: readonly SourceProblem[];

  constructor(problems: readonly SourceProblem[]) {
    super(problems.map(({ file, line, problem }) => `${file}:${line}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}
