import { describe, expect, it } from 'vitest';
import type { Forecast, LedgerEntry } from '../../model/forecast.ts';
import { makeProbability } from '../../model/probability.ts';
import type { Indicator } from '../../model/problem.ts';
import { fromLogOdds, toLogOdds } from '../../stats/log-odds.ts';
import { makeRandom } from '../../stats/random.ts';
import { makeEntries } from '../ledger/entries.ts';
import { assess } from './assess.ts';
import { learnRatios } from './learned.ts';
import { makeOfficial, makeProblem, makeReport, makeStatement } from './reports.fixtures.ts';

const DAY = 86_400_000;
const START = Date.parse('2010-01-01T00:00:00Z');
const BASE = makeProbability(0.2, 0.1, 0.3);
const at = (day: number) => new Date(START + day * DAY).toISOString();

const indicator = (id: string, fields: Partial<Indicator> = {}): Indicator => ({
  id,
  title: `Sign ${id}`,
  why: '',
  direction: 'for',
  strength: 'moderate',
  halfLife: 10,
  match: [{ words: [id] }],
  ...fields,
});
const problem = () =>
  makeProblem({
    indicators: [indicator('boats'), indicator('trucks'), indicator('talks', { direction: 'against' })],
    levels: { ...makeProblem().levels, horizon: 7 },
  });

type Reasons = Readonly<Record<string, number>>;

function makeForecast(day: number, reasons: Reasons, fields: Partial<Forecast> = {}): Forecast {
  return {
    kind: 'forecast',
    problem: 'port-raid',
    problemVersion: 'sha256:0',
    question: 'Will the port be raided?',
    horizon: 7,
    asOf: at(day),
    until: at(day + 7).slice(0, 10),
    probability: BASE,
    baseRate: BASE,
    level: 'normal',
    confidence: 'low',
    reasons: Object.entries(reasons).map(([id, weight]) => ({
      id,
      weight,
      logOdds: (id === 'talks' ? -1 : 1) * Math.LN2 * weight,
      confirmed: 1,
      possible: 0,
      claims: [],
    })),
    cause: 'daily',
    engine: 'test',
    ...fields,
  };
}

/** A ledger in which each sign, seen in every second case or so, moves the log-odds by what is planted. */
function plant(
  truth: Reasons,
  {
    cases,
    every = 10,
    seed = 7,
    fields = {},
  }: { cases: number; every?: number; seed?: number; fields?: Partial<Forecast> },
): readonly LedgerEntry[] {
  const random = makeRandom(seed);
  const entries: LedgerEntry[] = [];
  for (let i = 0; i < cases; i++) {
    const seen: Record<string, number> = {};
    for (const id of Object.keys(truth)) if (random() < 0.5) seen[id] = 0.8;
    const sum = Object.entries(seen).reduce(
      (all, [id, weight]) => all + weight * truth[id]!,
      toLogOdds(BASE.p),
    );
    const isYes = random() < fromLogOdds(sum);
    const day = i * every;
    entries.push(...makeEntries(entries.at(-1), [makeForecast(day, seen, fields)], at(day)));
    const forecast = entries.at(-1)!.hash;
    const settlement = {
      kind: 'settlement',
      problem: 'port-raid',
      forecast,
      outcome: isYes ? 'yes' : 'no',
      claims: [],
    } as const;
    entries.push(...makeEntries(entries.at(-1), [settlement], at(day + 9)));
  }
  return entries.toSorted((a, b) => Date.parse(a.filed) - Date.parse(b.filed));
}

const LATE = Date.parse('2200-01-01T00:00:00Z');

