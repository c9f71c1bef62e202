import type { Corrected, SetAside } from './correction.ts';
import type { CorrectedField } from './field-correction.ts';
import type { JudgedThing, Judgement } from './judgement.ts';
import type { Hash } from './page.ts';

type Thing<Type extends JudgedThing['type']> = Extract<JudgedThing, { readonly type: Type }>;

/** What may be rejected. */
export type Rejected =
  | Thing<'claim'>
  | Thing<'document'>
  | Thing<'incident'>
  | Thing<'story'>
  /** By its name or by its key. */
  | Thing<'source'>;

/** What a person may ask the desk to put on record; who may do so is decided elsewhere. */
export type Decision = {
  /** Who decides: a name that the person gives. */
  readonly by: string;
  /** Why: at least one word. */
  readonly note: string;
} & (
  | {
      readonly verdict: 'reject';
      readonly of: Rejected;
      /** Of a claim: its words as the person saw them. Where a newer reading has others there, nothing is decided. */
      readonly words?: string;
    }
  | {
      readonly verdict: 'grade';
      readonly of: Thing<'source'> | Thing<'incident'> | Thing<'claim'>;
      /** A to F of a source, 1 to 6 of what is said. */
      readonly value: string;
    }
  /** The value is another name of the actor, or the name of somebody else. */
  | { readonly verdict: 'alias' | 'distinct'; readonly of: Thing<'actor'>; readonly value: string }
  /** The value is the id of the incident that it becomes a part of. */
  | { readonly verdict: 'merge'; readonly of: Thing<'incident'>; readonly value: string }
  | {
      readonly verdict: 'split';
      readonly of: Thing<'incident'> & { readonly documents: readonly Hash[] };
    }
  /**
   * One field of a claim, or of an event of it, was misread. The value is a word of the field's; of `time` a day or two with a
   * slash between, of `place` the id of a place of the reading, of `actor` and `recipient` ids of its entities with commas between, of `chain`
   * positions in the chain as it stands, or ids of entities, with commas between; `none` where there is none.
   */
  | {
      readonly verdict: 'correct';
      readonly of: Thing<'claim'>;
      readonly field: CorrectedField;
      readonly value: string;
      readonly words?: string;
      /** Id of the correction of that field that the person saw; where another one stands, nothing is decided. */
      readonly instead?: string;
    }
  /** The value is the id of an earlier judgement. */
  | { readonly verdict: 'withdraw'; readonly value: string }
);

/** Characters of a name, of a reason, of a value. */
export const DECISION_LIMITS = { by: 80, note: 1_000, value: 200 } as const;

/** A judgement with what became of it. */
export interface DecisionRow extends Judgement {
  /** Id of the judgement that withdrew it; absent while it holds. */
  readonly withdrawnBy?: string;
  /** What it is of, in the words of the texts: the claim, the title. Absent where that is not at hand. */
  readonly about?: string;
  readonly outlet?: string;
  /** Whether what it is of is still found; absent where that cannot be told. */
  readonly isFound?: boolean;
}

/** Which decisions are asked for. */
export interface DecisionRequest {
  /** ISO 8601; now unless given. */
  readonly asOf?: string;
  readonly limit?: number;
  /** Rows to leave out at the beginning. */
  readonly offset?: number;
  /** Only those that hold, or only those that were withdrawn. */
  readonly state?: 'holds' | 'withdrawn';
}

export interface DecisionList {
  /** Newest first. */
  readonly rows: readonly DecisionRow[];
  readonly total: number;
}

/** How people put on record what they decided, and see who decided what. */
export interface Decisions {
  /** @throws DecisionError where it cannot be decided so. */
  decide(decision: Decision): Promise<Judgement>;
  listDecisions(request: DecisionRequest): Promise<DecisionList>;
  /** What of a document counts no longer, with the cause; nothing of a version that no longer stands. */
  listSetAside(document: Hash, asOf?: string): Promise<readonly SetAside[]>;
  /** What of a document a person put right, and how it reads now. */
  listCorrected(document: Hash, asOf?: string): Promise<readonly Corrected[]>;
}
