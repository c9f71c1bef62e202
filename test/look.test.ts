import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageError } from '../src/model/errors.ts';
import { readConfig } from '../src/run/config.ts';
import type { Context } from '../src/run/context.ts';
import { Picture } from '../src/run/picture.ts';
import { makeStyle } from '../src/run/print/terminal.ts';
import { makeProgram } from '../src/run/program.ts';
import { UsageError } from '../src/run/usage.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { parseLines } from './support/cli.ts';

/* The commands that look, on the made-up case and a problem of its own: from the words of the command line to what is printed. */

const NOW = '2031-05-22T10:00:00.000Z';
const KEPT = '2031-05-20T08:00:00.000Z';

const PROBLEM = `
id: allied-mission
title: Allied mission in Karvonia
question: Will the allied mission in Karvonia be attacked?
horizons: [7, 30]
outcome:
  confirmed: 1
  total: 1
  grace: 3
  match:
    - event: [ASSAULT]
      realis: [occurred]
      words: ["rocket*"]
baseRate:
  halfLife: 180
  prior: { incidents: 1, days: 60 }
  history: { cameo: ["19"] }
indicators:
  - id: readiness
    title: Militias raise their readiness
    why: Made up for a test.
    direction: for
    strength: strong
    halfLife: 14
    match:
      - words: ["level of readiness", "launchers"]
  - id: staying
    title: Those threatened stay
    why: Made up for a test.
    direction: against
    strength: slight
    halfLife: 14
    match:
      - words: ["We are staying", "no order to leave"]
        polarity: [affirmed, negated]
windows: []
levels: { horizon: 30, consequence: 1, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8, hysteresis: 0.05 }
gaps: [No Karvonian outlet is read.]
tlp: GREEN
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'look-'));
  const store = await openEmbeddedStore({ folder, now: () => KEPT });
  const { warning, relay, hostile } = karvonia;
  await store.put(
    [warning, relay, hostile].map(({ reading, content }) => ({
      page: { kind: 'page', hash: reading.document.bytes, content, seen: reading.document.seen },
      reading,
    })),
  );
  await new Picture(store).advance();
  await store.close();
  await mkdir(join(folder, 'problems'));
  await writeFile(join(folder, 'problems', 'allied-mission.yaml'), PROBLEM);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line here and gives its exit code and what it printed. */
async function run(line: readonly string[], { isTty = true } = {}) {
  let out = '';
  const terminal = {
    isTty,
    width: 80,
    style: makeStyle(false),
    write: async (text: string | Uint8Array) => {
      out += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
  };
  const context: Context = {
    out: terminal,
    err: terminal,
    stdin: (async function* () {})(),
    errStream: process.stderr,
    now: () => NOW,
  };
  let code: number | undefined;
  const program = makeProgram(async (flags, command) => {
    const config = readConfig({
      flags: { ...flags, data: folder },
      env: {},
      platform: 'linux',
      home: folder,
    });
    code = await command({ config, context });
  });
  for (const each of [program, ...program.commands]) {
    each.exitOverride().configureOutput({ writeErr: () => undefined });
  }
  await program.parseAsync(line, { from: 'user' });
  return { code, out };
}

describe('tocsin board', () => {
  it('shows each problem with number and word, on a terminal and as JSON', async () => {
    const { code, out } = await run(['board']);
    expect(code).toBe(0);
    expect(out).toMatch(/^As of 22 May 2031 10:00 UTC\n\nAllied mission in Karvonia {2}allied-mission\n/);
    expect(out).toMatch(/ {2}[█░·┃]{30}\n {2}[<>]?\d+(\.\d)?% · [a-z ]+ · [\d<>]+–[\d<>]+% · base rate /);
    expect(out).toMatch(/ for {6}Militias raise their readiness\n {2}against {2}Those threatened stay\n/);
    const [board] = parseLines((await run(['board'], { isTty: false })).out);
    expect(board).toMatchObject({
      kind: 'board',
      asOf: NOW,
      rows: [{ problem: 'allied-mission' }],
      failures: [],
    });
  });

  it('shows an earlier day without what came later', async () => {
    const { out } = await run(['board', '--as-of', '2031-05-19', '--format', 'json']);
    const [board] = parseLines(out);
    expect(board).toMatchObject({ asOf: '2031-05-19T23:59:59.999Z', rows: [{ for: [], newest: [] }] });
    await expect(run(['board', '--as-of', 'yesterday'])).rejects.toThrow(UsageError);
  });

  it('ends with 1 where a problem file cannot be used, and shows the others', async () => {
    const broken = join(folder, 'problems', 'broken.yaml');
    await writeFile(broken, 'id: [');
    const { code, out } = await run(['board']);
    await rm(broken);
    expect(code).toBe(1);
    expect(out).toContain('broken.yaml');
    expect(out).toContain('Allied mission in Karvonia');
  });
});

describe('tocsin brief', () => {
  it('is text on a terminal, Markdown in a pipe, and what is asked for', async () => {
    const text = await run(['brief', 'allied-mission']);
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^TLP:GREEN\n\nAllied mission in Karvonia\n/);
    expect(text.out).toContain('officials, unnamed');
    expect((await run(['brief', 'allied-mission'], { isTty: false })).out).toMatch(/^\*\*TLP:GREEN\*\*\n/);
    const [json] = parseLines((await run(['brief', 'allied-mission', '--format', 'json'])).out);
    expect(json).toMatchObject({ kind: 'brief', problem: 'allied-mission', tlp: 'GREEN' });
  });

  it('is written to a file in the form of its ending, without links to this machine', async () => {
    const file = join(folder, 'brief.html');
    const { out } = await run(['brief', 'allied-mission', '--out', file]);
    expect(out).toBe('');
    const html = await readFile(file, 'utf8');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toContain('href="/documents');
    const nowhere = join(folder, 'nowhere', 'brief.md');
    await expect(run(['brief', 'allied-mission', '--out', nowhere])).rejects.toThrow(
      /cannot be written \(ENOENT\)/,
    );
  });

  it('of an unknown problem is refused with what to do', async () => {
    await expect(run(['brief', 'nothing'])).rejects.toThrow(
      new PageError(
        'nothing',
        'no warning problem of that id is watched',
        'tocsin board lists those that are.',
      ),
    );
  });
});

describe('tocsin matrix', () => {
  it('shows the answers as hypotheses where a problem names none, each row with who is first-hand', async () => {
    const { code, out } = await run(['matrix', 'allied-mission']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Allied mission in Karvonia {2}allied-mission\n/);
    expect(out).toMatch(/\nA {2}yes Yes +[\d.]+% +[\d.]+%\nB {2}no {2}No +[\d.]+% +[\d.]+%\n/);
    expect(out).toMatch(
      /\nMilitias raise their readiness\n {3}A \++ ×[\d.]+ +B · ×1\n {3}1\spossible\sorigin, 2\srelays/,
    );
    expect(out).toMatch(/\nThose threatened stay\n {3}A − ×0\.\d+ +B · ×1\n/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('is JSON in a pipe, and adds up to the probability', async () => {
    const [matrix] = parseLines((await run(['matrix', 'allied-mission'], { isTty: false })).out);
    expect(matrix).toMatchObject({
      kind: 'matrix',
      problem: 'allied-mission',
      asOf: NOW,
      hypotheses: [{ id: 'yes' }, { id: 'no' }],
      next: [],
    });
    const { hypotheses, horizon } = matrix as {
      hypotheses: { posterior: number }[];
      horizon: { probability: { p: number } };
    };
    expect(hypotheses[0]?.posterior).toBeCloseTo(horizon.probability.p, 12);
  });

  it('of an earlier day has nothing of what came later', async () => {
    const { out } = await run(['matrix', 'allied-mission', '--as-of', '2031-05-19']);
    expect(out).toContain('Nothing is observed: the hypotheses stand as before.');
    expect(out).not.toContain('×0.');
  });

  it('of an unknown problem is refused with what to do', async () => {
    await expect(run(['matrix', 'nothing'])).rejects.toThrow(/tocsin board lists those that are\./);
  });
});

describe('tocsin ladder', () => {
  const LADDER = `ladder:
  sides:
    - { id: front, title: The Front, is: { name: [Free Coast Front] } }
    - { id: militias, title: Militias, is: { name: [Militias in Karvonia] } }
  outcome: front
  rungs:
    - { title: Forces readied, match: [{ event: [MOBILIZE] }] }
    - { title: Attack, match: [{ event: [ASSAULT], realis: [occurred] }] }
  reply: 30
