import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LEAST_CLAIMS, LEAST_REPORTS, LETTERS } from '../src/analyse/grade/posterior.ts';
import { RULE } from '../src/analyse/grade/rule.ts';
import { createApp } from '../src/disseminate/api/api.ts';
import { GradeDetailSchema, GradeListSchema } from '../src/disseminate/api/schemas/grade.ts';
import { IncidentSchema, StorySchema } from '../src/disseminate/api/schemas/picture.ts';
import type { Desk } from '../src/model/desk.ts';
import { CREDIBILITY_WORDS, type Credibility, RELIABILITY_WORDS } from '../src/model/grade.ts';
import type { IncidentSummary } from '../src/model/incident.ts';
import { formatIncident, formatStory } from '../src/run/print/stories.ts';
import { makeStyle } from '../src/run/print/terminal.ts';
import type { Store } from '../src/store/store.ts';
import { EXAMPLE_NOW, type ExampleStore, openExampleStore } from './setup/example-store.ts';
import { plainEngine } from './setup/karvonia-store.ts';

/* Grades on the example case: what is known of its sources and incidents, and what a person makes of it. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

const NOW = EXAMPLE_NOW;
let example: ExampleStore;
let store: Store;
let desk: Desk;

beforeAll(async () => {
  example = await openExampleStore();
  ({ store, desk } = example);
});
afterAll(() => example?.dispose());

/** The incident of a day whose title has these words. */
async function find(day: string, words: RegExp, asOf = NOW): Promise<IncidentSummary> {
  const { rows } = await desk.listIncidents({ asOf, limit: 500 });
  const found = rows.filter(({ title, when }) => words.test(title) && when?.from === day);
  expect(found, `${day} ${words}`).not.toEqual([]);
  return found.toSorted((a, b) => b.documents - a.documents)[0]!;
}

describe('the example case', () => {
  test('gives the attacks that several offices tell of a 1, and its number of rockets none', async () => {
    const november = await find('2020-11-17', /rocket/i);
    expect(november.grade).toBe('1');
    const { information } = (await desk.getIncident(november.id, NOW))!;
    expect(information?.for.confirmed).toBeGreaterThanOrEqual(2);
    expect(information?.disputed).toContain('rockets');
    expect((await find('2020-12-20', /rocket/i)).grade).toBe('1');
    expect((await find('2019-12-27', /K-1/)).grade).toBe('1');
  });

  test('gives the withdrawal of staff, told by unnamed officials and many relays, no more than a 3', async () => {
    const { rows } = await desk.listIncidents({ asOf: '2020-12-11T23:59:59.999Z', limit: 500 });
    const drawdown = rows.find(({ title, documents }) => /embassy/i.test(title) && documents > 4);
    expect(drawdown).toMatchObject({ confirmed: 0, grade: '3' });
  });

  test('does not judge what is only feared', async () => {
    const { rows } = await desk.listIncidents({ asOf: NOW, limit: 500 });
    const feared = rows.filter(({ realis }) => realis === 'possible');
    expect(feared).not.toEqual([]);
    expect(feared.map(({ grade }) => grade)).toEqual(feared.map(() => '6'));
  });

  test('has too little on most sources to judge them by, and says what there is', async () => {
    const { rows } = await desk.listGrades({ asOf: NOW, limit: 500 });
    for (const { settled, workedOut } of rows) if (settled < LEAST_CLAIMS) expect(workedOut).toBe('F');
    const wire = await desk.getGrade({ type: 'source', of: 'Harbour Wire', asOf: NOW });
    expect(wire?.source?.counts.confirmed).toBeGreaterThan(0);
    for (const { outcome, claim, others } of wire!.source!.claims) {
      expect(claim.outlet).toBe('Harbour Wire');
      if (outcome === 'confirmed') expect(others.map(({ outlet }) => outlet)).not.toContain('Harbour Wire');
    }
  });

  test('holds the correction of 21 December against the outlet that made it', async () => {
    const grade = await desk.getGrade({ type: 'source', of: 'Corran Observer', asOf: NOW });
    expect(grade?.source?.claims).toMatchObject([{ outcome: 'corrected', reason: 'own note' }]);
    const before = await desk.getGrade({
      type: 'source',
      of: 'Corran Observer',
      asOf: '2020-12-21T06:00:00.000Z',
    });
    expect(before?.source?.counts.corrected ?? 0).toBe(0);
  });

  test('as of an earlier instant knows nothing of what came after', async () => {
    const then = '2020-12-11T23:59:59.999Z';
    const { rows } = await desk.listGrades({ asOf: then, limit: 500 });
    const records = await Promise.all(
      rows.map(({ source }) => desk.getGrade({ type: 'source', of: source, asOf: then })),
    );
    const refs = records.flatMap((each) =>
      each!.source!.claims.flatMap(({ claim, others }) => [claim, ...others]),
    );
    expect(refs.length).toBeGreaterThan(5);
    for (const { published } of refs) expect((published ?? '').slice(0, 10) <= '2020-12-11').toBe(true);
    const later = await find('2020-12-20', /rocket/i);
    expect(await desk.getGrade({ type: 'incident', of: later.id, asOf: then })).toBeUndefined();
    expect((await desk.listGrades({ asOf: NOW, limit: 500 })).total).toBeGreaterThan(rows.length);
  });

  test('gives every claim of its incidents a grade, and the claim of three rockets a worse one than its incident', async () => {
    const { id } = await find('2020-12-20', /rocket/i);
    const incident = (await desk.getIncident(id, NOW))!;
    for (const { claim } of incident.told) {
      const of = `${claim.document}#${claim.claim}`;
      expect((await desk.getGrade({ type: 'claim', of, asOf: NOW }))?.information, of).toBeDefined();
    }
    const three = incident.figures
      .find(({ of }) => of === 'rockets')!
      .values.find(({ value }) => value === 3)!.says[0]!.claim;
    const grade = await desk.getGrade({ type: 'claim', of: `${three.document}#${three.claim}`, asOf: NOW });
    expect(grade?.information).toMatchObject({ grade: '4', rule: 'outdated' });
  });

  test('shows both marks apart in print and over the API', async () => {
    const form = { width: 100, style: makeStyle(false) };
    const { id } = await find('2020-12-20', /rocket/i);
    const text = formatIncident((await desk.getIncident(id, NOW))!, form);
    expect(text).toMatch(
      /Information: 1, confirmed\n {2}\d confirmed and \d possible origins say so, none is against\./,
    );
    expect(text).toMatch(/Sources\n.*Harbour Wire\s[A-F]/);
    const { rows } = await desk.listStories({ asOf: NOW, limit: 1 });
    expect(formatStory((await desk.getStory(rows[0]!.id, NOW))!, form)).toMatch(/\nSources\n/);

    const app = createApp({
      store,
      desk,
      engine: plainEngine,
      name: 'tocsin 0.0.0',
      now: () => NOW,
    });
    const get = async (path: string) => {
      const answer = await app.request(`/api/v1/${path}`, { headers: { host: 'localhost' } });
      return { status: answer.status, body: (await answer.json()) as unknown };
    };
    expect(GradeListSchema.parse((await get('grades?limit=3')).body).rows).toHaveLength(3);
    const one = GradeDetailSchema.parse((await get('grades/source/Harbour%20Wire')).body);
    expect(one.source?.source).toBe('harbour wire');
    const incident = IncidentSchema.parse((await get(`incidents/${id}`)).body);
    expect(incident).toMatchObject({ grade: '1', information: { rule: 'several confirmed' } });
    expect(incident.sources?.map(({ name }) => name)).toContain('Harbour Wire');
    expect(StorySchema.parse((await get(`stories/${rows[0]!.id}`)).body).sources).not.toEqual([]);
    const [first] = incident.information!.claimsFor;
    const claim = encodeURIComponent(`${first!.document}#${first!.claim}`);
    expect(GradeDetailSchema.parse((await get(`grades/claim/${claim}`)).body).information).toBeDefined();
    expect((await get('grades/source/Nobody%20at%20all')).status).toBe(404);
    expect((await get('grades/letter/x')).status).toBe(400);
  });
});

