import { expect, test } from 'vitest';
import { makePastEvent } from './made.suite.ts';
import { refusal, setClock, store } from './tested.suite.ts';

export function describeHistory(): void {
  const now = '2026-03-01T10:00:00.000Z';

  test('gives past events back in order of their days', async () => {
    const events = [
      makePastEvent(1, '2020-03-11', { recipient: 'USAMIL', place: 'Taji', country: 'IQ' }),
      makePastEvent(2, '2020-01-26'),
      makePastEvent(3, '2020-01-08', { place: 'Ain al-Asad', actor: 'IRN' }),
      makePastEvent(4, '2020-01-08'),
    ];
    expect(await store.getHistoryState()).toBe(0);
    expect(await store.putHistory(events)).toBe(4);
    const state = await store.getHistoryState();
    expect(state).toBeGreaterThan(0);
    expect(await store.putHistory(events)).toBe(0);
    expect(await store.getHistoryState()).toBe(state);
    const kept = await store.listHistory();
    expect(kept).toEqual(
      [events[2], events[3], events[1], events[0]].map((event) => ({ ...event, knownSince: now })),
    );
  });

  test('adds nothing when a file is imported again, and what it has gained', async () => {
    const events = [makePastEvent(1, '2020-01-08'), makePastEvent(2, '2020-01-08')];
    await store.putHistory(events);
    setClock('2026-03-05T10:00:00.000Z');
    expect(await store.putHistory(events)).toBe(0);
    expect(await store.putHistory([...events, makePastEvent(3, '2020-01-09')])).toBe(1);
    expect((await store.listHistory()).map(({ knownSince }) => knownSince)).toEqual([now, now, '2026-03-05T10:00:00.000Z']); // biome-ignore format: one line
  });

  test('takes rows for others that differ in any of what is said, or in the file', async () => {
    const row = makePastEvent(1, '2020-01-08', { recipient: 'USA', place: 'Erbil' });
    const others = [
      { source: 'other.csv' },
      { line: 2 },
      { date: '2020-01-09' },
      { actor: 'IRN' },
      { recipient: 'GBR' },
      { cameo: '195' },
      { place: 'Taji' },
    ].map((rest) => ({ ...row, ...rest }));
    const { place: _, ...without } = row;
    expect(await store.putHistory([row, ...others, without, row])).toBe(9);
    expect(await store.putHistory([without])).toBe(0);
  });

  test('knows of an event only from the time when it was told, and from its own day', async () => {
    await store.putHistory([makePastEvent(1, '2020-01-08')], '2020-02-01');
    await store.putHistory([makePastEvent(2, '2020-01-09')], '2020-03-01T00:00:00Z');
    await store.putHistory([makePastEvent(3, '2020-04-01')], '2020-03-01T00:00:00Z');
    await store.putHistory([makePastEvent(4, '2020-01-10')]);
    const lines = async (asOf?: string) => (await store.listHistory(asOf)).map(({ line }) => line);
    expect(await lines('2020-01-31')).toEqual([]);
    expect(await lines('2020-02-15')).toEqual([1]);
    expect(await lines('2020-03-31')).toEqual([1, 2]);
    expect(await lines('2020-04-01T00:00:00Z')).toEqual([1, 2, 3]);
    expect(await lines()).toEqual([1, 2, 4, 3]);
    await expect(store.listHistory('soon')).rejects.toMatchObject(refusal);
  });

  test('never knows earlier by a clock that was set back', async () => {
    await store.putHistory([makePastEvent(1, '2020-01-08')]);
    setClock('2026-02-01T00:00:00.000Z');
    await store.putHistory([makePastEvent(2, '2020-01-08')]);
    expect(await store.listHistory('2026-02-15')).toEqual([]);
  });

  test.each(['2020-01', '2020-02-30', 'yesterday', '2020-01-08T10:00:00Z'])(
    'refuses the day %s',
    async (date) => {
      await expect(
        store.putHistory([makePastEvent(1, '2020-01-08'), makePastEvent(7, date)]),
      ).rejects.toThrow(/events\.csv:7: .* is no day/u);
      await expect(store.putHistory([makePastEvent(1, '2020-01-08')], 'soon')).rejects.toMatchObject(refusal);
      expect(await store.listHistory()).toEqual([]);
    },
  );

  test('takes and gives more than goes into one message, many on one day', async () => {
    const events = Array.from({ length: 12_001 }, (_, line) =>
      makePastEvent(line, `2020-01-0${1 + (line % 3)}`),
    );
    expect(await store.putHistory(events)).toBe(12_001);
    const kept = await store.listHistory();
    expect(new Set(kept.map(({ line }) => line)).size).toBe(12_001);
    expect(kept.map(({ date }) => date)).toEqual(events.map(({ date }) => date).sort());
  });
}
