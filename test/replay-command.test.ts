import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import type { Replay } from '../src/model/replay.ts';
import { type ReplayFlags, runReplay } from '../src/run/commands/replay.ts';
import type { Context } from '../src/run/context.ts';
import { makeStyle } from '../src/run/print/terminal.ts';
import { ProblemFiles } from '../src/run/problems.ts';
import { describeError } from '../src/run/report.ts';
import { plainEngine } from './setup/karvonia-store.ts';
import { endWorlds, makeWorld, NOW, type World } from './support/world.ts';

/* `tocsin replay` and its address in the API, over a small store. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const PROBLEM = `
id: veles
title: Attacks on the port of Veles
question: Will the port of Veles be attacked with rockets?
horizons: [7]
outcome: { confirmed: 1, total: 1, grace: 2, match: [{ event: [ASSAULT], realis: [occurred], words: ["rocket*"], about: [Veles] }] }
baseRate: { halfLife: 90, prior: { incidents: 1, days: 60 }, history: { place: [Veles] } }
indicators:
  - id: readiness
    title: Rockets are brought up
    why: Nothing flies without.
    direction: for
    strength: strong
    halfLife: 7
    match: [{ words: ["into position"], about: [Veles] }]
windows: []
levels: { horizon: 7, consequence: 1, guarded: 0.15, elevated: 0.4, high: 0.6, critical: 0.8, hysteresis: 0.02 }
gaps: []
tell: []
tlp: CLEAR
`;

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'tocsin-replay-'));
const draft = join(folder, 'draft.yaml');
const broken = join(folder, 'broken.yaml');

beforeAll(async () => {
  const page = (at: string, words: string) => ({
    at,
    url: `https://harbour.example/${at}`,
    outlet: 'Harbour Wire',
    published: at,
    title: `Port of Veles ${at.slice(0, 10)}`,
    text: [words],
  });
  world = await makeWorld([
    page('2031-05-01T08:00:00.000Z', 'A truce around the port of Veles was agreed, the Karvonian army said.'),
    page(
      '2031-05-10T08:00:00.000Z',
      'The Northern Front is moving rockets into position near Veles, the Karvonian army said.',
    ),
    page(
      '2031-05-14T18:00:00.000Z',
      'Four rockets hit the port of Veles on 14 May 2031, the Karvonian army said.',
    ),
  ]);
  mkdirSync(join(world.config.data, 'problems'));
  writeFileSync(join(world.config.data, 'problems', 'veles.yaml'), PROBLEM);
  const { problems, failures } = await new ProblemFiles(world.config).read();
  expect([failures, problems.length]).toEqual([[], 1]);
  writeFileSync(draft, PROBLEM.replace('strength: strong', 'strength: slight'));
  writeFileSync(broken, PROBLEM.replace('strength: strong', 'strength: mighty'));
});

afterAll(async () => {
  await endWorlds();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command prints, and the code that it ends with. */
async function run(
  flags: Partial<ReplayFlags>,
  id = 'veles',
): Promise<{ out: string; code: number; err: string }> {
  let out = '';
  const style = makeStyle(false);
  const terminal = {
    isTty: false,
    width: 100,
    style,
    write: async (text: string | Uint8Array) => {
      out += String(text);
    },
  };
  const context: Context = {
    out: terminal,
    err: terminal,
    stdin: Readable.from([]),
    errStream: process.stderr,
    now: () => NOW,
  };
  const all = { from: '2031-05-01', to: '2031-05-31', step: '1d', ...flags };
  try {
    const code = await runReplay(id, all, { config: world.config, context });
    return { out, code, err: '' };
  } catch (error) {
    const { text, code } = describeError(error, { style, isDebug: false });
    return { out, code, err: text };
  }
}

const read = async (flags: Partial<ReplayFlags>) =>
  JSON.parse((await run({ ...flags, format: 'json' })).out) as Replay;
const findStep = ({ steps }: Replay, day: string) =>
  steps.find(({ asOf }) => asOf.startsWith(day))!.horizons[0]!;

