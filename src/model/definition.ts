import type { Assessment } from './forecast.ts';
import type { Hash } from './page.ts';
import type { Strength, Telling } from './problem.ts';

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

/** One change of a problem file that is made without editing its text by hand. */
export type DefinitionEdit =
  /** How strongly an indicator or window speaks. */
  | { readonly edit: 'strength'; readonly sign: string; readonly strength: Strength }
  /** How much more often an indicator is seen under one hypothesis; as often as under the others where no strength is given. */
  | {
      readonly edit: 'tells';
      readonly sign: string;
      readonly hypothesis: string;
      readonly strength?: Strength | undefined;
    }
  | { readonly edit: 'share'; readonly hypothesis: string; readonly share: number }
  | {
      readonly edit: 'hypothesis';
      readonly title: string;
      readonly why: string;
      readonly answer: 'yes' | 'no';
      readonly share: number;
    }
  /** A new row of evidence: an indicator that is found by words. */
  | {
      readonly edit: 'indicator';
      readonly title: string;
      readonly why: string;
      readonly direction: 'for' | 'against';
      readonly strength: Strength;
      readonly halfLife: number;
      readonly words: readonly string[];
    };

/** Changes of a problem file with who makes them and why: both are kept in the file. */
export interface DefinitionEdits {
  /** The version that is edited. */
  readonly base: string;
  readonly edits: readonly DefinitionEdit[];
  readonly by: string;
  readonly note: string;
}

/** What would become of a problem, and nothing written: the text, its faults, and where it has none what would be thought now. */
export interface DefinitionTrial {
  readonly text: string;
  readonly faults: readonly DefinitionFault[];
  readonly assessment?: Assessment;
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
  /**
   * Makes changes in the text of the version in use, comments and all else kept, and assesses what comes of them, by the very assessment of the
   * desk. Nothing is written: whoever wants it puts the text.
   *
   * @throws DecisionError where another version is in use by now, or a change names what is not there.
   */
  tryEdits(problem: string, edits: DefinitionEdits): Promise<DefinitionTrial>;
}
