import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ChatServer } from '../../../test/support/chat-server.ts';
import type { Problem } from '../../model/problem.ts';
import { readText } from '../../process/lang/en/event/reading.fixtures.ts';
import { readConfig } from '../config.ts';
import { UsageError } from '../usage.ts';
import { openSecond } from './open.ts';
import { checkSecond, makeSecondStatus } from './status.ts';
import { listWatched } from './watched.ts';

let folder: string;
let server: ChatServer;
let url: string;
let now: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-open-'));
  server = new ChatServer();
  url = await server.open();
  now = '2026-03-01T10:00:00.000Z';
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function configure(more: Record<string, string> = {}) {
  const env = {
    TOCSIN_SECOND: 'all',
    TOCSIN_SECOND_URL: url,
    TOCSIN_SECOND_MODEL: 'm',
    TOCSIN_DATA: folder,
    ...more,
  };
  return readConfig({ flags: {}, env, platform: 'linux', home: folder });
}
const open = (more: Record<string, string> = {}) =>
  openSecond({ config: configure(more), now: () => now, sleep: async () => undefined });

const read = (n: number) =>
  readText(
    `Rebels shelled the port number ${n}. ${'The quay was long and grey and nobody came. '.repeat(8)}`,
  );

test('an endpoint that fails again and again is left alone for a while, and asked again then', async () => {
  server.answer = (_request, response) => {
    response.writeHead(503).end();
    return undefined;
  };
  const second = open()!;
  for (let n = 1; n <= 5; n++) {
    const reading = await second.read(read(n));
    expect(reading.claims).toEqual(read(n).claims);
    expect(reading.second).toMatchObject({ outcome: 'failed', reason: 'down' });
  }
  expect(server.requests).toHaveLength(9);
  now = '2026-03-01T10:06:00.000Z';
  server.answer = () => '{"claims": []}';
  expect((await second.read(read(6))).second).toMatchObject({ outcome: 'read' });
  const status = await makeSecondStatus(configure(), () => now)();
  expect(status).toMatchObject({
    ...{ state: 'on', documents: 'all', model: 'm', budget: { calls: 500, tokens: 1_000_000 } },
    today: { documents: 6, failed: 5, calls: 10, failures: { down: 9 } },
  });
  expect(status).not.toHaveProperty('problem');
});

test('off there is none, and half a setting is refused', async () => {
  expect(open({ TOCSIN_SECOND: 'off' })).toBeUndefined();
  expect(() => open({ TOCSIN_SECOND_MODEL: '' })).toThrow(UsageError);
  expect(await checkSecond(configure({ TOCSIN_SECOND: 'off' }), () => now)).toMatchObject({
    state: 'ok',
    finding: 'off',
  });
  expect(await checkSecond(configure({ TOCSIN_SECOND_URL: '' }), () => now)).toMatchObject({
    state: 'failed',
  });
});

test('a document is put to it once', async () => {
  const second = open()!;
  const reading = await second.read(read(1));
  expect(await second.picks(read(1))).toBe(true);
  expect(await second.picks(reading)).toBe(false);
});

test.each([
  [{ TOCSIN_SECOND: 'sometimes' }, /TOCSIN_SECOND: "sometimes" does not fit/],
  [{ TOCSIN_SECOND_URL: 'ftp://a.example' }, /TOCSIN_SECOND_URL/],
  [{ TOCSIN_SECOND_URL: 'http://name:word@a.example/v1' }, /TOCSIN_SECOND_URL/],
  [{ TOCSIN_SECOND_KEY: 'two words' }, /^TOCSIN_SECOND_KEY: what is given does not fit/],
  [{ TOCSIN_SECOND_CALLS: '1.5' }, /TOCSIN_SECOND_CALLS/],
] as const)('%j is refused', (more, message) => {
  expect(() => configure(more)).toThrow(message);
});

test('what is watched comes from the problems', () => {
  const problem = {
    outcome: {
      match: [{ event: ['ASSAULT'], place: ['IQ', 'Example Bay'], recipient: { name: ['Harbour Guard'] } }],
    },
    indicators: [{ match: [{ event: ['THREATEN', 'ASSAULT'], about: ['embass*'] }] }],
    windows: [],
  } as unknown as Problem;
  expect(listWatched([])).toBeUndefined();
  expect(listWatched([problem])).toEqual({
    countries: ['IQ'],
    events: ['ASSAULT', 'THREATEN'],
    words: ['Example Bay', 'embass*', 'Harbour Guard'],
  });
});
