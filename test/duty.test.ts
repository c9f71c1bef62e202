import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyLedger } from '../src/analyse/ledger/verify/verify.ts';
import { createReader } from '../src/process/read.ts';
import { readConfig } from '../src/run/config.ts';
import { type Duty, openDuty } from '../src/run/duty.ts';
import { EXAMPLE, EXAMPLE_SETTING, loadExample, needsExample, readManifest } from '../src/run/example.ts';
import { Picture } from '../src/run/picture.ts';
import type { PageReader } from '../src/run/pipeline.ts';
import { readProgramName } from '../src/run/version.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import type { Store } from '../src/store/store.ts';
import { karvonia } from './setup/case-karvonia.ts';

/* What a running program does about problems, their files, the ledger and the channels, on a store of one page. */

const LIBRARY = new URL('../data/problems/us-sites-iraq.yaml', import.meta.url);
const SOURCE = readFileSync(LIBRARY, 'utf8');
const START = Date.parse('2031-05-20T08:00:00.000Z');

let folder: string;
let store: Store;
let time: number;
let told: string[];
const now = (): string => new Date(time).toISOString();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-duty-'));
  mkdirSync(join(folder, 'problems'));
  time = START;
  told = [];
  store = await openEmbeddedStore({ folder, now });
  const { reading, content } = karvonia.warning;
  const { bytes, seen } = reading.document;
  await store.put([{ page: { kind: 'page', hash: bytes, content, seen }, reading }]);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(env: Record<string, string> = {}, signal?: AbortSignal): Promise<Duty> {
  const config = readConfig({ flags: { data: folder }, env, platform: 'linux', home: folder });
  const log = (line: string): void => void told.push(line);
  return openDuty({ store, config, now, log, ...(signal === undefined ? {} : { signal }) });
}

function writeProblem(id: string, change: (text: string) => string = (text) => text): void {
  const text = SOURCE.replace('id: us-sites-iraq', `id: ${id}`);
  writeFileSync(join(folder, 'problems', `${id}.yaml`), change(text));
}

/** Problems and horizons of what was filed, in order. */
async function listFiled(): Promise<readonly string[]> {
  return (await store.listLedger()).map(({ content }) =>
    content.kind === 'forecast' ? `${content.problem} ${content.horizon}` : content.kind,
  );
}

describe('problem files', () => {
  test('that come, change, break and go are taken up by the next look, and each fault is told once', async () => {
    writeProblem('first');
    const duty = await open();
    await duty.attend();
    expect(await listFiled()).toEqual(['first 7', 'first 30']);
    expect(await duty.hasChanged()).toBe(false);

    writeProblem('second', (text) => text.replace('horizons: [7, 30]', 'horizons: [14, 30]'));
    expect(await duty.hasChanged()).toBe(true);
    time += 60_000;
    await duty.attend();
    expect((await listFiled()).slice(2)).toEqual(['second 14', 'second 30']);

    writeProblem('second', (text) => text.replace('horizons:', 'horizon:'));
    time += 86_400_000;
    await duty.attend();
    await duty.attend();
    expect((await listFiled()).slice(4)).toEqual(['first 7', 'first 30']);
    expect(told.filter((line) => line.includes('second.yaml') && line.includes('"horizons"'))).toHaveLength(
      1,
    );

    rmSync(join(folder, 'problems', 'first.yaml'));
    writeProblem('second');
    time += 86_400_000;
    await duty.attend();
    expect((await listFiled()).slice(6)).toEqual(['second 7', 'second 30']);
    expect(await verifyLedger(store.exportLedger())).toMatchObject({ ok: true, entries: 8 });
  });

  test('are kept with their text from when a forecast was filed with them', async () => {
    writeProblem('first');
    const duty = await open();
    await duty.attend();
    const since = now();
    time += 86_400_000;
    writeProblem('first', (text) => `${text}\n# changed\n`);
    await duty.attend();
    await duty.attend();
    const versions = await store.listProblemVersions({ problem: 'first' });
    expect(versions).toHaveLength(2);
    expect(versions[0]?.since).toBe(since);
    for (const { content } of await store.listLedger()) {
      if (content.kind !== 'forecast') continue;
      const kept = await store.getProblemVersion(content.problem, content.problemVersion);
      expect(kept?.text.endsWith('# changed\n')).toBe(content.problemVersion === versions[1]?.version);
    }
    expect(await store.listProblemVersions({ problem: 'first', asOf: since })).toHaveLength(1);
  });

  test('looked at from two sides at once, they are filed once', async () => {
    writeProblem('first');
    const duty = await open();
    await Promise.all([duty.attend(), duty.attend(), duty.attend()]);
    time += 86_400_000;
    await Promise.all([duty.attend(), duty.attend(), duty.attend()]);
    expect(await listFiled()).toEqual(['first 7', 'first 30', 'first 7', 'first 30']);
    expect(await verifyLedger(store.exportLedger())).toMatchObject({ ok: true });
  });

  test('of which another process files some first, they are looked at again and filed once', async () => {
    writeProblem('first');
    writeProblem('second');
    const config = readConfig({ flags: { data: folder }, env: {}, platform: 'linux', home: folder });
    const options = { config, now, log: (line: string): void => void told.push(line) };
    const kept = await openEmbeddedStore({ folder, now });
    const other = await openDuty({ ...options, store: kept });
    let isMet = true;
    const late = new Proxy(store, {
      get: (target, name) =>
        name !== 'appendLedger'
          ? Reflect.get(target, name)
          : async (entries: Parameters<Store['appendLedger']>[0]) => {
              if (!isMet) {
                isMet = true;
                await other.attend();
              }
              await target.appendLedger(entries);
            },
    });
    const duty = await openDuty({ ...options, store: late });
    const both = ['first 7', 'first 30', 'second 7', 'second 30'];
    for (const filed of [both, [...both, ...both]]) {
      isMet = false;
      await duty.attend();
      expect(isMet).toBe(true);
      expect(await listFiled()).toEqual(filed);
      time += 86_400_000;
    }
    expect(await verifyLedger(store.exportLedger())).toMatchObject({ ok: true, entries: 8 });
    await kept.close();
  });
});

