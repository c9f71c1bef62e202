import { expect, it } from 'vitest';
import type { Assessment } from '../../model/forecast.ts';
import type { Indicator, Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { assess } from './assess.ts';
import { makeOfficial, makeProblem, makeReport, makeStatement } from './reports.fixtures.ts';

const indicator = (id: string, fields: Partial<Indicator> = {}): Indicator => ({
  id,
  title: `Sign ${id}`,
  why: '',
  direction: 'for',
  strength: 'strong',
  halfLife: 10,
  match: [{ words: [id] }],
  ...fields,
});
const said = (words: string, who: string) =>
  makeReport([makeStatement(words, [], makeOfficial(who))], { published: '2020-12-11T00:00:00Z' });
const crisis = makeProblem({
  id: 'crisis',
  indicators: [indicator('boats'), indicator('talks', { direction: 'against' })],
});
const raid = (...own: readonly Indicator[]) =>
  makeProblem({
    indicators: [indicator('crisis', { match: [], level: { problem: 'crisis', least: 'high' } }), ...own],
  });
const look = (of: Problem, reports: readonly Report[], others: readonly Assessment[] = []) =>
  assess(of, {
    reports,
    history: [],
    asOf: '2020-12-11T00:00:00Z',
    engine: 'tocsin test',
    others: new Map(others.map((each) => [each.problem, each])),
  });
const find = ({ contributions }: Assessment, id: string) => contributions.find((each) => each.id === id)!;

const boats = said('Many boats', 'Ministry');

it('is seen where the other problem stands at the level, by the origins behind it', () => {
  const other = look(crisis, [boats]);
  expect(other.level).toBe('high');
  const seen = find(look(raid(), [boats], [other]), 'crisis');
  expect(seen).toMatchObject({ state: 'observed', weight: 0.8, lastSeen: '2020-12-11T00:00:00.000Z' });
  expect(seen.tree.origins.map(({ name }) => name)).toEqual(['Ministry']);
  expect(seen.logOdds).toBeCloseTo(0.8 * Math.log(4), 9);
});

it('is not seen below the level, nor where only a base rate carries it, and cannot be seen without the problem', () => {
  const quiet = [said('All quiet', 'Ministry')];
  expect(find(look(raid(), quiet, [look(crisis, quiet)]), 'crisis').state).toBe('not observed');
  const often = makeProblem({
    ...crisis,
    baseRate: { ...crisis.baseRate, prior: { incidents: 9, days: 30 } },
  });
  const bare = look(often, quiet);
  expect(bare.level).toBe('critical');
  expect(find(look(raid(), quiet, [bare]), 'crisis')).toMatchObject({ state: 'not observed', logOdds: 0 });
  const blind = look(raid(), quiet);
  expect(find(blind, 'crisis').state).toBe('cannot be seen');
  expect(blind.gaps[0]).toContain('The problem crisis, whose level it reads, is not watched.');
});

it('takes nothing from what speaks against the other problem', () => {
  const other = look(crisis, [boats, said('New talks', 'Coast Guard')]);
  const high = { ...other, level: 'critical' as const };
  expect(find(look(raid(), [boats], [high]), 'crisis').tree.origins.map(({ name }) => name)).toEqual([
    'Ministry',
  ]);
});

it('does not count an origin again that speaks for one of its own signs', () => {
  const other = look(crisis, [boats]);
  const both = look(raid(indicator('boats', { strength: 'slight' })), [boats], [other]);
  expect(find(both, 'crisis')).toMatchObject({ state: 'observed', weight: 0, logOdds: 0 });
  expect(find(both, 'boats').weight).toBeCloseTo(0.8, 9);
  const guard = said('Many boats', 'Coast Guard');
  const apart = look(
    raid(indicator('trucks')),
    [guard, said('Many trucks', 'Ministry')],
    [look(crisis, [guard])],
  );
  expect(find(apart, 'crisis').weight).toBeGreaterThan(0.6);
});
