import type { Assignment, Comment } from '../../../model/comment.ts';
import { StoreError } from '../../../model/errors.ts';
import type { Review } from '../../../model/review.ts';
import { parseInstant } from '../../instants.ts';
import type { NotedBase, NotedDraft, Store } from '../../store.ts';
import type { NotedKind } from '../noted.ts';
import type { Session } from '../session.ts';

/** What people write to things, give each other to do and look at twice. */
export type NotedMethods = Pick<
  Store,
  | 'putComment'
  | 'listComments'
  | 'putAssignment'
  | 'listAssignments'
  | 'addReview'
  | 'listReviews'
  | 'markRead'
  | 'listRead'
>;

const ID = /^[na][1-9]\d{0,8}$/;

export function makeNotedMethods(session: Session): NotedMethods {
  async function put<Kept extends Comment | Assignment>(
    kind: Exclude<NotedKind, 'review'>,
    draft: NotedDraft<Kept>,
    before?: NotedBase,
  ): Promise<Kept | undefined> {
    session.checkWritable();
    const changed = takeInstant(kind, draft.changed, draft.by);
    if (before !== undefined && !(ID.test(before.id) && before.id[0] === (kind === 'comment' ? 'n' : 'a')))
      return undefined;
    const kept = await session.write('putNoted', {
      kind,
      changed,
      thing: draft.of,
      content: JSON.stringify({ ...draft, changed }),
      ...(before === undefined ? {} : { before }),
    });
    return kept === undefined ? undefined : (JSON.parse(kept) as Kept);
  }

  return {
    putComment: (draft, before) => put<Comment>('comment', draft, before),
    listComments: async (request = {}) =>
      (await session.call('listNoted', 'comment', request)).map((json) => JSON.parse(json) as Comment),
    putAssignment: (draft, before) => put<Assignment>('assignment', draft, before),
    listAssignments: async (request = {}) =>
      (await session.call('listNoted', 'assignment', request)).map((json) => JSON.parse(json) as Assignment),
    async addReview(review) {
      session.checkWritable();
      const made = takeInstant('review', review.made, review.by);
      const content = JSON.stringify({ ...review, made });
      const message = { kind: 'review', changed: made, thing: review.item, content } as const;
      // Without an earlier version there is nothing that it could fail to fit.
      return JSON.parse((await session.write('putNoted', message))!) as Review;
    },
    listReviews: async (request = {}) =>
      (await session.call('listNoted', 'review', request)).map((json) => JSON.parse(json) as Review),
    async markRead(owner, entries, at) {
      session.checkWritable();
      await session.write('markRead', owner, entries, at);
    },
    listRead: (owner) => session.call('listRead', owner),
  };
}

function takeInstant(kind: NotedKind, given: string, by: string): string {
  const instant = parseInstant(given);
  if (instant !== undefined && by.trim() !== '') return instant;
  throw new StoreError(
    `the ${kind}`,
    instant === undefined ? 'it has no instant' : 'it names nobody who wrote it',
    'Say when it is written and by whom.',
  );
}