test('a desk whose key cannot be used files its forecasts all the same, and says what is wrong', async () => {
  writeProblem('first');
  writeProblem('second');
  mkdirSync(join(folder, 'keys'));
  const file = join(folder, 'keys', 'desk.ed25519.pem');
  writeFileSync(file, 'no key', { mode: 0o600 });
  const duty = await open();
  await expect(duty.attend()).rejects.toThrow('is no private key');
  expect(await listFiled()).toEqual(['first 7', 'first 30', 'second 7', 'second 30']);
  expect(await store.listAlerts()).toEqual([]);
  // The alerts are made up for as soon as the key is back.
  rmSync(file);
  await duty.attend();
  expect((await store.listAlerts()).map(({ alert }) => alert.content.problem).sort()).toEqual([
    'first',
    'second',
  ]);
});

describe('a channel that does not take an alert', () => {
  let server: Server;
  let asked: number;
  let answer: number;
  let url: string;
  beforeEach(async () => {
    asked = 0;
    answer = 500;
    server = createServer((request, response) => {
      asked += 1;
      request.resume();
      if (answer !== 0) response.writeHead(answer, { 'retry-after': '60' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    [500, 'it answered 500'],
    [429, 'it answered 429'],
    [0, 'this program was stopped before there was an answer'],
  ])('holds up nobody who wants to stop, and has it after the next start: %d', async (status, problem) => {
    answer = status;
    writeProblem('first');
    const controller = new AbortController();
    const duty = await open({ TOCSIN_WEBHOOK: url }, controller.signal);
    await duty.attend();
    while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await duty.finish();
    // Nothing was asked for a second time, and whoever waited the minute out would run into the runner's limit.
    expect(asked).toBe(1);
    expect((await store.listAlerts())[0]!.deliveries).toMatchObject([{ state: 'failed', problem }]);
    expect(told.join()).not.toContain('secret');

    answer = 200;
    time += 60_000;
    const again = await open({ TOCSIN_WEBHOOK: url });
    again.retry();
    await again.finish();
    expect((await store.listAlerts())[0]!.deliveries).toMatchObject([{ state: 'sent', update: 1 }]);
    expect(asked).toBe(2);
  });
});

test('an example of which a page could not be read is not taken for loaded', async () => {
  const data = join(folder, 'example');
  const config = readConfig({ flags: { data }, env: {}, platform: 'linux', home: folder });
  const own = await openEmbeddedStore({ folder: data, now });
  await own.setSetting(EXAMPLE_SETTING, EXAMPLE);
  const entries = (await readManifest()).slice(0, 2);
  const reader = createReader({ engine: readProgramName() });
  let reads = 0;
  const failing: PageReader = {
    read: (...given) => {
      reads += 1;
      if (reads === 1) throw new Error('a word list is broken');
      return reader.read(...given);
    },
  };
  const load = (one: PageReader) =>
    loadExample(entries, { store: own, reader: one, picture: new Picture(own), config, now });
  expect((await load(failing)).failures).toHaveLength(1);
  expect(await needsExample(own)).toBe(true);
  expect(await load(reader)).toMatchObject({ added: 1, unchanged: 1, failures: [] });
  expect(await needsExample(own)).toBe(false);
  expect(await verifyLedger(own.exportLedger())).toMatchObject({ ok: true });
  await own.close();
});