describe('a grade that a person sets', () => {
  test('holds in every view from then on, is logged, and is taken back', async () => {
    const { id } = await find('2020-11-17', /rocket/i);
    const by = 'Ann Example';
    const of = { type: 'incident', incident: id } as const;
    const set = await store.addJudgement({
      made: NOW,
      by,
      of,
      verdict: 'grade',
      value: '4',
      note: 'a drill',
    });
    expect(await desk.getIncident(id, NOW)).toMatchObject({
      grade: '4',
      information: { grade: '4', workedOut: '1', set: { by, note: 'a drill' } },
    });
    expect((await find('2020-11-17', /rocket/i)).grade).toBe('4');
    expect((await desk.getIncident(id, '2025-12-31T00:00:00.000Z'))?.grade).toBe('1');
    await store.addJudgement({ made: NOW, by, of, verdict: 'withdraw', value: set.id, note: 'it was none' });
    expect((await desk.getIncident(id, NOW))?.information).not.toHaveProperty('set');
    expect((await desk.listGrades({ asOf: NOW })).log).toMatchObject([
      { judgement: set.id, of: id, value: '4', by, note: 'a drill', stands: false },
      { withdraws: set.id, note: 'it was none', stands: true },
    ]);
  });
});

test('the rules stand in the documentation as they stand in the code', () => {
  const page = readFileSync('docs/grades.md', 'utf8');
  const words = (grade: Credibility) => `${grade} ${CREDIBILITY_WORDS[grade]}`;
  for (const { rule, when, grade } of RULE) expect(page).toContain(`| ${rule} | ${when} | ${words(grade)} |`);
  const percent = (share: number) => (share === 0 ? '' : `${Math.round(100 * share)}% `);
  for (const [letter, mean, low] of LETTERS)
    expect(page).toContain(`| ${letter} | ${RELIABILITY_WORDS[letter]} | ${percent(mean)}| ${percent(low)}|`);
  expect(page).toContain(
    `| F | ${RELIABILITY_WORDS.F} | fewer than ${LEAST_CLAIMS} settled claims, or in fewer than ${LEAST_REPORTS} reports | |`,
  );
});
