import { describe, expect, it } from 'vitest';
import type { FieldCorrection } from '../../model/field-correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import { choosePicture } from '../known.ts';
import { makeHash, makeMention, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { comparePictures } from './changes.ts';

const RAID = 'i1';
const NOW = '2020-12-31';
const words = 'rockets may hit the port';

const first = makeReport('Harbour Wire', {
  statements: [
    makeStatement(words, 0, { stance: 'asserts', mentions: [makeMention(RAID, { realis: 'occurred' })] }),
    makeStatement('the port is open', 60, { mentions: [] }),
  ],
});

function correct(correction: FieldCorrection, given: Partial<Judgement> = {}): Judgement {
  const event = ['realis', 'time', 'place', 'actor', 'recipient'].includes(correction.field);
  const mention = first.statements[0]!.mentions[0]!;
  return {
    kind: 'judgement',
    id: 'j1',
    made: '2020-12-12T10:00:00Z',
    by: 'Ann Example',
    of: { type: 'claim', document: first.document, claim: 'c0', ...(event ? { event: mention.event } : {}) },
    verdict: 'correct',
    note: 'it says may',
    correction,
    ...given,
  };
}

const read = (judgements: readonly Judgement[], asOf = NOW, reports = [first]) =>
  choosePicture(reports, asOf, judgements);
const possible = correct({ field: 'realis', to: 'possible' });

describe('a field that a person puts right', () => {
  it('reads so from then on, in that claim alone, and is listed with who and why', () => {
    const { reports, corrected } = read([possible]);
    expect(reports[0]?.statements[0]?.mentions[0]).toMatchObject({ realis: 'possible', factuality: 0 });
    expect(reports[0]?.statements[1]).toBe(first.statements[1]);
    expect(corrected).toMatchObject([
      {
        claim: { document: first.document, claim: 'c0' },
        incidents: [RAID],
        correction: { field: 'realis', to: 'possible' },
        cause: { type: 'judgement', judgement: 'j1', by: 'Ann Example' },
      },
    ]);
    const before = read([possible], '2020-12-12T09:59:59Z');
    expect(before.reports[0]).toBe(first);
    expect(before.corrected).toEqual([]);
  });

  it('reads as it was read once that is withdrawn', () => {
    const withdrawal: Judgement = {
      ...possible,
      id: 'j2',
      verdict: 'withdraw',
      value: 'j1',
      made: '2020-12-13',
    };
    const { correction: _, ...plain } = withdrawal;
    expect(read([possible, plain]).reports[0]).toBe(first);
  });

  it('is read by the last correction of it, and others beside it', () => {
    const later = correct({ field: 'realis', to: 'denied' }, { id: 'j2', made: '2020-12-13' });
    const stance = correct({ field: 'stance', to: 'none' }, { id: 'j3', made: '2020-12-14' });
    const { reports, corrected } = read([possible, later, stance]);
    const [statement] = reports[0]!.statements;
    expect(statement?.mentions[0]).toMatchObject({ realis: 'denied', factuality: -2 });
    expect(statement).not.toHaveProperty('stance');
    expect(corrected.map(({ cause }) => cause.type === 'judgement' && cause.judgement)).toEqual(['j2', 'j3']);
  });

  it('can be emptied or filled: time, place, who did it to whom, who said it', () => {
    const place = { name: 'Port Ember', country: 'IQ', precision: 'city' as const };
    const party = { name: 'Red Guard', type: 'group' as const };
    const chain = [{ name: 'Harbour Wire', type: 'outlet' as const }];
    const { reports } = read([
      correct({ field: 'time', to: 'none' }),
      correct({ field: 'place', to: place }, { id: 'j2' }),
      correct({ field: 'actor', to: [party] }, { id: 'j3' }),
      correct({ field: 'recipient', to: [] }, { id: 'j4' }),
      correct({ field: 'chain', to: chain }, { id: 'j5' }),
    ]);
    const [statement] = reports[0]!.statements;
    expect(statement?.chain).toEqual(chain);
    expect(statement?.mentions[0]).toMatchObject({ where: place, actors: [party], recipients: [] });
    expect(statement?.mentions[0]).not.toHaveProperty('when');
  });

  it('goes by the words: a later version that says the same is corrected, one that says otherwise is not', () => {
    const version = (text: string) =>
      makeReport('Harbour Wire 2', {
        series: first.document,
        document: makeHash('later'),
        version: 2,
        knownSince: '2020-12-20T00:00:00Z',
        published: '2020-12-20',
        statements: [makeStatement(text, 10, { mentions: [makeMention(RAID, { realis: 'occurred' })] })],
      });
    const realis = (text: string) =>
      read([possible], NOW, [first, version(text)]).reports.map(
        ({ statements }) => statements[0]?.mentions[0]?.realis,
      );
    expect(realis(words)).toEqual(['possible']);
    expect(realis('rockets hit the port on Sunday')).toEqual(['occurred']);
  });

  it('is told as the cause of what changed', () => {
    const before = read([possible], '2020-12-12T09:00:00Z');
    const after = read([possible]);
    const compared = { before, after, judgements: [possible], asOf: NOW };
    expect(comparePictures(compared).incidents).toMatchObject([
      { id: RAID, causes: [{ type: 'judgement', judgement: 'j1' }] },
    ]);
  });
});
