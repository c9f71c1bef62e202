import { describe, expect, it } from 'vitest';
import { chooseKnown } from './known.ts';
import { makeHash, makeReport } from './report/fixtures.suite.ts';

const page = { series: makeHash('page') };
const first = makeReport('v1', { ...page, published: '2020-12-03', knownSince: '2020-12-03T10:00:00Z' });
const second = makeReport('v2', {
  ...page,
  version: 2,
  published: '2020-12-03',
  knownSince: '2020-12-04T10:00:00Z',
});
const reread = makeReport('v2', {
  ...page,
  version: 2,
  published: '2020-12-03',
  knownSince: '2020-12-09T10:00:00Z',
  by: 'test@2',
});

describe('chooseKnown', () => {
  const reports = [first, second, reread];

  it('takes of each page the newest version, and of that the newest reading, known by then', () => {
    expect(chooseKnown(reports, '2020-12-03T09:59:59Z')).toEqual([]);
    expect(chooseKnown(reports, '2020-12-03T10:00:00Z')).toEqual([first]);
    expect(chooseKnown(reports, '2020-12-05')).toEqual([second]);
    expect(chooseKnown(reports, '2020-12-31')).toEqual([reread]);
  });

  it('does not go back to an older version that is read anew', () => {
    const late = makeReport('v1', { ...page, knownSince: '2020-12-20T10:00:00Z' });
    expect(chooseKnown([...reports, late], '2020-12-31')).toEqual([reread]);
  });

  it('shows nothing before it was published, where that is known', () => {
    const given = { knownSince: '2020-12-01T00:00:00Z', seen: '2020-12-12T00:00:00Z' };
    const dated = makeReport('a', { ...given, published: '2020-12-11T18:00:00Z' });
    const day = makeReport('b', { ...given, published: '2020-12-11' });
    const undated = makeReport('c', given);
    const odd = makeReport('d', { ...given, published: 'last week' });
    expect(chooseKnown([dated, day, undated, odd], '2020-12-10T00:00:00Z')).toEqual([undated, odd]);
    expect(chooseKnown([dated, day, undated, odd], '2020-12-11T00:00:00Z')).toEqual([day, undated, odd]);
    expect(chooseKnown([dated, day, undated, odd], '2020-12-11T18:00:00Z')).toHaveLength(4);
  });

  it('does not hide what claims to be published after it was seen', () => {
    const seen = '2020-12-11T12:00:00Z';
    const ahead = makeReport('a', { seen, knownSince: seen, published: '2021-12-11T12:00:00Z' });
    expect(chooseKnown([ahead], '2020-12-11T11:59:59Z')).toEqual([]);
    expect(chooseKnown([ahead], '2020-12-11T12:00:00Z')).toEqual([ahead]);
  });

  it('says what it needs where the instant is none', () => {
    expect(() => chooseKnown(reports, 'yesterday')).toThrow('"yesterday" is no instant');
  });
});
