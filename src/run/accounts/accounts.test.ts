import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Accounts, LogInAnswer } from '../../model/account.ts';
import { openEmbeddedStore } from '../../store/embedded/embedded.ts';
import type { Store } from '../../store/store.ts';
import { makeAccounts } from './accounts.ts';

const PASSWORD = 'a lighthouse in fog';
const START = Date.parse('2031-05-22T10:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let folder: string;
let store: Store;
let accounts: Accounts;
let passed: number;

beforeEach(async () => {
  passed = 0;
  folder = await mkdtemp(join(tmpdir(), 'accounts-'));
  const now = () => new Date(START + passed).toISOString();
  store = await openEmbeddedStore({ folder, now });
  accounts = makeAccounts({ store, now });
  await accounts.add({ name: 'ann', displayName: 'Ann Example', role: 'admin', password: PASSWORD });
  await accounts.add({ name: 'bo', role: 'analyst', password: PASSWORD });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const tryLogIn = (name: string, password: string, address = '192.0.2.7') =>
  accounts.logIn({ name, password, address });

async function logIn(name = 'bo', password = PASSWORD): Promise<string> {
  const answer = await tryLogIn(name, password);
  expect(answer).toMatchObject({ outcome: 'in', account: { name } });
  return (answer as Extract<LogInAnswer, { outcome: 'in' }>).token;
}

describe('logging in', () => {
  test('gives a token of 256 bits, of which only the hash is kept', async () => {
    const [one, two] = [await logIn(), await logIn()];
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(one).not.toBe(two);
    await store.close();
    const bytes = await readFile(join(folder, 'store.db'));
    expect(bytes.includes('$argon2id$v=19$m=19456,t=2,p=1$')).toBe(true);
    expect(bytes.includes(one)).toBe(false);
    expect(bytes.includes(PASSWORD)).toBe(false);
    store = await openEmbeddedStore({ folder, now: () => new Date(START).toISOString() });
  });

  test('hands out no hash of a password', async () => {
    const answer = await tryLogIn('ann', PASSWORD);
    const found = await accounts.find(await logIn('ann'));
    const listed = await accounts.list();
    expect(JSON.stringify([answer, found, listed])).not.toContain('argon2');
  });

  test.each([
    ['an unknown name', 'cy', PASSWORD],
    ['a wrong password', 'bo', 'a lighthouse in rain'],
    ['no password', 'bo', ''],
    ['far too long a password', 'bo', PASSWORD.padEnd(10_000)],
    ['a name with other capitals', 'Bo', PASSWORD],
  ])('with %s is refused, and it is not said which it was', async (_, name, password) => {
    expect(await tryLogIn(name, password)).toEqual({ outcome: 'wrong' });
  });

  test('takes a password however its accents were typed', async () => {
    await accounts.change('bo', { password: 'caf\u00e9 by the harbour' });
    await logIn('bo', 'cafe\u0301 by the harbour');
  });

  test('is slowed down by name and address, for names that are not there as for those that are', async () => {
    for (const name of ['bo', 'cy']) {
      for (let i = 0; i < 5; i++) expect(await tryLogIn(name, 'wrong')).toEqual({ outcome: 'wrong' });
      expect(await tryLogIn(name, 'wrong')).toEqual({ outcome: 'wait', seconds: 900 });
    }
    // Not even the right one is looked at, from there; from elsewhere it is.
    expect(await tryLogIn('bo', PASSWORD)).toMatchObject({ outcome: 'wait' });
    expect(await tryLogIn('bo', PASSWORD, '192.0.2.8')).toMatchObject({ outcome: 'in' });
    passed += 15 * MINUTE;
    await logIn();
  });

  test('is slowed down for one address that tries many names', async () => {
    const answers: string[] = [];
    for (let i = 0; i < 31; i++) answers.push((await tryLogIn(`name${i}`, 'wrong')).outcome);
    expect(answers.filter((outcome) => outcome === 'wait')).toHaveLength(1);
    expect(await tryLogIn('bo', PASSWORD)).toMatchObject({ outcome: 'wait' });
  });

  test('counts attempts that are made at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => tryLogIn('bo', 'wrong')));
    expect(answers.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(5);
  });
});

describe('a log-in', () => {
  test('ends after half a day unused', async () => {
    const token = await logIn();
    passed += 11 * HOUR;
    expect(await accounts.find(token)).toMatchObject({ name: 'bo' });
    passed += 11 * HOUR;
    expect(await accounts.find(token)).toMatchObject({ name: 'bo' });
    passed += 12 * HOUR;
    expect(await accounts.find(token)).toBeUndefined();
  });

  test('ends after a week, however much it is used', async () => {
    const token = await logIn();
    for (let day = 0; day < 13; day++) {
      passed += 12 * HOUR - 1;
      expect(await accounts.find(token), `${day}`).toBeDefined();
    }
    passed += 12 * HOUR - 1;
    expect(await accounts.find(token)).toBeDefined();
    passed += HOUR;
    expect(await accounts.find(token)).toBeUndefined();
  });

  test('ends when logged out, and no other with it', async () => {
    const [one, two] = [await logIn(), await logIn()];
    await accounts.logOut(one);
    expect(await accounts.find(one)).toBeUndefined();
    expect(await accounts.find(two)).toMatchObject({ name: 'bo' });
    await accounts.logOut('made up');
    expect(await accounts.find('made up')).toBeUndefined();
  });

  test('follows its account: another role at once, out when disabled or with a new password', async () => {
    const token = await logIn();
    await accounts.change('bo', { role: 'viewer' });
    expect(await accounts.find(token)).toMatchObject({ role: 'viewer' });
    await accounts.change('bo', { disabled: true });
    expect(await accounts.find(token)).toBeUndefined();
    expect(await tryLogIn('bo', PASSWORD)).toEqual({ outcome: 'wrong' });
    await accounts.change('bo', { disabled: false });
    // What ended does not come back.
    expect(await accounts.find(token)).toBeUndefined();
    const again = await logIn();
    await accounts.change('bo', { password: 'another lighthouse' });
    expect(await accounts.find(again)).toBeUndefined();
    expect(await tryLogIn('bo', PASSWORD)).toEqual({ outcome: 'wrong' });
    await logIn('bo', 'another lighthouse');
  });

  test('does not come back with a backup', async () => {
    const token = await logIn();
    const copy = join(folder, 'copy.db');
    await store.backup(copy);
    const { restoreBackup } = await import('../../store/embedded/restore.ts');
    const restored = join(folder, 'restored');
    await restoreBackup(copy, restored);
    const other = await openEmbeddedStore({ folder: restored, now: () => new Date(START).toISOString() });
    const there = makeAccounts({ store: other, now: () => new Date(START).toISOString() });
    try {
      expect(await there.list()).toEqual(await accounts.list());
      expect(await there.find(token)).toBeUndefined();
      expect(await accounts.find(token)).toBeDefined();
    } finally {
      await other.close();
    }
  });
});

describe('an account', () => {
  test.each([
    ['too short a password', { password: 'lighthouse' }, /not between 12 and 200/],
    ['a password of few characters', { password: 'abababababababab' }, /five different/],
    ['its name in the password', { password: 'cyril and the sea', name: 'cyril' }, /holds the name/],
    ['a name with spaces', { name: 'the desk' }, /lower-case/],
    ['a display name of nothing', { displayName: '\u202e ' }, /no word/],
  ])('with %s is refused', async (_, wrong, message) => {
    const account = { name: 'cy', role: 'viewer', password: PASSWORD, ...wrong } as const;
    await expect(accounts.add(account)).rejects.toMatchObject({
      name: 'DecisionError',
      message: expect.stringMatching(message),
    });
    expect(await accounts.list()).toHaveLength(2);
  });

  test('has a name that is given once', async () => {
    await expect(accounts.add({ name: 'bo', role: 'admin', password: PASSWORD })).rejects.toMatchObject({
      type: 'conflict',
    });
    await expect(accounts.change('cy', { role: 'admin' })).rejects.toMatchObject({ type: 'unknown' });
  });

  test('stays an admin where it is the last that may log in', async () => {
    await expect(accounts.change('ann', { disabled: true })).rejects.toMatchObject({ type: 'conflict' });
    await accounts.change('bo', { role: 'admin' });
    expect(await accounts.change('ann', { role: 'viewer' })).toMatchObject({ role: 'viewer' });
  });
});

describe('the own password', () => {
  const NEXT = 'another lighthouse';
  const change = (password: string, newPassword = NEXT) =>
    accounts.changeOwnPassword({ name: 'bo', password, newPassword, address: '192.0.2.7' });

  test('is changed by who knows the one before: other log-ins end, and a new one begins', async () => {
    const [here, elsewhere, other] = [await logIn(), await logIn(), await logIn('ann')];
    const changed = await change(PASSWORD);
    expect(changed).toMatchObject({ outcome: 'in', account: { name: 'bo' } });
    expect(JSON.stringify(changed)).not.toContain('argon2');
    for (const token of [here, elsewhere]) expect(await accounts.find(token)).toBeUndefined();
    expect(await accounts.find(other)).toMatchObject({ name: 'ann' });
    const { token } = changed as Extract<LogInAnswer, { outcome: 'in' }>;
    expect(await accounts.find(token)).toMatchObject({ name: 'bo' });
    expect(await tryLogIn('bo', PASSWORD)).toEqual({ outcome: 'wrong' });
    await logIn('bo', NEXT);
  });

  test('stays where the one before is wrong, and guesses at it are counted with those at the log-in', async () => {
    const token = await logIn();
    for (let i = 0; i < 5; i++) expect(await change('not the password')).toEqual({ outcome: 'wrong' });
    expect(await change(PASSWORD)).toMatchObject({ outcome: 'wait' });
    expect(await tryLogIn('bo', PASSWORD)).toMatchObject({ outcome: 'wait' });
    expect(await accounts.find(token)).toMatchObject({ name: 'bo' });
  });

  test('stays where the new one is none, or the same', async () => {
    const token = await logIn();
    await expect(change(PASSWORD, 'short')).rejects.toThrow('12');
    await expect(change(PASSWORD, PASSWORD)).rejects.toThrow('it is the one before');
    expect(await accounts.find(token)).toMatchObject({ name: 'bo' });
    await logIn();
  });
});
