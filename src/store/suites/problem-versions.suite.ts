import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ProblemVersion } from '../../model/definition.ts';
import { refusal, store } from './tested.suite.ts';

function make(text: string, since: string, problem = 'port-raid'): Omit<ProblemVersion, 'kind'> {
  const version = `sha256:${createHash('sha256').update(text).digest('hex')}` as const;
  return { problem, version, since, file: `${problem}.yaml`, text };
}

export function describeProblemVersions(): void {
  const first = make('id: port-raid # 1', '2026-03-01T10:00:00.000Z');
  const second = make('id: port-raid # 2', '2026-03-02T10:00:00.000Z');
  const other = make('id: coup', '2026-03-01T12:00:00.000Z', 'coup');

  test('are kept with their text when they come into use, once', async () => {
    expect(await store.putProblemVersion(first)).toBe(true);
    expect(await store.putProblemVersion({ ...first, since: '2026-03-01T11:00:00.000Z' })).toBe(false);
    expect(await store.putProblemVersion(other)).toBe(true);
    expect(await store.putProblemVersion(second)).toBe(true);
    const { text, ...row } = first;
    expect(await store.listProblemVersions({ problem: 'port-raid' })).toEqual([
      row,
      { ...row, version: second.version, since: second.since },
    ]);
    expect(await store.listProblemVersions()).toHaveLength(3);
    expect(await store.getProblemVersion('port-raid', first.version)).toEqual({
      kind: 'problem version',
      ...row,
      text,
    });
    expect(await store.getProblemVersion('coup', first.version)).toBeUndefined();
  });

  test('are kept again where an earlier one comes back into use', async () => {
    for (const each of [first, second, { ...first, since: '2026-03-03T10:00:00.000Z' }])
      expect(await store.putProblemVersion(each)).toBe(true);
    expect((await store.listProblemVersions()).map(({ since }) => since.slice(0, 10))).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-03',
    ]);
    expect((await store.getProblemVersion('port-raid', first.version))?.since).toBe(first.since);
  });

  test('are known as of an instant or the end of a day', async () => {
    await store.putProblemVersion(first);
    await store.putProblemVersion(second);
    expect(await store.listProblemVersions({ asOf: '2026-03-01' })).toHaveLength(1);
    expect(await store.listProblemVersions({ asOf: '2026-02-28' })).toEqual([]);
    await expect(store.listProblemVersions({ asOf: 'soon' })).rejects.toMatchObject(refusal);
  });

  test('are refused where the hash is not that of the text, or there is no instant', async () => {
    await expect(store.putProblemVersion({ ...first, text: 'id: other' })).rejects.toThrow(/not that of its/);
    await expect(store.putProblemVersion({ ...first, since: 'once' })).rejects.toThrow(/no instant/);
    expect(await store.listProblemVersions()).toEqual([]);
  });
}
