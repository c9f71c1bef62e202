import type { AssignmentState } from '../../../../model/comment.ts';
import { formatPercent } from '../../../../model/probability.ts';
import type { ReviewRow, ReviewState, ReviewVerdict } from '../../../../model/review.ts';
import type { ThingType } from '../../../../model/thing.ts';
import type { InboxRow } from '../../../../model/together.ts';
import { describeDate } from '../dates.ts';
import type { ActWords } from '../decisions.ts';
import { VERDICT_WORDS } from '../decisions.ts';
import { count } from '../vocabulary.ts';

/* What people say to each other, give each other to do, and look at twice. */

export const THING_WORDS: Readonly<Record<ThingType, string>> = {
  problem: 'problem',
  indicator: 'sign',
  incident: 'incident',
  story: 'story',
  document: 'document',
  claim: 'claim',
  source: 'source',
  actor: 'actor',
  decision: 'decision',
};

const assign: ActWords = {
  button: 'Assign…',
  title: 'Give it to somebody',
  hint: 'They find it under “For you”.',
  submit: 'Assign',
  done: 'Assigned.',
};

const change: ActWords = {
  button: 'Change…',
  title: 'Change the assignment',
  hint: 'How it was before stays on record.',
  submit: 'Save',
  done: 'Changed.',
};

export const COMMENTS = {
  button: (n: number) => (n === 0 ? 'Comment' : count(n, 'comment')),
  open: (n: number) => `${n} to do`,
  of: (what: string) => `on ${what}`,
  title: 'Comments',
  fetching: 'Fetching the comments',
  none: 'Nobody has written anything yet.',
  noneThen: 'Nobody had written anything by then.',
  isEarlier: 'You look at an earlier state. What you write shows in the present one.',
  more: (n: number) => `${count(n, 'earlier comment')} left out.`,
  text: 'Your comment',
  textHint: 'Plain text. @ and a name calls somebody.',
  answerTo: (by: string) => `Your answer to ${by}`,
  change: 'Your comment, changed',
  send: 'Comment',
  save: 'Save',
  sending: 'Writing it down…',
  answer: 'Answer',
  edit: 'Change',
  remove: 'Remove',
  cancel: 'Cancel',
  byOf: (act: string, by: string) => `${act} the comment of ${by}`,
  answers: (by: string) => `answers ${by}`,
  changed: 'changed',
  atDesk: 'at the desk',
  removed: (by: string) => `Removed by ${by}.`,
  stands: 'It reads now',
  written: 'Written.',
  isRemoved: 'Removed.',
  people: 'People',
  found: (n: number) => (n === 0 ? '' : `${count(n, 'name')}: arrow keys choose, Enter takes`),
  signs: 'Comments on these signs',
} as const;

export const ASSIGN = {
  assign,
  change,
  list: 'To do',
  to: 'Who',
  due: 'By which day',
  dueHint: 'May be left out.',
  note: 'What is to be done',
  noteHint: 'May be left out.',
  sending: 'Saving…',
  given: (to: string) => `for ${to}`,
  by: (by: string) => `from ${by}`,
  last: (by: string) => `changed by ${by}`,
  dueOn: 'by',
  overdue: 'overdue',
  done: 'Done',
  again: 'Open again',
  ofThing: (act: string, to: string) => `${act}: what ${to} is to do`,
  isDone: 'Done.',
  isOpen: 'Open again.',
} as const;

export const STATE_WORDS: Readonly<Record<AssignmentState, string>> = { open: 'open', done: 'done' };

export const INBOX = {
  title: 'For you',
  ofDesk: 'For the desk',
  unread: (n: number) => `${n} new`,
  fetching: 'Fetching what is for you',
  none: 'Nothing is for you',
  noneHint: 'What calls you by @name, answers you, or is given to you shows here.',
  noneUnread: 'All of it is read',
  views: 'Views of this page',
  tabs: { messages: 'Messages', mine: 'To do', given: 'Given by me', all: 'All assignments' },
  which: 'Which',
  states: { open: 'Open', done: 'Done', all: 'All' },
  reads: { all: 'All', unread: 'Unread' },
  noAssignments: 'No assignment here',
  noAssignmentsHint: 'Open “Comment” on any page and choose “Assign…”.',
  fetchingAssignments: 'Fetching the assignments',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  markAll: 'Mark all as read',
  ofRow: (act: string, by: string) => `${act}: ${by}`,
  isNew: 'new',
  allRead: 'All of it is marked as read.',
} as const;

