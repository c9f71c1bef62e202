import { expect, it } from 'vitest';
import type { Credibility } from '../../model/grade.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Problem } from '../../model/problem.ts';
import type { Report, Statement } from '../../model/report.ts';
import { Grades } from '../grade/grades.ts';
import { assess } from './assess.ts';
import {
  makeIndicator,
  makeMention,
  makeOfficial,
  makeProblem,
  makeReport,
  makeStatement,
  makeUnnamed,
} from './reports.fixtures.ts';

const on = (day: string, outlet = 'Harbour Wire') => {
  const published = `${day}T00:00:00Z`;
  return { published, seen: published, knownSince: published, outlet };
};
const AS_OF = '2020-12-11T00:00:00Z';
const look = (of: Problem, reports: readonly Report[], judgements: readonly Judgement[] = []) => {
  const grades = new Grades({ reports, setAside: [], judgements, asOf: AS_OF });
  const made = assess(of, { reports, history: [], asOf: AS_OF, engine: 'tocsin test', grades });
  return { ...made, by: new Map(made.contributions.map((each) => [each.id, each])) };
};
const said = (words: string, fields: Partial<Statement>, day = '2020-12-11', outlet = 'Harbour Wire') =>
  makeReport([makeStatement(words, [], { ...makeOfficial('Ministry', outlet), ...fields })], on(day, outlet));

it('counts hedged words for less, and an act of speech for itself', () => {
  const weigh = (fields: Partial<Statement>) =>
    look(makeProblem({ indicators: [makeIndicator('boats')] }), [said('Many boats', fields)]).by.get(
      'boats',
    )!;
  expect(weigh({ certainty: 'certain' }).weight).toBeCloseTo(0.8, 9);
  expect(weigh({ certainty: 'probable' }).weight).toBeCloseTo(0.6, 9);
  expect(weigh({ certainty: 'possible' }).weight).toBeCloseTo(0.4, 9);
  expect(weigh({ certainty: 'possible', stance: 'threatens' }).weight).toBeCloseTo(0.8, 9);
});

it('takes of an origin the claim by which it counts most', () => {
  const { by } = look(makeProblem({ indicators: [makeIndicator('boats')] }), [
    said('Many boats', { certainty: 'certain' }, '2020-12-09'),
    said('Maybe boats', { certainty: 'possible' }, '2020-12-11'),
  ]);
  const { readings, weight } = by.get('boats')!;
  expect(readings).toHaveLength(1);
  expect(readings?.[0]).toMatchObject({
    certainty: 'certain',
    reliability: 0.8,
    seen: '2020-12-09T00:00:00.000Z',
  });
  expect(weight).toBeCloseTo(0.8 * 2 ** -0.2, 9);
});

const gathering = makeMention({
  plover: { type: 'MOBILIZE', contexts: [] },
  incident: 'i3',
  realis: 'ongoing',
});
const sign = makeProblem({ indicators: [makeIndicator('boats', { match: [{ event: ['MOBILIZE'] }] })] });
const affirms = (who: string, outlet: string) =>
  makeReport(
    [makeStatement('Boats gather', [gathering], makeOfficial(who, outlet))],
    on('2020-12-11', outlet),
  );
const denies = (who: string, outlet: string) =>
  makeReport(
    [
      makeStatement(
        'that no boats were gathering anywhere off the port',
        [{ ...gathering, realis: 'denied' }],
        {
          ...makeOfficial(who, outlet),
          stance: 'denies',
        },
      ),
    ],
    on('2020-12-11', outlet),
  );

it('counts what is doubtful by half, and what is improbable by a fifth', () => {
  const firm = affirms('Ministry', 'A');
  expect(look(sign, [firm]).by.get('boats')).toMatchObject({ weight: 0.8 });
  const doubtful = look(sign, [firm, denies('Coast Guard', 'B')]);
  expect(doubtful.by.get('boats')?.readings?.[0]?.grade).toBe('4');
  expect(doubtful.by.get('boats')?.weight).toBeCloseTo(0.4, 9);
  expect(doubtful.confidence).toBe('low');
  const improbable = look(sign, [firm, denies('Coast Guard', 'B'), denies('Harbour Master', 'C')]);
  expect(improbable.by.get('boats')?.readings?.[0]?.grade).toBe('5');
  expect(improbable.by.get('boats')?.weight).toBeCloseTo(0.16, 9);
});

