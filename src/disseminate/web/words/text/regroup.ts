import { describeDate } from '../dates.ts';
import type { ActWords } from '../decisions.ts';
import { count } from '../vocabulary.ts';

/* Putting together and apart what the engine took for one happening, or one story, and taking that back. */

const merge: ActWords = {
  button: 'Merge…',
  title: 'Merge with another incident',
  hint: 'For two that are one happening. This one becomes a part of the other, also what comes in later. Both stay on record.',
  submit: 'Merge',
  done: 'Merged.',
};

const split: ActWords = {
  button: 'Split…',
  title: 'Split reports off',
  hint: 'For reports that tell of another happening. What they tell becomes an incident of its own.',
  submit: 'Split off',
  done: 'Split off.',
};

const leave: ActWords = {
  button: 'Split…',
  title: 'Take reports out of this story',
  hint: 'For reports that are about something else. They are kept, each in a story of its own.',
  submit: 'Take out',
  done: 'Taken out.',
};

export const REGROUP = {
  merge,
  split,
  leave,
  fetching: 'Fetching the other incidents',
  noOther: 'There is no other incident in the same country.',
  mergeInto: 'Into which',
  mergeHint: 'Those of about the same day and of the same type first.',
  splitWhich: 'Which reports tell of another happening',
  leaveWhich: 'Which reports do not belong here',
  undo: 'Undo',
  undoKey: 'U',
  undoneAtOnce: 'Undone at once.',
  takenBack: (judgement: string, withdrawal: string) =>
    `Taken back: ${judgement}, by ${withdrawal}. Both stay on record.`,
  row: (day: string | undefined, title: string, documents: number) =>
    `${day === undefined ? 'not dated' : describeDate(day)}: ${title} (${count(documents, 'report')})`,
  report: (outlet: string | undefined, date: string, title: string | undefined) =>
    `${outlet ?? 'Outlet unknown'}, ${describeDate(date)}: ${title ?? 'no title'}`,
} as const;
