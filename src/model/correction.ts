import type { FieldCorrection } from './field-correction.ts';
import type { Hash } from './page.ts';
import type { ClaimRef } from './report.ts';
import type { TextSpan } from './span.ts';

export const NOTE_TYPES = ['correction', 'retraction', 'clarification'] as const;
/** `correction`: something in it was wrong · `retraction`: all of it is taken back · `clarification`: it could be misunderstood. */
export type NoteType = (typeof NOTE_TYPES)[number];

/** What a publisher says of its own words: "An earlier version of this story said that four rockets were fired." */
export interface CorrectionNote extends TextSpan {
  readonly type: NoteType;
  /** True where it is about the text it stands in or an earlier version of that; else about another one of the publisher's. */
  readonly ofItself: boolean;
  /** The words in the note that give what no longer holds, where they can be told. */
  readonly gaveUp: readonly TextSpan[];
}

/** Why something counts no longer, or counts now. `known` is the ISO 8601 instant since when that is known here. */
export type RootCause =
  /** `judgement`: a person of the desk decided so · `withdrawal`: a person took a decision back. */
  | {
      readonly type: 'judgement' | 'withdrawal';
      readonly judgement: string;
      /** Of a judgement what was decided, where that is no rejection. */
      readonly verdict?: 'merge' | 'split' | 'correct';
      readonly by: string;
      readonly note: string;
      readonly known: string;
    }
  /** The publisher says so. */
  | {
      readonly type: 'note';
      readonly document: Hash;
      readonly outlet?: string;
      readonly note: CorrectionNote;
      readonly known: string;
    }
  /** The page has another text now. */
  | {
      readonly type: 'version';
      readonly document: Hash;
      readonly outlet?: string;
      readonly version: number;
      readonly known: string;
    }
  /** A document came in. */
  | { readonly type: 'document'; readonly document: Hash; readonly outlet?: string; readonly known: string }
  /** Nothing came in; what was known is older now. */
  | { readonly type: 'time'; readonly known: string };

/** The same, or that it repeats a claim that counts no longer, and nothing else stands behind it. */
export type Cause =
  | RootCause
  | {
      readonly type: 'repeats';
      readonly claim: ClaimRef;
      readonly because: RootCause;
      readonly known: string;
    };

/** What of a document's claim is set aside. */
export const SET_ASIDE_PARTS = ['claim', 'event', 'figure'] as const;
export type SetAsidePart = (typeof SET_ASIDE_PARTS)[number];

/** Something said that is kept and shown but that nothing rests on any more. */
export interface SetAside {
  readonly part: SetAsidePart;
  readonly claim: ClaimRef;
  readonly story: string;
  /** Incidents that it told of. */
  readonly incidents: readonly string[];
  /** Of a figure: what was counted, and how many. */
  readonly figure?: { readonly of: string; readonly value: number };
  readonly cause: Cause;
}

/** A field of a claim, or of an event of it, that a person put right. What the reader read stays in the reading. */
export interface Corrected {
  readonly claim: ClaimRef;
  /** Id of the event in the document's reading; absent where it is a field of the claim. */
  readonly event?: string;
  readonly incidents: readonly string[];
  readonly correction: FieldCorrection;
  readonly cause: RootCause;
}

/** A document that stands in another story than the one that it was grouped into, since a person said so. */
export interface TakenOut {
  readonly document: Hash;
  readonly outlet?: string;
  readonly title?: string;
  /** Ids of stories. */
  readonly from: string;
  readonly to: string;
  readonly cause: RootCause;
}

/**
 * What a page said of an incident in an earlier version and says no longer, without a word about it. That takes nothing back: it
 * counts no longer for that page, and those who have it from there stay.
 */
export interface Removal {
  /** In the version that said so last. */
  readonly claim: ClaimRef;
  readonly story: string;
  readonly incidents: readonly string[];
  /** The version without it. */
  readonly document: Hash;
  readonly version: number;
  /** ISO 8601 instant since when that is known here. */
  readonly known: string;
}
