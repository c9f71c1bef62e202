import { describe, expect, test } from 'vitest';
import type { CorrectionNote, SetAside } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Mention, Report } from '../../model/report.ts';
import { makeReport, type StatementRow } from '../origin/fixtures.suite.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { Grades } from './grades.ts';

const ASOF = '2031-06-30T12:00:00.000Z';

const ARMY = ['Karvonian army', 'office'] as const;
const MISSION = ['Allied Mission in Karvonia', 'office'] as const;
const PORT = ['Veles Port Authority', 'office'] as const;
const OFFICIALS = ['two officials', 'person', 'anonymous'] as const;

type Figures = Mention['figures'];
const rockets = (value: number): Figures => [{ of: 'rockets', value, bound: 'exactly', start: 0, end: 1 }];

interface Said {
  readonly chain?: StatementRow['chain'];
  readonly figures?: Figures;
  readonly given?: Partial<StatementRow>;
  readonly mention?: Partial<Mention>;
}

/** A report with one statement on one incident; the words differ from report to report, as real ones do. */
function tell(outlet: string, published: string, incident: string, said: Said = {}): Report {
  const { chain, figures = [], given, mention } = said;
  return makeReport({ outlet, published, document: `sha256:${outlet} ${published} ${incident}` }, [
    {
      words: `rockets hit the port of Veles, ${outlet} has it in its words of ${published}`,
      ...(chain === undefined ? {} : { chain }),
      ...given,
      mentions: [{ incident, figures, ...mention }],
    },
  ]);
}

interface Given {
  readonly asOf?: string;
  readonly setAside?: readonly SetAside[];
  readonly judgements?: readonly Judgement[];
}

const grade = (reports: readonly Report[], { asOf = ASOF, setAside = [], judgements = [] }: Given = {}) =>
  new Grades({ reports, setAside, judgements, asOf });

/** Harbour Wire is first with the army's word, and the mission confirms it to another outlet the day after. */
const confirmed = (incident: string, day: string): readonly Report[] => [
  tell('Harbour Wire', `2031-05-${day}T08:00:00Z`, incident, { chain: [ARMY] }),
  tell('Delta Times', `2031-05-${day}T15:00:00Z`, incident, { chain: [MISSION] }),
];

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

describe("an incident's grade", () => {
  const first = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', { chain: [ARMY] });
  const second = tell('Delta Times', '2031-05-02T15:00:00Z', 'i1', { chain: [MISSION] });
  const denial = tell('Coast Observer', '2031-05-03T15:00:00Z', 'i1', {
    chain: [PORT],
    given: { stance: 'denies', words: 'that any rocket had come down' },
    mention: { realis: 'denied' },
  });

  test('rises with independent origins and falls with who denies it, with the claims of either', () => {
    expect(grade([first]).gradeIncident('i1')).toMatchObject({ grade: '2', rule: 'one confirmed' });
    expect(grade([first, second]).gradeIncident('i1')).toMatchObject({
      grade: '1',
      for: { confirmed: 2, possible: 0 },
      claimsFor: [{ outlet: 'Harbour Wire' }, { outlet: 'Delta Times' }],
    });
    expect(grade([first, denial]).gradeIncident('i1')).toMatchObject({
      grade: '4',
      against: { confirmed: 1, possible: 0 },
      claimsAgainst: [{ outlet: 'Coast Observer' }],
    });
    expect(grade([first, second]).gradeIncident('i9')).toBeUndefined();
  });

  test('is not raised by echoes', () => {
    const echoes = [9, 10, 11].map((hour) =>
      tell(`Echo ${hour}`, `2031-05-02T${String(hour).padStart(2, '0')}:30:00Z`, 'i1', {
        chain: [['Harbour Wire', 'outlet'], ARMY],
      }),
    );
    expect(grade([first, ...echoes]).gradeIncident('i1')).toEqual(grade([first]).gradeIncident('i1'));
  });

  test('takes the hedged word of an office for a possible one only', () => {
    const hedged = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', {
      chain: [ARMY],
      given: { certainty: 'possible' },
    });
    expect(grade([hedged]).gradeIncident('i1')).toMatchObject({
      grade: '3',
      for: { confirmed: 0, possible: 1 },
    });
  });

  test('cannot be judged where the outlet credits nobody, or where it is only feared', () => {
    const blind = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1');
    const feared = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', {
      chain: [ARMY],
      mention: { realis: 'possible' },
    });
    expect(grade([blind]).gradeIncident('i1')).toMatchObject({ grade: '6', rule: 'unknown origin' });
    expect(grade([feared]).gradeIncident('i1')).toMatchObject({ grade: '6', rule: 'not to be settled yet' });
  });

  test('says nothing of figures in dispute, and names them; a claim is no better than its number', () => {
    const seven = tell('Harbour Wire', '2031-05-02T08:00:00Z', 'i1', { chain: [ARMY], figures: rockets(7) });
    const four = tell('Delta Times', '2031-05-02T09:00:00Z', 'i1', {
      chain: [OFFICIALS],
      figures: rockets(4),
    });
    const also = tell('Coast Observer', '2031-05-02T10:00:00Z', 'i1', {
      chain: [MISSION],
      figures: rockets(7),
    });
    const grades = grade([seven, four, also]);
    expect(grades.gradeIncident('i1')).toMatchObject({ grade: '1', disputed: ['rockets'] });
    const rate = (report: Report) => grades.gradeClaim({ document: report.document, claim: 'c1' });
    expect(rate(four)).toMatchObject({
      grade: '5',
      rule: 'overborne',
      against: { confirmed: 2, possible: 0 },
    });
    expect(rate(seven)).toMatchObject({ grade: '3', rule: 'outweighed' });
  });

  test("never depends on the source's letter", () => {
    const set = makeGrade('j1', { type: 'source', source: 'harbour wire' }, 'E');
    expect(grade([first], { judgements: [set] }).gradeIncident('i1')).toEqual(
      grade([first]).gradeIncident('i1'),
    );
  });
});

