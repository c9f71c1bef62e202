import { describe, expect, test } from 'vitest';
import type { Assessment, LedgerEntry } from '../../model/forecast.ts';
import { makeProbability } from '../../model/probability.ts';
import type { Level, Problem } from '../../model/problem.ts';
import { makeEntries } from '../ledger/entries.ts';
import { chooseFilings } from '../ledger/filings.ts';
import { Course } from './course.ts';
import { makeReplay } from './replay.ts';

const problem = {
  id: 'port',
  version: 'v1',
  title: 'The port',
  question: 'Will it be attacked?',
  horizons: [7],
  outcome: { grace: 2 },
  levels: { horizon: 7 },
  indicators: [{ id: 'threat', title: 'A threat' }],
  windows: [],
} as unknown as Problem;

const day = (n: number) => new Date(Date.parse('2031-01-01') + n * 86_400_000).toISOString().slice(0, 10);
const end = (n: number) => `${day(n)}T23:59:59.999Z`;

function assess(n: number, { p, level }: { readonly p: number; readonly level: Level }): Assessment {
  const baseRate = makeProbability(0.1, 0.05, 0.2);
  return {
    problem: 'port',
    problemVersion: 'v1',
    question: problem.question,
    asOf: end(n),
    horizons: [{ days: 7, probability: makeProbability(p, p, p), baseRate }],
    leading: 7,
    level,
    confidence: 'low',
    contributions:
      p === 0.1 ? [] : [{ id: 'threat', state: 'observed', logOdds: 1, weight: 1, tree: { origins: [] } }],
    reports: 3,
  } as unknown as Assessment;
}

/** Quiet but for days 20 to 25, with an outcome on day 24. */
function makeCourse(warned: number, of = problem): Course {
  const course = new Course(of);
  for (let n = 0; n < 60; n++) {
    const isRaised = n >= 20 && n < 26;
    course.add(
      assess(
        n,
        isRaised ? { p: warned, level: warned > 0.4 ? 'high' : 'normal' } : { p: 0.1, level: 'normal' },
      ),
    );
  }
  return course;
}

const outcome = { incident: 'i1', day: day(24), knownSince: `${day(24)}T12:00:00.000Z`, claims: [] };
const given = {
  outcomes: [outcome],
  asOf: end(200),
  without: [],
  filed: [] as readonly LedgerEntry[],
  from: end(0),
  to: end(59),
  step: 86_400_000,
  engine: 'test',
};

describe('makeReplay', () => {
  const replay = makeReplay({ ...given, course: makeCourse(0.6) });

  test('settles each forecast by the rule of the record', () => {
    const came = replay.steps.map(({ horizons }) => horizons[0]!.outcome);
    // From the end of day 17 the seven days reach into day 24; at the end of that day it is known.
    expect(came.flatMap((each, n) => (each === 'yes' ? [n] : []))).toEqual([17, 18, 19, 20, 21, 22, 23]);
    expect(came.filter((each) => each === 'open')).toEqual([]);
  });

  test('tells changes of level, and what the warnings were worth', () => {
    expect(replay.warnings.map(({ asOf, from, to }) => [asOf, from, to])).toEqual([
      [end(20), 'normal', 'high'],
      [end(26), 'high', 'normal'],
    ]);
    const high = replay.alarms.find(({ level }) => level === 'high')!;
    expect(high.hits).toMatchObject([{ incident: 'i1', day: day(24), lead: 3 }]);
    expect(high.falseAlarms).toEqual([]);
    expect(replay.alarms.find(({ level }) => level === 'critical')!.misses).toHaveLength(1);
  });

  test('scores the engine beside the base rate', () => {
    const [score] = replay.scores;
    const errors = 3 * 0.81 + 4 * 0.16 + 2 * 0.36 + 51 * 0.01;
    expect(score).toMatchObject({ horizon: 7, settled: 60, yes: 7, outcomes: 1, isEnough: false });
    expect(score!.brier!.mean).toBeCloseTo(errors / 60, 10);
    expect(score!.baseRateBrier!.mean).toBeCloseTo((7 * 0.81 + 53 * 0.01) / 60, 10);
    expect(score!.gain!.mean).toBeCloseTo(score!.baseRateBrier!.mean - score!.brier!.mean, 10);
    expect(score!.gain!.low!).toBeLessThanOrEqual(score!.gain!.mean);
  });

  test('leaves open what is not over at the end of what is known', () => {
    const early = makeReplay({ ...given, outcomes: [], asOf: end(62), course: makeCourse(0.6) });
    const came = early.steps.map(({ horizons }) => horizons[0]!.outcome);
    expect(came.slice(0, 53).every((each) => each === 'no')).toBe(true);
    expect(came.slice(53).every((each) => each === 'open')).toBe(true);
  });

  test('sets the record beside it and marks what differs', () => {
    let filed: readonly LedgerEntry[] = [];
    for (const n of [3, 20, 30]) {
      const assessment = assess(n, {
        p: n === 20 ? 0.55 : n === 30 ? 0.12 : 0.1,
        level: n === 20 ? 'high' : 'normal',
      });
      filed = [...filed, ...makeEntries(filed.at(-1), chooseFilings(assessment, { entries: [] }), end(n))];
    }
    const beside = makeReplay({ ...given, filed, course: makeCourse(0.6) }).steps.map(
      ({ horizons }) => horizons[0]!.filed,
    );
    expect(beside[2]).toBeUndefined();
    expect(beside[3]).toMatchObject({ number: 1, p: 0.1, likeness: 'same' });
    expect(beside[20]).toMatchObject({ number: 2, p: 0.55, likeness: 'other' });
    expect(beside[30]).toMatchObject({ number: 3, p: 0.12, likeness: 'close' });
  });

  test('measures what a sign adds by leaving it out', () => {
    const without = makeCourse(0.1, { ...problem, version: 'v1 without threat' });
    const { ablation } = makeReplay({
      ...given,
      course: makeCourse(0.6),
      ablated: new Map([['threat', without]]),
    });
    expect(ablation).toMatchObject([{ id: 'threat', observed: 0.1, logOdds: 1 }]);
    // On four of the days it was right, on two wrong.
    const added = (4 * (0.81 - 0.16) - 2 * (0.36 - 0.01)) / 60;
    expect(ablation![0]!.horizons[0]!.added!.mean).toBeCloseTo(added, 10);
  });
});
