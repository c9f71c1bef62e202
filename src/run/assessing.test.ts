import { expect, it } from 'vitest';
import {
  makeOfficial,
  makeProblem,
  makeReport,
  makeStatement,
} from '../analyse/forecast/reports.fixtures.ts';
import type { LedgerEntry } from '../model/forecast.ts';
import type { Indicator, Problem } from '../model/problem.ts';
import { assessIn } from './assessing.ts';
import { Moments } from './moments.ts';
import { View } from './views.ts';

const ASKED = '2020-12-11T12:00:00Z';
const indicator = (id: string, fields: Partial<Indicator> = {}): Indicator => ({
  id,
  title: `Sign ${id}`,
  why: '',
  direction: 'for',
  strength: 'strong',
  halfLife: 10,
  match: [],
  ...fields,
});
const reading = (id: string, of: string, own: readonly Indicator[] = []): Problem =>
  makeProblem({
    id,
    version: `sha256:${id}`,
    indicators: [indicator(`level-${of}`, { level: { problem: of, least: 'guarded' } }), ...own],
  });
const reports = [makeReport([makeStatement('Many boats', [], makeOfficial('Ministry'))])];
const view = () =>
  new View({
    asOf: ASKED,
    judgements: [],
    standing: new Moments(reports, { judgements: [] }).get(ASKED),
    history: [],
    engine: 'tocsin test',
  });
const readRecord = async (): Promise<readonly LedgerEntry[]> => [];
const boats = indicator('boats', { match: [{ words: ['boats'] }] });
const state = (of: Awaited<ReturnType<typeof assessIn>>, id: string) =>
  of.contributions.find((each) => each.id === id)?.state;

it('assesses the problems first whose level a problem reads, in whatever order they are listed', async () => {
  const last = makeProblem({ id: 'c', version: 'sha256:c', indicators: [boats] });
  const problems = [reading('a', 'b'), reading('b', 'c'), last];
  for (const order of [problems, problems.toReversed()]) {
    const made = await assessIn(problems[0]!, { view: view(), problems: order, readRecord });
    expect(state(made, 'level-b')).toBe('observed');
    expect(made.contributions[0]?.tree.origins.map(({ name }) => name)).toEqual(['Ministry']);
  }
});

it('ends in a circle, and without a problem that is not there', async () => {
  const problems = [reading('a', 'b', [boats]), reading('b', 'a'), reading('x', 'nowhere')];
  const circle = await assessIn(problems[0]!, { view: view(), problems, readRecord });
  expect(state(circle, 'boats')).toBe('observed');
  const lost = await assessIn(problems[2]!, { view: view(), problems, readRecord });
  expect(state(lost, 'level-nowhere')).toBe('cannot be seen');
});

it('reads what is on record of each problem', async () => {
  const asked: string[] = [];
  const problems = [reading('a', 'c'), makeProblem({ id: 'c', version: 'sha256:c', indicators: [boats] })];
  const read = async ({ id }: Problem) => {
    asked.push(id);
    return [];
  };
  await assessIn(problems[0]!, { view: view(), problems, readRecord: read });
  expect(asked).toEqual(['c', 'a']);
});
