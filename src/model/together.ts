import type { Role } from './account.ts';
import type { Assignment, AssignmentState, Comment, Hand } from './comment.ts';
import type { ReviewRow, ReviewState, ReviewVerdict } from './review.ts';
import type { ThingKey } from './thing.ts';

/** Somebody who can be called and given something to do. */
export interface Person {
  /** Name of the account, or `the desk` where nobody can log in. */
  readonly name: string;
  readonly displayName: string;
  /** What stands after `@`. */
  readonly handle: string;
  /** Absent of the desk. */
  readonly role?: Role;
}

/** A row with the words of what it is about, where they are at hand. */
export type About<Row> = Row & { readonly about?: string };

export interface CommentList {
  /** In the order in which they were written. */
  readonly rows: readonly Comment[];
  readonly total: number;
}

export interface CommentRequest {
  /** A thing; with `*` at the end, all things whose key begins so. */
  readonly of: string;
  readonly asOf?: string;
}

export interface AssignmentRequest {
  readonly of?: string;
  readonly to?: string;
  /** Who gave it: the account, or `the desk`. */
  readonly from?: string;
  readonly state?: AssignmentState;
  readonly asOf?: string;
}

export interface AssignmentDraft {
  readonly of: ThingKey;
  readonly to: string;
  readonly due?: string;
  readonly note?: string;
}

export interface AssignmentEdit extends Omit<AssignmentDraft, 'of'> {
  readonly state: AssignmentState;
  /** The version that was changed. */
  readonly base: number;
}

export const INBOX_CAUSES = ['mention', 'answer', 'assignment', 'done', 'review'] as const;
/**
 * Why something is for somebody: a comment calls them · answers one of theirs · they are to see to something · what they gave away is
 * done, or open again · a second person looked at what they did.
 */
export type InboxCause = (typeof INBOX_CAUSES)[number];

export interface InboxRow {
  /** The same as long as nothing new is said in it. */
  readonly entry: string;
  readonly cause: InboxCause;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly by: string;
  /** What it is about; of a review a decision or a problem. */
  readonly of: ThingKey;
  readonly about?: string;
  /** What was written. */
  readonly text: string;
  readonly due?: string;
  readonly state?: AssignmentState;
  readonly verdict?: ReviewVerdict;
  readonly isRead: boolean;
}

export interface Inbox {
  readonly kind: 'inbox';
  /** Whose it is. */
  readonly of: string;
  /** Newest first. */
  readonly rows: readonly InboxRow[];
  readonly unread: number;
}

export interface ReviewList {
  /** Newest first. */
  readonly rows: readonly ReviewRow[];
  /** How many are in each state, shown or not. */
  readonly counts: Readonly<Record<ReviewState, number>>;
}

/**
 * What people of a desk say to each other, give each other to do, and look at twice. Whoever may do so is decided elsewhere; all that is
 * written throws a DecisionError where it does not fit, or where somebody else was faster.
 */
export interface Together {
  /** In the order of their names. */
  listPeople(): Promise<readonly Person[]>;
  listComments(request: CommentRequest): Promise<CommentList>;
  addComment(
    draft: { readonly of: ThingKey; readonly text: string; readonly answers?: string },
    hand: Hand,
  ): Promise<Comment>;
  /** Of whoever wrote it alone, as is removing. */
  changeComment(
    id: string,
    change: { readonly text: string; readonly base: number },
    hand: Hand,
  ): Promise<Comment>;
  removeComment(id: string, change: { readonly base: number }, hand: Hand): Promise<Comment>;
  /** Those that are open first, by the day on which they are due. */
  listAssignments(request: AssignmentRequest): Promise<readonly About<Assignment>[]>;
  addAssignment(draft: AssignmentDraft, hand: Hand): Promise<Assignment>;
  changeAssignment(id: string, edit: AssignmentEdit, hand: Hand): Promise<Assignment>;
  /** @param owner Name of an account, or `the desk`. */
  getInbox(owner: string, asOf?: string): Promise<Inbox>;
  markRead(owner: string, entries: readonly string[], isRead: boolean): Promise<void>;
  listReviews(request: { readonly asOf?: string; readonly state?: ReviewState }): Promise<ReviewList>;
  /** Not by an account that did it itself. */
  review(
    given: { readonly item: string; readonly verdict: ReviewVerdict; readonly note: string },
    hand: Hand,
  ): Promise<ReviewRow>;
}
