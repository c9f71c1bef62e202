import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import { ARMY, confirmed, grade, MISSION, OFFICIALS, PORT, rockets, tell } from './fixtures.suite.ts';

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