describe('weights learned from outcomes', () => {
  it('come to what was planted, away from the words, with how sure they are', () => {
    const truth = { boats: 1.8, trucks: 0, talks: -0.2 };
    const { ratios, source } = learnRatios(problem(), plant(truth, { cases: 3_000 }), LATE);
    expect(ratios.get('boats')?.value).toBeCloseTo(1.8, 0);
    expect(Math.abs(ratios.get('boats')!.value - 1.8)).toBeLessThan(0.2);
    expect(ratios.get('trucks')?.value).toBeLessThan(0.2);
    expect(Math.abs(ratios.get('talks')!.value - 0.2)).toBeLessThan(0.2);
    expect(ratios.get('boats')?.learned).toMatchObject({ stated: Math.LN2 });
    expect(ratios.get('boats')?.sigma).toBeLessThan(0.15);
    expect(source).toMatchObject({ learned: 3, outcomes: 3_000, needed: 30 });
  });

  it('stay at the words with few outcomes, and near them with not many', () => {
    const truth = { boats: 1.8, trucks: 0, talks: -0.2 };
    const few = learnRatios(problem(), plant(truth, { cases: 29 }), LATE);
    expect(few.source).toMatchObject({ learned: 0, outcomes: 29 });
    for (const ratio of few.ratios.values())
      expect(ratio).toEqual({ value: Math.LN2, sigma: expect.any(Number) });
    const some = learnRatios(problem(), plant(truth, { cases: 40 }), LATE);
    expect(some.source.learned).toBe(3);
    for (const { value } of some.ratios.values()) expect(Math.abs(value - Math.LN2)).toBeLessThan(0.4);
  });

  it('never turn a sign round', () => {
    const { ratios } = learnRatios(
      problem(),
      plant({ boats: -3, trucks: 0.7, talks: -0.7 }, { cases: 2_000 }),
      LATE,
    );
    expect(ratios.get('boats')?.value).toBe(0);
  });

  it('take nothing settled later, nothing replayed, and overlapping days for one', () => {
    const truth = { boats: 1.8, trucks: 0, talks: -0.2 };
    const record = plant(truth, { cases: 400 });
    const half = START + 2_000 * DAY;
    const then = learnRatios(problem(), record, half);
    const known = record.filter(({ filed }) => Date.parse(filed) <= half);
    expect(then).toEqual(learnRatios(problem(), known, half));
    expect(then.source.outcomes).toBeLessThan(201);
    const replayed = plant(truth, { cases: 400, fields: { replayed: true } });
    expect(learnRatios(problem(), replayed, LATE).source).toMatchObject({ learned: 0, outcomes: 0 });
    const daily = learnRatios(problem(), plant(truth, { cases: 700, every: 1 }), LATE);
    expect(daily.source.outcomes).toBeGreaterThan(99);
    expect(daily.source.outcomes).toBeLessThan(103);
  });

  it('are the same whatever was asked before', () => {
    const record = plant({ boats: 1.8, trucks: 0, talks: -0.2 }, { cases: 200 });
    const of = problem();
    const first = learnRatios(of, record, LATE);
    learnRatios(of, record, START + 900 * DAY);
    expect(learnRatios(of, record, LATE)).toEqual(first);
    expect(learnRatios(problem(), record, LATE)).toEqual(first);
  });

  it('take only forecasts that kept what each sign counted for', () => {
    const record = plant({ boats: 1.8, trucks: 0, talks: -0.2 }, { cases: 200 });
    const older = record.map(({ content, ...entry }) =>
      content.kind === 'settlement'
        ? { ...entry, content }
        : {
            ...entry,
            content: { ...content, reasons: content.reasons.map(({ weight: _, ...rest }) => rest) },
          },
    );
    const { outcomes } = learnRatios(problem(), older, LATE).source;
    expect(outcomes).toBeLessThan(40);
    expect(outcomes).toBeGreaterThan(10);
  });

  it('move the probability, and stand beside the word', () => {
    const published = '2030-01-01T00:00:00Z';
    const report = makeReport([makeStatement('Many boats', [], makeOfficial('Ministry'))], {
      published,
      seen: published,
      knownSince: published,
    });
    const record = plant({ boats: 1.8, trucks: 0.7, talks: -0.7 }, { cases: 600 });
    const look = (given: readonly LedgerEntry[]) =>
      assess(problem(), { reports: [report], history: [], asOf: published, engine: 'test', record: given });
    const stated = look([]);
    const learned = look(record);
    const [before, after] = [stated, learned].map(
      ({ contributions }) => contributions.find(({ id }) => id === 'boats')!,
    );
    expect(before?.learned).toBeUndefined();
    expect(after?.learned?.value).toBeGreaterThan(1.2);
    expect(after!.logOdds).toBeCloseTo(after!.learned!.value * after!.weight, 9);
    expect(learned.horizons[0]!.probability.p).toBeGreaterThan(stated.horizons[0]!.probability.p);
    expect(stated.weights).toEqual({ learned: 0, outcomes: 0, yes: 0, needed: 30 });
  });
});
