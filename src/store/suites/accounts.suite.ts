import { expect, test } from 'vitest';
import type { KeptAccount, LogIn } from '../../model/account.ts';
import { refusal, store } from './tested.suite.ts';

const AT = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-01T11:00:00.000Z';

const ann: KeptAccount = {
  kind: 'account',
  name: 'ann',
  displayName: 'Ann Example',
  role: 'admin',
  password: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  passwordSet: AT,
  created: AT,
};
const bo: KeptAccount = { ...ann, name: 'bo', displayName: 'Bo Example', role: 'analyst' };

const logIn: LogIn = {
  hash: 'a'.repeat(64),
  account: 'ann',
  created: AT,
  expires: '2026-03-08T10:00:00.000Z',
  lastUsed: AT,
};

export function describeAccounts(): void {
  test('are kept once under a name, and listed by it', async () => {
    expect(await store.addAccount(bo)).toBe(true);
    expect(await store.addAccount(ann)).toBe(true);
    expect(await store.addAccount({ ...ann, role: 'viewer' })).toBe(false);
    expect(await store.listAccounts()).toEqual([ann, bo]);
    expect(await store.findAccount('bo')).toEqual(bo);
    expect(await store.findAccount('Bo')).toBeUndefined();
  });

  test.each([
    ['a name with capitals', { name: 'Ann' }],
    ['a name of one letter', { name: 'a' }],
    ['a name with a space', { name: 'the desk' }],
    ['a password that is not hashed', { password: 'correct horse battery' }],
    ['a role that is none', { role: 'owner' as 'admin' }],
    ['no instant', { created: 'yesterday' }],
  ])('with %s are refused', async (_, wrong) => {
    await expect(store.addAccount({ ...ann, ...wrong })).rejects.toMatchObject(refusal);
    expect(await store.listAccounts()).toEqual([]);
  });

  test('are changed in what is given and nothing else', async () => {
    await store.addAccount(ann);
    await store.addAccount(bo);
    const changed = await store.changeAccount('bo', { role: 'editor', disabled: LATER });
    expect(changed).toEqual({ outcome: 'changed', account: { ...bo, role: 'editor', disabled: LATER } });
    await store.changeAccount('bo', { disabled: null });
    expect(await store.findAccount('bo')).toEqual({ ...bo, role: 'editor' });
    expect(await store.changeAccount('cy', { role: 'admin' })).toEqual({ outcome: 'unknown' });
    await expect(store.changeAccount('bo', { password: 'plain' })).rejects.toMatchObject(refusal);
  });

  test('have always an admin among them who may log in', async () => {
    await store.addAccount(ann);
    await store.addAccount({ ...bo, role: 'admin', disabled: AT });
    expect(await store.changeAccount('ann', { role: 'editor' })).toEqual({ outcome: 'last admin' });
    expect(await store.changeAccount('ann', { disabled: LATER })).toEqual({ outcome: 'last admin' });
    expect(await store.findAccount('ann')).toEqual(ann);
    await store.changeAccount('bo', { disabled: null });
    expect(await store.changeAccount('ann', { role: 'editor' })).toMatchObject({ outcome: 'changed' });
  });

  test('a log-in is found by its hash, with its account as it is now', async () => {
    await store.addAccount(ann);
    await store.addLogIn(logIn, AT);
    await store.touchLogIn(logIn.hash, LATER);
    expect(await store.findLogIn(logIn.hash)).toEqual({ logIn: { ...logIn, lastUsed: LATER }, account: ann });
    expect(await store.findLogIn('b'.repeat(64))).toBeUndefined();
    await expect(store.addLogIn({ ...logIn, hash: 'the token' }, AT)).rejects.toMatchObject(refusal);
    await expect(store.addLogIn({ ...logIn, account: 'cy' }, AT)).rejects.toMatchObject(refusal);
  });

  test('log-ins are revoked one by one or all of an account', async () => {
    await store.addAccount(ann);
    await store.addAccount(bo);
    const [one, two, other] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
    for (const hash of [one, two]) await store.addLogIn({ ...logIn, hash }, AT);
    await store.addLogIn({ ...logIn, hash: other, account: 'bo' }, AT);
    const revoked = async (hash: string) => (await store.findLogIn(hash))?.logIn.revoked;
    await store.revokeLogIns({ hash: one }, AT);
    expect([await revoked(one), await revoked(two)]).toEqual([AT, undefined]);
    await store.revokeLogIns({ account: 'ann' }, LATER);
    // When it ended first is what stays.
    expect([await revoked(one), await revoked(two), await revoked(other)]).toEqual([AT, LATER, undefined]);
  });

  test('log-ins that expired long ago are let go with the next one', async () => {
    await store.addAccount(ann);
    await store.addLogIn(logIn, AT);
    const next = { ...logIn, hash: 'b'.repeat(64), expires: '2026-05-01T10:00:00.000Z' };
    await store.addLogIn(next, '2026-04-01T10:00:00.000Z');
    expect(await store.findLogIn(logIn.hash)).toBeUndefined();
    expect(await store.findLogIn(next.hash)).toBeDefined();
  });
}
