import { expect, test } from 'vitest';
import { makeTestForecast, makeTestSettlement } from '../../../../test/support/ledger.ts';
import type { LedgerEntry } from '../../../model/forecast.ts';
import type { Level } from '../../../model/problem.ts';
import { makeEntries } from '../entries.ts';
import { listFiled } from './record.ts';
import { scoreWarnings } from './warnings.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-03-01');

function addDays(count: number): string {
  return new Date(START + count * DAY).toISOString();
}

/**
 * A forecast for seven days each noon.
 *
 * @param levels n normal, g guarded, e elevated, h high; a day each from 1 March 2026.
 * @param days Numbers of days, from 0, on which something happened, known the next morning.
 */
function file(levels: string, days: readonly number[]): readonly LedgerEntry[] {
  const names: Readonly<Record<string, Level>> = { n: 'normal', g: 'guarded', e: 'elevated', h: 'high' };
  const entries = makeEntries(
    undefined,
    [...levels].map((each, i) => makeTestForecast({ asOf: addDays(i + 0.5), level: names[each]! })),
    addDays(0),
  );
  const settlements = entries.flatMap(({ hash }, i) => {
    const day = days.find((each) => each >= i && each <= i + 7);
    if (day === undefined) return [];
    return [makeTestSettlement(hash, 'yes', { incident: `i${day}`, day: addDays(day).slice(0, 10) })];
  });
  return [...entries, ...makeEntries(entries.at(-1), settlements, addDays(60))];
}

function score(levels: string, days: readonly number[], level: Level) {
  const [warnings] = scoreWarnings(listFiled(file(levels, days)));
  return warnings!.levels.find((each) => each.level === level)!;
}

test('a warning that stands on the eve of an outcome is a hit, with the days since it began', () => {
  const found = score('nnggghhhnn', [7], 'guarded');
  expect(found).toMatchObject({ misses: [], falseAlarms: [], lead: 4.5, isStanding: false });
  expect(found.share).toBeCloseTo(6 / 9, 12);
  expect(found.hits).toEqual([{ day: '2026-03-08', incident: 'i7', lead: 4.5, entry: 3, settlement: 11 }]);
  expect(score('nnggghhhnn', [7], 'high')).toMatchObject({ lead: 1.5, hits: [{ entry: 6 }] });
  expect(score('nnggghhhnn', [7], 'critical')).toMatchObject({ hits: [], misses: [{ incident: 'i7' }] });
});

test('one that was withdrawn the day before is none, and was a false alarm', () => {
  expect(score('nngggnnnnn', [7], 'guarded')).toMatchObject({
    hits: [],
    misses: [{ day: '2026-03-08' }],
    falseAlarms: [{ from: addDays(2.5), to: addDays(5.5), entry: 3, last: 6 }],
  });
});

test('a level that rises because of what happened is no warning of it', () => {
  // Forecasts from the ninth day on know of what happened on the eighth.
  expect(score('nnnnnnnnggnn', [7], 'guarded')).toMatchObject({
    hits: [],
    misses: [{ incident: 'i7' }],
    falseAlarms: [{ entry: 9 }],
  });
});

test('of two outcomes under one warning the second counts from the first', () => {
  expect(score('gggggggggggg', [4, 9], 'guarded')).toMatchObject({
    hits: [
      { incident: 'i4', lead: 3.5 },
      { incident: 'i9', lead: 4 },
    ],
    lead: 3.75,
  });
});

test('one that still stands is no false alarm yet', () => {
  expect(score('nnnngg', [], 'guarded')).toMatchObject({ falseAlarms: [], isStanding: true });
  expect(score('nnnngg', [5], 'guarded')).toMatchObject({ hits: [{ incident: 'i5' }], isStanding: false });
});

test('what happened before the first forecast is left out; false alarms are counted by the month', () => {
  const levels = `${'n'.repeat(10)}g${'n'.repeat(10)}g${'n'.repeat(40)}`;
  const [warnings] = scoreWarnings(listFiled(file(levels, [0])));
  expect(warnings).toMatchObject({ problem: 'pier', outcomes: 0, isEnough: false, from: addDays(0.5) });
  const [guarded] = warnings!.levels;
  expect(guarded!.falseAlarms).toHaveLength(2);
  expect(guarded!.falseAlarmsPerMonth).toBeCloseTo(2 / (61 / 30.44), 6);
});

test('nothing on record, nothing to tell', () => {
  expect(scoreWarnings([])).toEqual([]);
});
