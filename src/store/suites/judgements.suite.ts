import { expect, test } from 'vitest';
import type { Judgement } from '../../model/judgement.ts';
import { refusal, store } from './tested.suite.ts';

const rejection: Omit<Judgement, 'kind' | 'id'> = {
  made: '2026-03-01T10:00:00.000Z',
  by: 'night desk',
  of: { type: 'claim', document: `sha256:${'a'.repeat(64)}`, claim: 'c3' },
  verdict: 'reject',
  note: 'misread: the count is of the week',
};
const grade: typeof rejection = {
  ...rejection,
  made: '2026-03-02T10:00:00.000Z',
  of: { type: 'source', source: 'harbour wire' },
  verdict: 'grade',
  value: 'B',
};

export function describeJudgements(): void {
  test('are kept in the order in which they were made, each with its id', async () => {
    expect(await store.addJudgement(rejection)).toEqual({ kind: 'judgement', id: 'j1', ...rejection });
    expect(await store.addJudgement(grade)).toMatchObject({ id: 'j2', value: 'B' });
    expect((await store.listJudgements()).map(({ id }) => id)).toEqual(['j1', 'j2']);
  });

  test('are known as of an instant or the end of a day', async () => {
    await store.addJudgement(rejection);
    await store.addJudgement(grade);
    expect(await store.listJudgements({ asOf: '2026-03-01' })).toMatchObject([{ id: 'j1' }]);
    expect(await store.listJudgements({ asOf: '2026-02-28' })).toEqual([]);
    await expect(store.listJudgements({ asOf: 'soon' })).rejects.toMatchObject(refusal);
  });

  test.each([
    ['nobody', { by: ' ' }, /names nobody/],
    ['no reason', { note: '' }, /gives no reason/],
    ['no instant', { made: 'yesterday' }, /no instant/],
    ['no known verdict', { verdict: 'burn' as 'reject' }, /no known verdict/],
  ])('with %s are refused', async (_, wrong, message) => {
    await expect(store.addJudgement({ ...rejection, ...wrong })).rejects.toThrow(message);
    expect(await store.listJudgements()).toEqual([]);
  });

  test('come back in full however many there are', async () => {
    for (let i = 0; i < 520; i++) await store.addJudgement({ ...rejection, note: `reason ${i}` });
    const all = await store.listJudgements();
    expect(all).toHaveLength(520);
    expect(all.at(-1)?.note).toBe('reason 519');
  });
}
