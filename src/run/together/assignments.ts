import { ASSIGNMENT_NOTE_LENGTH, type Assignment, type Hand } from '../../model/comment.ts';
import { DecisionError } from '../../model/errors.ts';
import type { AssignmentDraft, AssignmentEdit, AssignmentRequest } from '../../model/together.ts';
import type { Store } from '../../store/store.ts';
import { makeText } from '../../text/plain.ts';
import { listPeople } from './people.ts';

type AssignmentStore = Pick<Store, 'listAccounts' | 'listAssignments' | 'putAssignment'>;

export interface AssignmentContext {
  readonly store: AssignmentStore;
  readonly now: () => string;
  readonly hand: Hand;
}

/** Those that are open first, by the day on which they are due; of the others the latest first. */
export async function listAssignments(
  store: AssignmentStore,
  { to, from, state, ...request }: AssignmentRequest,
): Promise<readonly Assignment[]> {
  const all = await store.listAssignments(request);
  return all
    .filter(
      (each) =>
        (to === undefined || each.to === to) &&
        (from === undefined || each.author === from) &&
        (state === undefined || each.state === state),
    )
    .sort(compareAssignments);
}

/** After every day. */
const NEVER = '9999-99-99';

function compareAssignments(a: Assignment, b: Assignment): number {
  if (a.state !== b.state) return a.state === 'open' ? -1 : 1;
  const [first, second] = a.state === 'open' ? [a.due ?? NEVER, b.due ?? NEVER] : [b.changed, a.changed];
  if (first !== second) return first < second ? -1 : 1;
  return a.made < b.made ? 1 : -1;
}

export async function addAssignment(
  draft: AssignmentDraft,
  { store, now, hand }: AssignmentContext,
): Promise<Assignment> {
  const { of, due } = draft;
  const kept = await store.putAssignment({
    of,
    ...hand,
    to: await takePerson(draft.to, store),
    ...(due === undefined ? {} : { due }),
    state: 'open',
    ...takeNote(draft.note),
    changed: now(),
  });
  return kept!;
}

export async function changeAssignment(
  id: string,
  { base, state, ...edit }: AssignmentEdit,
  { store, now, hand }: AssignmentContext,
): Promise<Assignment> {
  const standing = (await store.listAssignments()).find((each) => each.id === id);
  if (standing === undefined)
    throw new DecisionError('unknown', {
      of: id,
      problem: 'no assignment has that id',
      remedy: 'Load the page again.',
    });
  const { of, by, author, to, due } = standing;
  const kept = await store.putAssignment(
    {
      ...{ of, by, author, state },
      // Whoever has left meanwhile may stay in what is done.
      to: edit.to === to ? to : await takePerson(edit.to, store),
      ...(edit.due === undefined ? {} : { due: edit.due }),
      ...takeNote(edit.note),
      last: hand,
      changed: now(),
    },
    { id, base },
  );
  if (kept !== undefined) return kept;
  const who = standing.last?.by ?? by;
  const what = `${standing.to}, ${standing.state}${due === undefined ? '' : `, by ${due}`}`;
  throw new DecisionError('conflict', {
    of: id,
    problem: `${who} has changed it at ${standing.changed}, after it was read: ${what}`,
    remedy: 'Look at it again and take over what has changed.',
  });
}

async function takePerson(name: string, store: AssignmentStore): Promise<string> {
  const people = await listPeople(store);
  if (people.some((each) => each.name === name)) return name;
  throw new DecisionError('unfit', {
    of: 'to',
    problem: `nobody here is called ${name}`,
    remedy: `Choose one of ${people.map((each) => each.name).join(', ')}.`,
  });
}

function takeNote(given: string | undefined): { readonly note?: string } {
  const note = makeText(given ?? '');
  if (note.length > ASSIGNMENT_NOTE_LENGTH)
    throw new DecisionError('unfit', {
      of: 'note',
      problem: `it has ${note.length} characters`,
      remedy: `Use at most ${ASSIGNMENT_NOTE_LENGTH}.`,
    });
  return note === '' ? {} : { note };
}
