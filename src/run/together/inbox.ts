import { DESK_NAME } from '../../model/audit.ts';
import type { Assignment, Comment } from '../../model/comment.ts';
import type { Review } from '../../model/review.ts';
import { makeThingKey } from '../../model/thing.ts';
import type { InboxRow } from '../../model/together.ts';

/** What an inbox is made from. */
export interface InboxGiven {
  readonly comments: readonly Comment[];
  readonly assignments: readonly Assignment[];
  readonly reviews: readonly Review[];
  /** Names of all accounts: whatever another name did was done at the desk. */
  readonly accounts: ReadonlySet<string>;
  /** Entries that were read. */
  readonly read: ReadonlySet<string>;
}

/** Rows of one answer; what is older stands beside the things themselves. */
const MOST_ROWS = 500;

/** What is for somebody, newest first. What one did oneself is not told; at the desk several people may sit. */
export function listInbox(owner: string, given: InboxGiven): readonly InboxRow[] {
  const rows = [
    ...given.comments.flatMap((comment) => findCommentRow(comment, owner, given.comments) ?? []),
    ...given.assignments.flatMap((assignment) => findAssignmentRow(assignment, owner) ?? []),
    ...given.reviews.flatMap((review) => findReviewRow(review, owner, given.accounts) ?? []),
  ];
  return rows
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, MOST_ROWS)
    .map((row) => ({ ...row, isRead: given.read.has(row.entry) }));
}

type Row = Omit<InboxRow, 'isRead'>;

function findCommentRow(comment: Comment, owner: string, all: readonly Comment[]): Row | undefined {
  const { id, of, by, author, text, made, mentions, answers, removedBy } = comment;
  if (removedBy !== undefined) return undefined;
  const isDesk = owner === DESK_NAME;
  const facts = { at: made, by, of, text };
  const answered = answers === undefined ? undefined : all.find((each) => each.id === answers);
  const isOwnAnswer = author === owner && (!isDesk || by === answered?.by);
  if (answered?.author === owner && !isOwnAnswer) return { entry: `answer ${id}`, cause: 'answer', ...facts };
  if (!mentions.includes(owner) || (author === owner && !isDesk)) return undefined;
  return { entry: `mention ${id}`, cause: 'mention', ...facts };
}

/** Told anew with each change that somebody else makes. */
function findAssignmentRow(assignment: Assignment, owner: string): Row | undefined {
  const { id, version, of, by, author, to, due, state, note, last, changed } = assignment;
  const hand = last ?? { by, author };
  const isDesk = owner === DESK_NAME;
  const facts = {
    entry: `assignment ${id}.${version}`,
    at: changed,
    by: hand.by,
    of,
    text: note ?? '',
    state,
    ...(due === undefined ? {} : { due }),
  };
  const isByOwner = hand.author === owner;
  if (to === owner && state === 'open' && (!isByOwner || isDesk)) return { cause: 'assignment', ...facts };
  const isOwnReply = isByOwner && (!isDesk || hand.by === by);
  if (author === owner && last !== undefined && state === 'done' && !isOwnReply)
    return { cause: 'done', ...facts };
  return undefined;
}

function findReviewRow(
  { id, by, author, of, note, made, verdict }: Review,
  owner: string,
  accounts: ReadonlySet<string>,
): Row | undefined {
  if (of.by === undefined) return undefined;
  const doer = accounts.has(of.by) ? of.by : DESK_NAME;
  const isSame = owner === DESK_NAME ? by === of.by : author === owner;
  if (doer !== owner || isSame) return undefined;
  const thing =
    of.judgement === undefined ? makeThingKey('problem', of.problem) : makeThingKey('decision', of.judgement);
  return { entry: `review ${id}`, cause: 'review', at: made, by, of: thing, text: note, verdict };
}
