import type { ThingKey } from './thing.ts';

/** Who does something: the name that stands under it, and the account, or `the desk` where nobody logged in. */
export interface Hand {
  readonly by: string;
  readonly author: string;
}

/** What somebody wrote to something. A change is a new version; what was removed leaves who removed it. */
export interface Comment extends Hand {
  readonly kind: 'comment';
  /** Given by the store: `n1`, `n2` … in the order in which they were written. */
  readonly id: string;
  /** From 1; one more with each change. */
  readonly version: number;
  readonly of: ThingKey;
  /** Plain text with line breaks; empty where it was removed. */
  readonly text: string;
  /** Whom it calls: names of accounts, or `the desk`. */
  readonly mentions: readonly string[];
  /** Id of the comment that it answers. */
  readonly answers?: string;
  /** Who removed it. */
  readonly removedBy?: string;
  /** ISO 8601 instants of its first version and of this one. */
  readonly made: string;
  readonly changed: string;
}

export const COMMENT_LENGTH = 4_000;
/** Comments in one answer; the latest of them where there are more. */
export const MOST_COMMENTS = 1_000;

export const ASSIGNMENT_STATES = ['open', 'done'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** That somebody is to see to something. A change is a new version. */
export interface Assignment extends Hand {
  readonly kind: 'assignment';
  /** `a1`. */
  readonly id: string;
  readonly version: number;
  readonly of: ThingKey;
  /** Name of an account, or `the desk`. */
  readonly to: string;
  /** The day by which: an ISO 8601 date. */
  readonly due?: string;
  readonly state: AssignmentState;
  readonly note?: string;
  /** Who changed it last, where it is not as it was given; `by` and `author` are who gave it. */
  readonly last?: Hand;
  readonly made: string;
  readonly changed: string;
}

export const ASSIGNMENT_NOTE_LENGTH = 1_000;
