import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runHere } from './support/cli.ts';

/* `tocsin sources import` as a person runs it. */

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let data: readonly string[];
let list: string;
let given: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-import-'));
  data = ['--data', join(folder, 'data')];
  list = join(folder, 'sources.yaml');
  given = join(folder, 'given.opml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LIST = `# Ours
sources:
  - id: harbour-wire
    name: Harbour Wire # as printed
    feed: https://harbour-wire.example/rss
`;

const OPML = `<?xml version="1.0"?>
<opml version="2.0" xmlns:tocsin="urn:tocsin:sources"><head><title>Mine</title></head><body>
  <outline text="Gulf">
    <outline type="rss" text="Gulf Meridian" xmlUrl="https://gulf-meridian.example/feed" language="en-GB" tocsin:country="KW" tocsin:kind="state" tocsin:family="Meridian Group"/>
    <outline type="rss" text="Port Notices" xmlUrl="https://ports.example/feed" tocsin:kind="warning" tocsin:country="Kuwait" tocsin:every="now"/>
    <outline type="rss" text="Harbour again" xmlUrl="http://www.harbour-wire.example/rss/"/>
    <outline type="rss" text="Inside" xmlUrl="http://192.168.1.4/feed"/>
  </outline>
</body></opml>`;

const run = (...args: readonly string[]) =>
  runHere(['sources', 'import', ...args, '--sources', list, ...data]);

describe('tocsin sources import', () => {
  test('shows what would be added, what is there and what is wrong, and writes nothing', async () => {
    writeFileSync(list, LIST);
    writeFileSync(given, OPML);
    const { out, code } = await run(given, '--dry-run', '--format', 'text');
    expect(code).toBe(1);
    expect(out).toContain('Gulf Meridian  gulf-meridian\n  https://gulf-meridian.example/feed\n');
    expect(out).toContain('state · KW · en · Meridian Group');
    expect(out).toMatch(/line 7: Inside: http:\/\/192\.168\.1\.4\/feed is an address of this machine/);
    expect(out).toMatch(
      /\n2 sources would be added, 1 in the list already, 1 fault\. Nothing was written\.\n$/,
    );
    expect(readFileSync(list, 'utf8')).toBe(LIST);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('adds what is new and fits, with all that the file says of it, and keeps the comments', async () => {
    writeFileSync(list, LIST);
    writeFileSync(given, OPML);
    const { out, code } = await run(given, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ isWritten: true, faults: [{ line: 7 }] });
    expect(readFileSync(list, 'utf8')).toBe(`${LIST}  - id: gulf-meridian
    name: Gulf Meridian
    feed: https://gulf-meridian.example/feed
    language: en
    country: KW
    type: state
    family: Meridian Group
  - id: port-notices
    name: Port Notices
    feed: https://ports.example/feed
    type: warning
`);
    const again = await run(given, '--format', 'text');
    expect(again.out).toContain('0 sources would be added, 3 in the list already, 1 fault.');
  });

  test('makes the list out of the one that comes with the program, once', async () => {
    const first = await run('--starter', '--format', 'json');
    expect(first.code).toBe(0);
    const { rows } = JSON.parse(first.out) as { readonly rows: readonly unknown[] };
    expect(readFileSync(list, 'utf8').match(/- id: /g)).toHaveLength(rows.length);
    expect(readFileSync(list, 'utf8')).toContain('type: warning');
    const text = readFileSync(list, 'utf8');
    const second = await run('--starter', '--format', 'text');
    expect(second.out).toBe(`0 sources would be added, ${rows.length} in the list already.\n`);
    expect(readFileSync(list, 'utf8')).toBe(text);
    // What stands behind `sources` alone still goes to that command.
    const { out } = await runHere(['sources', '--sources', list, '--format', 'json', ...data]);
    expect(out.trim().split('\n')).toHaveLength(rows.length);
  });

  test.each([
    [[], 'one list is taken'],
    [['--starter', 'feeds.opml'], 'one list is taken'],
    [['nowhere.opml'], 'nowhere.opml cannot be read (ENOENT)'],
  ])('refuses %j', async (args, told) => {
    const { err, code } = await run(...args);
    expect(err).toContain(told);
    expect(code).toBe(2);
    expect(existsSync(list)).toBe(false);
  });

  test('leaves a list that cannot be used as it is', async () => {
    writeFileSync(list, 'sources:\n  - id: X\n');
    writeFileSync(given, OPML);
    const { err, code } = await run(given);
    expect(err).toContain('the list cannot be used as it is (line 2');
    expect(code).toBe(2);
    expect(readFileSync(list, 'utf8')).toBe('sources:\n  - id: X\n');
  });
});
