import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/judgement.ts';
import { makeHash } from '../report/fixtures.suite.ts';
import { chooseStanding } from './standing.ts';

function judge(id: string, made: string, given: Partial<Judgement> = {}): Judgement {
  return {
    kind: 'judgement',
    id,
    made,
    by: 'Ann Example',
    of: { type: 'document', document: makeHash('a') },
    verdict: 'reject',
    note: 'a hoax',
    ...given,
  };
}

describe('chooseStanding', () => {
  const rejection = judge('j1', '2020-12-03T10:00:00Z');
  const withdrawal = judge('j2', '2020-12-04T10:00:00Z', { verdict: 'withdraw', value: 'j1' });
  const again = judge('j3', '2020-12-05T10:00:00Z', { verdict: 'withdraw', value: 'j2' });
  const all = [rejection, withdrawal, again];
  const ids = (asOf: string) => chooseStanding(all, asOf).map(({ id }) => id);

  it('knows a judgement from the instant at which it was made', () => {
    expect(ids('2020-12-03T09:59:59Z')).toEqual([]);
    expect(ids('2020-12-03T10:00:00Z')).toEqual(['j1']);
  });

  it('leaves out what was withdrawn, until that is withdrawn too', () => {
    expect(ids('2020-12-04')).toEqual([]);
    expect(ids('2020-12-05')).toEqual(['j1']);
  });

  it('is not fooled by one that withdraws itself or a later one', () => {
    const odd = [
      judge('j1', '2020-12-03T10:00:00Z', { verdict: 'withdraw', value: 'j1' }),
      judge('j2', '2020-12-03T10:00:00Z', { verdict: 'withdraw', value: 'j3' }),
      judge('j3', '2020-12-04T10:00:00Z'),
    ];
    expect(chooseStanding(odd, '2020-12-31').map(({ id }) => id)).toEqual(['j3']);
  });
});
