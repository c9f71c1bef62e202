import { describe, expect, test } from 'vitest';
import type { Replay } from '../../../model/replay.ts';
import { chooseReplay, placeOutcomes } from './replay.ts';

describe('chooseReplay', () => {
  test('goes back 120 days from the instant that is looked at', () => {
    expect(chooseReplay({}, '2020-12-11T23:59:59.999Z')).toEqual({
      from: '2020-08-14',
      to: '2020-12-11',
      step: '1d',
      without: [],
    });
  });

  test('takes what the address says, and passes over what is none', () => {
    const search = { from: '2020-11-01', to: 'tomorrow', step: '7s', without: 'intent,,drawdown' };
    expect(chooseReplay(search, '2020-12-11T23:59:59.999Z')).toEqual({
      from: '2020-11-01',
      to: '2020-12-11',
      step: '1d',
      without: ['intent', 'drawdown'],
    });
  });
});

test('placeOutcomes finds the moment of each outcome, and none for one after the last', () => {
  const steps = ['2020-12-19', '2020-12-21', '2020-12-23'].map((day) => ({ asOf: `${day}T23:59:59.999Z` }));
  const outcomes = [{ day: '2020-12-20' }, { day: '2020-12-23' }, { day: '2021-01-02' }];
  const places = placeOutcomes({ steps, outcomes } as unknown as Replay);
  expect([...places]).toEqual([
    [1, '2020-12-20'],
    [2, '2020-12-23'],
  ]);
});
