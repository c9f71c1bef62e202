import { describe, expect, it } from 'vitest';
import { makeReport } from '../analyse/report/fixtures.suite.ts';
import { Moments } from './moments.ts';

const first = makeReport('Harbour Wire', { seen: '2020-12-11T10:00:00Z' });
const second = makeReport('Delta Times', { seen: '2020-12-11T12:00:00Z' });
const judgement = {
  kind: 'judgement',
  id: 'j1',
  made: '2020-12-11T14:00:00Z',
  by: 'Ann Example',
  of: { type: 'document', document: first.document },
  verdict: 'reject',
  note: 'misread',
} as const;

describe('pictures as of many instants', () => {
  const moments = new Moments([second, first], { judgements: [judgement] });
  const names = (asOf: string) => moments.get(asOf).reports.map(({ outlet }) => outlet);

  it('are one value as long as nothing became known or was decided in between', () => {
    expect(moments.get('2020-12-11T10:00:00Z')).toBe(moments.get('2020-12-11T11:59:59.999Z'));
    expect(moments.get('2020-12-11T11:59:59.999Z')).not.toBe(moments.get('2020-12-11T12:00:00Z'));
    expect(moments.get('2020-12-11T13:59:59.999Z')).not.toBe(moments.get('2020-12-11T14:00:00Z'));
    // A date means its end.
    expect(moments.get('2020-12-11')).toBe(moments.get('2031-01-01T00:00:00Z'));
  });

  it('hold what was known at each, whatever was asked before', () => {
    expect(names('2031-01-01')).toEqual(['Delta Times']);
    expect(names('2020-12-11T09:59:59.999Z')).toEqual([]);
    expect(names('2020-12-11T10:00:00Z')).toEqual(['Harbour Wire']);
    expect(names('2020-12-11T12:30:00Z')).toEqual(['Delta Times', 'Harbour Wire']);
    for (let day = 1; day < 40; day += 1) names(`20${10 + day}-01-01`);
    expect(names('2020-12-11T12:30:00Z')).toEqual(['Delta Times', 'Harbour Wire']);
  });

  it('are asked for by an instant', () => {
    expect(() => moments.get('soon')).toThrow(RangeError);
  });
});
