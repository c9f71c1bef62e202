import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import { summarizeIncidents } from '../incident/incidents.ts';
import { choosePicture } from '../known.ts';
import { makeHash, makeMention, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { comparePictures } from './changes.ts';
import { followMerges, makeSplitId } from './regroup-incidents.ts';

const NOW = '2020-12-20T12:00:00Z';
const report = (outlet: string, incident: string, given: Partial<Report> = {}) =>
  makeReport(outlet, {
    statements: [{ ...makeStatement(`rockets, says ${outlet}`, 0), mentions: [makeMention(incident)] }],
    ...given,
  });
const wire = report('Harbour Wire', 'i1');
const times = report('Delta Times', 'i1');
const post = report('Port Post', 'i2');
const all = [wire, times, post];

let minute = 0;
const judge = (given: Pick<Judgement, 'id' | 'of' | 'verdict' | 'value'>): Judgement => ({
  kind: 'judgement',
  made: `2020-12-12T12:${String(minute++).padStart(2, '0')}:00Z`,
  by: 'Ann Example',
  note: 'the same rockets',
  ...given,
});
const merge = (id: string, from: string, into: string) =>
  judge({ id, of: { type: 'incident', incident: from }, verdict: 'merge', value: into });
const split = (id: string, incident: string, documents: readonly Report[]) =>
  judge({
    id,
    verdict: 'split',
    of: { type: 'incident', incident, documents: documents.map(({ document }) => document) },
  });
const undo = (id: string, of: Judgement) => judge({ id, of: of.of, verdict: 'withdraw', value: of.id });

const tellers = (judgements: readonly Judgement[], reports = all) => {
  const groups: Record<string, string[]> = {};
  for (const { outlet, statements } of choosePicture(reports, NOW, judgements).reports)
    for (const { mentions } of statements)
      for (const { incident } of mentions) {
        const group = groups[incident!] ?? [];
        group.push(outlet!);
        groups[incident!] = group;
      }
  return groups;
};

describe('two incidents that a person puts together', () => {
  const one = merge('j1', 'i2', 'i1');

  it('are one, also with what comes in later', () => {
    const late = report('Late Herald', 'i2');
    expect(tellers([one], [...all, late])).toEqual({
      i1: ['Harbour Wire', 'Delta Times', 'Port Post', 'Late Herald'],
    });
    expect(summarizeIncidents(choosePicture(all, NOW, [one]).reports)).toMatchObject([
      { id: 'i1', documents: 3 },
    ]);
  });

  it('are two again once that is taken back', () => {
    expect(tellers([one, undo('j2', one)])).toEqual(tellers([]));
  });

  it('were two before anybody decided', () => {
    expect(choosePicture(all, '2020-12-12T00:00:00Z', [one]).incidentMoves).toEqual([]);
  });

  it('lead from the old address to where it went', () => {
    const on = merge('j2', 'i1', 'i3');
    expect(followMerges('i2', [one, on])).toBe('i3');
    // A decision acts on what those before it left.
    expect(followMerges('i2', [on, one])).toBe('i1');
    expect(followMerges('i9', [one])).toBe('i9');
  });
});

describe('an incident of which a person splits reports off', () => {
  const one = split('j1', 'i1', [times]);
  const other = makeSplitId('i1', [times.document]);

  it('leaves them to one of their own, in all versions of their pages', () => {
    const later = report('Delta Times v2', 'i1', {
      series: times.series,
      version: 2,
      outlet: 'Delta Times',
    });
    expect(tellers([one])).toEqual({ i1: ['Harbour Wire'], [other]: ['Delta Times'], i2: ['Port Post'] });
    expect(tellers([one], [...all, later])[other]).toEqual(['Delta Times']);
  });

  it('can be put together with a third', () => {
    expect(tellers([one, merge('j2', other, 'i2')])).toEqual({
      i1: ['Harbour Wire'],
      i2: ['Delta Times', 'Port Post'],
    });
  });

  it('has an id that hangs on the reports and not on their order', () => {
    const [a, b] = [makeHash('a'), makeHash('b')];
    expect(makeSplitId('i1', [a, b])).toBe(makeSplitId('i1', [b, a]));
    expect(makeSplitId('i1', [a])).not.toBe(makeSplitId('i1', [a, b]));
  });

  it('tells who did it where it is asked what changed', () => {
    const judgements = [one];
    const before = choosePicture(all, '2020-12-12T00:00:00Z', judgements);
    const after = choosePicture(all, NOW, judgements);
    const { incidents } = comparePictures({ before, after, judgements, asOf: NOW });
    expect(incidents.map(({ id, causes }) => [id, causes.map((cause) => cause.type)]).sort()).toEqual(
      [
        ['i1', ['judgement']],
        [other, ['judgement']],
      ].sort(),
    );
  });
});
