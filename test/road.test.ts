import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../src/analyse/ledger/verify/verify.ts';
import type { Desk } from '../src/model/desk.ts';
import type { Forecast } from '../src/model/forecast.ts';
import { createReader } from '../src/process/read.ts';
import { makeDesk } from '../src/run/desk.ts';
import { Picture } from '../src/run/picture.ts';
import { readProgramName } from '../src/run/version.ts';
import type { Store } from '../src/store/store.ts';
import { EXAMPLE_NOW, type ExampleStore, openExampleStore } from './setup/example-store.ts';

/* The whole road on the example case: pages kept at their own times, told apart, counted, forecast, settled. */

const now = () => EXAMPLE_NOW;
const PROBLEM = 'us-sites-iraq';
const WARNED = '2020-12-11T23:59:59.999Z';
const STRUCK = '2020-12-21T23:59:59.999Z';

let example: ExampleStore;
let store: Store;
let desk: Desk;

beforeAll(async () => {
  example = await openExampleStore();
  ({ store, desk } = example);
}, 240_000);

afterAll(() => example?.dispose());

/** Every instant in a value, wherever it stands. */
function listInstants(value: unknown): readonly string[] {
  const text = JSON.stringify(value);
  const found = text.matchAll(/"(?:published|seen|first|last|lastSeen|knownSince|filed|asOf)":"(\d[^"]*)"/g);
  return [...found].map((match) => match[1]!);
}

describe('as of 11 December 2020', () => {
  test('the preparation claim has one possible origin, and its relays are echoes', async () => {
    const assessment = (await desk.getAssessment(PROBLEM, WARNED))!;
    const preparation = assessment.contributions.find(({ id }) => id === 'preparation')!;
    expect(preparation.state).toBe('observed');
    const { tree } = preparation;
    expect([tree.confirmed, tree.possible]).toEqual([0, 1]);
    expect(tree.origins[0]).toMatchObject({ status: 'possible', anonymous: true, through: 'CNN' });
    expect(tree.origins[0]!.name).toMatch(/officials/i);
    expect(tree.reports.length).toBeGreaterThanOrEqual(4);
    expect(new Set(tree.reports.map(({ role }) => role))).toEqual(new Set(['echo']));
  });

  test("the drawdown's relays are echoes of the Post", async () => {
    const { rows } = await desk.listStories({ asOf: WARNED, limit: 100 });
    const stories = await Promise.all(rows.map(({ id }) => desk.getStory(id, WARNED)));
    const drawdown = stories.find((story) =>
      story!.tree.reports.some(({ title }) => title?.startsWith('U.S. withdraws part of')),
    )!;
    expect(drawdown.tree.confirmed).toBe(0);
    const post = drawdown.tree.origins.find(({ name, through }) => /Post/.test(`${name} ${through}`))!;
    expect(post.status).toBe('possible');
    const echoes = drawdown.tree.reports.filter(({ origins }) => origins.includes(post.id));
    expect(echoes.length).toBeGreaterThanOrEqual(3);
    // One of them also asked the State Department, which did not confirm.
    const roles = echoes.map(({ role }) => role);
    expect(roles.filter((role) => role === 'echo').length).toBeGreaterThanOrEqual(3);
    for (const role of roles) expect(['echo', 'echoWithDetail', 'notConfirmed']).toContain(role);
  });

  test('the probability lies above the base rate, with reasons and what speaks against them', async () => {
    const { horizons, contributions } = (await desk.getAssessment(PROBLEM, WARNED))!;
    for (const { probability, baseRate } of horizons) expect(probability.p).toBeGreaterThan(baseRate.p);
    const observed = contributions.filter(({ state }) => state === 'observed');
    expect(observed.filter(({ direction }) => direction === 'for').length).toBeGreaterThanOrEqual(4);
    const against = observed.filter(({ direction }) => direction === 'against');
    expect(against.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['no-specific-evidence', 'restraint']),
    );
  });

  test('nothing later appears anywhere', async () => {
    const [stories, incidents] = await Promise.all([
      desk.listStories({ asOf: WARNED, limit: 500 }),
      desk.listIncidents({ asOf: WARNED, limit: 500 }),
    ]);
    const answers = [
      await desk.getBoard(WARNED),
      await desk.getAssessment(PROBLEM, WARNED),
      await desk.getBrief(PROBLEM, WARNED),
      await desk.getRecord(PROBLEM, WARNED),
      stories,
      incidents,
      ...(await Promise.all(stories.rows.map(({ id }) => desk.getStory(id, WARNED)))),
      ...(await Promise.all(incidents.rows.map(({ id }) => desk.getIncident(id, WARNED)))),
    ];
    const instants = answers.flatMap(listInstants);
    expect(instants.length).toBeGreaterThan(100);
    expect(instants.filter((instant) => instant > WARNED)).toEqual([]);
  });

  test('a brief has sentences, each with its claims', async () => {
    const brief = (await desk.getBrief(PROBLEM, WARNED))!;
    const sentences = brief.sections.flatMap((section) => section.sentences);
    expect(sentences.length).toBeGreaterThan(8);
    for (const { claims, fields = [] } of sentences) expect(claims.length + fields.length).toBeGreaterThan(0);
    expect(brief.dropped).toBeUndefined();
  });

  test('the brief tells the reasons of the day, what stands against them, and one group of sources behind the readiness', async () => {
    const brief = (await desk.getBrief(PROBLEM, WARNED))!;
    const textsOf = (name: string) =>
      brief.sections.find((section) => section.name === name)?.sentences.map(({ text }) => text) ?? [];
    const reasons = textsOf('for').join('\n');
    expect(reasons).toMatch(
      /^Armed groups raise their readiness: “[^”]*'heightened level of preparation'” \(unnamed US officials to CNN, .*; one possible origin, repeated by \d+ reports/m,
    );
    for (const sign of [
      /announce revenge/,
      /^A killing or strike/m,
      /^Staff are withdrawn/m,
      /^The US shows force/m,
      /Means for an attack are in place/,
    ])
      expect(reasons).toMatch(sign);
    const against = textsOf('against').join('\n');
    expect(against).toMatch(
      /^Officials say there is no sign of a specific attack: .*senior officer, unnamed, to The New York Times/m,
    );
    expect(against).toMatch(/^Moves look defensive/m);
    expect(textsOf('window')[0]).toMatch(
      /^Anniversary of the killing of Soleimani and Muhandis, counted 4 Dec 2020 – 3 Jan 2021/,
    );
    expect(textsOf('changed')[0]).toMatch(
      /^Since 10 December 2020 the probability for 30 days has risen from /,
    );
  });
});

