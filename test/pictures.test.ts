import { expect, test, vi } from 'vitest';
import { makeMention, makeReport, makeStatement } from '../src/analyse/forecast/reports.fixtures.ts';
import type { CorrectionNote } from '../src/model/correction.ts';
import type { JudgedThing, Judgement, Verdict } from '../src/model/judgement.ts';
import type { Hash } from '../src/model/page.ts';
import type { Regrouping, Report } from '../src/model/report.ts';
import { Dice } from './support/dice.ts';

/*
 * What is worked out of a picture that has nearly all in common with one that was worked out before is the same as what is worked out of it
 * alone: over random reports with versions, readings, notes and regroupings, and random decisions.
 */

const START = Date.parse('2031-05-01T00:00:00Z');
const HOUR = 3_600_000;
const DAYS = 40;
const REPORTS = 900;

const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
const hash = (number: number): Hash => `sha256:${number.toString(16).padStart(12, '0').padEnd(64, '0')}`;

const OUTLETS = ['Harbour Wire', 'Delta Times', 'Port Post', 'Hill Herald', 'Coast Echo'];
const PLACES = ['Ain al-Asad', 'Taji', 'Veles'];

function makeReports(dice: Dice): readonly Report[] {
  const reports: Report[] = [];
  for (let number = 0; number < REPORTS; number += 1) {
    const hour = Math.floor((number * DAYS * 24) / REPORTS);
    const before = number > 20 && dice.throw(6) === 0 ? dice.pick(reports) : undefined;
    const isReading = before !== undefined && dice.throw(3) === 0;
    const kept = at(hour + dice.throw(3));
    const published = [undefined, at(hour - dice.throw(30)).slice(0, 10), at(hour - dice.throw(9))];
    const story =
      before?.story ?? `s${(Math.floor(number / 12) + dice.throw(4)).toString().padStart(12, '0')}`;
    const { published: _, ...rest } = makeReport(makeStatements(dice, number), {
      document: isReading ? before.document : hash(number + 1),
      series: before?.series ?? hash(number + 1),
      version: (before?.version ?? 1) + (before === undefined || isReading ? 0 : 1),
      outlet: before?.outlet ?? dice.pick(OUTLETS),
      title: `News ${number}`,
      url: `https://news${dice.throw(9)}.example/${number}`,
      seen: kept,
      knownSince: kept,
      story,
      bundle: story,
    });
    const date = dice.pick(published);
    reports.push({
      ...rest,
      ...(date === undefined ? {} : { published: date }),
      ...(dice.throw(40) === 0 ? { regrouped: [makeRegrouping(dice, number)] } : {}),
      ...(before !== undefined && dice.throw(3) === 0 ? { notes: [NOTE] } : {}),
    });
  }
  return reports;
}

const NOTE: CorrectionNote = {
  start: 0,
  end: 40,
  text: 'This story has been retracted, said Port Post',
  type: 'retraction',
  ofItself: true,
  gaveUp: [],
};

function makeRegrouping(dice: Dice, number: number): Regrouping {
  const name = () =>
    `s${Math.max(0, Math.floor(number / 12) + dice.throw(6) - 3)
      .toString()
      .padStart(12, '0')}`;
  const from = name();
  return { from, into: name(), bundles: [from] } as Regrouping;
}

function makeStatements(dice: Dice, number: number): Report['statements'] {
  return Array.from({ length: dice.throw(4) }, (_, place) => {
    const where = dice.pick(PLACES);
    const count = 2 + dice.throw(3);
    const hour = Math.floor((number * DAYS * 24) / REPORTS);
    const mentions = Array.from({ length: dice.throw(3) }, (__, event) =>
      makeMention({
        event: `v${place}${event}`,
        plover: { type: 'ASSAULT', mode: 'aerial', contexts: [] },
        realis: dice.pick(['occurred', 'occurred', 'prepared', 'denied']),
        background: dice.throw(6) === 0,
        actors: [{ name: dice.pick(['Karvonian army', 'Hill militia']), type: 'organization' }],
        figures: [{ of: 'rockets', value: count, bound: 'exactly', start: 0, end: 1 }],
        ...(dice.throw(3) === 0
          ? {}
          : { when: { from: at(hour - 24).slice(0, 10), to: at(hour - 24).slice(0, 10), precision: 'day' } }),
        where: { name: where, country: where === 'Veles' ? 'KV' : 'IQ', precision: 'site' },
        ...(dice.throw(9) === 0 ? {} : { incident: `i${Math.floor(number / 8) + dice.throw(5)}` }),
      }),
    );
    const words = `${count} rockets hit ${where} in Iraq in the ${dice.pick(['morning', 'evening', 'night'])}`;
    const outlet = { name: dice.pick(OUTLETS), type: 'outlet' } as const;
    const credit = dice.pick([
      [],
      [{ name: dice.pick(OUTLETS), type: 'outlet' } as const],
      [{ name: dice.pick(['US Central Command', 'Karvonian Ministry of Defence']), type: 'office' } as const],
    ]);
    return makeStatement(words, mentions, {
      claim: `c${place}`,
      start: 80 * place,
      end: 80 * place + words.length,
      chain: [outlet, ...credit],
      stance: dice.pick(['asserts', 'asserts', 'denies']),
    });
  });
}

