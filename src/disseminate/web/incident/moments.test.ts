import { describe, expect, it } from 'vitest';
import type { Incident, Sayer } from '../../../model/incident.ts';
import { listMoments } from './moments.ts';

const claim = (id: string, outlet: string, published: string) => ({
  ...{ document: `sha256:${outlet}` as const, claim: id, start: 0, end: 1, words: 'w', outlet, published },
});
const say = (name: string, id: string, published: string): Sayer => ({
  name,
  chain: [name],
  claim: claim(id, 'Gazette', published),
});

const incident: Incident = {
  ...{ kind: 'incident', id: 'i1', type: 'ASSAULT', title: 'Rockets fired', realis: 'occurred', by: 'test' },
  ...{ actors: [], recipients: [], instruments: [], targetKinds: [], told: [], distortions: [] },
  ...{ mentions: 1, documents: 1, confirmed: 1, possible: 0, differing: 1, first: '', last: '' },
  when: { from: '2031-05-20', to: '2031-05-20', precision: 'day' },
  tree: {
    ...{ reports: [], confirmed: 1, possible: 0, relays: 0 },
    origins: [
      {
        ...{ id: 'o1', status: 'confirmed', reason: 'office', name: 'Army', type: 'office' },
        claims: [
          claim('c2', 'Gazette', '2031-05-21T09:00:00Z'),
          claim('c1', 'Gazette', '2031-05-20T18:00:00Z'),
        ],
      },
    ],
  },
  figures: [
    {
      ...{ of: 'rockets', relation: 'compatible', movement: 'risen' },
      values: [
        { value: 8, bound: 'atLeast', state: 'standing', says: [say('Army', 'c1', '2031-05-20T18:00:00Z')] },
        {
          value: 21,
          bound: 'exactly',
          state: 'standing',
          says: [say('Mission', 'c3', '2031-05-23T19:30:00Z')],
        },
        { value: 3, bound: 'exactly', state: 'withdrawn', says: [say('Radio', 'c4', '2031-05-24')] },
      ],
    },
  ],
  disputes: [
    {
      ...{ of: 'perpetrator', relation: 'same' },
      values: [
        {
          value: 'Front',
          says: [],
          denied: [say('Front', 'c6', '2031-05-22'), say('Front', 'c5', '2031-05-21')],
        },
      ],
    },
  ],
  setAside: [
    {
      ...{ part: 'figure', story: 's1', incidents: ['i1'] },
      claim: claim('c4', 'Radio', '2031-05-24'),
      cause: {
        ...{ type: 'note', document: 'sha256:Radio', outlet: 'Radio', known: '2031-05-25T08:00:00Z' },
        note: { type: 'correction', ofItself: true, gaveUp: [], start: 0, end: 1, text: 'x' },
      },
    },
  ],
};

describe('listMoments', () => {
  it('tells the course in the order of time: origins, figures as they changed, denials once, corrections', () => {
    const told = listMoments(incident).map(({ kind, at, words }) => `${at.slice(0, 10)} ${kind}: ${words}`);
    expect(told).toEqual([
      '2031-05-20 happened: Rockets fired',
      '2031-05-20 origin: Army: origin, office',
      '2031-05-20 figure: rockets: at least 8 (Army)',
      '2031-05-21 denial: Front in Gazette, that it was Front',
      '2031-05-23 figure: rockets: at least 8 → 21 (Mission)',
      '2031-05-24 withdrawn: rockets: 3 (Radio)',
      '2031-05-25 correction: Corrected by its publisher: Radio',
    ]);
  });

  it('leaves out what carries no time', () => {
    const { setAside: _, ...rest } = incident;
    const bare: Incident = { ...rest, when: { precision: 'unknown' }, figures: [], disputes: [] };
    expect(listMoments(bare).map(({ kind }) => kind)).toEqual(['origin']);
  });
});
