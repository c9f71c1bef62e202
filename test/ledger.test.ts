import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import Database from 'libsql';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeEntries } from '../src/analyse/ledger/entries.ts';
import { chooseFilings } from '../src/analyse/ledger/filings.ts';
import { settle } from '../src/analyse/ledger/settle.ts';
import { chooseAlert } from '../src/disseminate/alert/alert.ts';
import { loadOrMakeKey } from '../src/disseminate/proof/keys.ts';
import { sign } from '../src/disseminate/proof/sign.ts';
import type { LedgerEntry } from '../src/model/forecast.ts';
import { runKey } from '../src/run/commands/key.ts';
import { runLedgerExport, runLedgerList } from '../src/run/commands/ledger.ts';
import { runLedgerCheckpoint, runLedgerVerify } from '../src/run/commands/ledger-verify.ts';
import { runScore } from '../src/run/commands/score.ts';
import { runVerify } from '../src/run/commands/verify.ts';
import { type Config, readConfig } from '../src/run/config.ts';
import type { Context } from '../src/run/context.ts';
import { makeDesk } from '../src/run/desk.ts';
import { makeTerminal } from '../src/run/print/terminal.ts';
import { warnOfDamage } from '../src/run/record.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { canonicalJson } from '../src/text/canonical-json.ts';
import { parseLines, prepareCli, runCli } from './support/cli.ts';
import { makeHash, makeProbability, makeTestAssessment } from './support/ledger.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let config: Config;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-ledger-'));
  config = readConfig({ flags: { data: join(folder, 'data') }, env: {}, platform: 'linux', home: folder });
  out = '';
  err = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What commands run with; what they print is kept. */
function session(stdin: string | Uint8Array = ''): { readonly config: Config; readonly context: Context } {
  const keep = (take: (text: string) => void) =>
    makeTerminal(
      new Writable({
        write: (chunk, _encoding, done) => {
          take(String(chunk));
          done();
        },
      }),
      { env: { NO_COLOR: '1' }, color: false },
    );
  out = '';
  err = '';
  return {
    config,
    context: {
      out: keep((text) => {
        out += text;
      }),
      err: keep((text) => {
        err += text;
      }),
      stdin: Readable.from([Buffer.from(stdin)]),
      errStream: process.stderr,
      now: () => '2026-04-01T00:00:00.000Z',
    },
  };
}

/**
 * A store in which forecasts of ten days were filed, settled and are partly open: on 1 to 10 March one for seven days each
 * noon, at rising probabilities; the pier was blocked on 9 March.
 */
async function fillStore(): Promise<readonly LedgerEntry[]> {
  const store = await openEmbeddedStore({ folder: config.data, now: () => '2026-04-01T00:00:00.000Z' });
  const outcome = {
    incident: 'i-pier',
    day: '2026-03-09',
    knownSince: '2026-03-09T15:00:00.000Z',
    claims: [{ document: makeHash('d'), claim: 'c3' }],
  };
  let entries: readonly LedgerEntry[] = [];
  for (let day = 1; day <= 14; day += 1) {
    const now = `2026-03-${String(day).padStart(2, '0')}T20:00:00.000Z`;
    const horizons = [{ days: 7, probability: makeProbability(day / 100), baseRate: makeProbability(0.1) }];
    const contents = [
      ...settle({ entries, outcomes: [outcome], grace: 3, now }),
      ...(day > 10 ? [] : chooseFilings(makeTestAssessment({ asOf: now, horizons }), { entries })),
    ];
    const made = makeEntries(entries.at(-1), contents, now);
    await store.appendLedger(made);
    entries = [...entries, ...made];
  }
  await store.close();
  return entries;
}

