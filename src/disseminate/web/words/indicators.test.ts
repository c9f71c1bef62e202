import { expect, it } from 'vitest';
import { describeCost, describeCoverage, describeLearned, describeWeights } from './indicators.ts';

it('tells what a silence is worth', () => {
  const expected = ['A', 'B', 'C'];
  const dead = [{ name: 'C', lastHeard: '2020-12-01T00:00:00Z' }];
  expect(describeCoverage({ expected, delivered: ['A'], dead })).toBe(
    '1 of 3 sources delivered in the last day, 1 dead',
  );
  expect(describeCoverage({ expected: [], delivered: [] })).toBe('no source is heard');
});

it('tells a learned weight from a stated one, and how far off learning is', () => {
  const learned = { stated: Math.LN2, value: Math.log(2.6), outcomes: 42.4 };
  expect(describeLearned({ learned })).toBe('weight learned from 42 outcomes: ×2.6, by the word ×2');
  expect(describeLearned({})).toBeUndefined();
  const few = { learned: 0, outcomes: 3.2, yes: 1, needed: 30 };
  expect(describeWeights(few)).toBe(
    'All weights are the analyst’s words: 3 settled outcomes to learn from, 30 are needed.',
  );
  expect(describeWeights({ ...few, outcomes: 40 })).toContain('too few of them yes, or no');
  expect(describeWeights({ ...few, learned: 2, outcomes: 40 })).toBe(
    '2 weights learned from 40 settled outcomes; the others are the analyst’s words.',
  );
});

it('says what a sign costs as far as the problem does', () => {
  expect(describeCost({ costToFake: 'high', reversible: 'not at all' })).toBe(
    'cost to fake: high · undone: not at all',
  );
  expect(describeCost({ reversible: 'at once' })).toBe('undone: at once');
  expect(describeCost({})).toBe('');
});
