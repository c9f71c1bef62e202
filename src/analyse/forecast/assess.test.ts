import { expect, it } from 'vitest';
import type { Indicator, Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { assess } from './assess.ts';
import {
  makeIndicator,
  makeMention,
  makeOfficial,
  makeProblem,
  makeReport,
  makeStatement,
  makeUnnamed,
} from './reports.fixtures.ts';

const problem = (...indicators: readonly Indicator[]) => makeProblem({ indicators });
const on = (day: string, outlet = 'Harbour Wire') => {
  const published = `${day}T00:00:00Z`;
  return { published, seen: published, knownSince: published, outlet };
};
const look = (of: Problem, reports: readonly Report[], asOf = '2020-12-11T00:00:00Z') => {
  const made = assess(of, { reports, history: [], asOf, engine: 'tocsin test' });
  const of30 = made.horizons.find(({ days }) => days === 30)!;
  return {
    ...made,
    p: of30.probability.p,
    base: of30.baseRate.p,
    by: new Map(made.contributions.map((c) => [c.id, c])),
  };
};
/** Tells of something in words alone, by an office of its own. */
const said = (words: string, who: string, day = '2020-12-11', outlet = 'Harbour Wire') =>
  makeReport([makeStatement(words, [], makeOfficial(who, outlet))], on(day, outlet));

it('is the base rate where nothing is seen, and says what could be', () => {
  const made = look(problem(makeIndicator('boats')), [said('Nothing of note', 'Ministry')]);
  expect(made.p).toBeCloseTo(made.base, 9);
  expect(made.by.get('boats')).toMatchObject({ state: 'not observed', logOdds: 0, weight: 0 });
  expect(made.confidence).toBe('low');
});

it('adds evidence in log-odds for the horizon that sets the level', () => {
  const made = look(problem(makeIndicator('boats')), [said('Many boats', 'Ministry')]);
  const added = Math.log(4) * 0.8;
  expect(made.by.get('boats')).toMatchObject({ state: 'observed', logOdds: expect.closeTo(added, 9) });
  const odds = (p: number) => Math.log(p / (1 - p));
  expect(odds(made.p) - odds(made.base)).toBeCloseTo(added, 6);
});

it('carries it over to other horizons as so many times the usual hazard', () => {
  const { horizons } = look(problem(makeIndicator('boats')), [said('Many boats', 'Ministry')]);
  const times = horizons.map(
    ({ probability, baseRate }) => Math.log(1 - probability.p) / Math.log(1 - baseRate.p),
  );
  expect(horizons.length).toBeGreaterThan(1);
  expect(times[0]).toBeGreaterThan(1.5);
  for (const each of times) expect(each).toBeCloseTo(times[0]!, 6);
  const ascending = horizons.map(({ probability }) => probability.p);
  expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
  for (const { probability } of horizons) {
    expect(probability.low).toBeLessThan(probability.p);
    expect(probability.high).toBeGreaterThan(probability.p);
  }
});

it('counts each further sign of a direction for less than the one before', () => {
  const of = problem(
    makeIndicator('boats'),
    makeIndicator('trucks'),
    makeIndicator('calm', { direction: 'against' }),
  );
  const { by } = look(of, [
    said('Many boats', 'Ministry'),
    said('Many trucks', 'Coast Guard'),
    said('All calm', 'Harbour Master'),
  ]);
  const full = Math.log(4) * 0.8;
  const sums = ['boats', 'trucks'].map((id) => by.get(id)!.logOdds).toSorted((a, b) => b - a);
  expect(sums[0]).toBeCloseTo(full, 9);
  expect(sums[1]).toBeCloseTo(0.8 * full, 9);
  expect(by.get('calm')!.logOdds).toBeCloseTo(-full, 9);
});

it('takes evidence against as the inverse', () => {
  const against = look(problem(makeIndicator('talks', { direction: 'against' })), [
    said('New talks', 'Ministry'),
  ]);
  expect(against.by.get('talks')?.logOdds).toBeCloseTo(-Math.log(4) * 0.8, 9);
  expect(against.p).toBeLessThan(against.base);
});

it('counts origins, not reports', () => {
  const relay = (outlet: string) =>
    makeReport([makeStatement('Many boats', [], makeOfficial('Ministry', outlet))], on('2020-12-11', outlet));
  const weight = (...reports: readonly Report[]) =>
    look(problem(makeIndicator('boats')), reports).by.get('boats')?.weight;
  expect(weight(relay('A'), relay('B'), relay('C'))).toBeCloseTo(0.8, 9);
  expect(weight(relay('A'), said('Many boats', 'Coast Guard'))).toBeCloseTo(0.96, 9);
  const unnamed = (outlet: string) =>
    makeReport([makeStatement('Many boats', [], makeUnnamed(outlet))], on('2020-12-11', outlet));
  expect(weight(unnamed('A'))).toBeCloseTo(0.5, 9);
  expect(weight(unnamed('A'), unnamed('B'))).toBeCloseTo(0.75, 9);
});

it('lets a sighting fade by its half-life, and drops it in the end', () => {
  const seen = (day: string) =>
    look(problem(makeIndicator('boats')), [said('Many boats', 'Ministry', day)]).by.get('boats');
  expect(seen('2020-12-01')?.weight).toBeCloseTo(0.4, 9);
  expect(seen('2020-11-21')?.weight).toBeCloseTo(0.2, 9);
  expect(seen('2020-09-01')).toMatchObject({ state: 'cannot be seen', weight: 0 });
});

it('does not take an old event for a fresh one because it is told again', () => {
  const dated = makeIndicator('raid', { match: [{ event: ['ASSAULT'], dated: true }] });
  const raid = makeMention({ incident: 'i9' });
  const old = makeReport(
    [
      makeStatement(
        'A raid',
        [{ ...raid, when: { from: '2020-12-01', to: '2020-12-01', precision: 'day' } }],
        makeOfficial('Ministry'),
      ),
    ],
    on('2020-12-01'),
  );
  const again = makeReport(
    [makeStatement('The raid then', [raid], makeOfficial('Ministry'))],
    on('2020-12-11'),
  );
  const weight = (...reports: readonly Report[]) => look(problem(dated), reports).by.get('raid')?.weight;
  expect(weight(old, again)).toBeCloseTo(0.4, 2);
  // Its day is nowhere to be found.
  expect(weight(again)).toBe(0);
});

it('takes what one origin says about several signs for less than as much again', () => {
  const of = problem(makeIndicator('boats'), makeIndicator('trucks', { strength: 'moderate' }));
  const { by } = look(of, [said('Many boats', 'Ministry'), said('Many trucks', 'Ministry')]);
  expect(by.get('boats')?.weight).toBeCloseTo(0.8, 9);
  expect(by.get('trucks')?.weight).toBeCloseTo(0.4 * 0.8, 9);
  const apart = look(of, [said('Many boats', 'Ministry'), said('Many trucks', 'Coast Guard')]);
  expect(apart.by.get('trucks')?.weight).toBeCloseTo(0.8 * 0.8, 9);
});

it('counts a sign and its special case as the stronger of both', () => {
  const of = problem(
    makeIndicator('boats', { strength: 'moderate' }),
    makeIndicator('speedboats', { partOf: 'boats' }),
  );
  const { by } = look(of, [said('Many boats', 'Ministry'), said('Many speedboats', 'Coast Guard')]);
  expect(by.get('boats')).toMatchObject({ state: 'observed', logOdds: 0 });
  expect(by.get('speedboats')?.logOdds).toBeCloseTo(Math.log(4) * 0.8, 9);
  const weak = look(of, [
    said('Many boats', 'Ministry'),
    said('Many speedboats', 'Coast Guard', '2020-11-05'),
  ]);
  expect(weak.by.get('speedboats')?.logOdds).toBe(0);
  expect(weak.by.get('boats')?.logOdds).toBeCloseTo(Math.log(2) * 0.8, 9);
});

it('drops a truce that the outcome has broken', () => {
  const truce = makeIndicator('truce', { direction: 'against', halfLife: 90, endedByOutcome: true });
  const raid = makeMention({
    incident: 'i1',
    where: { name: 'Basra', country: 'IQ', precision: 'city' },
    when: { from: '2020-12-05', to: '2020-12-05', precision: 'day' },
  });
  const attack = makeReport([makeStatement('A raid', [raid], makeOfficial('Ministry'))], on('2020-12-05'));
  const before = said('A truce', 'The groups', '2020-12-01');
  const after = said('A truce', 'The groups', '2020-12-08');
  expect(look(problem(truce), [before]).by.get('truce')?.state).toBe('observed');
  expect(look(problem(truce), [before, attack]).by.get('truce')?.state).toBe('not observed');
  expect(look(problem(truce), [before, attack, after]).by.get('truce')?.state).toBe('observed');
});

it('opens a window only where a report names it', () => {
  const of = makeProblem({
    windows: [
      {
        id: 'feast',
        title: 'Feast',
        why: 'So.',
        day: '--01-03',
        since: '2020-01-03',
        lead: 30,
        strength: 'moderate',
        match: [{ words: ['feast'] }],
      },
    ],
  });
  const named = look(of, [said('The feast comes', 'Ministry', '2020-12-09')]).by.get('feast');
  expect(named).toMatchObject({
    state: 'observed',
    weight: 1,
    window: { from: '2020-12-04', to: '2021-01-03' },
  });
  expect(named?.logOdds).toBeCloseTo(Math.log(2), 9);
  expect(look(of, [said('Quiet', 'Ministry')]).by.get('feast')?.state).toBe('not observed');
  expect(look(of, [said('The feast comes', 'Ministry', '2020-02-01')]).by.get('feast')?.state).toBe(
    'not observed',
  );
  const early = look(of, [said('The feast comes', 'Ministry', '2020-11-20')], '2020-11-21T00:00:00Z');
  expect(early.by.get('feast')).toMatchObject({ state: 'not observed', window: { to: '2021-01-03' } });
});

it('tells confidence by the evidence, not by the probability', () => {
  const of = problem(makeIndicator('boats'), makeIndicator('trucks'), makeIndicator('fuel'));
  const high = look(of, [
    said('boats', 'Ministry', '2020-12-10', 'A'),
    said('trucks', 'Coast Guard', '2020-12-10', 'B'),
    said('fuel', 'Port Office', '2020-12-10', 'C'),
  ]);
  expect(high.confidence).toBe('high');
  const one = look(of, [makeReport([makeStatement('boats', [], makeUnnamed('A'))], on('2020-12-10', 'A'))]);
  expect(one.confidence).toBe('low');
  const unnamed = look(
    problem(
      makeIndicator('boats', { strength: 'very strong' }),
      makeIndicator('trucks', { strength: 'slight' }),
      makeIndicator('fuel', { strength: 'slight' }),
      makeIndicator('men', { strength: 'slight' }),
    ),
    [
      makeReport([makeStatement('boats', [], makeUnnamed('A'))], on('2020-12-10', 'A')),
      said('trucks', 'Coast Guard', '2020-12-10', 'B'),
      said('fuel', 'Port Office', '2020-12-10', 'C'),
      said('men', 'Ministry', '2020-12-10', 'D'),
    ],
  );
  expect(unnamed.confidence).toBe('moderate');
  expect(unnamed.confidenceWhy).toContain('what weighs most rests on no confirmed origin');
});

it('is low in confidence where as many deny as affirm', () => {
  const sign = makeIndicator('boats', { match: [{ event: ['MOBILIZE'] }] });
  const gathering = makeMention({
    plover: { type: 'MOBILIZE', contexts: [] },
    incident: 'i3',
    realis: 'ongoing',
  });
  const affirmed = makeReport(
    [makeStatement('Boats gather', [gathering], makeOfficial('Ministry', 'A'))],
    on('2020-12-10', 'A'),
  );
  const denied = makeReport(
    [
      makeStatement('Boats gather', [{ ...gathering, realis: 'denied' }], {
        ...makeOfficial('Coast Guard', 'B'),
        stance: 'denies',
      }),
    ],
    on('2020-12-10', 'B'),
  );
  expect(look(problem(sign), [affirmed]).confidence).toBe('moderate');
  const open = look(problem(sign), [affirmed, denied]);
  expect(open.confidence).toBe('low');
  expect(open.confidenceWhy).toContain('contradicted: sign boats');
  expect(open.by.get('boats')?.weight).toBeGreaterThan(0.5);
});

it('answers the same twice, and the same whether or not something was asked before', () => {
  const of = problem(makeIndicator('boats'));
  const reports = [
    said('Many boats', 'Ministry', '2020-12-08'),
    said('Many boats', 'Coast Guard', '2020-12-10'),
  ];
  const first = look(of, reports);
  look(of, reports.slice(0, 1), '2020-12-09T00:00:00Z');
  expect(look(of, reports)).toEqual(first);
  expect(look(makeProblem({ ...of }), reports)).toEqual(first);
});

it('takes a bare day as its end', () => {
  const of = problem(makeIndicator('boats'));
  const reports = [said('Many boats', 'Ministry', '2020-12-10')];
  const made = look(of, reports, '2020-12-11');
  expect(made.by.get('boats')?.weight).toBeCloseTo(0.8 * 2 ** -0.2, 6);
});
