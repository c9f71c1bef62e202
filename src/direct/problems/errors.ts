/** One thing that is wrong with a problem file. */
export interface ProblemFault {
  readonly line: number;
  /** What is wrong and, where it is not plain, what to do. */
  readonly message: string;
}

/** A problem file cannot be used: every fault with its line, so that one reading mends it. */
export class ProblemFileError extends Error {
  override readonly name = 'ProblemFileError';
  readonly file: string;
  readonly faults: readonly ProblemFault[];

  constructor(file: string, faults: readonly ProblemFault[]) {
    super(faults.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.file = file;
    this.faults = faults;
  }
}