function makeJudgements(dice: Dice, reports: readonly Report[]): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (let hour = 48; hour < DAYS * 24; hour += 20 + dice.throw(60)) {
    const known = reports.filter(({ knownSince }) => knownSince < at(hour));
    const report = dice.pick(known);
    const incident = report.statements[0]?.mentions[0]?.incident ?? 'i3';
    const given = dice.pick<{ of: JudgedThing; verdict: Verdict; value?: string }>([
      { of: { type: 'document', document: report.document }, verdict: 'reject' },
      { of: { type: 'claim', document: report.document, claim: 'c0' }, verdict: 'reject' },
      { of: { type: 'incident', incident }, verdict: 'reject' },
      { of: { type: 'incident', incident }, verdict: 'merge', value: 'i5' },
      { of: { type: 'incident', incident, documents: [report.document] }, verdict: 'split' },
      { of: { type: 'story', story: report.story }, verdict: 'reject' },
      { of: { type: 'claim', document: report.document, claim: 'c0' }, verdict: 'withdraw', value: 'j1' },
    ]);
    const rest = { kind: 'judgement', made: at(hour), by: 'Ann Example', note: 'for the test' } as const;
    judgements.push({ id: `j${judgements.length + 1}`, ...rest, ...given });
  }
  return judgements;
}

interface World {
  readonly reports: readonly Report[];
  readonly judgements: readonly Judgement[];
}

/** A desk's memory of its own: nothing of what another one has worked out is known to it. */
async function openMind({ reports, judgements }: World) {
  vi.resetModules();
  const { Moments } = await import('../src/run/moments.ts');
  const { View } = await import('../src/run/views.ts');
  const { makeChanges } = await import('../src/run/changes.ts');
  const { ProblemFiles } = await import('../src/run/problems.ts');
  const { findCut } = await import('../src/analyse/report/cut.ts');
  const { problems } = await new ProblemFiles({ data: '/nowhere' }).read();
  const moments = new Moments(reports, { judgements });
  const look = (asOf: string) => {
    const made = judgements.filter((judgement) => judgement.made <= asOf);
    const standing = moments.get(asOf);
    return new View({ asOf, judgements: made, standing, history: [], engine: 'test' });
  };
  const tell = (asOf: string) => {
    const view = look(asOf);
    const before = look(new Date(Date.parse(asOf) - 72 * HOUR).toISOString());
    const given = { before, after: view, judgements: view.judgements, problems: [] };
    return JSON.stringify({
      reports: view.reports.map(({ document }) => document),
      incidents: view.incidents,
      told: view.incidents.map(({ id }) => view.getIncident(id)),
      stories: view.stories,
      detail: view.stories.map(({ id }) => view.getStory(id)),
      grades: view.grades.list({ limit: 50, offset: 0 }),
      sources: view.grades.sources,
      assessments: problems.map((problem) => [view.assess(problem), view.outcomes(problem)]),
      changes: makeChanges({ ...given, assessments: new Map(), limit: 500 }),
    });
  };
  return { tell, isCut: (asOf: string) => findCut(moments.get(asOf).reports) !== undefined };
}

test('pictures of many instants are as each of them alone', async () => {
  const dice = new Dice(1);
  const reports = makeReports(dice);
  const world = { reports, judgements: makeJudgements(dice, reports) };
  const last = at(DAYS * 24 + 9);
  const instants = Array.from({ length: 3 }, () => at(24 * (DAYS - 12) + dice.throw(24 * 12)));
  const mind = await openMind(world);
  const told = [mind.tell(last), ...instants.map(mind.tell)];
  // Else nothing would be compared.
  expect(instants.filter(mind.isCut).length).toBeGreaterThan(1);
  expect(told[0]).toContain('"state":"observed"');
  for (const [number, asOf] of instants.entries()) {
    const alone = await openMind(world);
    expect(JSON.parse(told[number + 1]!)).toEqual(JSON.parse(alone.tell(asOf)));
  }
}, 120_000);