describe('as of 21 December 2020', () => {
  test('the brief books the attack: what has happened since the 19th, and how forecasts came out', async () => {
    const brief = (await desk.getBrief(PROBLEM, STRUCK, '2020-12-19T23:59:59.999Z'))!;
    expect(brief.dropped).toBeUndefined();
    const textsOf = (name: string) =>
      brief.sections.find((section) => section.name === name)?.sentences.map(({ text }) => text) ?? [];
    expect(textsOf('changed')[0]).toMatch(
      /^It has happened since 19 December 2020: “Rockets fired, [^”]*Green Zone”, 20 December 2020\.$/,
    );
    expect(textsOf('bottomLine').join('\n')).toMatch(
      /^Of \d+ settled forecasts for 30 days, \d+ came out yes\.$/m,
    );
    expect(textsOf('contradictions').join('\n')).toMatch(/^Mike Pompeo \(The Daily Caller\) makes “killed/m);
  });

  test('the attack is one incident with rocket counts that differ', async () => {
    const { rows } = await desk.listIncidents({ asOf: STRUCK, limit: 100 });
    const attacks = rows.filter(
      ({ type, realis, when, where }) =>
        type === 'ASSAULT' &&
        realis === 'occurred' &&
        where?.country === 'IQ' &&
        when?.from !== undefined &&
        when.from >= '2020-12-18',
    );
    expect(attacks).toHaveLength(1);
    const incident = (await desk.getIncident(attacks[0]!.id, STRUCK))!;
    expect(incident.when?.from?.slice(0, 10)).toBe('2020-12-20');
    const rockets = incident.figures.filter(({ of }) => of === 'rockets');
    const values = rockets.flatMap((slot) => slot.values.map(({ value }) => value));
    expect(values).toEqual(expect.arrayContaining([3, 8]));
    expect(incident.documents).toBeGreaterThanOrEqual(4);
  });

  test('the count that came on 23 December is not there before and is there after', async () => {
    const values = async (asOf: string) => {
      const { rows } = await desk.listIncidents({ asOf, limit: 100 });
      const incidents = await Promise.all(rows.map(({ id }) => desk.getIncident(id, asOf)));
      return incidents
        .flatMap((incident) => incident!.figures)
        .filter(({ of }) => of === 'rockets')
        .flatMap((slot) => slot.values.map(({ value }) => value));
    };
    expect(await values(STRUCK)).not.toContain(21);
    expect(await values('2020-12-24T23:59:59.999Z')).toContain(21);
  });

  test('the forecasts of 11 December are settled by it', async () => {
    const { entries } = (await desk.getRecord(PROBLEM, STRUCK))!;
    const filed = entries.filter(
      ({ content }) => content.kind === 'forecast' && content.asOf.startsWith('2020-12-11'),
    );
    const month = filed.filter(({ content }) => (content as Forecast).horizon === 30);
    expect(month.length).toBeGreaterThan(0);
    for (const { hash } of month) {
      const settlement = entries.find(
        ({ content }) => content.kind === 'settlement' && content.forecast === hash,
      );
      expect(settlement?.content).toMatchObject({ outcome: 'yes', day: '2020-12-20' });
    }
    for (const { content } of filed) expect(content).toMatchObject({ replayed: true });
  });
});

