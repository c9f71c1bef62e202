import { describe, expect, test } from 'vitest';
import { makeProbability, makeTestForecast, makeTestSettlement } from '../../../../test/support/ledger.ts';
import type { Forecast, LedgerEntry, Settlement } from '../../../model/forecast.ts';
import { makeEntries } from '../entries.ts';
import { chooseGrid, listFiled } from './record.ts';
import { scoreLedger, scoreOverall } from './score.ts';

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
      { day: '2026-03-03', p: 0.8, outcome: 'yes', incident: 'i1' },
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
    replayed: 0,
    isReplay: false,
    isEnough: false,
  });
  expect(row!.outcomes).toBe(1);
  // (0.01 + 0.64 + 0.04 + 0.7225) / 4; the base rate of one half errs by 0.25 whatever comes.
  expect(row!.brier).toBeCloseTo(0.353125, 12);
  expect(row!.baseRateBrier).toBeCloseTo(0.25, 12);
  expect(row!.skill).toBeCloseTo(-0.4125, 12);
  // (1 * 0.1 + 1 * 0.8 + 2 * |0.825 - 0.5|) / 4
  expect(row!.calibrationError).toBeCloseTo(0.3875, 12);
  expect(row!.bins.map(({ count }) => count)).toEqual([1, 1, 2]);
  expect(row!.bins.map(({ entries }) => entries)).toEqual([[1], [2], [3, 4]]);
  // -(ln 0.9 + ln 0.2 + ln 0.8 + ln 0.15) / 4
  expect(row!.logScore).toBeCloseTo(0.95877, 4);
  expect(row!.baseRateLogScore).toBeCloseTo(Math.LN2, 12);
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
    ...{ problem: 'pier', horizon: 30, isReplay: false, settled: 0, yes: 0, outcomes: 0, open: 1, void: 0 },
    ...{ late: 0, corrected: 0, stretches: 0, quiet: 0, isEnough: false, bins: [], replayed: 0 },
  });
});

test('what a replay made is never put together with what was filed at the time', () => {
  const rows = scoreLedger(
    file([
      { day: '2026-03-01', p: 0.2, outcome: 'no' },
      { day: '2026-03-01', p: 0.9, outcome: 'no', replayed: true },
    ]),
  );
  expect(rows.map(({ isReplay, settled, brier }) => [isReplay, settled, brier])).toEqual([
    [false, 1, expect.closeTo(0.04, 12)],
    [true, 1, expect.closeTo(0.81, 12)],
  ]);
});

test('the last settlement counts; one that was opened again is open', () => {
  const entries = file([
    { day: '2026-03-01', p: 0.2, outcome: 'yes' },
    { day: '2026-03-02', p: 0.2, outcome: 'yes' },
  ]);
  const settled = entries.filter(({ content }) => content.kind === 'settlement');
  const corrections = settled.map(({ hash, content }, i) =>
    makeTestSettlement((content as Settlement).forecast, i === 0 ? 'no' : 'open', {
      corrects: hash,
      late: true,
    }),
  );
  const all = [...entries, ...makeEntries(entries.at(-1), corrections, '2026-05-01T12:00:00.000Z')];
  expect(scoreLedger(all)).toMatchObject([{ settled: 1, yes: 0, open: 1, corrected: 1, late: 1 }]);
});

describe('too few to say', () => {
  /** A year of daily forecasts that know more than the base rate; every so many weeks something happens. */
  function year(weeks: number): readonly LedgerEntry[] {
    return file(
      Array.from({ length: 364 }, (_, i): Given => {
        const day = new Date(Date.parse('2026-01-01') + i * 86_400_000).toISOString().slice(0, 10);
        const isYes = Math.floor(i / 7) % weeks === 0;
        const incident = isYes ? { incident: `i${Math.floor(i / 7)}` } : {};
        const p = isYes ? 0.6 - (i % 5) * 0.05 : 0.2 + (i % 7) * 0.03;
        return { day, p, outcome: isYes ? 'yes' : 'no', ...incident };
      }),
    );
  }

  test.each([
    [4, 13, true],
    [8, 7, false],
    [50, 2, false],
  ])('something every %i weeks', (weeks, outcomes, isEnough) => {
    const [row] = scoreLedger(year(weeks));
    expect(row).toMatchObject({ settled: 364, outcomes, isEnough });
    expect(row!.quiet).toBeLessThan(row!.stretches);
  });

  test('all quiet is too few, too', () => {
    const [row] = scoreLedger(year(1000));
    expect(row).toMatchObject({ outcomes: 1, isEnough: false });
  });

  test('the interval holds the skill, is the same each time, and comes from stretches, not days', () => {
    const [row] = scoreLedger(year(4));
    const { low, high } = row!.skillInterval!;
    expect(low).toBeLessThan(row!.skill!);
    expect(high).toBeGreaterThan(row!.skill!);
    expect(low).toBeGreaterThan(0);
    expect(scoreLedger(year(4))[0]!.skillInterval).toEqual({ low, high });
    expect(row!.bins.every((bin) => bin.stretches < bin.count)).toBe(true);
  });
});

test('all problems together: what happened in one stretch of time stays together', () => {
  const entries = file([
    { day: '2026-03-02', p: 0.5, outcome: 'no' },
    { day: '2026-03-02', p: 0.5, problem: 'bridge', outcome: 'yes', incident: 'i1' },
    { day: '2026-03-02', p: 0.5, problem: 'ferry', outcome: 'yes', incident: 'i1' },
  ]);
  const [overall, ...others] = scoreOverall(chooseGrid(listFiled(entries)));
  expect(others).toEqual([]);
  expect(overall).toMatchObject({ problems: 3, settled: 3, yes: 2, outcomes: 1, stretches: 1, quiet: 0 });
});
