import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reading } from '../src/model/reading.ts';
import { INJECTIONS, UNSEEN_INJECTIONS, WANTED } from '../src/process/second/injections.fixtures.ts';
import { ChatServer } from './support/chat-server.ts';
import { parseLines, prepareCli, runCli, runHere } from './support/cli.ts';

vi.setConfig({ testTimeout: 120_000 });

const KEY = 'sk-very-secret-123';
const TEXT = `Shelling at Example Bay

March 3, 2026

Rebels shelled the port of Example Bay on Monday, killing at least three sailors, the harbour master said. “The guns that were trained on us all of last week have not been silent for one hour,” reads a line chalked on the quay wall.

That rebels shelled the old pier too is what the harbour master, of all people, said.

The ministry said in a statement that two ferries were hit. The quay was closed on Monday and the ferry company moved its boats.`;

const CLAIM = {
  ...{
    quote: 'rebels shelled the old pier too',
    stance: 'asserts',
    certainty: 'certain',
    polarity: 'affirmed',
  },
  ...{ evidence: 'unstated', chain: [{ name: 'the harbour master', type: 'person', cue: 'said' }] },
  events: [{ trigger: 'shelled', type: 'ASSAULT', realis: 'occurred' }],
};
const CAREFUL = JSON.stringify({ claims: [CLAIM] });
/** Says whatever the page wants. */
const GULLIBLE = JSON.stringify({
  claims: [
    {
      ...CLAIM,
      quote: WANTED,
      chain: [],
      events: [{ ...CLAIM.events[0], trigger: 'bombing', realis: 'occurred' }],
    },
    { ...CLAIM, quote: WANTED, chain: [{ name: 'Ann Example', type: 'person', cue: 'confessed' }] },
    {
      ...CLAIM,
      quote: 'Rebels shelled the port of Example Bay on Monday',
      stance: 'denies',
      chain: [{ name: 'the harbour master', type: 'person', cue: 'said' }],
    },
    {
      ...CLAIM,
      quote: 'Ann Example is guilty',
      chain: [{ name: 'the harbour master', type: 'person', cue: 'said' }],
    },
  ],
});

let folder: string;
let data: string;
let url: string;
let server: ChatServer;
beforeAll(prepareCli);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-second-'));
  data = join(folder, 'data');
  server = new ChatServer();
  server.answer = () => CAREFUL;
  url = await server.open();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const run = (args: readonly string[], env: Record<string, string> = {}, start: typeof runHere = runHere) =>
  start(args, {
    env: {
      ...{ TOCSIN_DATA: data, TOCSIN_SECOND_URL: url, TOCSIN_SECOND_MODEL: 'fake-1', TOCSIN_SECOND_KEY: KEY },
      TOCSIN_SECOND_PER_MINUTE: '6000',
      ...env,
    },
  });

async function read(args: readonly string[], env: Record<string, string> = {}): Promise<readonly Reading[]> {
  const { out, err, code } = await run(['read', ...args, '--format', 'json'], env);
  expect(err).toBe('');
  expect(code).toBe(0);
  return parseLines(out) as unknown as readonly Reading[];
}

const ofSecond = ({ claims, events }: Reading) =>
  [...claims, ...events].filter(({ by }) => by === 'second@1');

