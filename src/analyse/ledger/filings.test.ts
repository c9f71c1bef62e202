import { describe, expect, test } from 'vitest';
import {
  makeHash,
  makeProbability,
  makeTestAssessment,
  makeTestContribution,
  makeTestForecast,
} from '../../../test/support/ledger.ts';
import type { LedgerEntry } from '../../model/forecast.ts';
import { findLastDay } from './days.ts';
import { makeEntries } from './entries.ts';
import { chooseFilings } from './filings.ts';

const AT = '2026-03-01T12:00:00.000Z';

function file(...forecasts: Parameters<typeof makeTestForecast>[0][]): readonly LedgerEntry[] {
  return makeEntries(undefined, forecasts.map(makeTestForecast), AT);
}

/** One horizon of seven days, with this probability now. */
function assess(p: number, given: Parameters<typeof makeTestAssessment>[0] = {}) {
  const horizon = { days: 7, probability: makeProbability(p), baseRate: makeProbability(0.08) };
  return makeTestAssessment({ horizons: [horizon], asOf: '2026-03-01T18:00:00.000Z', ...given });
}

function causes(assessment: ReturnType<typeof assess>, entries: readonly LedgerEntry[]): readonly string[] {
  return chooseFilings(assessment, { entries }).map(({ cause }) => cause);
}

describe('what is filed', () => {
  test('a first forecast of every horizon, counted from its instant', () => {
    const filed = chooseFilings(makeTestAssessment(), { entries: [] });
    expect(filed.map(({ horizon, cause, until, baseRate }) => [horizon, cause, until, baseRate.p])).toEqual([
      [7, 'first', '2026-03-08', 0.08],
      [30, 'first', '2026-03-31', 0.25],
    ]);
    expect(filed[0]).toMatchObject({ problem: 'pier', asOf: AT, engine: 'tocsin 0.0.0' });
    expect(filed[0]).not.toHaveProperty('replayed');
  });

  test.each([
    ['nothing moved, the same day', 0.1, {}, []],
    ['a move of five points', 0.15, {}, ['changed']],
    ['a move of less', 0.149, {}, []],
    ['a fall of five points', 0.05, {}, ['changed']],
    ['another level', 0.1, { level: 'guarded' as const }, ['changed']],
    ['another day', 0.1, { asOf: '2026-03-02T00:00:00.000Z' }, ['daily']],
    ['another day and a move', 0.2, { asOf: '2026-03-02T00:00:00.000Z' }, ['changed']],
  ])('%s', (_, p, given, expected) => {
    expect(causes(assess(p, given), file({ probability: makeProbability(0.1) }))).toEqual(expected);
  });

  test('another word is a change, however small the move', () => {
    const horizons = [
      { days: 7, probability: makeProbability(0.2, 'unlikely'), baseRate: makeProbability(0.1) },
    ];
    const entries = file({ probability: makeProbability(0.199) });
    expect(causes(assess(0, { horizons }), entries)).toEqual(['changed']);
  });

  test('only the horizon that moved', () => {
    const [first] = makeTestAssessment().horizons;
    const entries = file({}, { horizon: 30, probability: makeProbability(0.3, 'unlikely') });
    const horizons = [
      first!,
      { days: 30, probability: makeProbability(0.4, 'unlikely'), baseRate: makeProbability(0.1) },
    ];
    expect(
      chooseFilings(makeTestAssessment({ horizons }), { entries }).map(({ horizon }) => horizon),
    ).toEqual([30]);
  });

  test('compared is what stood at the instant: asking again as of an earlier one files nothing twice', () => {
    const entries = file(
      { probability: makeProbability(0.1) },
      { asOf: '2026-03-05T12:00:00.000Z', probability: makeProbability(0.6, 'likely') },
    );
    expect(causes(assess(0.1), entries)).toEqual([]);
    expect(causes(assess(0.1, { asOf: '2026-03-05T13:00:00.000Z' }), entries)).toEqual(['changed']);
  });

  test('six digits are filed, with the word that fits them, and noise beyond them is no change', () => {
    const [forecast] = chooseFilings(assess(0.1 + 0.2 / 3), { entries: [] });
    expect(forecast!.probability.p).toBe(0.166667);
    const near = { p: 0.1999999999, low: 0.1, high: 0.3, word: 'very unlikely' as const };
    const horizons = [{ days: 7, probability: near, baseRate: near }];
    const filed = chooseFilings(assess(0, { horizons }), { entries: [] });
    expect(filed[0]!.probability).toMatchObject({ p: 0.2, word: 'unlikely' });
    expect(causes(assess(0, { horizons }), makeEntries(undefined, filed, AT))).toEqual([]);
  });

  test('a forecast made in a replay says so', () => {
    const [forecast] = chooseFilings(assess(0.1), { entries: [], isReplayed: true, engine: 'tocsin 1' });
    expect(forecast).toMatchObject({ replayed: true, engine: 'tocsin 1' });
  });

  test('reasons are what was observed, each origin with its first claim before any with its second', () => {
    const contributions = [
      makeTestContribution('talk', [9, 2]),
      makeTestContribution('quiet', [], { state: 'not observed', logOdds: 0 }),
    ];
    const [forecast] = chooseFilings(assess(0.1, { contributions }), { entries: [] });
    expect(forecast!.reasons).toHaveLength(1);
    expect(forecast!.reasons[0]).toMatchObject({ id: 'talk', logOdds: 0.69, confirmed: 2, possible: 0 });
    expect(forecast!.reasons[0]!.claims.slice(0, 5)).toEqual([
      `${makeHash('0')}#c1`,
      `${makeHash('1')}#c1`,
      `${makeHash('0')}#c2`,
      `${makeHash('1')}#c2`,
      `${makeHash('0')}#c3`,
    ]);
    expect(forecast!.reasons[0]!.claims).toHaveLength(10);
  });
});

test.each([
  ['2026-03-01T00:00:00.000Z', 7, '2026-03-07'],
  ['2026-03-01T00:00:00.001Z', 7, '2026-03-08'],
  ['2026-03-01T23:59:59.999Z', 7, '2026-03-08'],
  ['2026-02-27T01:00:00+02:00', 1, '2026-02-27'],
])('as of %s, %i days reach to %s', (asOf, horizon, expected) => {
  expect(findLastDay(asOf, horizon)).toBe(expected);
});
