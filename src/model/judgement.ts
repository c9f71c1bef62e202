import type { FieldCorrection } from './field-correction.ts';
import type { Hash } from './page.ts';

/** What a judgement is of. */
export type JudgedThing =
  /** A claim, or one event of it, as a document tells it. */
  | { readonly type: 'claim'; readonly document: Hash; readonly claim: string; readonly event?: string }
  | { readonly type: 'document'; readonly document: Hash }
  /** An incident; of one that is split, the documents whose mentions are another happening. */
  | { readonly type: 'incident'; readonly incident: string; readonly documents?: readonly Hash[] }
  /** How a story is grouped: these documents do not belong to it or, where none is named, none of its pages belong together. */
  | { readonly type: 'story'; readonly story: string; readonly documents?: readonly Hash[] }
  /** A source by the key under which its track record is kept: `harbour wire` of an outlet, `office us centcom` of a speaker. */
  | { readonly type: 'source'; readonly source: string }
  /** A record of the register. */
  | { readonly type: 'actor'; readonly actor: string };

export const VERDICTS = [
  'reject',
  'grade',
  'alias',
  'distinct',
  'merge',
  'split',
  'correct',
  'withdraw',
] as const;
/**
 * What a person says of it: `reject` it is not so or was misread, nothing may rest on it; `grade` its Admiralty grade is the
 * value, whatever was worked out; `alias` the value is another name of the actor;
 * `distinct` the value is the name of somebody else; `merge` the incident is the same happening as the one whose id is the
 * value; `split` what the named documents tell of the incident is another happening; `correct` one field of it was misread, and reads as the
 * correction says; `withdraw` an earlier judgement (the value is
 * its id) no longer holds.
 */
export type Verdict = (typeof VERDICTS)[number];

/** Something that a person of the desk has decided, with the reason. Judgements are added, never changed: who changed what stays on record. */
export interface Judgement {
  readonly kind: 'judgement';
  /** Given by the store: `j1`, `j2` … in the order in which they were made. */
  readonly id: string;
  /** ISO 8601 instant since when it holds; a view as of an earlier one does not know it. */
  readonly made: string;
  /** Who decided; a name that the person gives. */
  readonly by: string;
  readonly of: JudgedThing;
  readonly verdict: Verdict;
  readonly value?: string;
  /** Of `correct`: the field, and what it should read; `value` says the same as the person gave it. */
  readonly correction?: FieldCorrection;
  /** Why: at least one word. */
  readonly note: string;
}
