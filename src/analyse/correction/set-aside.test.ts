import { describe, expect, it } from 'vitest';
import type { ChainLink } from '../../model/claim.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import { makeIncident, summarizeIncidents } from '../incident/incidents.ts';
import { choosePicture } from '../known.ts';
import { makeHash, makeMention, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { findNotes } from './notes.ts';

const RAID = 'i1';
const outlet = (name: string): ChainLink => ({ name, type: 'outlet' });

/** A report that tells of a raid with so many rockets, in its own words or on another outlet's. */
function tell(
  name: string,
  rockets: number,
  given: Partial<Report> & { readonly credit?: string; readonly words?: string } = {},
): Report {
  const { credit, words = `${rockets} rockets hit the port`, ...rest } = given;
  const figure = { of: 'rockets', value: rockets, bound: 'exactly' as const, start: 0, end: 1 };
  const chain = [outlet(name), ...(credit === undefined ? [] : [outlet(credit)])];
  const mentions = [makeMention(RAID, { figures: [figure] })];
  return makeReport(name, {
    outlet: name,
    statements: [makeStatement(words, 0, { chain, mentions })],
    ...rest,
  });
}

function reject(of: Judgement['of'], given: Partial<Judgement> = {}): Judgement {
  return {
    kind: 'judgement',
    id: 'j1',
    made: '2020-12-12T10:00:00Z',
    by: 'Ann Example',
    of,
    verdict: 'reject',
    note: 'misread',
    ...given,
  };
}

const NOW = '2020-12-31';
const count = (reports: readonly Report[]) =>
  summarizeIncidents(reports).map(({ documents, confirmed, possible }) => [documents, confirmed + possible]);

describe('what the desk rejects', () => {
  const first = tell('Harbour Wire', 4);
  const other = tell('Delta Times', 2);
  const claim = { type: 'claim', document: first.document, claim: 'c0' } as const;

  it('stands no longer from then on, and is listed with who and why', () => {
    const judgements = [reject(claim)];
    expect(count(choosePicture([first, other], '2020-12-12T09:59:59Z', judgements).reports)).toEqual([
      [2, 2],
    ]);
    const { reports, setAside } = choosePicture([first, other], NOW, judgements);
    expect(count(reports)).toEqual([[1, 1]]);
    expect(setAside).toMatchObject([
      {
        part: 'claim',
        claim: { document: first.document, claim: 'c0' },
        incidents: [RAID],
        cause: { type: 'judgement', judgement: 'j1', by: 'Ann Example', note: 'misread' },
      },
    ]);
  });

  it('counts again once that is withdrawn', () => {
    const withdrawal = reject(claim, {
      id: 'j2',
      made: '2020-12-13T10:00:00Z',
      verdict: 'withdraw',
      value: 'j1',
    });
    const judgements = [reject(claim), withdrawal];
    const { reports, setAside } = choosePicture([first, other], NOW, judgements);
    expect(reports).toEqual([first, other]);
    expect(setAside).toEqual([]);
  });

  it('does not come back with a new version of the page or a new reading, where the words are the same', () => {
    const series = { series: first.series };
    const second = tell('Harbour Wire 2', 4, { ...series, version: 2, outlet: 'Harbour Wire' });
    const reread: Report = {
      ...second,
      knownSince: '2020-12-20T10:00:00Z',
      statements: second.statements.map((each) => ({ ...each, claim: 'c7' })),
    };
    expect(count(choosePicture([first, second, reread, other], NOW, [reject(claim)]).reports)).toEqual([
      [1, 1],
    ]);
    const changed = tell('Harbour Wire 3', 3, { ...series, version: 3, outlet: 'Harbour Wire' });
    expect(count(choosePicture([first, changed, other], NOW, [reject(claim)]).reports)).toEqual([[2, 2]]);
  });

  it('takes what only repeats it along, from relay to relay, and not what has its own origin', () => {
    const relay = tell('Delta Times', 4, { credit: 'Harbour Wire' });
    const second = tell('Hill Herald', 4, { credit: 'Delta Times' });
    const own = tell('Port Post', 3);
    const { reports, setAside } = choosePicture([first, relay, second, own], NOW, [reject(claim)]);
    expect(reports.filter(({ statements }) => statements.length > 0)).toEqual([own]);
    expect(setAside.map(({ cause }) => cause.type)).toEqual(['judgement', 'repeats', 'repeats']);
    expect(setAside[2]!.cause).toMatchObject({ because: { judgement: 'j1' } });
  });

  it('keeps a relay where the outlet still says it elsewhere', () => {
    const again = tell('Harbour Wire', 4, { document: makeHash('again'), series: makeHash('again') });
    const relay = tell('Delta Times', 4, { credit: 'Harbour Wire' });
    expect(choosePicture([first, again, relay], NOW, [reject(claim)]).setAside).toHaveLength(1);
  });

  it('ends where outlets credit each other in a circle', () => {
    const a = tell('Harbour Wire', 4, { credit: 'Delta Times' });
    const b = tell('Delta Times', 4, { credit: 'Harbour Wire' });
    const of = { type: 'document', document: a.document } as const;
    const { reports, setAside } = choosePicture([a, b], NOW, [reject(of)]);
    expect(summarizeIncidents(reports)).toEqual([]);
    expect(setAside).toHaveLength(2);
  });

  it('is one event of a claim, a whole document, or an incident', () => {
    const two = makeReport('Port Post', {
      statements: [
        makeStatement('rockets hit the port and a man was hurt', 0, {
          mentions: [
            makeMention(RAID),
            makeMention('i2', { event: 'v2', trigger: { start: 30, end: 34, text: 'hurt' } }),
          ],
        }),
      ],
    });
    const ids = (of: Judgement['of']) =>
      summarizeIncidents(choosePicture([two, other], NOW, [reject(of)]).reports)
        .map(({ id }) => id)
        .sort();
    expect(ids({ type: 'claim', document: two.document, claim: 'c0', event: 'v2' })).toEqual([RAID]);
    expect(ids({ type: 'claim', document: two.document, claim: 'c0', event: 'v9' })).toEqual([RAID, 'i2']);
    expect(ids({ type: 'document', document: two.document })).toEqual([RAID]);
    expect(ids({ type: 'incident', incident: RAID })).toEqual(['i2']);
  });
});

describe('what a publisher takes back', () => {
  const withNote = (report: Report, text: string): Report => ({ ...report, notes: findNotes(text) });
  const RETRACTED = 'This story has been retracted because its source could not be confirmed.';

  it('stands no longer in a text that is retracted, nor with those who have it from there', () => {
    const relay = tell('Delta Times', 4, { credit: 'Harbour Wire' });
    const { reports, setAside } = choosePicture([withNote(tell('Harbour Wire', 4), RETRACTED), relay], NOW);
    expect(summarizeIncidents(reports)).toEqual([]);
    expect(setAside.map(({ cause }) => cause.type)).toEqual(['note', 'repeats']);
  });

  it('is found in an earlier report of the same outlet, and only there', () => {
    const note = 'Correction: An earlier version of this story said that 4 rockets hit the port. Two did.';
    const correction = withNote(
      makeReport('Harbour Wire correction', { outlet: 'Harbour Wire', seen: '2020-12-12T10:00:00Z' }),
      note,
    );
    const wrong = tell('Harbour Wire', 4);
    const other = tell('Delta Times', 4);
    const { reports, setAside } = choosePicture([wrong, other, correction], NOW);
    expect(setAside).toMatchObject([
      {
        part: 'figure',
        figure: { of: 'rockets', value: 4 },
        claim: { outlet: 'Harbour Wire' },
        cause: { type: 'note' },
      },
    ]);
    const says = makeIncident(RAID, reports)!.figures.flatMap(({ values }) =>
      values.flatMap((value) => value.says),
    );
    expect(says.map(({ name }) => name)).toEqual(['Delta Times']);
  });

  it('takes the number of an earlier version along to those who have it from there', () => {
    const page = { series: makeHash('page'), outlet: 'Harbour Wire' };
    const first = tell('v1', 4, page);
    const second = tell('v2', 2, { ...page, version: 2, knownSince: '2020-12-12T10:00:00Z' });
    const relay = tell('Delta Times', 4, { credit: 'Harbour Wire' });
    const own = tell('Port Post', 4);
    const values = (asOf: string) =>
      makeIncident(RAID, choosePicture([first, second, relay, own], asOf).reports)!.figures.map((slot) =>
        slot.values.map(({ value, says }) => [value, says.length]),
      );
    expect(values('2020-12-12T09:00:00Z')).toEqual([[[4, 2]]]);
    // The wire itself says 2; the Post's own 4 stands; the Times no longer counts for a 4 of the wire's.
    expect(values(NOW)).toEqual([
      [
        [2, 1],
        [4, 1],
      ],
    ]);
  });
});