/** What somebody did that makes it one’s own matter. */
export function describeInboxRow({ cause, verdict, due }: InboxRow): string {
  switch (cause) {
    case 'mention':
      return 'calls you';
    case 'answer':
      return 'answers you';
    case 'assignment':
      return due === undefined ? 'gives you this to do' : 'gives you this to do, by';
    case 'done':
      return 'says that it is done';
    case 'review':
      return verdict === 'approve' ? 'approves what you did' : 'sends back what you did';
  }
}

const approve: ActWords = {
  button: 'Approve…',
  title: 'Approve it',
  hint: 'That you looked at it, and why you agree, stays on record.',
  submit: 'Approve',
  done: 'Approved.',
};

const sendBack: ActWords = {
  button: 'Send back…',
  title: 'Send it back',
  hint: 'Whoever did it finds your reason under “For you”. It is not undone by this: that is for them, or for you, to do.',
  submit: 'Send back',
  done: 'Sent back.',
};

export const REVIEW = {
  title: 'Review',
  intro:
    'What weighs enough for a second pair of eyes. Nothing is held back until it is approved: what waits says so where it is shown.',
  acts: { approve, 'send back': sendBack } satisfies Record<ReviewVerdict, ActWords>,
  fetching: 'Fetching the queue',
  none: 'Nothing waits',
  noneHint:
    'Levels that rise to high or critical, outcomes on a single possible origin, decisions on what an elevated problem rests on, and briefs to be signed come here.',
  noneFits: 'Nothing is in this state',
  which: 'Which',
  states: { waiting: 'Waiting', approved: 'Approved', 'sent back': 'Sent back' } satisfies Record<
    ReviewState,
    string
  >,
  stateOf: { waiting: 'waits', approved: 'approved', 'sent back': 'sent back' } satisfies Record<
    ReviewState,
    string
  >,
  isOwn: 'You did this yourself: somebody else has to look at it.',
  isEarlier: 'You look at an earlier state. To approve or send back, go to the present one.',
  why: 'Why it is here',
  effect: 'What it changes',
  reason: 'Reason given',
  said: (by: string, verdict: ReviewVerdict) =>
    verdict === 'approve' ? `${by} approved it` : `${by} sent it back`,
  openThing: 'Open it',
  waits: (rows: readonly ReviewRow[]) =>
    rows.length === 1
      ? `Waits for a second look: ${describeCause(rows[0]!)}.`
      : `${rows.length} things here wait for a second look.`,
  queue: 'See the queue',
} as const;

/** What it is, in one line. */
export function describeCause(row: ReviewRow): string {
  const { cause, after, by, verdict, judgement } = row;
  switch (cause) {
    case 'level':
      return `the level rose to ${after?.level}`;
    case 'outcome':
      return 'an outcome rests on one possible origin';
    case 'decision':
      return `decision ${judgement} of ${by}${verdict === undefined ? '' : `, ${VERDICT_WORDS[verdict]}`}`;
    case 'brief':
      return `${by} saved a brief that is not signed yet`;
  }
}

/** By which part of the rule it is there. */
export function explainCause({ cause, before, after, day }: ReviewRow): string {
  switch (cause) {
    case 'level':
      return before === undefined
        ? 'The level is high or critical, and no lower one is on record before it.'
        : `The level rose from ${before.level} to ${after?.level}.`;
    case 'outcome':
      return `What is said to have happened on ${describeDate(day ?? '')} has no confirmed origin and one possible one.`;
    case 'decision':
      return `It touched what a problem rests on that stood at ${before?.level} before it and at ${after?.level} with it.`;
    case 'brief':
      return 'A brief that is signed goes out under the name of the desk.';
  }
}

const stand = ({ level, p }: NonNullable<ReviewRow['after']>) =>
  p === undefined ? level : `${formatPercent(p)}, ${level}`;

/** What is otherwise with it. */
export function describeEffect({ cause, before, after, forecasts = 0, told }: ReviewRow): string {
  switch (cause) {
    case 'level': {
      const now = after === undefined ? '' : `Now ${stand(after)}. `;
      return told === undefined
        ? `${now}Nobody is named to be told at this level.`
        : `${now}Told at this level: ${told.join(', ')}.`;
    }
    case 'outcome':
      return `It settles ${count(forecasts, 'forecast')} with yes.`;
    case 'decision':
      if (before === undefined || after === undefined) return '';
      return stand(before) === stand(after)
        ? `The number stayed: ${stand(after)}.`
        : `From ${stand(before)} to ${stand(after)}.`;
    case 'brief':
      return 'Until it is signed nobody outside the desk has it.';
  }
}
