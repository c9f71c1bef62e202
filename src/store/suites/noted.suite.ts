import { expect, test } from 'vitest';
import type { Assignment, Comment } from '../../model/comment.ts';
import type { ReviewItem } from '../../model/review.ts';
import type { NotedDraft } from '../store.ts';
import { refusal, store } from './tested.suite.ts';

const [FIRST, SECOND, THIRD] = [1, 2, 3].map((day) => `2031-05-0${day}T10:00:00.000Z`) as [
  string,
  string,
  string,
];

const COMMENT: NotedDraft<Comment> = {
  of: 'incident:i1',
  by: 'Ann Example',
  author: 'ann',
  text: 'Two of three say “rockets”.\nAsk @bo',
  mentions: ['bo'],
  changed: FIRST,
};
const ASSIGNMENT: NotedDraft<Assignment> = {
  of: 'claim:sha256:00#c1',
  by: 'Ann Example',
  author: 'ann',
  to: 'bo',
  due: '2031-05-09',
  state: 'open',
  changed: FIRST,
};
const ITEM: ReviewItem = {
  key: 'decision j1 port',
  cause: 'decision',
  problem: 'port',
  title: 'Port',
  since: FIRST,
  touches: ['decision:j1'],
};

export function describeNoted(): void {
  test('comments have a number and a version, and are found by what they are about', async () => {
    const kept = await store.putComment(COMMENT);
    expect(kept).toEqual({ kind: 'comment', id: 'n1', version: 1, made: FIRST, ...COMMENT });
    const others = ['incident:i10', 'indicator:port/guns', 'indicator:port/ships', 'indicator:portal/x'];
    for (const of of others) await store.putComment({ ...COMMENT, of: of as Comment['of'] });
    expect((await store.listComments()).map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
    expect(await store.listComments({ of: 'incident:i1' })).toEqual([kept]);
    expect((await store.listComments({ of: 'indicator:port/*' })).map(({ of }) => of)).toEqual(
      others.slice(1, 3),
    );
    expect(await store.listComments({ of: '*' })).toHaveLength(5);
    expect(await store.listComments({ of: 'incident:%' })).toEqual([]);
  });

  test('a change is a new version, from the one that stands and from no other', async () => {
    await store.putComment(COMMENT);
    const next = { ...COMMENT, text: 'Three of three.', changed: SECOND };
    expect(await store.putComment(next, { id: 'n1', base: 1 })).toMatchObject({
      version: 2,
      text: 'Three of three.',
      made: FIRST,
      changed: SECOND,
    });
    expect(await store.putComment(next, { id: 'n1', base: 1 })).toBeUndefined();
    expect(await store.putComment(next, { id: 'n7', base: 1 })).toBeUndefined();
    expect(await store.putComment(next, { id: 'a1', base: 2 })).toBeUndefined();
    expect(await store.putComment({ ...next, of: 'story:s1' }, { id: 'n1', base: 2 })).toBeUndefined();
    const gone = { ...next, text: '', mentions: [], removedBy: 'Ann Example', changed: THIRD };
    await store.putComment(gone, { id: 'n1', base: 2 });
    const texts = async (asOf?: string) =>
      (await store.listComments(asOf === undefined ? {} : { asOf })).map(({ text }) => text);
    expect(await texts()).toEqual(['']);
    expect(await texts(SECOND)).toEqual(['Three of three.']);
    expect(await texts(FIRST)).toEqual([COMMENT.text]);
    expect(await texts('2031-04-30')).toEqual([]);
  });

  test('of two who change one version at once, one is told', async () => {
    await store.putAssignment(ASSIGNMENT);
    const answers = await Promise.all(
      ['ann', 'bo'].map((by) =>
        store.putAssignment(
          { ...ASSIGNMENT, state: 'done', last: { by, author: by }, changed: SECOND },
          { id: 'a1', base: 1 },
        ),
      ),
    );
    expect(answers.filter((each) => each === undefined)).toHaveLength(1);
    expect(await store.listAssignments()).toEqual(answers.filter((each) => each !== undefined));
  });

  test('assignments and comments are numbered apart', async () => {
    await store.putComment(COMMENT);
    expect(await store.putAssignment(ASSIGNMENT)).toEqual({
      kind: 'assignment',
      id: 'a1',
      version: 1,
      made: FIRST,
      ...ASSIGNMENT,
    });
    expect(await store.listAssignments({ asOf: '2031-04-30' })).toEqual([]);
  });

  test('reviews are added and never changed', async () => {
    const given = { of: ITEM, item: ITEM.key, verdict: 'send back', note: 'too thin', made: FIRST } as const;
    const review = await store.addReview({ ...given, by: 'Bo Example', author: 'bo' });
    expect(review).toEqual({ kind: 'review', id: 'r1', ...given, by: 'Bo Example', author: 'bo' });
    await store.addReview({ ...given, verdict: 'approve', made: SECOND, by: 'Bo Example', author: 'bo' });
    expect((await store.listReviews({ of: ITEM.key })).map(({ verdict }) => verdict)).toEqual([
      'send back',
      'approve',
    ]);
    expect(await store.listReviews({ asOf: FIRST })).toEqual([review]);
  });

  test('what somebody has read is theirs alone, and can be unread', async () => {
    await store.markRead('ann', ['mention n1', 'answer n2'], FIRST);
    await store.markRead('ann', ['mention n1'], SECOND);
    expect(await store.listRead('ann')).toEqual(['answer n2', 'mention n1']);
    expect(await store.listRead('bo')).toEqual([]);
    await store.markRead('ann', ['answer n2', 'nothing'], undefined);
    expect(await store.listRead('ann')).toEqual(['mention n1']);
  });

  test('without an instant or a name they are refused', async () => {
    await expect(store.putComment({ ...COMMENT, changed: 'once' })).rejects.toThrow(/no instant/);
    await expect(store.putAssignment({ ...ASSIGNMENT, by: ' ' })).rejects.toThrow(/names nobody/);
    await expect(store.listComments({ asOf: 'soon' })).rejects.toMatchObject(refusal);
  });
}
