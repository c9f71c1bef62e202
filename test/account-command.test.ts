import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Database } from '../src/store/embedded/database.ts';
import { parseLines, runHere } from './support/cli.ts';

/* Accounts and the audit log on the command line. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const PASSWORD = 'a lighthouse in fog';
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'tocsin-accounts-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const run = (args: readonly string[], options: { stdin?: string; env?: Record<string, string> } = {}) =>
  runHere(args, { ...options, env: { TOCSIN_DATA: data, ...options.env } });

it('makes the first account with a password from standard input or the environment, and no other', async () => {
  const none = await run(['account', 'add', 'ann', '--role', 'admin']);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('no password is given')]);
  const short = await run(['account', 'add', 'ann', '--role', 'admin'], { stdin: 'short\n' });
  expect(short.code).not.toBe(0);
  expect(short.err).toContain('12');
  expect((await run(['account', 'add', 'ann'], { stdin: PASSWORD })).code).toBe(2);
  expect((await run(['account', 'add', 'ann', '--role', 'owner'], { stdin: PASSWORD })).code).toBe(2);

  const added = await run(['account', 'add', 'ann', '--role', 'admin'], { stdin: `${PASSWORD}\n` });
  expect([added.code, added.err]).toEqual([0, '']);
  expect(added.out).toMatch(/^ann +admin +since/);
  const other = await run(['account', 'add', 'bo', '--role', 'analyst', '--display-name', 'Bo Example'], {
    env: { TOCSIN_PASSWORD: PASSWORD },
  });
  expect(other.code).toBe(0);
  const again = await run(['account', 'add', 'bo', '--role', 'admin'], { stdin: PASSWORD });
  expect(again.code).not.toBe(0);
  expect(again.err).toContain('there is an account of that name');
});

it('changes and lists them, and shows no password anywhere', async () => {
  expect((await run(['account', 'role', 'bo', 'editor'])).out).toMatch(/^bo +editor/);
  expect((await run(['account', 'disable', 'bo'])).out).toMatch(/disabled/);
  expect((await run(['account', 'disable', 'bo', '--undo'])).out).not.toMatch(/disabled/);
  expect((await run(['account', 'password', 'bo'], { stdin: `${PASSWORD}!` })).code).toBe(0);
  expect((await run(['account', 'disable', 'ann'])).err).toContain('last admin');
  expect((await run(['account', 'role', 'nobody', 'viewer'])).err).toContain('no account of that name');
  const listed = await run(['account', 'list']);
  expect(parseLines(listed.out)).toMatchObject([
    { name: 'ann', role: 'admin' },
    { name: 'bo', displayName: 'Bo Example', role: 'editor' },
  ]);
  expect(listed.out).not.toMatch(/argon2|password"/);
});

it('are written down, and any change of what was is found', async () => {
  const rows = parseLines((await run(['audit', 'list', '--by', 'the desk'])).out);
  expect(rows.map(({ operation, on }) => `${operation} ${on}`).toReversed()).toEqual([
    'tocsin account add ann: role admin',
    'tocsin account add bo: role analyst',
    'tocsin account role bo: role editor',
    'tocsin account disable bo: disabled',
    'tocsin account disable bo: enabled',
    'tocsin account password bo: new password',
  ]);
  const sound = await run(['audit', 'verify']);
  expect([sound.code, sound.out]).toEqual([0, expect.stringContaining(`6 entries`)]);
  expect(sound.out).toContain(String(rows[0]!['hash']));

  const file = join(data, 'store.db');
  const before = readFileSync(file);
  for (const [sql, fault] of [
    [
      `update audit set content = replace(content, 'editor', 'viewer') where number = 3`,
      'line 3: it was changed',
    ],
    ['delete from audit where number = 2', 'line 2: it does not follow entry 1'],
  ] as const) {
    const database = new Database(file);
    database.exec(sql);
    database.close();
    const found = await run(['audit', 'verify']);
    expect([found.code, found.out]).toEqual([1, expect.stringContaining(fault)]);
    expect((await run(['doctor'])).out).toMatch(/audit log/);
    writeFileSync(file, before);
  }
});

it('are needed where others can reach the server, or the owner wants it so', async () => {
  const empty = mkdtempSync(join(data, 'empty-'));
  for (const args of [['--host', '0.0.0.0'], ['--login']]) {
    const { code, err } = await run(['serve', '--port', '0', ...args], { env: { TOCSIN_DATA: empty } });
    expect(code).toBe(2);
    expect(err).toContain('tocsin account add NAME --role admin');
  }
});