it('weighs by the very digit that the incident is shown with', () => {
  const firm = affirms('Ministry', 'A');
  const against = [denies('Coast Guard', 'B'), denies('Harbour Master', 'C')];
  for (const [reports, digit] of [
    [[firm], '2'],
    [[firm, against[0]!], '4'],
    [[firm, ...against], '5'],
  ] as const) {
    const grades = new Grades({ reports, setAside: [], judgements: [], asOf: AS_OF });
    expect([grades.findDigit('i3'), grades.gradeIncident('i3')?.grade]).toEqual([digit, digit]);
  }
  const none = new Grades({ reports: [], setAside: [], judgements: [], asOf: AS_OF });
  expect(none.findDigit('i3')).toBeUndefined();
});

it('follows a grade that a person has set, from then on', () => {
  const set = (value: Credibility, made: string): Judgement => ({
    kind: 'judgement',
    id: 'j1',
    by: 'desk',
    note: 'Known to be staged.',
    made,
    of: { type: 'incident', incident: 'i3' },
    verdict: 'grade',
    value,
  });
  const firm = affirms('Ministry', 'A');
  expect(look(sign, [firm], [set('5', '2020-12-10T00:00:00Z')]).by.get('boats')?.weight).toBeCloseTo(0.16, 9);
  expect(look(sign, [firm], [set('5', '2020-12-12T00:00:00Z')]).by.get('boats')?.weight).toBeCloseTo(0.8, 9);
});

it('is less sure of what one origin carries than of what several do', () => {
  const width = (...reports: readonly Report[]) => {
    const { low, high } = look(makeProblem({ indicators: [makeIndicator('boats')] }), reports).horizons.at(
      -1,
    )!.probability;
    const odds = (p: number) => Math.log(p / (1 - p));
    return odds(high) - odds(low);
  };
  const unnamed = makeReport([makeStatement('Many boats', [], makeUnnamed('A'))], on('2020-12-11', 'A'));
  const ministry = said('Many boats', {});
  const guard = said('Many boats', makeOfficial('Coast Guard', 'B'), '2020-12-11', 'B');
  const nothing = said('All quiet', {});
  expect(width(unnamed)).toBeGreaterThan(width(nothing) + 0.2);
  expect(width(ministry)).toBeGreaterThan(width(ministry, guard) + 0.1);
});

it('does not take a truce that was broken for one that nobody has told of', () => {
  const truce = makeIndicator('truce', { direction: 'against', halfLife: 20, endedByOutcome: true });
  const daily = Array.from({ length: 40 }, (_, i) =>
    said('All quiet', {}, new Date(Date.parse('2020-11-01') + i * 86_400_000).toISOString().slice(0, 10)),
  );
  const raid = makeMention({
    incident: 'i1',
    where: { name: 'Basra', country: 'IQ', precision: 'city' },
    when: { from: '2020-12-05', to: '2020-12-05', precision: 'day' },
  });
  const raided = makeReport([makeStatement('A raid', [raid], makeOfficial('Ministry'))], on('2020-12-05'));
  const of = makeProblem({ indicators: [truce] });
  expect(look(of, [...daily, raided]).by.get('truce')?.state).toBe('looked and not seen');
  const broken = look(of, [...daily, raided, said('A truce', {}, '2020-12-01')]);
  expect(broken.by.get('truce')).toMatchObject({ state: 'not observed', weight: 0 });
});

it('keeps what it costs to fake a sign and whether it can be undone beside it', () => {
  const of = makeProblem({
    indicators: [makeIndicator('boats', { costToFake: 'high', reversible: 'slowly' })],
  });
  expect(look(of, [said('All quiet', {})]).by.get('boats')).toMatchObject({
    costToFake: 'high',
    reversible: 'slowly',
  });
});