describe('the ledger of a store', () => {
  test('is whole as it was filed, as kept and as exported', async () => {
    const entries = await fillStore();
    const file = join(folder, 'ledger.ndjson');
    expect(await runLedgerVerify(undefined, {}, session())).toBe(0);
    const { hash, number } = entries.at(-1)!;
    expect(out).toBe(
      `✓ the ledger: ${entries.length} entries, nothing was changed\nLast: number ${number}, ${hash}\n`,
    );
    expect(await runLedgerExport(file, {}, session())).toBe(0);
    expect(out).toBe(`Wrote ${entries.length} entries to ${file}.\nLast hash: ${hash}\n`);
    expect(readFileSync(file, 'utf8')).toBe(entries.map((entry) => `${canonicalJson(entry)}\n`).join(''));
    expect(await runLedgerVerify(file, { format: 'json' }, session())).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'ledger check', ok: true, last: { number, hash } });
    await runLedgerExport(undefined, {}, session());
    expect(out).toBe(readFileSync(file, 'utf8'));
    expect(await runLedgerVerify('-', {}, session(out))).toBe(0);
  });

  test('with one byte changed fails, and the line is named', async () => {
    await fillStore();
    const file = join(folder, 'ledger.ndjson');
    await runLedgerExport(file, {}, session());
    const bytes = readFileSync(file);
    // Every 13th byte and those around the line ends, each with its lowest bit turned over.
    for (let at = 0; at < bytes.length; at += 1) {
      const isNearEnd = bytes[at] === 0x0a || bytes[at - 1] === 0x0a || bytes[at + 1] === 0x0a;
      if (at % 13 !== 0 && !isNearEnd) continue;
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
      expect(await runLedgerVerify('-', {}, session(changed)), `byte ${at}`).toBe(1);
      expect(out, `byte ${at}`).toContain(`  line ${line}: `);
    }
  });

  test('cut off at the end is found by a checkpoint and by what signed alerts tell of', async () => {
    const entries = await fillStore();
    const file = join(folder, 'ledger.ndjson');
    const checkpoint = join(folder, 'checkpoint.json');
    await runLedgerExport(file, {}, session());
    expect(await runLedgerCheckpoint(checkpoint, session())).toBe(0);
    expect(JSON.parse(readFileSync(checkpoint, 'utf8'))).toMatchObject({
      content: { kind: 'ledger checkpoint', number: entries.length, hash: entries.at(-1)!.hash },
    });
    await expect(runLedgerCheckpoint(checkpoint, session())).rejects.toThrow('is there already');
    expect(await runLedgerVerify(file, { checkpoint: [checkpoint] }, session())).toBe(0);
    expect(out).toContain('nothing was changed, and fits what 1 signed file says\n');
    const lines = readFileSync(file, 'utf8').split('\n');
    const cut = `${lines.slice(0, 5).join('\n')}\n`;
    expect(await runLedgerVerify('-', {}, session(cut))).toBe(0);
    expect(await runLedgerVerify('-', { checkpoint: [checkpoint] }, session(cut))).toBe(1);
    expect(out).toContain(
      `  line 6: the checkpoint of 1 April 2026 00:00 UTC knows ${entries.length} entries: those from 6 on`,
    );
    const other = ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'];
    await expect(runLedgerVerify(file, { checkpoint: [checkpoint], key: other }, session())).rejects.toThrow(
      'is signed by nobody who is trusted here',
    );
    const alert = chooseAlert(makeTestAssessment({ level: 'high' }), {
      ...{
        forecast: makeHash('f'),
        issued: '2026-03-01T12:00:00.000Z',
        engine: 'tocsin 0.0.0',
        tlp: 'CLEAR',
      },
    });
    const store = await openEmbeddedStore({ folder: config.data, now: () => '2026-04-01T00:00:00.000Z' });
    await store.putAlert(sign(alert!, loadOrMakeKey(config.data)), false);
    await store.close();
    expect(await runLedgerVerify(undefined, {}, session())).toBe(1);
    expect(out).toContain('tells of a forecast that is not in the ledger (sha256:ffff');
  });

  test('that was never written to is empty, and so may a file be: both say that nothing was checked', async () => {
    await (await openEmbeddedStore({ folder: config.data, now: () => '2026-04-01T00:00:00.000Z' })).close();
    expect(await runLedgerVerify(undefined, {}, session())).toBe(0);
    expect(out).toBe('! the ledger: no entries, so that nothing was checked\n');
    expect(await runLedgerVerify('-', {}, session())).toBe(0);
    expect(out).toBe('! -: no entries, so that nothing was checked\n');
    expect(await runScore({ format: 'text' }, session())).toBe(0);
    expect(out).toBe('No forecast has been filed.\n');
    expect(await runLedgerList({ format: 'text' }, session())).toBe(0);
    expect(out).toBe('No forecast has been filed.\n');
  });

  describe('changed in the database itself', () => {
    const damage = (statement: string) => {
      const database = new Database(join(config.data, 'store.db'));
      database.exec(statement);
      database.close();
    };
    const openStore = () =>
      openEmbeddedStore({ folder: config.data, now: () => '2026-04-01T00:00:00.000Z', readOnly: true });

    test.each([
      `update ledger set content = replace(content, '"cause":"daily"', '"cause":"first"') where number = 2`,
      'delete from ledger where number = 2',
    ])('is shown and scored, and said to be so: %s', async (statement) => {
      await fillStore();
      damage(statement);
      const said = /^The ledger is not as it was filed: .+ wrong\. tocsin ledger verify says what; restore/;
      expect(await runLedgerVerify(undefined, {}, session())).toBe(1);
      expect(await runScore({ format: 'json' }, session())).toBe(1);
      expect(parseLines(out).slice(0, 1)).toMatchObject([{ kind: 'score', problem: 'pier' }]);
      expect(err).toMatch(said);
      expect(await runLedgerList({ format: 'json' }, session())).toBe(1);
      expect(err).toMatch(said);
    });

    test.each([
      `update ledger set content = 'hello' where number = 2`,
      `update ledger set content = '{}' where number = 2`,
      `update ledger set content = replace(content, '"p":', '"q":') where number = 2`,
      `update ledger set content = (select content from ledger where number = 3) where number = 2`,
    ])('to what is no entry is refused by its number, and the board goes on: %s', async (statement) => {
      await fillStore();
      damage(statement);
      expect(await runLedgerVerify(undefined, {}, session())).toBe(1);
      const refused =
        'ledger entry 2: it was damaged or changed and can no longer be read. tocsin ledger verify tells all that is wrong; restore the last backup.';
      await expect(runScore({}, session())).rejects.toThrow(refused);
      await expect(runLedgerList({}, session())).rejects.toThrow(refused);
      // The library's problem instead of the made-up one: whose entries these are makes no difference.
      damage(`update ledger set problem = 'us-sites-iraq'`);
      const store = await openStore();
      const desk = await makeDesk({ store, config, now: () => '2026-04-01T00:00:00.000Z' });
      const board = await desk.getBoard();
      expect(board.rows.map(({ problem }) => problem)).toContain('us-sites-iraq');
      expect(board.failures).toEqual([`us-sites-iraq is shown without its record: ${refused}`]);
      await expect(desk.getRecord('us-sites-iraq')).rejects.toThrow(refused);
      await store.close();
    });

    test('is told of at the start, unless it is to stop at once', async () => {
      await fillStore();
      const store = await openStore();
      const told: string[] = [];
      const log = (line: string) => told.push(line);
      const { signal } = new AbortController();
      await warnOfDamage(store, { signal, log });
      expect(told).toEqual([]);
      damage('delete from ledger where number = 2');
      await warnOfDamage(store, { signal: AbortSignal.abort(), log });
      expect(told).toEqual([]);
      await warnOfDamage(store, { signal, log });
      expect(told).toEqual([expect.stringMatching(/^The ledger is not as it was filed: /)]);
      await store.close();
    });
  });

  test('is not written over another file, nor checked where there is none', async () => {
    await fillStore();
    const file = join(folder, 'there');
    writeFileSync(file, 'mine');
    await expect(runLedgerExport(file, {}, session())).rejects.toThrow(
      /is there already\. Give another name/,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await expect(runLedgerExport(join(folder, 'no', 'such'), {}, session())).rejects.toThrow(
      /cannot be written/,
    );
    await expect(runLedgerVerify(join(folder, 'none'), {}, session())).rejects.toThrow(
      /there is no such file/,
    );
    await expect(runLedgerVerify(folder, {}, session())).rejects.toThrow(/is a folder/);
  });

  test('says of a file that is none what it is, without an end', async () => {
    for (const content of [
      '\n',
      '\n\n',
      'no ledger',
      '\u0000',
      '[]\n',
      'x'.repeat(3_000_000),
      Buffer.from([0xff, 0x0a]),
    ]) {
      expect(await runLedgerVerify('-', {}, session(content))).toBe(1);
      expect(out).toMatch(/^✗ -: \d+ entr(y|ies), \d+ failures?\n {2}line 1: is /);
      expect(out.length).toBeLessThan(500);
    }
  });

  test('is listed newest first, as of any day', async () => {
    const entries = await fillStore();
    await runLedgerList({ format: 'json', limit: '3' }, session());
    expect(parseLines(out)).toEqual(entries.slice(-3).reverse());
    await runLedgerList({ format: 'text', asOf: '2026-03-01' }, session());
    expect(out).toBe(
      `1  pier  filed 1 March 2026 20:00 UTC  ${entries[0]!.hash.slice(0, 19)}
    7 days, to 8 March 2026 · almost no chance, 1% (<1–2%) · base rate 10% ·
    normal · confidence low · first · open
`,
    );
    await runLedgerList({ format: 'text' }, session());
    expect(out).toContain('forecast 4 came out yes · 9 March 2026 · incident i-pier');
    expect(out).toContain('forecast 1 came out no');
    await expect(runLedgerList({ asOf: 'soon' }, session())).rejects.toThrow('--as-of soon is no date');
    await expect(runLedgerList({ limit: '0' }, session())).rejects.toThrow('--limit 0 does not fit');
  });

  test('is scored, worked by hand', async () => {
    await fillStore();
    await runScore({ format: 'json' }, session());
    // Settled by 14 March: no on 1 March (to 8 March, three days of grace); yes on 2 to 9 March, which is before it was known
    // until 15:00; on 9 March at 20:00 and on 10 March it was known, and those are open.
    const errors = [0.01 ** 2, ...[2, 3, 4, 5, 6, 7, 8].map((percent) => (1 - percent / 100) ** 2)];
    const brier = errors.reduce((sum, each) => sum + each, 0) / 8;
    const reference = (0.1 ** 2 + 7 * 0.9 ** 2) / 8;
    const [row, ...others] = parseLines(out);
    expect(others.map(({ kind }) => kind)).toEqual(['overall score', 'warning score']);
    expect(row).toMatchObject({
      kind: 'score',
      problem: 'pier',
      horizon: 7,
      settled: 8,
      yes: 7,
      outcomes: 1,
      open: 2,
      void: 0,
      brier: expect.closeTo(brier, 10),
      baseRateBrier: expect.closeTo(reference, 10),
      skill: expect.closeTo(1 - brier / reference, 10),
      calibrationError: expect.closeTo(7 / 8 - 0.36 / 8, 10),
    });
    await runScore({ format: 'text', problem: 'pier' }, session());
    expect(out).toContain(
      'pier, 7 days\n  8 settled · 7 yes (1 incident) · 2 open · 0 void\n  Brier score 0.79',
    );
    expect(out).toContain(
      '    0–10%        8 forecasts, mean 5%, came out 88% (26–99%)  |#################··\n',
    );
    expect(out).toContain('so many independent trials');
    await runScore({ format: 'text', problem: 'bridge' }, session());
    expect(out).toBe('No forecast of bridge has been filed.\n');
  });
});