function makeGrade(
  id: string,
  of: Judgement['of'],
  value: string,
  made = '2031-06-01T10:00:00.000Z',
): Judgement {
  return {
    kind: 'judgement',
    id,
    made,
    by: 'Ann Example',
    of,
    verdict: 'grade',
    value,
    note: `because ${id}`,
  };
}

describe('a grade that a person sets', () => {
  const reports = confirmed('i1', '02');
  const of = { type: 'source', source: 'harbour wire' } as const;
  const first = makeGrade('j1', of, 'C');
  const second = makeGrade('j2', of, 'D', '2031-06-02T10:00:00.000Z');
  const withdraw = (id: string, value: string, made: string): Judgement => ({
    ...makeGrade(id, of, value, made),
    verdict: 'withdraw',
  });

  test('holds beside what was worked out, the last one first, until it is withdrawn', () => {
    const look = (...judgements: readonly Judgement[]) =>
      grade(reports, { judgements }).findSource('Harbour Wire');
    expect(look(first)).toMatchObject({ grade: 'C', isSet: true, workedOut: 'F', set: { judgement: 'j1' } });
    expect(look(first, second)).toMatchObject({ grade: 'D', set: { by: 'Ann Example', note: 'because j2' } });
    const third = withdraw('j3', 'j2', '2031-06-03T10:00:00.000Z');
    expect(look(first, second, third)).toMatchObject({ grade: 'C', set: { judgement: 'j1' } });
    const fourth = withdraw('j4', 'j1', '2031-06-04T10:00:00.000Z');
    const none = look(first, second, third, fourth);
    expect(none).toMatchObject({ grade: 'F', isSet: false });
    expect(none).not.toHaveProperty('set');
  });

  test('is not known before it was made', () => {
    const grades = grade(reports, { asOf: '2031-05-31T00:00:00Z', judgements: [first] });
    expect(grades.findSource('Harbour Wire')).toMatchObject({ grade: 'F', isSet: false });
  });

  test('is logged with who, when and why, and what holds no longer says so', () => {
    const judgements = [first, second, withdraw('j3', 'j2', '2031-06-03T10:00:00.000Z')];
    expect(grade(reports, { judgements }).list({ limit: 9, offset: 0 }).log).toEqual([
      expect.objectContaining({
        judgement: 'j1',
        of: 'harbour wire',
        value: 'C',
        by: 'Ann Example',
        stands: true,
      }),
      expect.objectContaining({ judgement: 'j2', value: 'D', note: 'because j2', stands: false }),
      expect.objectContaining({ judgement: 'j3', withdraws: 'j2', stands: true }),
    ]);
  });

  test('may be of an incident or a claim, by digit; a value that is none is passed over', () => {
    const { document } = reports[0]!;
    const judgements = [
      makeGrade('j1', { type: 'incident', incident: 'i1' }, '4'),
      makeGrade('j2', { type: 'claim', document, claim: 'c1' }, '5'),
      makeGrade('j3', { type: 'incident', incident: 'i1' }, 'B'),
    ];
    const grades = grade(reports, { judgements });
    expect(grades.gradeIncident('i1')).toMatchObject({
      grade: '4',
      workedOut: '1',
      set: { judgement: 'j1' },
    });
    expect(grades.gradeClaim({ document, claim: 'c1' })).toMatchObject({ grade: '5', workedOut: '1' });
    expect(grades.detail('incident', 'i1')?.log).toHaveLength(2);
  });

  test('may be of an outlet that was not heard yet', () => {
    const judgements = [makeGrade('j1', { type: 'source', source: 'quiet gazette' }, 'B')];
    expect(grade(reports, { judgements }).findSource('quiet gazette')).toMatchObject({
      grade: 'B',
      reports: 0,
    });
  });
});
