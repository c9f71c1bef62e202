import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEntries } from '../src/analyse/ledger/entries.ts';
import { chooseAlert } from '../src/disseminate/alert/alert.ts';
import { loadSigningKey, makeFirstKey } from '../src/disseminate/proof/desk-keys.ts';
import { readZip } from '../src/disseminate/proof/pack/zip.ts';
import { sign } from '../src/disseminate/proof/sign.ts';
import { runKeyShow } from '../src/run/commands/key.ts';
import { runPack } from '../src/run/commands/pack.ts';
import { runVerify } from '../src/run/commands/verify.ts';
import { type Config, readConfig } from '../src/run/config.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { makeEntry } from './setup/karvonia-store.ts';
import { makeTestAssessment, makeTestForecast } from './support/ledger.ts';
import { makeTestSession, type TestSession } from './support/session.ts';

const NOW = '2031-05-22T10:00:00.000Z';
let folder: string;
let config: Config;
let id: string;
let session: TestSession;

const makeConfig = (name: string): Config =>
  readConfig({ flags: { data: join(folder, name) }, env: {}, platform: 'linux', home: folder });

function begin(given = config) {
  session = makeTestSession({ now: () => NOW });
  return { config: given, context: session.context };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-pack-'));
  config = makeConfig('data');
  mkdirSync(config.data);
  makeFirstKey(config.data, '2031-05-01T00:00:00.000Z');
  const store = await openEmbeddedStore({ folder: config.data, now: () => '2031-05-20T08:00:00.000Z' });
  const { warning, relay } = karvonia;
  await store.put([warning, relay].map(makeEntry));
  const entries = makeEntries(
    undefined,
    [1, 2, 3].map((day) => makeTestForecast({ asOf: `2031-05-1${day}T00:00:00.000Z` })),
    '2031-05-20T08:00:00.000Z',
  );
  await store.appendLedger(entries);
  const alert = chooseAlert(makeTestAssessment({ level: 'high', asOf: '2031-05-21T00:00:00.000Z' }), {
    ...{ forecast: entries[1]!.hash, issued: '2031-05-21T00:00:00.000Z', engine: 'tocsin 0', tlp: 'GREEN' },
  })!;
  id = alert.id;
  const claims = ['c1', 'c2'].map((each) => `${warning.reading.document.id}#${each}`);
  const told = { ...alert, reasons: [{ direction: 'for' as const, text: 'They are ready.', claims }] };
  await store.putAlert(sign(told, loadSigningKey(config.data)), false);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an alert is packed with its evidence, and another machine checks it without the store', async () => {
  const file = join(folder, 'alert.zip');
  expect(await runPack({ alert: id, out: file }, begin())).toBe(0);
  await expect(runPack({ alert: id, out: file }, begin())).rejects.toThrow('is there already');
  const keys = join(folder, 'desk-keys.json');
  await runKeyShow({ out: keys }, begin());
  const elsewhere = makeConfig('elsewhere');
  expect(await runVerify(file, { key: [keys] }, begin(elsewhere))).toBe(0);
  expect(session.out).toContain(
    'TLP:GREEN · 9 files · 2 claims with their words · 2 ledger entries to the signed checkpoint',
  );
  const other = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
  expect(await runVerify(file, { key: [other] }, begin(elsewhere))).toBe(1);
  expect(session.out).toContain('its key is not trusted here');
  expect(await runVerify(file, { format: 'json' }, begin())).toBe(0);
  expect(JSON.parse(session.out)).toMatchObject({ kind: 'pack verification', state: 'trusted', entries: 2 });

  // The whole pages stay at home.
  const words = readFileSync(file).toString();
  const { text } = karvonia.warning.reading.document;
  expect(words).toContain('Militias in Karvonia are at a raised level of readiness');
  expect(words).not.toContain(text.slice(-60));

  const bytes = readFileSync(file);
  bytes[bytes.indexOf('raised level')]! ^= 1;
  writeFileSync(file, bytes);
  expect(await runVerify(file, { key: [keys] }, begin(elsewhere))).toBe(1);
  expect(session.out).toMatch(/^✗ .*a byte was changed/);
});

test('a brief is signed and packed, as of an earlier instant too', async () => {
  for (const [name, asOf] of [
    ['now.zip', undefined],
    ['then.zip', '2031-05-21'],
  ] as const) {
    const file = join(folder, name);
    const options = { problem: 'us-sites-iraq', out: file, ...(asOf === undefined ? {} : { asOf }) };
    expect(await runPack(options, begin())).toBe(0);
    expect(await runVerify(file, {}, begin())).toBe(0);
    expect(session.out).toContain('kind brief · problem us-sites-iraq');
    const names = readZip(readFileSync(file))!.map((each) => each.name);
    expect(names).toContain('brief.html');
    // Nothing is on record of this problem.
    expect(names).not.toContain('ledger.ndjson');
  }
});

test('what cannot be packed is said', async () => {
  const out = join(folder, 'none.zip');
  await expect(runPack({ out }, begin())).rejects.toThrow('either --alert or --problem');
  await expect(runPack({ alert: id }, begin())).rejects.toThrow('no file is named');
  await expect(runPack({ alert: id, asOf: '2031-05-21', out }, begin())).rejects.toThrow(
    '--as-of does not fit',
  );
  await expect(runPack({ alert: 'alert-0', out }, begin())).rejects.toThrow('no alert of that id is kept');
  await expect(runPack({ problem: 'none', out }, begin())).rejects.toThrow('no warning problem of that id');
});
