import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { EventCount } from '../src/model/event-count.ts';
import type { PastEvent } from '../src/model/history.ts';
import type { Judgement } from '../src/model/judgement.ts';
import type { Replay, ReplayRequest } from '../src/model/replay.ts';
import { ProblemFiles } from '../src/run/problems.ts';
import { Watch } from '../src/run/watch.ts';
import { Dice } from './support/dice.ts';
import { endWorlds, makeWorld, NOW, type PageGiven, type World } from './support/world.ts';

/*
 * No look-ahead, as a property: whatever comes later (pages, versions with corrections, pages found late, rows of history, counts of events,
 * decisions of the desk, filings and settlements), a replay gives for a moment, to the last bit, what it gave at a desk that got
 * nothing after it.
 */

const START = Date.parse('2031-05-01T06:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURS = 50 * 24;
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();

const PROBLEM = `
id: veles
title: Attacks on the port of Veles
question: Will the port of Veles be attacked with rockets?
horizons: [7, 14]
outcome:
  confirmed: 1
  total: 2
  grace: 2
  match:
    - event: [ASSAULT]
      realis: [occurred]
      words: ["rocket*"]
      about: [Veles]
hypotheses:
  - { id: campaign, title: A campaign, why: It has begun before., answer: yes, share: 1 }
  - { id: calm, title: Calm, why: Most weeks pass so., answer: no, share: 1 }
baseRate:
  halfLife: 90
  prior: { incidents: 1, days: 60 }
  history: { place: [Veles], cameo: ["18", "19"] }
indicators:
  - id: threat
    title: The Front threatens
    why: It has done as it said.
    direction: for
    strength: strong
    halfLife: 10
    match: [{ stance: [threatens], about: [Veles] }, { event: [THREATEN], about: [Veles] }]
  - id: readiness
    title: Rockets are brought up
    why: Nothing flies without.
    direction: for
    strength: moderate
    halfLife: 7
    match: [{ words: ["into position"], about: [Veles] }]
  - id: truce
    title: A truce is spoken of
    why: It was kept before.
    direction: against
    strength: moderate
    halfLife: 14
    endedByOutcome: true
    match: [{ words: ["truce"], about: [Veles] }]
windows:
  - id: after-strike
    title: Ten days after a strike
    why: Answers came so.
    after:
      match: [{ event: [ASSAULT], realis: [occurred], words: ["rocket*"], about: [Veles] }]
      days: [6]
      total: 1
    lead: 5
    strength: moderate
    match: [{ words: ["answer", "reply", "rocket*"], about: [Veles] }]
levels: { horizon: 14, consequence: 1, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8, hysteresis: 0.05 }
gaps: [Nobody reads the Front's own channel.]
tell: []
tlp: CLEAR
`;
/** Its base rate is learned from counts of events, and it reads the level of the other. */
const PAIR = PROBLEM.replace('id: veles', 'id: front')
  // What the other sees already is no second sign here.
  .replaceAll(
    /(stance|event|words): \[(threatens|THREATEN|"into position")\], about: \[Veles\]/g,
    '$1: [$2], about: [Tarn]',
  )
  .replace(
    '  history: {',
    '  pair: { source: [Front], target: [Karvonia], roots: ["18", "19"] }\n  history: {',
  )
  .replace(
    'windows:',
    `  - id: neighbour
    title: The port is on guard
    why: Both quarrels hang together.
    direction: for
    strength: moderate
    halfLife: 10
    match: []
    level: { problem: veles, least: guarded }
windows:`,
  );

const OUTLETS = ['Harbour Wire', 'Delta Times', 'Port Post', 'Hill Herald'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NOTE = 'Correction: An earlier version of this story said that rockets hit the port. No rocket hit it.';

function makePages(dice: Dice): readonly PageGiven[] {
  const pages: PageGiven[] = [];
  for (let hour = 0; hour < HOURS; hour += 6 + dice.throw(30)) {
    const before = pages.length > 3 && dice.throw(5) === 0 ? dice.pick(pages) : undefined;
    const weekday = WEEKDAYS[new Date(at(hour)).getUTCDay()]!;
    const voice = dice.pick([
      'the Karvonian army said',
      'two officials told reporters',
      `${dice.pick(OUTLETS)} reported`,
    ]);
    const news = dice.pick([
      `${dice.pick(['Two', 'Three', 'Six'])} rockets hit the port of Veles on ${weekday}, ${voice}. Nobody was hurt.`,
      `The Northern Front threatened to attack the port of Veles, ${voice}.`,
      `The Northern Front is moving rockets into position near Veles, ${voice}.`,
      `A truce around the port of Veles was agreed, ${voice}.`,
      `The answer of the Front to the raid on Veles is still to come, ${voice}.`,
    ]);
    pages.push({
      at: at(hour),
      url: before?.url ?? `https://news${pages.length}.example/veles`,
      outlet: before?.outlet ?? dice.pick(OUTLETS),
      title:
        before?.title ?? `${dice.pick(['Port of Veles', 'Fear in Veles', 'What happened at Veles'])} ${hour}`,
      // Some are found late.
      published: before?.published ?? at(hour - (dice.throw(4) === 0 ? dice.throw(60) : dice.throw(3))),
      text: before === undefined ? [news] : [...before.text, NOTE],
    });
  }
  return pages;
}

type Decision = Omit<Judgement, 'kind' | 'id'>;

/** Documents, claims and incidents that the desk sets aside, and sources that it grades. */
function makeDecisions(dice: Dice, { picture }: World): readonly Decision[] {
  return Array.from({ length: 12 }, (_, n) => 24 + n * 80 + dice.throw(70)).flatMap(
    (hour, n): readonly Decision[] => {
      const report = dice.pick(picture.known(at(hour)));
      const common = { made: at(hour), by: 'Ann Example', note: `reason ${n}` };
      if (n % 3 === 0)
        return [
          {
            ...common,
            verdict: 'grade',
            value: dice.pick(['A', 'E']),
            of: { type: 'source', source: report.outlet!.toLowerCase() },
          },
        ];
      const incident = report.statements.flatMap(({ mentions }) =>
        mentions.flatMap((each) => each.incident ?? []),
      )[0];
      if (n % 3 === 1 && incident !== undefined)
        return [{ ...common, verdict: 'reject', of: { type: 'incident', incident } }];
      return [{ ...common, verdict: 'reject', of: { type: 'document', document: report.document } }];
    },
  );
}

interface Facts {
  readonly pages: readonly PageGiven[];
  readonly decisions: readonly Decision[];
  /** Rows with the instant since when they are known, many about days long before it. */
  readonly history: readonly { readonly row: PastEvent; readonly known: string }[];
  readonly events: readonly { readonly counts: readonly EventCount[]; readonly known: string }[];
  /** Moments at which forecasts are filed. */
  readonly looks: readonly string[];
}

async function makeFacts(seed: number): Promise<Facts> {
  const dice = new Dice(seed);
  const pages = makePages(dice);
  const history = Array.from({ length: 30 }, (_, line) => ({
    row: {
      kind: 'past event' as const,
      date: at(-24 * 400 + dice.throw(24 * 430)).slice(0, 10),
      place: 'Veles',
      cameo: '190',
      source: 'past.csv',
      line: line + 1,
    },
    known: at(dice.throw(HOURS)),
  }));
  const events = [100, 400, 800].map((known, file) => ({
    known: at(known),
    counts: Array.from({ length: 60 }, (_, n) => ({
      day: at(known - 24 * (200 - 3 * n)).slice(0, 10),
      source: 'Front',
      target: 'Karvonia',
      root: n % 3 === file ? '19' : '04',
      count: 1 + dice.throw(3),
    })),
  }));
  const looks = Array.from({ length: HOURS / 12 }, (_, n) => at(12 * n + 5));
  return { pages, decisions: makeDecisions(dice, await makeWorld(pages)), history, events, looks };
}

/** A desk that got what had come by an instant, and filed what it thought on the way. */
async function makeDeskUntil(facts: Facts, until: string): Promise<World> {
  const come = <Fact>(all: readonly Fact[], when: (fact: Fact) => string) =>
    all.filter((fact) => when(fact) <= until);
  const world = await makeWorld(
    come(facts.pages, (page) => page.at),
    come(facts.decisions, ({ made }) => made),
    { now: until },
  );
  const { store, picture, config } = world;
  for (const { row, known } of come(facts.history, ({ known }) => known))
    await store.putHistory([row], known);
  for (const [n, { counts, known }] of come(facts.events, ({ known }) => known).entries()) {
    const file = {
      hash: `sha256:${n}`,
      name: `${n}.csv`,
      format: 'csv' as const,
      records: counts.length,
      used: counts.length,
      skipped: 0,
    };
    await store.putEventCounts({ ...file, knownSince: known }, counts, { after: 0 });
  }
  const folder = join(config.data, 'problems');
  mkdirSync(folder);
  writeFileSync(join(folder, 'veles.yaml'), PROBLEM);
  writeFileSync(join(folder, 'front.yaml'), PAIR);
  await picture.refresh();
  const watch = new Watch({ store, picture, problems: new ProblemFiles(config) });
  for (const look of come(facts.looks, (each) => each)) await watch.look(look);
  return world;
}

/** What was said at each moment; how it came out is told by what came later. */
function listSaid({ steps }: Replay) {
  return steps.map(({ horizons, ...step }) => ({
    ...step,
    horizons: horizons.map(({ outcome: _, ...said }) => said),
  }));
}

afterAll(endWorlds);

describe.each([1, 2])('a desk of seed %i', async (seed) => {
  const facts = await makeFacts(seed);
  const late = await makeDeskUntil(facts, NOW);
  const request = (problem: string, to: string): ReplayRequest => ({
    problem,
    from: '2031-05-01',
    to,
    step: DAY / 2,
  });
  // The moment before a decision, and before rows come in, where what follows would show.
  const { made } = facts.decisions.find((each) => each.made > at(400))!;
  const instants = [at(170), at(399), new Date(Date.parse(made) - 1).toISOString(), at(900)];

  test.each(instants)(
    'says of every moment up to %s what it said then',
    async (until) => {
      const early = await makeDeskUntil(facts, until);
      for (const problem of ['veles', 'front']) {
        const then = (await early.desk.getReplay(request(problem, until)))!;
        const now = (await late.desk.getReplay(request(problem, until)))!;
        expect(then.steps.length).toBeGreaterThan(10);
        expect(listSaid(now)).toEqual(listSaid(then));
        // And so it says where it goes on to the end.
        const whole = (await late.desk.getReplay(request(problem, '2031-06-20')))!;
        expect(listSaid(whole).slice(0, then.steps.length)).toEqual(listSaid(then));
      }
    },
    60_000,
  );

  test('what comes later is of a kind that would show', async () => {
    const replay = (await late.desk.getReplay(request('veles', '2031-06-20')))!;
    expect(replay.outcomes.length).toBeGreaterThan(1);
    const seen = new Set(replay.steps.flatMap(({ observed }) => observed.map(({ id }) => id)));
    expect([...seen].sort()).toEqual(['after-strike', 'readiness', 'threat', 'truce']);
    expect(new Set(replay.steps.map(({ level }) => level)).size).toBeGreaterThan(1);
    expect(replay.steps.at(-1)!.horizons.some(({ filed }) => filed !== undefined)).toBe(true);
    // With the facts of the day after at hand the day before, the number is another.
    const numbers = replay.steps.map(({ horizons }) => horizons[0]!.probability.p);
    expect(new Set(numbers).size).toBeGreaterThan(numbers.length / 2);
    const pair = (await late.desk.getReplay(request('front', '2031-06-20')))!;
    expect(pair.steps.some(({ observed }) => observed.some(({ id }) => id === 'neighbour'))).toBe(true);
  });
});
