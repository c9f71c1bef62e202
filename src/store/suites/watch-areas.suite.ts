import { expect, test } from 'vitest';
import type { WatchAreaDraft } from '../../model/watch-area.ts';
import { refusal, store } from './tested.suite.ts';

const PORT: WatchAreaDraft = {
  name: 'Port of Veles',
  shape: { kind: 'point', lat: 41.7, lon: 21.8 },
  hazards: [{ type: 'ASSAULT', mode: 'heavy-weapons', km: 20 }],
  by: 'Ann Example',
};
const [FIRST, SECOND, THIRD] = [1, 2, 3].map((day) => `2031-05-0${day}T10:00:00.000Z`) as [
  string,
  string,
  string,
];

export function describeWatchAreas(): void {
  const add = (at = FIRST, name = PORT.name) =>
    store.putWatchArea({ draft: { ...PORT, name }, by: PORT.by, at });

  test('are kept with a number and a version, in the order in which they were drawn', async () => {
    const area = await add();
    expect(area).toEqual({
      kind: 'watch area',
      id: 'w1',
      version: 1,
      ...PORT,
      made: FIRST,
      changed: FIRST,
    });
    expect(await add(SECOND, 'Strait')).toMatchObject({ id: 'w2', version: 1 });
    expect(await store.listWatchAreas()).toEqual([area, expect.objectContaining({ name: 'Strait' })]);
  });

  test('are changed from the version that stands, and from no other', async () => {
    await add();
    const change = { id: 'w1', draft: { ...PORT, name: 'Old port' }, by: 'Bo Example' };
    expect(await store.putWatchArea({ ...change, base: 1, at: SECOND })).toMatchObject({
      version: 2,
      name: 'Old port',
      by: 'Bo Example',
      made: FIRST,
      changed: SECOND,
    });
    expect(await store.putWatchArea({ ...change, base: 1, at: THIRD })).toBeUndefined();
    expect(await store.putWatchArea({ ...change, at: THIRD })).toBeUndefined();
    expect(await store.putWatchArea({ ...change, id: 'w7', base: 1, at: THIRD })).toBeUndefined();
    expect(await store.putWatchArea({ ...change, id: 'port', base: 1, at: THIRD })).toBeUndefined();
    expect((await store.listWatchAreas()).map(({ version, name }) => [version, name])).toEqual([
      [2, 'Old port'],
    ]);
  });

  test('of two who change the same version at once, one is told', async () => {
    await add();
    const answers = await Promise.all(
      ['A', 'B'].map((name) =>
        store.putWatchArea({ id: 'w1', base: 1, draft: { ...PORT, name }, by: name, at: SECOND }),
      ),
    );
    expect(answers.filter((each) => each === undefined)).toHaveLength(1);
  });

  test('are removed, and were there before', async () => {
    await add();
    expect(await store.putWatchArea({ id: 'w1', base: 1, by: 'Bo Example', at: THIRD })).toMatchObject({
      name: PORT.name,
      version: 2,
      by: 'Bo Example',
    });
    expect(await store.listWatchAreas()).toEqual([]);
    expect(await store.listWatchAreas({ asOf: SECOND })).toHaveLength(1);
    expect(await store.listWatchAreas({ asOf: '2031-04-30' })).toEqual([]);
    // Its number is not given again, and it cannot be changed any more.
    expect(await store.putWatchArea({ id: 'w1', base: 2, draft: PORT, by: 'Bo', at: THIRD })).toBeUndefined();
    expect(await add(THIRD)).toMatchObject({ id: 'w2' });
  });

  test('are refused without an instant or a name', async () => {
    await expect(store.putWatchArea({ draft: PORT, by: 'Ann', at: 'once' })).rejects.toThrow(/no instant/);
    await expect(store.putWatchArea({ draft: PORT, by: ' ', at: FIRST })).rejects.toThrow(/names nobody/);
    await expect(store.listWatchAreas({ asOf: 'soon' })).rejects.toMatchObject(refusal);
  });
}
