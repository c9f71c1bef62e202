import { expect, test } from 'vitest';
import { makeProbability, makeTestForecast, makeTestSettlement } from '../../../test/support/ledger.ts';
import type { Forecast, LedgerEntry, Settlement } from '../../model/forecast.ts';
import { makeEntries } from './entries.ts';
import { scoreLedger } from './score.ts';

interface Given extends Partial<Forecast> {
  readonly day: string;
  readonly p: number;
  readonly outcome?: Settlement['outcome'];
  readonly incident?: string;
}

function file(given: readonly Given[]): readonly LedgerEntry[] {
  const forecasts = given.map(({ day, p, outcome: _outcome, incident: _incident, ...more }) =>
    makeTestForecast({
      asOf: `${day}T${more.cause === 'changed' ? '18' : '06'}:00:00.000Z`,
      probability: makeProbability(p),
      baseRate: makeProbability(0.5),
      ...more,
    }),
  );
  const entries = makeEntries(undefined, forecasts, '2026-03-01T12:00:00.000Z');
  const settlements = given.flatMap(({ outcome, incident }, index) =>
    outcome === undefined
      ? []
      : [makeTestSettlement(entries[index]!.hash, outcome, incident === undefined ? {} : { incident })],
  );
  return [...entries, ...makeEntries(entries.at(-1), settlements, '2026-04-01T12:00:00.000Z')];
}

test('an empty ledger has no rows', () => {
  expect(scoreLedger([])).toEqual([]);
});

test('scores, worked by hand', () => {
  const [row, ...others] = scoreLedger(
    file([
      { day: '2026-03-01', p: 0.1, outcome: 'no' },
      { day: '2026-03-02', p: 0.2, outcome: 'yes', incident: 'i1' },
      { day: '2026-03-03', p: 0.8, outcome: 'yes', incident: 'i1', replayed: true },
      { day: '2026-03-04', p: 0.85, outcome: 'no' },
      { day: '2026-03-05', p: 0.3, outcome: 'void' },
      { day: '2026-03-06', p: 0.3 },
    ]),
  );
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    problem: 'pier',
    horizon: 7,
    settled: 4,
    yes: 2,
    open: 1,
    void: 1,
    replayed: 1,
  });
  expect(row!.outcomes).toBe(1);
  // (0.01 + 0.64 + 0.04 + 0.7225) / 4; the base rate of one half errs by 0.25 whatever comes.
  expect(row!.brier).toBeCloseTo(0.353125, 12);
  expect(row!.baseRateBrier).toBeCloseTo(0.25, 12);
  expect(row!.skill).toBeCloseTo(-0.4125, 12);
  // (1 * 0.1 + 1 * 0.8 + 2 * |0.825 - 0.5|) / 4
  expect(row!.calibrationError).toBeCloseTo(0.3875, 12);
  expect(row!.bins.map(({ count }) => count)).toEqual([1, 1, 2]);
});

test('the last forecast filed on a day counts, even where only an earlier one is settled', () => {
  const entries = file([
    { day: '2026-03-01', p: 0.9, outcome: 'yes' },
    { day: '2026-03-01', p: 0.4, cause: 'changed', outcome: 'yes' },
    { day: '2026-03-02', p: 0.9, outcome: 'yes' },
    { day: '2026-03-02', p: 0.9, cause: 'changed' },
  ]);
  expect(scoreLedger(entries)).toMatchObject([{ settled: 1, open: 1, brier: 0.36 }]);
});

test('problems and horizons are scored apart; nothing settled, nothing scored', () => {
  const rows = scoreLedger(
    file([
      { day: '2026-03-01', p: 0.5, horizon: 30 },
      { day: '2026-03-01', p: 0.5, outcome: 'no' },
      { day: '2026-03-01', p: 0.5, problem: 'bridge', outcome: 'no' },
    ]),
  );
  expect(rows.map(({ problem, horizon, settled, open }) => [problem, horizon, settled, open])).toEqual([
    ['bridge', 7, 1, 0],
    ['pier', 7, 1, 0],
    ['pier', 30, 0, 1],
  ]);
  expect(rows[2]).toEqual({
    problem: 'pier',
    horizon: 30,
    settled: 0,
    yes: 0,
    outcomes: 0,
    open: 1,
    void: 0,
    bins: [],
    replayed: 0,
  });
});
