import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseAlert } from '../src/disseminate/alert/alert.ts';
import { loadSigningKey } from '../src/disseminate/proof/desk-keys.ts';
import { sign } from '../src/disseminate/proof/sign.ts';
import { runKey, runKeyNew, runKeyRevoke, runKeyRotate, runKeyShow } from '../src/run/commands/key.ts';
import { runVerify } from '../src/run/commands/verify.ts';
import { type Config, readConfig } from '../src/run/config.ts';
import { canonicalJson } from '../src/text/canonical-json.ts';
import { prepareCli, runCli } from './support/cli.ts';
import { makeHash, makeTestAssessment } from './support/ledger.ts';
import { makeTestSession, type TestSession } from './support/session.ts';

let folder: string;
let config: Config;
let session: TestSession;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-key-'));
  config = makeConfig('data');
  session = makeTestSession();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeConfig(name: string, flags: Readonly<Record<string, unknown>> = {}): Config {
  return readConfig({
    ...{ flags: { data: join(folder, name), ...flags }, env: {} },
    ...{ platform: 'linux' as const, home: folder },
  });
}

/** Runs at an instant; what is printed begins anew. */
function on(day: number, given = config) {
  session = makeTestSession({ now: () => `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z` });
  return { config: given, context: session.context };
}

function writeAlert(day: number): string {
  const alert = chooseAlert(makeTestAssessment({ level: 'high' }), {
    ...{ forecast: makeHash('f'), engine: 'tocsin 0.0.0', tlp: 'CLEAR' },
    issued: `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`,
  });
  const file = join(folder, `alert-${day}.json`);
  writeFileSync(file, canonicalJson(sign(alert, loadSigningKey(config.data))));
  return file;
}

describe('tocsin key', () => {
  test('makes, shows, replaces and revokes keys; others verify with what it wrote', async () => {
    expect(await runKeyNew({}, on(1))).toBe(0);
    await expect(runKeyNew({}, on(1))).rejects.toThrow('the desk has a key');
    await runKey({}, on(1));
    const first = session.out.trim();
    const [early, backdated] = [writeAlert(2), writeAlert(4)];
    expect(await runKeyRotate({ format: 'json' }, on(3))).toBe(0);
    const [one, two] = (
      JSON.parse(session.out) as {
        readonly keys: readonly { readonly key: string; readonly fingerprint: string }[];
      }
    ).keys;
    expect(one).toMatchObject({ key: first, state: 'replaced', until: '2026-03-03T00:00:00.000Z' });
    expect(two).toMatchObject({ state: 'in use', from: '2026-03-03T00:00:00.000Z' });
    const late = writeAlert(5);

    const chain = join(folder, 'desk-keys.json');
    expect(await runKeyShow({ out: chain }, on(6))).toBe(0);
    expect(session.out).toContain(
      `✓ ${two!.key}  in use\n  fingerprint ${two!.fingerprint}\n  from 3 March 2026`,
    );
    expect(session.out).toContain(`· ${first}  replaced\n`);
    await expect(runKeyShow({ out: chain }, on(6))).rejects.toThrow('is there already');

    // Somebody else, without the data folder.
    const elsewhere = makeConfig('elsewhere');
    const check = (file: string, key = chain) => runVerify(file, { key: [key] }, on(9, elsewhere));
    expect(await check(early)).toBe(0);
    expect(session.out).toContain('which is trusted; another key took its place on 3 March 2026');
    expect(await check(late)).toBe(0);
    expect(session.out).not.toContain('another key');
    expect(await check(backdated)).toBe(1);
    expect(session.out).toContain('in whose place another came on 3 March 2026');
    expect(await runVerify(late, { key: [first] }, on(9, elsewhere))).toBe(1);
    expect(session.out).toContain('its key is not trusted here');

    await expect(runKeyRevoke(first, {}, on(7))).rejects.toThrow('no reason is given');
    const reason = 'a laptop was stolen';
    expect(await runKeyRevoke(one!.fingerprint.slice(0, 8), { reason, since: '2026-03-02' }, on(7))).toBe(0);
    const newer = join(folder, 'newer.json');
    await runKeyShow({ out: newer }, on(8));
    expect(session.out).toContain('not to be trusted from 2 March 2026 00:00 UTC on');
    expect(await check(early, newer)).toBe(1);
    expect(session.out).toContain(
      'which is not to be trusted from 2 March 2026 00:00 UTC on: a laptop was stolen',
    );
    expect(await check(late, newer)).toBe(0);

    writeFileSync(newer, readFileSync(newer, 'utf8').replace('stolen', 'found!'));
    await expect(check(early, newer)).rejects.toThrow('is a chain of keys that does not hold: statement 3');
  });

  test('says that there is none where one is only asked for', async () => {
    await expect(runKeyShow({}, on(1))).rejects.toThrow('this desk has no key yet');
    await expect(runKeyRotate({}, on(1))).rejects.toThrow('this desk has no key yet');
  });
});

describe('tocsin verify with an address', () => {
  let server: Server;
  let root: string;
  let files: Map<string, Uint8Array>;

  beforeEach(async () => {
    files = new Map();
    server = createServer((request, response) => {
      const file = files.get(request.url!);
      response.writeHead(file === undefined ? 404 : 200).end(file);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.close();
    await once(server, 'close');
  });

  test('fetches it, with a signature within or beside it, and no address of this network unless allowed', async () => {
    await runKeyNew({}, on(1));
    const bytes = readFileSync(writeAlert(2));
    files.set('/alert.json', bytes);
    await expect(runVerify(`${root}/alert.json`, {}, on(3))).rejects.toThrow(
      /private|own network|this machine/,
    );
    const allowing = makeConfig('data', { allowPrivate: true });
    const check = (path: string) => runVerify(`${root}${path}`, {}, on(3, allowing));
    expect(await check('/alert.json')).toBe(0);
    files.set('/alert.json', Buffer.from(bytes.toString().replace('high', 'none')));
    expect(await check('/alert.json')).toBe(1);

    const { content, signature } = JSON.parse(bytes.toString()) as ReturnType<typeof sign>;
    files.set('/plain.json', Buffer.from(canonicalJson(content)));
    expect(await check('/plain.json')).toBe(1);
    files.set('/plain.json.sig', Buffer.from(signature.value, 'base64url'));
    expect(await check('/plain.json')).toBe(0);
    expect(session.out).toContain('kind alert');
    files.set('/plain.json', Buffer.from(`${canonicalJson(content)} `));
    expect(await check('/plain.json')).toBe(1);
    await expect(check('/none.json')).rejects.toThrow('404');
  });
});

describe('the program', () => {
  beforeAll(() => prepareCli());

  test('takes the parts of tocsin key with their options, and the key alone without one', async () => {
    const data = join(folder, 'data');
    const { code, out } = await runCli(['key', '--data', data]);
    expect(code).toBe(0);
    expect(out).toMatch(/^[\w-]{43}\n$/);
    const shown = await runCli(['key', 'show', '--data', data, '--format', 'json']);
    expect(JSON.parse(shown.out)).toMatchObject({
      kind: 'keys',
      keys: [{ key: out.trim(), state: 'in use' }],
    });
    expect((await runCli(['key', 'new', '--data', data])).code).toBe(2);
    expect((await runCli(['key', 'shew', '--data', data])).code).toBe(2);
  });
});
