import type { Hash } from './page.ts';
import type { Telling } from './problem.ts';

/** A version of a problem file that came into use. */
export interface ProblemVersionRow {
  readonly problem: string;
  readonly version: Hash;
  /** ISO 8601 instant since when it was used. */
  readonly since: string;
  /** Name of the file, without its folder. */
  readonly file: string;
}

/** The same with its text, so that what was filed with it can be looked up. */
export interface ProblemVersion extends ProblemVersionRow {
  readonly kind: 'problem version';
  readonly text: string;
}

/** One thing that is wrong with a problem file. */
export interface DefinitionFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A problem file as it can be read and edited. */
export interface Definition {
  readonly kind: 'definition';
  readonly problem: string;
  readonly version: Hash;
  readonly text: string;
  /** Name of the file, without its folder. */
  readonly file: string;
  /** Whether it is the desk's own; else it comes with the program. */
  readonly isOwn: boolean;
  /** Whether it is the version in use. */
  readonly isCurrent: boolean;
  /** What is wrong with a file that cannot be used as it stands; of any other there is nothing. */
  readonly faults: readonly DefinitionFault[];
  readonly tell: readonly Telling[];
  /** Those that came into use, newest first. */
  readonly versions: readonly ProblemVersionRow[];
}

export interface DefinitionRequest {
  /** The version that is meant; the one in use unless given. */
  readonly version?: string;
  /** The version that was in use at this instant. */
  readonly asOf?: string;
}

export interface DefinitionDraft {
  readonly text: string;
  /** The version that was edited; absent of a problem that is new. Where another one is in use by now, nothing is written. */
  readonly base?: string;
}

/** Reading and editing of problem files. */
export interface Definitions {
  /** Undefined where there is no such problem or version (then). */
  getDefinition(problem: string, request?: DefinitionRequest): Promise<Definition | undefined>;
  /** What is wrong with a text, also beside the other problems; nothing is written. */
  checkDefinition(problem: string, text: string): Promise<readonly DefinitionFault[]>;
  /**
   * Writes the desk's own file, whole or not at all.
   *
   * @throws DefinitionError where it has faults, DecisionError where another version is in use by now.
   */
  putDefinition(problem: string, draft: DefinitionDraft): Promise<Definition>;
}
