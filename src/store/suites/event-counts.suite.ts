import { expect, test } from 'vitest';
import type { EventCount, EventFile } from '../../model/event-count.ts';
import { refusal, store } from './tested.suite.ts';

export function describeEventCounts(): void {
  const makeFile = (rest: Partial<EventFile> = {}): EventFile => ({
    hash: 'sha256:a',
    name: 'events.csv',
    format: 'csv',
    records: 2,
    used: 2,
    skipped: 0,
    ...rest,
  });
  const makeCount = (day: string, rest: Partial<EventCount> = {}): EventCount => ({
    day,
    source: 'IR',
    target: 'IQ',
    root: '19',
    count: 1,
    ...rest,
  });
  const list = async (asOf?: string, from?: string) => {
    const all: EventCount[] = [];
    for await (const counts of store.exportEventCounts({
      ...(asOf !== undefined && { asOf }),
      ...(from !== undefined && { from }),
    }))
      all.push(...counts);
    return all;
  };
  const knownSince = '2020-03-01T10:00:00.000Z';

  test('gives counts back in the order of their days, once their file has been read to its end', async () => {
    expect(await store.findEventFile('sha256:a')).toBeUndefined();
    const first = [makeCount('2020-02-03', { root: '04' }), makeCount('2020-02-01', { target: '' })];
    await store.putEventCounts(makeFile(), first, { after: 0 });
    expect(await store.findEventFile('sha256:a')).toEqual(makeFile());
    expect(await list()).toEqual([]);
    expect(await store.listEventFiles()).toEqual([]);
    const done = makeFile({ records: 4, used: 4, knownSince });
    await store.putEventCounts(done, [makeCount('2020-02-03', { root: '04', count: 2 })], { after: 2 });
    expect(await store.listEventFiles()).toEqual([done]);
    expect(await list()).toEqual([first[1], { ...first[0], count: 3 }]);
  });

  test('knows counts since their file is known, and of days that are over', async () => {
    await store.putEventCounts(makeFile({ knownSince }), [makeCount('2020-02-01'), makeCount('2020-04-01')], {
      after: 0,
    });
    const days = async (asOf: string) => (await list(asOf)).map(({ day }) => day);
    expect(await days('2020-02-29')).toEqual([]);
    expect(await days('2020-03-01')).toEqual(['2020-02-01']);
    expect(await days('2020-04-01T23:00:00Z')).toEqual(['2020-02-01']);
    expect(await days('2020-04-02T00:00:00Z')).toEqual(['2020-02-01', '2020-04-01']);
    expect(await store.listEventFiles('2020-02-29')).toEqual([]);
    expect((await list(undefined, '2020-02-02')).map(({ day }) => day)).toEqual(['2020-04-01']);
    await expect(list(undefined, 'soon')).rejects.toMatchObject(refusal);
  });

  test('refuses to add the same part of a file twice, or anything to one that is finished', async () => {
    await store.putEventCounts(makeFile(), [makeCount('2020-02-01')], { after: 0 });
    await expect(
      store.putEventCounts(makeFile(), [makeCount('2020-02-01')], { after: 0 }),
    ).rejects.toMatchObject(refusal);
    await store.putEventCounts(makeFile({ records: 3, knownSince }), [], { after: 2 });
    await expect(
      store.putEventCounts(makeFile({ records: 4 }), [makeCount('2020-02-01')], { after: 3 }),
    ).rejects.toMatchObject(refusal);
    expect(await list()).toEqual([makeCount('2020-02-01')]);
  });

  test.each([
    { day: '2020-02-30' },
    { day: '2020-02' },
    { root: '21' },
    { root: '190' },
    { count: 0 },
    { count: 1.5 },
  ])('refuses %j', async (rest) => {
    await expect(
      store.putEventCounts(makeFile(), [makeCount('2020-02-01'), makeCount('2020-02-01', rest)], {
        after: 0,
      }),
    ).rejects.toMatchObject(refusal);
    expect(await store.findEventFile('sha256:a')).toBeUndefined();
  });
}
