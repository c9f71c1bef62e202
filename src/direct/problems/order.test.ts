import { expect, it } from 'vitest';
import { checkAcross, orderProblems } from './order.ts';
import { readProblem } from './problem.ts';

/** A problem that reads the level of others, one indicator for each, from line 14 on. */
function make(id: string, reads: readonly string[] = []) {
  const signs = reads.map(
    (read) => `  - id: reads-${read}
    title: T
    why: W
    direction: for
    strength: slight
    halfLife: 14
    level: { problem: ${read}, least: high }
`,
  );
  return readProblem(
    `id: ${id}
title: T
question: Will it?
horizons: [7, 30]
outcome:
  match:
    - event: [ASSAULT]
baseRate:
  halfLife: 180
  prior: { incidents: 1, days: 60 }
  history: { place: [IQ] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8 }
indicators:
${signs.join('')}  - id: own
    title: T
    why: W
    direction: for
    strength: slight
    halfLife: 14
    match: [{ words: [sign] }]
`,
    `${id}.yaml`,
  );
}

const ids = (problems: readonly { readonly id: string }[]) => problems.map(({ id }) => id);

it('leaves out those that read each other in a circle, each with its line, and keeps the others', () => {
  const { problems, faults } = checkAcross([
    make('a', ['d', 'b']),
    make('b', ['c']),
    make('c', ['a']),
    make('d'),
    make('e', ['a', 'd']),
  ]);
  expect(ids(problems)).toEqual(['d', 'e']);
  expect(faults).toEqual([
    {
      file: 'a.yaml',
      line: 27,
      message: 'indicators[1].level.problem: goes round in a circle: a reads b reads c reads a',
    },
    {
      file: 'b.yaml',
      line: 20,
      message: 'indicators[0].level.problem: goes round in a circle: b reads c reads a reads b',
    },
    {
      file: 'c.yaml',
      line: 20,
      message: 'indicators[0].level.problem: goes round in a circle: c reads a reads b reads c',
    },
  ]);
});

it('keeps one that reads a problem that is not there, and says so with its line', () => {
  const { problems, faults } = checkAcross([make('port-raid', ['coup-shael']), make('coup-sahel')]);
  expect(ids(problems)).toEqual(['port-raid', 'coup-sahel']);
  expect(faults).toEqual([
    {
      file: 'port-raid.yaml',
      line: 20,
      message:
        'indicators[0].level.problem: there is no problem "coup-shael"; did you mean "coup-sahel"? (until there is, this sign cannot be seen)',
    },
  ]);
});

it('puts those that are read before those that read them', () => {
  const all = [make('a', ['c']), make('b', ['a', 'x']), make('c'), make('d', ['c'])];
  const problems = all.map(({ problem }) => problem);
  expect(ids(orderProblems(problems))).toEqual(['c', 'a', 'b', 'd']);
  expect(ids(orderProblems(problems.toReversed()))).toEqual(['c', 'a', 'b', 'd']);
});

it('orders even what goes round in a circle, and chains of any length', () => {
  const circle = [make('a', ['b']), make('b', ['a'])].map(({ problem }) => problem);
  expect(ids(orderProblems(circle)).toSorted()).toEqual(['a', 'b']);
  const { problem } = make('z');
  const [sign] = make('y', ['z']).problem.indicators;
  const chain = Array.from({ length: 20_000 }, (_, i) => ({
    ...problem,
    id: `p${i}`,
    indicators: [{ ...sign!, level: { problem: `p${i + 1}`, least: 'high' as const } }],
  }));
  expect(ids(orderProblems(chain))[0]).toBe('p19999');
});
