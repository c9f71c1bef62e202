import { expect, test } from 'vitest';
import { makeTestForecast, makeTestSettlement } from '../../../test/support/ledger.ts';
import type { RecordPage } from '../../model/desk.ts';
import { makeEntries } from './entries.ts';
import { makeRecord } from './page.ts';

/** Forecasts for 7 and 30 days on each of four days (1 to 8), the first settled (9) and corrected (10). */
const FORECASTS = makeEntries(
  undefined,
  [1, 2, 3, 4].flatMap((day) =>
    [7, 30].map((horizon) => makeTestForecast({ asOf: `2026-03-0${day}T12:00:00.000Z`, horizon })),
  ),
  '2026-03-04T12:00:00.000Z',
);
const first = FORECASTS[0]!.hash;
const yes = makeEntries(FORECASTS.at(-1), [makeTestSettlement(first, 'yes')], '2026-03-09T12:00:00.000Z');
const ENTRIES = [
  ...FORECASTS,
  ...yes,
  ...makeEntries(
    yes[0],
    [makeTestSettlement(first, 'no', { corrects: yes[0]!.hash })],
    '2026-03-10T12:00:00.000Z',
  ),
];

function show(page: RecordPage): readonly [numbers: readonly number[], total: number] {
  const { entries, total } = makeRecord(ENTRIES, { problem: 'pier', asOf: '2026-04-01T00:00:00.000Z', page });
  return [entries.map(({ number }) => number), total];
}

test.each<[string, RecordPage, readonly number[], number]>([
  ['all of it', {}, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 8],
  ['a page', { limit: 2 }, [8, 7], 8],
  ['a later page, with all settlements of its forecasts', { limit: 2, offset: 6 }, [10, 9, 2, 1], 8],
  ['beyond the end', { offset: 8 }, [], 8],
  ['of a horizon', { horizon: 30 }, [8, 6, 4, 2], 4],
  ['that stood at the end of a day', { horizon: 7, until: '2026-03-02', limit: 1 }, [3], 2],
  ['by its number', { entry: 5 }, [5], 1],
  ['by the number of a settlement', { entry: 9 }, [10, 9, 1], 1],
  ['that is not there', { entry: 99 }, [], 0],
])('%s', (_, page, numbers, total) => {
  expect(show(page)).toEqual([numbers, total]);
});

test('scores are of the whole record, whatever page is shown', () => {
  const whole = makeRecord(ENTRIES, { problem: 'pier', asOf: '2026-04-01T00:00:00.000Z', page: {} });
  const page = makeRecord(ENTRIES, { problem: 'pier', asOf: '2026-04-01T00:00:00.000Z', page: { limit: 1 } });
  expect(page.scores).toEqual(whole.scores);
  expect(page.scores).toMatchObject([
    { horizon: 7, settled: 1, yes: 0, corrected: 1, open: 3 },
    { horizon: 30, settled: 0 },
  ]);
});
