import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { finish, parseLines, prepareCli, runCli, runHere, startCli } from './support/cli.ts';

const TEXT = `Ferries collide off the north pier

March 3, 2026

The harbour master told the Coast Gazette on Monday that two ferries had collided near the north pier. An official who asked not to be named said that nobody was hurt.`;

// Programs are started here, several at a time on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let data: string;
let count = 0;
beforeAll(async () => {
  await prepareCli();
  folder = mkdtempSync(join(tmpdir(), 'tocsin-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  count += 1;
  data = join(folder, `data-${count}`);
});

function write(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const COMMANDS = ['read', 'add', 'search', 'show', 'serve', 'backup', 'restore', 'doctor'];

describe('help', () => {
  test('lists the commands and the exit codes', async () => {
    const { code, out } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    expect(out).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 .*\n {2}70 .*\n {2}130 /);
    expect((await runCli([])).out).toBe(out);
  });

  test.each(COMMANDS)('%s has examples and --format', async (command) => {
    const { code, out } = await runHere([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`\nExamples:\n  tocsin ${command}`.replace('tocsin read', 'tocsin read'));
    expect(out).toContain('--format <form>');
    expect(await runHere(['help', command])).toMatchObject({ code: 0, out, err: '' });
  });

  test('a mistyped command or option gets the right one', async () => {
    const command = await runHere(['raed', 'x']);
    expect(command).toMatchObject({ code: 2, out: '' });
    expect(command.err).toContain('(Did you mean read?)');
    const option = await runHere(['read', '--publshed', '2020', 'x']);
    expect(option.code).toBe(2);
    expect(option.err).toContain('(Did you mean --published?)');
  });

  test.each([
    [['read', 'x', '--published', '2020-13'], /--published 2020-13 is no date/],
    [['read', 'x', 'y', '--url', 'https://a.example/'], /--url is given for several inputs/],
    [['read', 'x', '--format', 'xml'], /Allowed choices are text, json/],
    [['search', 'x', '--limit', '0'], /--limit 0 does not fit/],
    [['search', 'x', '--type', 'ATTACK'], /--type ATTACK is not known\. Give one of: AGREE, .*, ASSAULT\.$/m],
    [['search', 'x', '--country', 'Iraq'], /--country Iraq is no country code\. /],
    [['help', 'raed'], /unknown command 'raed'\n\(Did you mean read\?\)/],
    [['show', 'no-id'], /no-id is no id/],
    [['show'], /missing required argument 'id'/],
    [['serve', '--port', '99999'], /--port: "99999" does not fit/],
  ])('%j ends with 2 and says why', async (args, message) => {
    const { code, out, err } = await runHere(args, { env: { TOCSIN_DATA: data } });
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('read', () => {
  test('prints a reading a line in a pipe, from files and standard input', async () => {
    const file = write('ferries.txt', TEXT);
    const { code, out, err } = await runCli(['read', file, '-', '--outlet', 'Harbour Wire'], {
      stdin: '<!doctype html><title>Pier</title><p>The pier was closed on Monday.</p>',
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const readings = parseLines(out);
    expect(readings).toHaveLength(2);
    expect(readings[0]).toMatchObject({
      kind: 'reading',
      version: 1,
      document: {
        file,
        outlet: 'Harbour Wire',
        title: 'Ferries collide off the north pier',
        published: '2026-03-03',
      },
    });
    expect(readings[1]).toMatchObject({ document: { file: '-' } });
  });

  test('without an input reads what is piped in', async () => {
    const { code, out } = await runHere(['read'], { stdin: TEXT });
    expect(code).toBe(0);
    expect(parseLines(out)).toHaveLength(1);
  });

  test('what is given goes before what the page says', async () => {
    const { out } = await runHere(
      ['read', '-', '--published', '2021-05', '--url', 'https://news.example/a'],
      {
        stdin: TEXT,
      },
    );
    expect(parseLines(out)[0]).toMatchObject({
      document: { published: '2021-05', url: 'https://news.example/a' },
    });
  });

  test('the readable form names title, chain and words, and is coloured only on request', async () => {
    const plain = await runHere(['read', '-', '--format', 'text'], { stdin: TEXT });
    expect(plain.out).toMatch(/^Ferries collide off the north pier\n/);
    expect(plain.out).toMatch(/Coast Gazette/);
    expect(plain.out).toMatch(/two ferries had collided near the north pier/);
    expect(plain.out).not.toContain('\u001b');
    const colored = await runHere(['read', '-', '--format', 'text'], {
      stdin: TEXT,
      env: { FORCE_COLOR: '1' },
    });
    expect(colored.out).toContain('\u001b[');
    const refused = await runHere(['read', '-', '--format', 'text', '--no-color'], {
      stdin: TEXT,
      env: { FORCE_COLOR: '1' },
    });
    expect(refused.out).toBe(plain.out);
  });

  test('a reader that goes away is no error', async () => {
    const files = Array.from({ length: 40 }, (_, i) =>
      write(`many/${i}.txt`, `${TEXT} Ferry number ${i}.`.repeat(20)),
    );
    const child = startCli(['read', ...files]);
    child.stdin!.end();
    child.stdout!.once('data', () => child.stdout!.destroy());
    const { code, err } = await finish(child);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('an address of this machine is not fetched unasked', async () => {
    const { code, err } = await runHere(['read', 'http://127.0.0.1:9/page']);
    expect(code).toBe(1);
    expect(err).toMatch(
      /leads to 127\.0\.0\.1, an address of this machine or its network\. .*--allow-private/,
    );
    const allowed = await runHere(['read', 'http://127.0.0.1:9/page', '--allow-private']);
    expect(allowed.err).toMatch(/refused the connection/);
  });
});

describe('what is kept', () => {
  test('is added once, changed once, found, shown, copied and restored', async () => {
    const env = { TOCSIN_DATA: data };
    const file = write('kept/ferries.txt', TEXT);
    write('kept/.hidden.txt', 'x');
    const first = await runCli(['add', join(folder, 'kept')], { env });
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^1 added, 0 changed, 0 unchanged, 0 failed\n1 passed over: hidden 1 \(\.hidden\.txt\)\n/,
    );
    expect((await runHere(['add', file], { env })).out).toMatch(
      /^0 added, 0 changed, 1 unchanged, 0 failed\n/,
    );
    write('kept/ferries.txt', TEXT.replace('two ferries', 'three ferries'));
    const lines = parseLines((await runHere(['add', file, '--format', 'json'], { env })).out);
    expect(lines).toEqual([
      expect.objectContaining({ kind: 'outcome', status: 'changed', version: 2, file }),
      {
        kind: 'tally',
        added: 0,
        changed: 1,
        unchanged: 0,
        reread: 0,
        failed: 0,
        skipped: {},
        stopped: false,
      },
    ]);

    const hits = parseLines((await runHere(['search', 'three', 'ferries'], { env })).out);
    expect(hits).toHaveLength(1);
    expect((await runHere(['search', 'submarine', '--format', 'text'], { env })).out).toBe(
      'Nothing was found.\n',
    );
    const id = String(hits[0]!['id']);
    const shown = await runHere(['show', id.slice(7, 17)], { env });
    expect(parseLines(shown.out)[0]).toMatchObject({ kind: 'reading', document: { id, version: 2 } });
    expect((await runHere(['show', id, '--source'], { env })).out).toBe(readFileSync(file, 'utf8'));
    expect(
      parseLines((await runHere(['show', id, '--versions'], { env })).out).map((each) => each['version']),
    ).toEqual([1, 2]);
    const unknown = await runHere(['show', 'ffffffffff'], { env });
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toMatch(/no document has an id that begins so/);

    const copy = join(folder, 'copy.tar');
    expect(await runCli(['backup', copy], { env })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/2 documents, 2 pages/),
    });
    expect((await runHere(['restore', copy], { env })).code).toBe(3);
    const restored = { TOCSIN_DATA: `${data}-restored` };
    expect((await runCli(['restore', copy], { env: restored })).code).toBe(0);
    expect((await runHere(['search', 'ferries', 'collided'], { env: restored })).out).toBe(
      (await runHere(['search', 'ferries', 'collided'], { env })).out,
    );
    const checks = parseLines(
      (await runHere(['doctor', '--all', '--format', 'json'], { env: restored })).out,
    );
    expect(checks.filter((check) => check['state'] === 'failed')).toEqual([]);
  });

  test('doctor finds nothing wrong with a folder that holds no store yet, and misses a database that was lost', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const run = () => runHere(['doctor', '--format', 'json'], { env: { TOCSIN_DATA: empty } });
    const find = (out: string) => parseLines(out).find(({ name }) => name === 'store');
    const fresh = await run();
    expect(find(fresh.out)).toMatchObject({
      state: 'ok',
      finding: expect.stringMatching(/^there is none yet/),
    });
    mkdirSync(join(empty, 'pages'));
    const lost = await run();
    expect(lost.code).toBe(1);
    expect(find(lost.out)).toMatchObject({ state: 'failed' });
  });

  test('what is plainly no page is passed over in a folder, and refused where it is asked for', async () => {
    const env = { TOCSIN_DATA: data };
    write('week/report.txt', TEXT);
    write('week/README.md', '# Pages of one week');
    const list = write('week/list.json', '["report.txt"]');
    const { code, out } = await runHere(['add', join(folder, 'week')], { env });
    expect(out).toBe(
      '1 added, 0 changed, 0 unchanged, 0 failed\n2 passed over: notes 1 (README.md), data 1 (list.json)\n',
    );
    expect(code).toBe(0);
    const read = await runHere(['read', join(folder, 'week')]);
    expect(read).toMatchObject({ code: 0, err: '2 passed over: notes 1 (README.md), data 1 (list.json)\n' });
    expect(await runHere(['read', list])).toMatchObject({
      code: 1,
      out: '',
      err: `tocsin: ${list}: is JSON data, not a page. Leave it out, or give the page as HTML or plain text.\n`,
    });
    write('week/blank.html', '');
    const broken = await runHere(['add', join(folder, 'week')], { env });
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^0 added, 0 changed, 1 unchanged, 1 failed\n/);
  });

  test('what a person says of a page that is kept already is kept', async () => {
    const env = { TOCSIN_DATA: data };
    const file = write('known.txt', TEXT);
    await runHere(['add', file], { env });
    const said = ['--outlet', 'Harbour Wire', '--published', '2026-03-04', '--url', 'https://news.example/a'];
    const first = await runHere(['add', file, ...said], { env });
    expect(first).toMatchObject({ code: 0, out: '0 added, 1 changed, 0 unchanged, 0 failed\n' });
    const known = { outlet: 'Harbour Wire', published: '2026-03-04', url: 'https://news.example/a' };
    expect(parseLines((await runHere(['search'], { env })).out)).toEqual([expect.objectContaining(known)]);
    expect((await runHere(['add', file, ...said], { env })).out).toMatch(/1 unchanged, 0 failed/);
    const later = await runHere(['add', file, '--published', '2026-03-05'], { env });
    expect(later.out).toBe('0 added, 0 changed, 1 unchanged (1 read again), 0 failed\n');
    expect(parseLines((await runHere(['search', 'pier'], { env })).out)).toEqual([
      expect.objectContaining({ ...known, published: '2026-03-05' }),
    ]);
  });

  test('where nothing is kept yet, search says so', async () => {
    const { code, err } = await runHere(['search', 'ferry'], { env: { TOCSIN_DATA: data } });
    expect(code).toBe(3);
    expect(err).toMatch(/there is no store in this folder\. /);
    expect(err).not.toContain('    at ');
  });
});