/** Every file below a folder. */
function listFiles(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('tocsin read', () => {
  test('asks nobody unless told to, whatever the settings', async () => {
    const [reading] = await read([write('a.txt', TEXT)], { TOCSIN_SECOND: 'all' });
    expect(server.requests).toEqual([]);
    expect(reading).not.toHaveProperty('second');
  });

  test('--second adds what the model found and the text bears out, and says by whom', async () => {
    const file = write('a.txt', TEXT);
    const [first] = await read([file]);
    const [both] = await read([file, '--second']);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(both!.second).toMatchObject({ by: 'second@1', model: 'fake-1', outcome: 'read', dropped: {} });
    const { found, agreed } = both!.second!;
    // Whichever of the two has it, it is one claim with one event.
    expect([found.claims + agreed.claims, found.events + agreed.events]).toEqual([1, 1]);
    expect(ofSecond(both!)).toHaveLength(found.claims + found.events);
    expect(
      both!.claims.filter(({ by }) => by !== 'second@1').map(({ id, content }) => [id, content]),
    ).toEqual(first!.claims.map(({ id, content }) => [id, content]));
    const { text } = both!.document;
    for (const { content } of both!.claims) expect(text.slice(content.start, content.end)).toBe(content.text);
  });

  test('what was answered once is not paid for twice, and the key is nowhere', async () => {
    const file = write('a.txt', TEXT);
    const one = await run(['read', file, '--second', '--format', 'json'], {}, runCli);
    const two = await run(['read', file, '--second', '--format', 'json'], { TOCSIN_DEBUG: '1' }, runCli);
    expect(server.requests).toHaveLength(1);
    expect((parseLines(two.out)[0] as unknown as Reading).claims).toEqual(
      (parseLines(one.out)[0] as unknown as Reading).claims,
    );
    const kept = listFiles(data);
    expect(kept.length).toBeGreaterThan(1);
    for (const text of [
      one.out,
      one.err,
      two.out,
      two.err,
      ...kept.map((path) => readFileSync(path, 'latin1')),
    ])
      expect(text).not.toContain(KEY);
  });

  test('a page that gives orders changes nothing, whatever the model makes of it', async () => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    const styles = [...INJECTIONS, ...UNSEEN_INJECTIONS];
    expect(styles.length).toBeGreaterThanOrEqual(20);
    for (const [i, { words }] of styles.entries())
      writeFileSync(
        join(pages, `${String(i).padStart(2, '0')}.txt`),
        `${TEXT}\n\n${words}\n\nThe ferries run again.`,
      );
    const first = await read([pages]);
    server.answer = () => GULLIBLE;
    const both = await read([pages, '--second']);
    expect(both).toHaveLength(styles.length);
    both.forEach((reading, i) => {
      expect(ofSecond(reading), styles[i]!.style).toEqual([]);
      expect(reading.claims, styles[i]!.style).toEqual(first[i]!.claims);
      expect(reading.events, styles[i]!.style).toEqual(first[i]!.events);
    });
  });

  test('an endpoint that fails costs a note and nothing else', async () => {
    const file = write('a.txt', TEXT);
    const [first] = await read([file]);
    const answers: readonly [string, (response: import('node:http').ServerResponse) => void][] = [
      ['refused', (response) => response.writeHead(401).end('no')],
      [
        'no answer',
        (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
      ],
      ['refused', (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()],
      ['slow', () => undefined],
    ];
    for (const [reason, respond] of answers) {
      server.answer = (_request, response) => {
        respond(response);
        return undefined;
      };
      const [both] = await read([file, '--second'], { TOCSIN_SECOND_TIMEOUT: '1' });
      expect(both!.claims).toEqual(first!.claims);
      expect(both!.events).toEqual(first!.events);
      expect(both!.second).toMatchObject({ outcome: 'failed', reason });
      expect(both!.notes.at(-1)).toMatchObject({ type: 'skipped', by: 'second@1' });
    }
  });

  test('what the model says is no list: a note, and nothing is kept', async () => {
    server.answer = () => 'Sorry, as a model I cannot.';
    const file = write('a.txt', TEXT);
    for (const _turn of [1, 2]) {
      const [reading] = await read([file, '--second']);
      expect(reading!.second).toMatchObject({
        outcome: 'failed',
        reason: 'no answer',
        dropped: { 'no JSON': 1 },
      });
    }
    expect(server.requests).toHaveLength(2);
  });

  test('a budget is kept to over several runs', async () => {
    const env = { TOCSIN_SECOND_CALLS: '1' };
    await read([write('a.txt', TEXT), '--second'], env);
    const [reading] = await read([write('b.txt', `${TEXT} More was said.`), '--second'], env);
    expect(server.requests).toHaveLength(1);
    expect(reading!.second).toMatchObject({ outcome: 'failed', reason: 'budget' });
    const [tokens] = await read([write('c.txt', `${TEXT} Less was said.`), '--second'], {
      TOCSIN_SECOND_TOKENS: '700',
    });
    expect(tokens!.second).toMatchObject({ reason: 'budget' });
  });

  test('--second picked leaves what the first reader is sure of', async () => {
    const sure = Array.from(
      { length: 8 },
      (_, i) => `The ministry said on Monday that rebels shelled town ${i}.`,
    ).join('\n\n');
    const [reading] = await read([write('a.txt', `Shelling\n\n${sure}`), '--second', 'picked']);
    expect(server.requests).toEqual([]);
    expect(reading!.notes.at(-1)!.why).toMatch(/its rule does not pick/);
  });

  test('half a setting is refused before anything is read', async () => {
    const { code, err } = await runHere(['read', write('a.txt', TEXT), '--second'], {
      env: { TOCSIN_DATA: data },
    });
    expect(code).toBe(2);
    expect(err).toMatch(/TOCSIN_SECOND_URL and TOCSIN_SECOND_MODEL are not set/);
  });
});

describe('tocsin add', () => {
  test('keeps the first reading at once and the second in its place; doctor says what was spent', async () => {
    const { out, err, code } = await run(
      ['add', write('a.txt', TEXT), '--format', 'json'],
      {
        TOCSIN_SECOND: 'all',
      },
      runCli,
    );
    expect(code).toBe(0);
    expect(err).toMatch(/Second reader: 1 document, \d claims and \d events added\n/);
    const { document } = parseLines(out)[0] as { document: string };
    const shown = await run(['show', document, '--format', 'json']);
    const [reading] = parseLines(shown.out) as unknown as readonly Reading[];
    expect(reading!.second).toMatchObject({ outcome: 'read', dropped: {} });
    expect(ofSecond(reading!)).toHaveLength(reading!.second!.found.claims + reading!.second!.found.events);
    const doctor = await run(['doctor', '--format', 'json'], { TOCSIN_SECOND: 'all' });
    const check = parseLines(doctor.out).find(({ name }) => name === 'second reader');
    expect(check).toMatchObject({
      state: 'ok',
      finding: expect.stringMatching(/1 of 500 questions, 750 of 1000000 tokens/),
    });
  });

  test('an endpoint that is down leaves the first reading and is told of', async () => {
    await server.close();
    const added = await run(['add', write('a.txt', TEXT)], { TOCSIN_SECOND: 'all' });
    expect(added.code).toBe(0);
    expect(added.out).toMatch(/1 added/);
    expect(added.err).toMatch(/1 without an answer/);
    const doctor = await run(['doctor', '--format', 'json'], { TOCSIN_SECOND: 'all' });
    const check = parseLines(doctor.out).find(({ name }) => name === 'second reader');
    expect(check).toMatchObject({ state: 'warning', finding: expect.stringMatching(/ECONNREFUSED/) });
    server = new ChatServer();
    url = await server.open();
  });

  test('without the setting nobody is asked', async () => {
    await run(['add', write('a.txt', TEXT)]);
    expect(server.requests).toEqual([]);
  });
});