describe('the record', () => {
  test('every line of the ledger follows from the one before', async () => {
    const checked = await verifyLedger(store.exportLedger());
    expect(checked).toMatchObject({ ok: true });
    expect(checked.entries).toBeGreaterThan(800);
  });

  test('forecasts were filed every day and scored beside the base rate', async () => {
    const record = (await desk.getRecord(PROBLEM, '2021-02-26T23:59:59.999Z'))!;
    expect(record.scores.map(({ horizon }) => horizon)).toEqual([7, 30]);
    for (const { settled, brier, baseRateBrier, replayed } of record.scores) {
      expect(settled).toBeGreaterThan(300);
      expect(replayed).toBe(settled);
      expect(brier).toBeGreaterThan(0);
      expect(baseRateBrier).toBeGreaterThan(0);
    }
  });

  test('alerts of the replay were signed and kept, and none was sent', async () => {
    const alerts = await store.listAlerts({ problem: PROBLEM, limit: 50 });
    expect(alerts.length).toBeGreaterThan(0);
    for (const { isReplayed, deliveries } of alerts) {
      expect(isReplayed).toBe(true);
      expect(deliveries).toEqual([]);
    }
  });
});

describe("tomorrow's facts", () => {
  test('planted in the store, they change nothing as of today', async () => {
    const before = JSON.stringify([
      await desk.getBoard(WARNED),
      await desk.getAssessment(PROBLEM, WARNED),
      await desk.getBrief(PROBLEM, WARNED),
      await desk.listStories({ asOf: WARNED, limit: 500 }),
      await desk.listIncidents({ asOf: WARNED, limit: 500 }),
    ]);
    const reader = createReader({ engine: readProgramName() });
    const { makePage } = await import('../src/collect/make-page.ts');
    const { decodePage } = await import('../src/collect/decode.ts');
    const plant = async (text: string, published: string) => {
      const page = makePage(
        Buffer.from(`<html lang="en"><body><article><p>${text}</p></article></body></html>`),
        {
          seen: now(),
          url: `https://planted.example/${published}`,
        },
      );
      const reading = reader.read(decodePage(page), { published, outlet: 'Planted Post' });
      await store.put([{ page, reading }]);
    };
    // Kept later, though it is dated before; and dated later.
    await plant(
      'Rockets hit the US Embassy in Baghdad on Friday and killed nine people, the Iraqi military said. Twenty-nine rockets were fired, it said.',
      '2020-12-11',
    );
    await plant(
      'Rockets hit the US Embassy in Baghdad on Saturday and killed seven people, the Iraqi military said. Nineteen rockets were fired, it said.',
      '2020-12-12',
    );
    const { config } = example;
    const picture = new Picture(store);
    expect(await picture.advance()).toBe(2);
    const later = await makeDesk({ store, config, now, picture });
    const after = JSON.stringify([
      await later.getBoard(WARNED),
      await later.getAssessment(PROBLEM, WARNED),
      await later.getBrief(PROBLEM, WARNED),
      await later.listStories({ asOf: WARNED, limit: 500 }),
      await later.listIncidents({ asOf: WARNED, limit: 500 }),
    ]);
    expect(after).toBe(before);
    const live = await later.listIncidents({ limit: 500 });
    const incidents = await Promise.all(live.rows.map(({ id }) => later.getIncident(id)));
    expect(JSON.stringify(incidents)).toContain('Planted Post');
  });
});
