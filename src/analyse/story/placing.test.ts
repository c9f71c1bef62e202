import { describe, expect, it } from 'vitest';
import { makeHash, makeReport } from '../report/fixtures.suite.ts';
import { findSuccessor, placeReports } from './placing.ts';

const first = makeReport('a', { story: 's1' });
const second = makeReport('b', { story: 's2' });
const bridge = makeReport('c', {
  story: 's1',
  regrouped: [{ from: 's2', into: 's1', bundles: ['s2'] }],
});
const parting = makeReport('d', {
  story: 's9',
  bundle: 's2',
  regrouped: [{ from: 's1', into: 's9', bundles: ['s2'] }],
});
const list = (...reports: Parameters<typeof placeReports>[0]) => placeReports(reports, () => true);

describe('placeReports', () => {
  it('puts earlier reports where a later one shows them to belong, and leaves the others as they are', () => {
    const { reports, changes } = list(first, second, bridge);
    expect(reports.map(({ story }) => story)).toEqual(['s1', 's1', 's1']);
    expect(reports[0]).toBe(first);
    expect(reports[1]).toBe(list(first, second, bridge).reports[1]);
    expect(second.story).toBe('s2');
    expect(changes).toMatchObject([
      { type: 'merged', from: 's2', into: 's1', reports: 1, document: makeHash('c') },
    ]);
  });

  it('follows what is split again', () => {
    const { reports, changes } = list(first, second, bridge, parting);
    expect(reports.map(({ story }) => story)).toEqual(['s1', 's9', 's1', 's9']);
    expect(changes.map(({ type }) => type)).toEqual(['merged', 'split']);
  });

  it('takes nothing from a report that does not count', () => {
    const { reports, changes } = placeReports([first, second, bridge], (report) => report !== bridge);
    expect(reports.map(({ story }) => story)).toEqual(['s1', 's2', 's1']);
    expect(changes).toEqual([]);
  });

  it('passes over what is not where it is said to be', () => {
    expect(list(first, parting).changes).toEqual([]);
  });
});

describe('findSuccessor', () => {
  it('follows one merge after the other, and knows nothing of stories that stand', () => {
    const { changes } = list(first, second, bridge);
    const further = { ...changes[0]!, from: 's1', into: 's0' };
    expect(findSuccessor('s2', [...changes, further])).toBe('s0');
    expect(findSuccessor('s1', changes)).toBeUndefined();
  });
});
