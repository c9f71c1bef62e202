import { expect, it } from 'vitest';
import type { Mention, Statement } from '../../model/report.ts';
import { findOutcomes } from './outcomes.ts';
import {
  makeMention,
  makeOfficial,
  makeProblem,
  makeReport,
  makeStatement,
  makeUnnamed,
} from './reports.fixtures.ts';

const problem = makeProblem();
const raid = (fields: Partial<Mention> = {}) =>
  makeMention({
    incident: 'i1',
    where: { name: 'Basra', country: 'IQ', precision: 'city' },
    when: { from: '2020-12-10', to: '2020-12-10', precision: 'day' },
    ...fields,
  });
const at = (published: string, outlet = 'Harbour Wire') => ({
  published,
  seen: published,
  knownSince: published,
  outlet,
});

it('is known since there are origins enough, not since the first word of it', () => {
  const reports = [
    makeReport(
      [makeStatement('Raid in Basra', [raid()], makeUnnamed('Harbour Wire'))],
      at('2020-12-10T08:00:00Z'),
    ),
    makeReport(
      [makeStatement('It was hit', [makeMention({ incident: 'i1' })], makeUnnamed('Gulf Meridian'))],
      at('2020-12-10T09:00:00Z', 'Gulf Meridian'),
    ),
    makeReport([makeStatement('The raid', [raid()], makeOfficial('Ministry'))], at('2020-12-10T12:00:00Z')),
  ];
  expect(findOutcomes(problem, reports.slice(0, 1))).toEqual([]);
  const [outcome, ...others] = findOutcomes(problem, reports);
  expect(others).toEqual([]);
  expect(outcome).toMatchObject({ incident: 'i1', day: '2020-12-10', knownSince: '2020-12-10T09:00:00Z' });
  expect(outcome?.claims.map(({ words }) => words)).toEqual(['Raid in Basra', 'It was hit', 'The raid']);
});

it('takes one confirmed origin', () => {
  const reports = [
    makeReport([makeStatement('Raid', [raid()], makeOfficial('Ministry'))], at('2020-12-10T08:00:00Z')),
  ];
  expect(findOutcomes(problem, reports)).toHaveLength(1);
});

it('does not take what is history alone, denied, feared, undated or elsewhere', () => {
  const only = (mention: Mention, fields = {}) =>
    findOutcomes(problem, [
      makeReport([makeStatement('Raid', [mention], { ...makeOfficial('Ministry'), ...fields })]),
    ]);
  expect(only(raid())).toHaveLength(1);
  expect(only(raid({ background: true }))).toEqual([]);
  expect(only(raid({ realis: 'possible' }))).toEqual([]);
  expect(only(raid({ realis: 'denied' }))).toEqual([]);
  expect(only(raid(), { stance: 'denies' })).toEqual([]);
  expect(only(raid(), { polarity: 'negated' })).toEqual([]);
  expect(only(raid({ when: { from: '2020-12-01', to: '2020-12-31', precision: 'month' } }))).toEqual([]);
  expect(only(raid({ where: { name: 'Oslo', country: 'NO', precision: 'city' } }))).toEqual([]);
  const { incident: _, ...vague } = raid();
  expect(only(vague)).toEqual([]);
});

it('takes the day that most reports give, and none that was still to come', () => {
  const other = raid({ when: { from: '2020-12-09', to: '2020-12-09', precision: 'day' } });
  const future = raid({ when: { from: '2021-12-10', to: '2021-12-10', precision: 'day' } });
  const told = (mention: Mention, outlet: string) =>
    makeReport(
      [makeStatement('Raid', [mention], makeOfficial('Ministry', outlet))],
      at('2020-12-10T08:00:00Z', outlet),
    );
  const day = (...mentions: readonly Mention[]) =>
    findOutcomes(
      problem,
      mentions.map((mention, i) => told(mention, `Outlet ${i}`)),
    )[0]?.day;
  expect(day(other, raid(), raid())).toBe('2020-12-10');
  expect(day(future, future, raid())).toBe('2020-12-10');
});

it('finds two outcomes in one sentence', () => {
  const second = raid({
    event: 'v2',
    incident: 'i2',
    when: { from: '2020-12-08', to: '2020-12-08', precision: 'day' },
  });
  const reports = [makeReport([makeStatement('Raids', [raid(), second], makeOfficial('Ministry'))])];
  expect(findOutcomes(problem, reports).map(({ incident }) => incident)).toEqual(['i2', 'i1']);
});

it('takes the own word of one that the problem names, and no relay of it, nor anybody else’s', () => {
  const strict = makeProblem({
    outcome: {
      ...problem.outcome,
      confirmed: 2,
      total: 3,
      settledBy: ['U.S. Central Command', 'Gulf Meridian'],
    },
  });
  const told = (fields: Partial<Statement>, outlet?: string) =>
    findOutcomes(strict, [
      makeReport([makeStatement('Raid', [raid()], fields)], at('2020-12-10T08:00:00Z', outlet)),
    ]).length;
  const says = (link: Partial<Statement['chain'][number]>): Partial<Statement> => ({
    chain: [
      { name: 'Harbour Wire', type: 'outlet' },
      { name: 'Ann Example', type: 'person', ...link },
    ],
  });
  expect(told(makeOfficial('Ministry'))).toBe(0);
  expect(told(makeOfficial('US Central Command'))).toBe(1);
  expect(told(says({ role: 'a spokeswoman for U.S. Central Command' }))).toBe(1);
  expect(told(says({ role: 'a former general of U.S. Central Command' }))).toBe(0);
  expect(told(says({ type: 'unknown', name: 'a spokesman for U.S. Central Command', anonymous: true }))).toBe(
    0,
  );
  expect(told({ chain: [{ name: 'Gulf Meridian', type: 'outlet' }] }, 'Gulf Meridian')).toBe(1);
  expect(told(makeOfficial('Ministry', 'Gulf Meridian'), 'Gulf Meridian')).toBe(0);
  expect(
    told({ ...makeOfficial('US Central Command'), stance: 'denies' }),
    'what it denies has not happened on its word',
  ).toBe(0);
});
