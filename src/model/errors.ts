import type { DefinitionFault } from './definition.ts';
import type { StartProgress } from './start.ts';

/**
 * The input is not what it claims to be or cannot be used: says what, where, and what to do.
 * Only this page or file fails; a batch goes on with the next.
 */
export class PageError extends Error {
  override readonly name = 'PageError';
  /** File, archive member or address. */
  readonly source: string;
  /** One imperative sentence: what the person can do. */
  readonly remedy: string;

  constructor(source: string, problem: string, remedy: string) {
    super(`${source}: ${problem}. ${remedy}`);
    this.source = source;
    this.remedy = remedy;
  }
}

/** The store cannot be opened, read or written: says which, why, and how to mend it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly source: string;
  readonly remedy: string;

  constructor(source: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${source}: ${problem}. ${remedy}`, options);
    this.source = source;
    this.remedy = remedy;
  }
}

/** A problem file cannot be kept as it is: every fault with its line. Nothing was written. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly faults: readonly DefinitionFault[];

  constructor(problem: string, faults: readonly DefinitionFault[]) {
    const told = faults.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
    super(`The definition of ${problem} has faults. ${told}`);
    this.faults = faults;
  }
}

/** Something cannot be decided so: says of what, why, and what to do. Nothing was put on record. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
  /**
   * `unknown`: there is no such thing · `conflict`: it is decided already, or is not what it was · `unfit`: a value does not fit ·
   * `foreign`: it is for somebody else to do.
   */
  readonly type: 'unknown' | 'conflict' | 'unfit' | 'foreign';

  constructor(
    type: DecisionError['type'],
    { of, problem, remedy }: { readonly of: string; readonly problem: string; readonly remedy: string },
  ) {
    super(`${of}: ${problem}. ${remedy}`);
    this.type = type;
  }
}

/** What was asked for does not fit: says of what, why, and what would. Nothing was done. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(of: string, problem: string, remedy: string) {
    super(`${of}: ${problem}. ${remedy}`);
  }
}

/** The picture is still being made, since the program was started: whoever asks should ask again in a moment. */
export class StartingError extends Error {
  override readonly name = 'StartingError';
  readonly progress: StartProgress;

  constructor(progress: StartProgress) {
    const { phase, done, total } = progress;
    super(
      `The picture is still being made: ${done} of ${total} ${phase}. Documents and searches can be asked for already; ask for this again in a moment.`,
    );
    this.progress = progress;
  }
}