describe('a signed file', () => {
  function writeAlert(): string {
    const alert = chooseAlert(makeTestAssessment({ level: 'high' }), {
      forecast: makeHash('f'),
      issued: '2026-03-01T12:00:00.000Z',
      engine: 'tocsin 0.0.0',
      tlp: 'CLEAR',
    });
    const file = join(folder, 'alert.json');
    writeFileSync(file, canonicalJson(sign(alert, loadOrMakeKey(config.data))));
    return file;
  }

  test('passes with the desk’s own key or one that is given, and only then', async () => {
    expect(await runKey({}, session())).toBe(0);
    const key = out.trim();
    expect(err).toContain('A new key was made');
    const file = writeAlert();
    expect(await runVerify(file, {}, session())).toBe(0);
    expect(out).toContain(`signed by ${key}, which is trusted\n  kind alert · `);
    const pem = join(config.data, 'keys', 'desk.ed25519.pem');
    expect(await runVerify(file, { key: [pem] }, session())).toBe(0);
    writeFileSync(join(folder, 'desk.pub'), `${key}\n`);
    expect(await runVerify(file, { key: [join(folder, 'desk.pub')] }, session())).toBe(0);
    const other = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    expect(await runVerify(file, { key: [other] }, session())).toBe(1);
    expect(out).toContain(`its key is not trusted here: ${key}`);
    expect(await runVerify(file, { key: [other, key] }, session())).toBe(0);
    expect(await runVerify('-', { format: 'json' }, session(readFileSync(file)))).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'verification', state: 'trusted', key });
  });

  test('does not with a byte changed, and nothing else passes', async () => {
    await runKey({}, session());
    const bytes = readFileSync(writeAlert());
    for (let at = 0; at < bytes.length; at += 17) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(await runVerify('-', {}, session(changed)), `byte ${at}`).toBe(1);
      expect(out).toMatch(/^✗ -: /);
    }
    expect(await runVerify('-', {}, session('{}'))).toBe(1);
    expect(out).toBe('✗ -: it has no content with a signature\n');
  });

  test('needs a key: the desk’s, or one that is given and is one', async () => {
    const file = join(folder, 'alert.json');
    writeFileSync(file, '{}');
    await expect(runVerify(file, {}, session())).rejects.toThrow(
      /there is no key here\. tocsin key makes one;/,
    );
    await expect(runVerify(file, { key: ['abc'] }, session())).rejects.toThrow(
      '--key abc is no public key, nor a file with one',
    );
    await expect(runVerify(file, { key: [file] }, session())).rejects.toThrow('is no public key');
    await expect(runVerify(file, { key: [folder] }, session())).rejects.toThrow('is no public key');
    await runKey({}, session());
    writeFileSync(file, Buffer.alloc(10_000_001, ' '));
    const tooLong = 'is larger than 10 MB, which nothing that Tocsin signs is. Give a signed alert or brief.';
    await expect(runVerify(file, {}, session())).rejects.toThrow(`alert.json: ${tooLong}`);
    await expect(runVerify('-', {}, session(readFileSync(file)))).rejects.toThrow(`-: ${tooLong}`);
    await expect(runVerify(folder, {}, session())).rejects.toThrow(
      'is a folder, not a file. Give a file in it.',
    );
  });

  test('the key is told apart from a new one, and where others can read it that is said', async () => {
    await runKey({ format: 'json' }, session());
    const first = JSON.parse(out) as Record<string, unknown>;
    expect(first).toMatchObject({ kind: 'key', algorithm: 'Ed25519', isNew: true });
    await runKey({ format: 'json' }, session());
    expect(JSON.parse(out)).toEqual({ ...first, isNew: false });
    expect(err).toBe('');
  });
});

describe('the program', () => {
  beforeAll(() => prepareCli());

  test('ends with 1 where a ledger was changed, with 2 where a command within ledger is wrong', async () => {
    expect(await runCli(['ledger', 'verify', '-'], { stdin: '{}\n' })).toMatchObject({
      code: 1,
      out: expect.stringContaining('line 1: is no ledger entry (kind: '),
    });
    expect(await runCli(['ledger', 'verify', '-'])).toMatchObject({ code: 0 });
    for (const args of [['ledger'], ['ledger', 'verfy'], ['ledger', 'list', '--limt', '1']]) {
      const { code, err } = await runCli(args);
      expect(code, err).toBe(2);
    }
    expect((await runCli(['ledger', 'verfy'])).err).toContain('(Did you mean verify?)');
    expect(await runCli(['ledger', 'verify', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Examples:\n  tocsin ledger verify'),
    });
  });
});