`;

  it('shows steps, what they may answer, and the reply that is due', async () => {
    const file = join(folder, 'problems', 'laddered.yaml');
    await writeFile(
      file,
      PROBLEM.replace('id: allied-mission', 'id: laddered').replace('indicators:', `${LADDER}indicators:`),
    );
    const { code, out } = await run(['ladder', 'laddered']);
    const [ladder] = parseLines((await run(['ladder', 'laddered', '--format', 'json'])).out);
    const before = await run(['ladder', 'laddered', '--as-of', '2031-05-19']);
    await rm(file);
    expect(code).toBe(0);
    expect(out).toMatch(/\nRungs\n▮▯ {2}Forces readied\n▮▮ {2}Attack\n/);
    expect(out).toMatch(
      /\n9 May 2031 {3}▮▮ The Front\n {13}Rockets hit, .+ i[0-9a-f]{12}\n {13}nobody is named: taken for theirs\n/,
    );
    expect(out.replace(/\s+/g, ' ')).toContain(
      '↳ may answer “Rockets hit, harbour district” of 9 May 2031: after 7 days, 1 rung down, by its time alone',
    );
    expect(out).toMatch(/\nDue\nThe Front: no answer to “.+What is usual is not known/s);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(ladder).toMatchObject({
      kind: 'ladder',
      problem: 'laddered',
      steps: [
        { day: '2031-05-09', side: 'front', rung: 2, assumed: true },
        { side: 'militias', rung: 1 },
      ],
      due: { side: 'front' },
    });
    expect(before.out).toContain('No incident of either side that fits a rung');
  });

  it('of a problem without sides is refused with what to do', async () => {
    await expect(run(['ladder', 'allied-mission'])).rejects.toThrow(
      /names no two sides\. Add "ladder" to its file/,
    );
  });
});

describe('tocsin stories and incidents', () => {
  it('list what is known then, and show one with its tree', async () => {
    const rows = parseLines((await run(['stories'], { isTty: false })).out);
    expect(rows.length).toBeGreaterThan(0);
    const { id } = rows.find(({ title }) => String(title).includes('Port Sarrat'))!;
    const { out } = await run(['stories', String(id)]);
    expect(out).toContain('◎ officials to Channel Courier · possible: unnamed source');
    expect((await run(['stories', '--as-of', '2031-05-19'])).out).toBe('No story is known.\n');
    await expect(run(['stories', String(id), '--as-of', '2031-05-19'])).rejects.toThrow(
      /no story of that id/,
    );
  });

  it('show an incident with the figures that differ', async () => {
    const rows = parseLines((await run(['incidents', '--limit', '500'], { isTty: false })).out);
    const raid = rows.find(({ differing }) => Number(differing) > 0);
    const { out } = await run(['incidents', String(raid?.['id'])]);
    expect(out).toMatch(
      /rockets: .*\n {4}at least 8 {2}Northern Gazette, 16 May 2031\n {4}21 {10}Karvonian army/,
    );
    await expect(run(['incidents', 'i404'])).rejects.toThrow(/tocsin incidents lists those that are\./);
  });

  it.each([
    [['--limit', '0'], /--limit 0 does not fit/],
    [['--country', 'Karvonia'], /no country code/],
    [['--as-of', '2031-13'], /--as-of 2031-13 is no date/],
  ])('refuse %j', async (flags, message) => {
    await expect(run(['incidents', ...flags])).rejects.toThrow(message);
  });

  it('print nothing that acts on a terminal', async () => {
    for (const command of ['stories', 'incidents', 'board']) {
      const { out } = await run([command]);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});

describe('tocsin import', () => {
  it('keeps rows once, tells each that cannot be used, and goes on', async () => {
    const file = join(folder, 'attacks.csv');
    await writeFile(file, 'date,actor,cameo\n2031-01-02,Front,194\nsoon,Front,194\n2031-02-03,Front,194\n');
    const first = await run(['import', 'csv', file, join(folder, 'absent.csv')]);
    expect(first.code).toBe(1);
    expect(first.out.replace(/\s+/g, ' ')).toMatch(
      /attacks\.csv: 2 added .*absent\.csv: 0 added Not used .*attacks\.csv:3: "soon" is no day.*absent\.csv: there is no such file/,
    );
    const again = await run(['import', 'csv', file, '--format', 'json']);
    expect(parseLines(again.out)).toEqual([
      { kind: 'failure', file, problem: expect.stringContaining(':3: "soon" is no day') },
      { kind: 'import', file, rows: 2, added: 0 },
    ]);
    const [board] = parseLines((await run(['board', '--format', 'json'])).out);
    expect(board).toMatchObject({ failures: [] });
    const [brief] = parseLines((await run(['brief', 'allied-mission', '--format', 'json'])).out);
    expect(brief).toMatchObject({ assessment: { baseRate: { history: 2 } } });
  });

  it('refuses another kind of file', async () => {
    await expect(run(['import', 'xml', 'a.xml'])).rejects.toThrow(/Allowed choices are csv/);
  });
});

describe('tocsin events', () => {
  it('imports coded events, from which a problem that names a pair has its base rate', async () => {
    const text = PROBLEM.replace('id: allied-mission', 'id: named-pair').replace(
      'history: { cameo: ["19"] }',
      'history: { cameo: ["19"] }\n  pair: { source: [The Front], target: [Karvonia], roots: ["18", "19", "20"] }',
    );
    await writeFile(join(folder, 'problems', 'named-pair.yaml'), text);
    const rows = Array.from({ length: 400 }, (_, i) => {
      const day = new Date(Date.UTC(2030, 3, 17) + i * 86_400_000).toISOString().slice(0, 10);
      return `${day},The Front,Karvonia,${i % 20 === 0 ? 193 : 112}`;
    });
    const file = join(folder, 'events.csv');
    await writeFile(file, ['date,source,target,cameo', ...rows, 'soon,The Front,Karvonia,193'].join('\n'));
    const assess = async () => {
      const [brief] = parseLines((await run(['brief', 'named-pair', '--format', 'json'])).out);
      return (brief as { assessment: { baseRate: { method: string; notes: string[] } } }).assessment.baseRate;
    };
    expect(await assess()).toMatchObject({ method: 'incidents' });
    const { code, out } = await run(['events', 'import', file]);
    expect(code).toBe(1);
    expect(out).toBe(
      'events.csv (csv): 400 events, 1 passed over\n  1 × has a date that is no day: line 402\n',
    );
    expect((await run(['events', 'import', file])).out).toMatch(/was there already/);
    expect((await run(['events', 'list'])).out).toMatch(
      /^events\.csv \(csv\): 400 events, .* since 2031-05-22/,
    );
    expect((await run(['events', 'list', '--as-of', '2031-05-01'])).out).toBe(
      'No events have been imported.\n',
    );
    const { method, notes } = await assess();
    expect(method).toBe('pairs');
    expect(notes[0]).toMatch(/on 20 of 400 days up to 2031-05-21 there was one/);
  });

  it('tells a file that is no table of events, and goes on', async () => {
    const file = join(folder, 'words.txt');
    await writeFile(file, 'These are only words.\n');
    const { code, out } = await run(['events', 'import', file, '--json']);
    expect(code).toBe(1);
    expect(parseLines(out)).toEqual([
      { kind: 'failure', file, problem: expect.stringContaining('is no table of events') },
    ]);
    await expect(run(['events', 'import'])).rejects.toThrow(UsageError);
  });
});
