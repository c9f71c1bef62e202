import { COMMENT_LENGTH, type Comment, type Hand, MOST_COMMENTS } from '../../model/comment.ts';
import { DecisionError } from '../../model/errors.ts';
import { findCalled } from '../../model/mention.ts';
import type { ThingKey } from '../../model/thing.ts';
import type { CommentList, CommentRequest } from '../../model/together.ts';
import type { Store } from '../../store/store.ts';
import { hasWord, makeText } from '../../text/plain.ts';
import { listPeople } from './people.ts';

type CommentStore = Pick<Store, 'listAccounts' | 'listComments' | 'putComment'>;

export interface CommentContext {
  readonly store: CommentStore;
  readonly now: () => string;
}

export async function listComments(store: CommentStore, request: CommentRequest): Promise<CommentList> {
  const all = await store.listComments(request);
  return { rows: all.slice(-MOST_COMMENTS), total: all.length };
}

export async function addComment(
  { of, text, answers }: { readonly of: ThingKey; readonly text: string; readonly answers?: string },
  hand: Hand,
  { store, now }: CommentContext,
): Promise<Comment> {
  const words = takeText(text);
  if (answers !== undefined) {
    const answered = (await store.listComments({ of })).find(({ id }) => id === answers);
    if (answered === undefined) throw refuse('unknown', answers, 'no comment here has that id', LOOK_AGAIN);
  }
  const kept = await store.putComment({
    of,
    ...hand,
    text: words,
    mentions: await findMentioned(words, store),
    ...(answers === undefined ? {} : { answers }),
    changed: now(),
  });
  return kept!;
}

export async function changeComment(
  id: string,
  { text, base }: { readonly text: string; readonly base: number },
  { hand, store, now }: CommentContext & { readonly hand: Hand },
): Promise<Comment> {
  const words = takeText(text);
  const standing = await findOwn(id, hand, store);
  const mentions = await findMentioned(words, store);
  return putNext({ ...standing, text: words, mentions }, base, { store, now });
}

/** What it said is shown no longer; as of an earlier instant it still is. */
export async function removeComment(
  id: string,
  { base }: { readonly base: number },
  { hand, store, now }: CommentContext & { readonly hand: Hand },
): Promise<Comment> {
  const standing = await findOwn(id, hand, store);
  return putNext({ ...standing, text: '', mentions: [], removedBy: hand.by }, base, { store, now });
}

async function putNext(next: Comment, base: number, { store, now }: CommentContext): Promise<Comment> {
  const { kind: _kind, id, version: _version, made: _made, ...draft } = next;
  const kept = await store.putComment({ ...draft, changed: now() }, { id, base });
  if (kept !== undefined) return kept;
  const standing = (await store.listComments()).find((each) => each.id === id);
  throw refuse(
    'conflict',
    id,
    `${standing?.by ?? 'somebody'} has changed it at ${standing?.changed ?? 'another instant'}, after it was read`,
    'Look at it again and take over what has changed.',
  );
}

async function findOwn(id: string, hand: Hand, store: CommentStore): Promise<Comment> {
  const found = (await store.listComments()).find((each) => each.id === id);
  if (found === undefined) throw refuse('unknown', id, 'no comment has that id', LOOK_AGAIN);
  if (found.author !== hand.author)
    throw refuse('foreign', id, `${found.by} has written it`, 'Answer it instead.');
  if (found.removedBy !== undefined)
    throw refuse('conflict', id, `${found.removedBy} has removed it`, 'Write another one.');
  return found;
}

async function findMentioned(text: string, store: CommentStore): Promise<readonly string[]> {
  const people = await listPeople(store);
  const called = findCalled(
    text,
    people.map(({ handle }) => handle),
  );
  return people.filter(({ handle }) => called.includes(handle)).map(({ name }) => name);
}

function takeText(given: string): string {
  const text = makeText(given);
  if (!hasWord(text)) throw refuse('unfit', 'text', 'nothing is said', 'Write a word or more.');
  if (text.length <= COMMENT_LENGTH) return text;
  throw refuse('unfit', 'text', `it has ${text.length} characters`, `Use at most ${COMMENT_LENGTH}.`);
}

const LOOK_AGAIN = 'Load the page again.';

function refuse(type: DecisionError['type'], of: string, problem: string, remedy: string): DecisionError {
  return new DecisionError(type, { of, problem, remedy });
}
