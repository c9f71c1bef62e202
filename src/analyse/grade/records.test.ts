import { describe, expect, test } from 'vitest';
import type { CorrectionNote, SetAside } from '../../model/correction.ts';
import type { Report } from '../../model/report.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { ARMY, ASOF, confirmed, grade, MISSION, OFFICIALS, PORT, rockets, tell } from './fixtures.suite.ts';

describe("a source's record", () => {
  test('counts what an independent origin confirmed afterwards, and shows by what', () => {
    const wire = grade(confirmed('i1', '02')).findSource('Harbour Wire');
    expect(wire).toMatchObject({ grade: 'F', settled: 1, reports: 1, counts: { confirmed: 1, open: 0 } });
    expect(wire?.claims).toMatchObject([
      {
        outcome: 'confirmed',
        reason: 'independent origin',
        claim: { outlet: 'Harbour Wire' },
        others: [{ outlet: 'Delta Times' }],
      },
    ]);
  });

  test('gets a letter when five claims have come out', () => {
    const days = ['02', '04', '06', '08', '10'];
    const all = days.map((day) => confirmed(`i${day}`, day));
    expect(grade(all.slice(0, 4).flat()).findSource('Harbour Wire')?.grade).toBe('F');
    expect(grade(all.flat()).findSource('Harbour Wire')).toMatchObject({ grade: 'B', settled: 5 });
  });

  test('gains nothing by echoes, though what they repeat is confirmed', () => {
    const reports = ['02', '04', '06', '08', '10'].flatMap((day) => [
      ...confirmed(`i${day}`, day),
      tell('Echo Daily', `2031-05-${day}T09:00:00Z`, `i${day}`, {
        chain: [['Harbour Wire', 'outlet'], ARMY],
      }),
    ]);
    const grades = grade(reports);
    expect(grades.findSource('Echo Daily')).toMatchObject({ grade: 'F', settled: 0, reports: 5, relays: 5 });
    expect(grades.findSource('Harbour Wire')?.relays).toBe(0);
  });

  test('gains nothing by telling what a confirmed origin had told before', () => {
    const late = tell('Late Post', '2031-05-02T12:00:00Z', 'i1', { chain: [PORT] });
    const last = tell('Delta Times', '2031-05-02T18:00:00Z', 'i1', { chain: [MISSION] });
    const first = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', { chain: [ARMY] });
    expect(grade([late, last]).findSource('Late Post')?.counts.confirmed).toBe(1);
    expect(grade([first, late, last]).findSource('Late Post')?.counts.confirmed).toBe(0);
  });

  test('is not confirmed by another office of the same government, nor through the same outlet', () => {
    const army = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', { chain: [['Pentagon', 'office']] });
    const state = tell('Delta Times', '2031-05-02T15:00:00Z', 'i1', {
      chain: [['U.S. State Department', 'office']],
    });
    const own = tell('Harbour Wire', '2031-05-02T15:00:00Z', 'i1', { chain: [MISSION] });
    expect(grade([army, state]).findSource('Pentagon')?.counts).toMatchObject({ confirmed: 0, open: 1 });
    expect(grade([army, own]).findSource('Harbour Wire')?.counts).toMatchObject({ confirmed: 0, open: 1 });
  });

  test('suffers where a confirmed origin counts otherwise than its unnamed ones', () => {
    const told = [
      tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', { chain: [OFFICIALS], figures: rockets(4) }),
      tell('Delta Times', '2031-05-02T15:00:00Z', 'i1', { chain: [ARMY], figures: rockets(7) }),
    ];
    const [claim] = grade(told).findSource('Harbour Wire')!.claims;
    expect(claim).toMatchObject({ outcome: 'contradicted', reason: 'firmer origin' });
    expect(claim?.why).toContain('Gave 4 rockets');
    expect(claim?.others).toMatchObject([{ outlet: 'Delta Times' }]);
    // Two offices against each other: nobody can tell who is right.
    const even = [
      tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', { chain: [PORT], figures: rockets(4) }),
      told[1]!,
    ];
    expect(grade(even).findSource('Veles Port Authority')?.counts.contradicted).toBe(0);
    // A third one, and it is the majority.
    const odd = [
      ...even,
      tell('Coast Observer', '2031-05-02T18:00:00Z', 'i1', { chain: [MISSION], figures: rockets(7) }),
    ];
    expect(grade(odd).findSource('Veles Port Authority')?.claims).toMatchObject([
      {
        outcome: 'contradicted',
        reason: 'majority of origins',
        why: 'Gave 4 rockets; most origins counted 7.',
      },
    ]);
  });

  test('suffers by a denial only when that has stood for three days, and not by one of a part in it', () => {
    const claim = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', { chain: [OFFICIALS] });
    const deny = (words: string) =>
      tell('Delta Times', '2031-05-02T15:00:00Z', 'i1', {
        chain: [MISSION],
        given: { stance: 'denies', words },
        mention: { realis: 'denied' },
      });
    const flat = [claim, deny('that any rocket had come down in Veles')];
    const counts = (reports: readonly Report[], asOf: string) =>
      grade(reports, { asOf }).findSource('Harbour Wire')?.counts;
    expect(counts(flat, '2031-05-04T12:00:00Z')).toMatchObject({ contradicted: 0, open: 1 });
    expect(counts(flat, '2031-05-06T12:00:00Z')).toMatchObject({ contradicted: 1, open: 0 });
    expect(counts([claim, deny('that it was behind the attack')], ASOF)).toMatchObject({ contradicted: 0 });
    const borne = [...flat, tell('Coast Observer', '2031-05-03T09:00:00Z', 'i1', { chain: [PORT] })];
    expect(counts(borne, ASOF)).toMatchObject({ contradicted: 0, confirmed: 1 });
  });

  test('holds its corrections and retractions against it, not what the desk rejected', () => {
    const reports = ['02', '04', '06', '08', '10'].flatMap((day) => confirmed(`i${day}`, day));
    const [first] = reports;
    const note: CorrectionNote = {
      start: 0,
      end: 9,
      text: 'x',
      type: 'correction',
      ofItself: true,
      gaveUp: [],
    };
    const aside = (cause: SetAside['cause']): SetAside => ({
      part: 'claim',
      claim: makeClaimRef(first!, first!.statements[0]!),
      story: 's1',
      incidents: ['i02'],
      cause,
    });
    const known = '2031-05-20T00:00:00Z';
    const { document } = first!;
    const look = (setAside: readonly SetAside[]) => grade(reports, { setAside }).findSource('Harbour Wire')!;
    const base = look([]);
    const corrected = look([aside({ type: 'note', document, note, known })]);
    const retracted = look([aside({ type: 'note', document, note: { ...note, type: 'retraction' }, known })]);
    expect(corrected.counts).toMatchObject({ confirmed: 4, corrected: 1 });
    expect(retracted.counts).toMatchObject({ confirmed: 4, retracted: 1 });
    expect(corrected.share.mean).toBeLessThan(base.share.mean);
    expect(retracted.share.mean).toBeLessThan(corrected.share.mean);
    const rejected = aside({ type: 'judgement', judgement: 'j1', by: 'Ann Example', note: 'misread', known });
    expect(look([rejected]).counts).toEqual(base.counts);
  });

  test('is what it is when worked out at once, however it grew', () => {
    const reports = ['02', '04', '06', '08', '10'].flatMap((day) => confirmed(`i${day}`, day));
    const denial = tell('Coast Observer', '2031-05-02T18:00:00Z', 'i02', {
      chain: [PORT],
      given: { stance: 'denies', words: 'that any rocket had come down in Veles' },
      mention: { realis: 'denied' },
    });
    const all = [...reports, denial];
    for (const end of all.keys()) grade(all.slice(0, end + 1)).sources;
    // Reports that are made anew have nothing that was remembered.
    const anew = structuredClone(all);
    expect(grade(all).sources).toEqual(grade(anew).sources);
    expect(grade(all.slice(0, 3)).sources).toEqual(grade(anew.slice(0, 3)).sources);
  });

  test('is the same in whatever order the reports are given', () => {
    const reports = ['02', '04', '06', '08', '10'].flatMap((day) => confirmed(`i${day}`, day));
    expect(grade(reports.toReversed()).sources).toEqual(grade(reports).sources);
  });
});
