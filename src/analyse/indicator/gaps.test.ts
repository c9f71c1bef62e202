import { expect, it } from 'vitest';
import type { Contribution } from '../../model/forecast.ts';
import type { Indicator } from '../../model/problem.ts';
import { findGaps } from './gaps.ts';

const indicator = (id: string, fields: Partial<Indicator> = {}): Indicator => ({
  id,
  title: `Sign ${id}`,
  why: '',
  direction: 'for',
  strength: 'slight',
  halfLife: 10,
  match: [],
  ...fields,
});
const unseen = (id: string, fields: Partial<Contribution> = {}): Contribution => ({
  id,
  title: `Sign ${id}`,
  why: '',
  direction: 'for',
  strength: 'slight',
  state: 'cannot be seen',
  logOdds: 0,
  weight: 0,
  tree: { origins: [], reports: [], confirmed: 0, possible: 0, relays: 0 },
  coverage: { expected: [], delivered: [] },
  ...fields,
});

it('says which source would close a gap, once for all signs that want the same', () => {
  const seenBy = { language: ['ar', 'fa'], country: ['IQ'] };
  const indicators = [
    indicator('a', { seenBy }),
    indicator('b', { seenBy }),
    indicator('c', { seenBy: { outlet: ['Harbour Wire'] } }),
    indicator('d'),
    indicator('e'),
  ];
  const contributions = ['a', 'b', 'c', 'd'].map((id) => unseen(id));
  expect(findGaps({ indicators }, [...contributions, unseen('e', { state: 'not observed' })])).toEqual([
    'Seen by no live source: Sign a; Sign b. A source in Arabic or Persian from Iraq would close it; none is heard.',
    'Seen by no live source: Sign c. A source such as Harbour Wire would close it; none is heard.',
    'Seen by no live source: Sign d. A source would close it; none is heard.',
  ]);
});

it('names those that have fallen silent, and a problem that is not watched', () => {
  const dead = [{ name: 'Harbour Wire', lastHeard: '2020-12-01T00:00:00.000Z' }];
  const coverage = { expected: ['Harbour Wire'], delivered: [], share: 0 };
  const indicators = [indicator('a'), indicator('b', { level: { problem: 'port-raid', least: 'high' } })];
  expect(
    findGaps({ indicators }, [unseen('a', { coverage: { ...coverage, dead } }), unseen('b', { coverage })]),
  ).toEqual([
    'Seen by no live source: Sign a. Silent for much longer than usual: Harbour Wire.',
    'Seen by no live source: Sign b. The problem port-raid, whose level it reads, is not watched.',
  ]);
});