describe('tocsin replay', () => {
  test('shows the course against what came', async () => {
    const replay = await read({});
    expect(replay.steps).toHaveLength(31);
    expect(findStep(replay, '2031-05-09').probability.p).toBeCloseTo(
      findStep(replay, '2031-05-09').baseRate.p,
      10,
    );
    expect(findStep(replay, '2031-05-10').probability.p).toBeGreaterThan(
      2 * findStep(replay, '2031-05-10').baseRate.p,
    );
    expect(replay.outcomes).toMatchObject([{ day: '2031-05-14' }]);
    expect(findStep(replay, '2031-05-13').outcome).toBe('yes');
    // Nothing came in any more: nobody could tell.
    expect(findStep(replay, '2031-05-14').outcome).toBe('void');
    expect(findStep(replay, '2031-05-03').outcome).toBe('no');
    const { out, code } = await run({ format: 'text' });
    expect(code).toBe(0);
    for (const words of [
      'Attacks on the port of Veles',
      '▼',
      '2031-05-10',
      'Too few to say',
      'It happened on 14 May 2031',
    ])
      expect(out).toContain(words);
  });

  test('without an indicator, and with a changed definition, the number is another', async () => {
    const whole = await read({});
    const without = await read({ without: ['readiness'] });
    const changed = await read({ problemFile: draft });
    const at = (replay: Replay) => findStep(replay, '2031-05-10').probability.p;
    expect(at(without)).toBeCloseTo(findStep(whole, '2031-05-10').baseRate.p, 10);
    expect(at(changed)).toBeLessThan(at(whole));
    expect(at(changed)).toBeGreaterThan(at(without));
    expect(changed.problemVersion).not.toBe(whole.problemVersion);
  });

  test('measures what an indicator adds', async () => {
    const { ablation } = await read({ ablate: true });
    expect(ablation).toMatchObject([{ id: 'readiness' }]);
    expect(ablation![0]!.horizons[0]!.added!.mean).not.toBe(0);
  });

  test('writes one line for each moment and horizon as CSV', async () => {
    const { out } = await run({ format: 'csv', to: '2031-05-12' });
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(13);
    expect(lines[0]).toMatch(/^asOf,horizon,p,low,high,word,baseRate,level/);
    expect(lines[10]).toMatch(/^2031-05-10T23:59:59.999Z,7,0\.\d+,.*,yes,.*readiness 1?\.?\d+/);
  });

  test('goes by smaller steps, and up to the present at most', async () => {
    expect((await read({ from: '2031-05-10', to: '2031-05-10', step: '1h' })).steps).toHaveLength(24);
    const replay = await read({ from: '2031-06-29', to: '2032-01-01', step: '1h' });
    expect(replay.steps.at(-1)!.asOf < NOW).toBe(true);
  });

  test.each([
    ['a beginning that is none', { from: 'soon' }, 2, '--from soon is no date'],
    ['an end before the beginning', { to: '2031-04-01' }, 2, 'holds no moment'],
    ['a time that has not come', { from: '2033-01-01', to: '2033-02-01' }, 2, 'holds no moment'],
    ['a step that is none', { step: '0d' }, 2, '--step 0d is no length of time'],
    [
      'an unknown indicator',
      { without: ['gossip'] },
      2,
      'gossip: is no indicator or window of veles. Those are readiness.',
    ],
    ['too much work', { from: '0001-01-01', step: '1m' }, 2, 'at most 1000000 assessments are made'],
    ['a file that is not there', { problemFile: '/nowhere/at/all.yaml' }, 2, 'cannot be read (ENOENT)'],
    ['a horizon of another problem', { horizon: '30', format: 'text' }, 2, 'is none of the problem’s'],
  ] as const)('refuses %s', async (_, flags, code, words) => {
    const refused = await run(flags);
    expect(refused.err).toContain(words);
    expect(refused.code).toBe(code);
  });

  test('refuses a definition with its line', async () => {
    const refused = await run({ problemFile: broken });
    expect(refused.err).toMatch(/broken\.yaml:\d+: .*mighty/);
    expect(refused.code).toBe(2);
  });

  test('refuses a problem that is not watched', async () => {
    expect(await run({}, 'nothing')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no warning problem'),
    });
  });
});

describe('GET /problems/{id}/replay', () => {
  const ask = (query: string, id = 'veles') =>
    createApp({
      store: world.store,
      desk: world.desk,
      engine: plainEngine,
      name: 'tocsin 0.0.0-test',
      now: () => NOW,
    }).request(`/api/v1/problems/${id}/replay?${query}`);

  test('answers as the command does', async () => {
    const answer = await ask('from=2031-05-01&to=2031-05-31&without=readiness');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(await read({ without: ['readiness'] }));
  });

  test.each([
    ['from=2031-05-01', 'to'],
    ['from=2031-05-01&to=May', 'to'],
    ['from=2031-05-01&to=2031-05-31&step=1s', 'length of time'],
    ['from=2031-05-01&to=2031-05-31&without=gossip', 'gossip: is no indicator'],
    ['from=1900-01-01&to=2031-05-31&step=1m', 'at most 5000 assessments'],
  ])('refuses %s', async (query, words) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  test('knows no other problem', async () => {
    expect((await ask('from=2031-05-01&to=2031-05-31', 'nothing')).status).toBe(404);
  });
});
