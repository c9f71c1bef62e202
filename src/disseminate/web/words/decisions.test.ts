import { describe, expect, it } from 'vitest';
import type { DecisionRow } from '../../../model/decision.ts';
import { countSetAside, describeDecision, describeState } from './decisions.ts';

const document = `sha256:${'a'.repeat(64)}` as const;
const row: DecisionRow = {
  ...{ kind: 'judgement', id: 'j1', made: '2031-05-22T10:00:00.000Z', by: 'Ann Example', note: 'x' },
  of: { type: 'claim', document, claim: 'c1' },
  verdict: 'reject',
};

describe('describeDecision', () => {
  it.each<readonly [Partial<DecisionRow>, string]>([
    [{}, 'set aside a claim'],
    [{ of: { type: 'claim', document, claim: 'c1', event: 'v1' } }, 'set aside one event of a claim'],
    [{ verdict: 'withdraw', value: 'j3' }, 'took back j3'],
    [{ verdict: 'grade', value: 'B', of: { type: 'source', source: 'harbour wire' } }, 'graded a source B'],
    [
      { verdict: 'alias', value: 'The Front', of: { type: 'actor', actor: 'a' } },
      'named an actor “The Front”',
    ],
  ])('%j is %s', (given, words) => {
    expect(describeDecision({ ...row, ...given })).toBe(words);
  });
});

describe('describeState', () => {
  it.each<readonly [Partial<DecisionRow>, string]>([
    [{}, 'holds'],
    [{ isFound: false }, 'holds, but what it is of is no longer found'],
    [{ withdrawnBy: 'j2', isFound: false }, 'taken back by j2'],
    [{ verdict: 'withdraw', value: 'j1' }, 'on record'],
  ])('%j is %s', (given, words) => {
    expect(describeState({ ...row, ...given })).toBe(words);
  });
});

it('counts what is set aside by its kind', () => {
  expect(countSetAside([{ part: 'figure' }, { part: 'claim' }, { part: 'claim' }])).toBe(
    '2 claims, 1 figure',
  );
});
