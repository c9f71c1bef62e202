import { describe, expect, it } from 'vitest';
import { chooseStanding } from '../../analyse/correction/standing.ts';
import type { Judgement } from '../../model/judgement.ts';
import { findWithdrawals } from './list.ts';

function make(id: string, withdraws?: string): Judgement {
  const verdict = withdraws === undefined ? 'reject' : 'withdraw';
  const value = withdraws === undefined ? {} : { value: withdraws };
  return {
    ...{ kind: 'judgement', id, verdict, made: '2031-05-22T10:00:00.000Z', by: 'Ann Example', note: 'x' },
    of: { type: 'incident', incident: 'i1' },
    ...value,
  };
}

describe('findWithdrawals', () => {
  it.each<readonly [string, readonly Judgement[], Readonly<Record<string, string>>]>([
    ['nothing', [make('j1')], {}],
    ['one', [make('j1'), make('j2', 'j1')], { j1: 'j2' }],
    ['a withdrawal', [make('j1'), make('j2', 'j1'), make('j3', 'j2')], { j2: 'j3' }],
    ['one again', [make('j1'), make('j2', 'j1'), make('j3', 'j2'), make('j4', 'j1')], { j1: 'j4', j2: 'j3' }],
    ['itself and later ones', [make('j1', 'j1'), make('j2', 'j3'), make('j3')], {}],
  ])('finds what withdrew %s', (_, made, found) => {
    expect(Object.fromEntries(findWithdrawals(made))).toEqual(found);
    // Those that hold are those that nothing is found for.
    const standing = chooseStanding(made, '2031-05-23').map(({ id }) => id);
    const left = made.filter(({ id, verdict }) => verdict !== 'withdraw' && found[id] === undefined);
    expect(standing).toEqual(left.map(({ id }) => id));
  });
});
