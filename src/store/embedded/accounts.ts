import type { KeptAccount, LogIn, Role } from '../../model/account.ts';
import type { AccountChanged, KeptChange } from '../store.ts';
import type { AccountTable, SessionTable } from '../tables.ts';
import { type Database, sqlite } from './database.ts';

/** Keeps a new account; answers false where the name is taken. */
export function addAccount(database: Database, account: KeptAccount): boolean {
  return database.transaction(() => {
    if (findRow(database, account.name) !== undefined) return false;
    const { name, displayName, role, password, passwordSet, created, disabled } = account;
    const row = { name, role, password, created, disabled: disabled ?? null };
    database.run(
      sqlite.insertInto('account').values({ ...row, display_name: displayName, password_set: passwordSet }),
    );
    return true;
  });
}

export function listAccounts(database: Database): readonly KeptAccount[] {
  return database.all(sqlite.selectFrom('account').selectAll().orderBy('name')).map(readAccount);
}

/** Looks whether an admin is left while nobody else can write. */
export function changeAccount(database: Database, name: string, change: KeptChange): AccountChanged {
  return database.transaction((): AccountChanged => {
    const row = findRow(database, name);
    if (row === undefined) return { outcome: 'unknown' };
    const changed: AccountTable = {
      ...row,
      display_name: change.displayName ?? row.display_name,
      role: change.role ?? row.role,
      password: change.password ?? row.password,
      password_set: change.passwordSet ?? row.password_set,
      disabled: change.disabled === undefined ? row.disabled : change.disabled,
    };
    const isLeaving = isAdmin(row) && !isAdmin(changed);
    if (isLeaving && countOtherAdmins(database, name) === 0) return { outcome: 'last admin' };
    const { name: _, ...values } = changed;
    database.run(sqlite.updateTable('account').set(values).where('name', '=', name));
    return { outcome: 'changed', account: readAccount(changed) };
  });
}

function isAdmin({ role, disabled }: AccountTable): boolean {
  return role === 'admin' && disabled === null;
}

function countOtherAdmins(database: Database, name: string): number {
  const row = database.first(
    sqlite
      .selectFrom('account')
      .where('role', '=', 'admin')
      .where('disabled', 'is', null)
      .where('name', '!=', name)
      .select((eb) => eb.fn.countAll<number>().as('rows')),
  );
  return row?.rows ?? 0;
}

function findRow(database: Database, name: string): AccountTable | undefined {
  return database.first(sqlite.selectFrom('account').selectAll().where('name', '=', name));
}

export function findAccount(database: Database, name: string): KeptAccount | undefined {
  const row = findRow(database, name);
  return row && readAccount(row);
}

/** Keeps a log-in, and lets those go that ended before `gone`. */
export function addLogIn(database: Database, logIn: LogIn, gone: string): void {
  const { hash, account, created, expires, lastUsed, revoked } = logIn;
  database.transaction(() => {
    database.run(sqlite.deleteFrom('session').where('expires', '<', gone));
    database.run(
      sqlite
        .insertInto('session')
        .values({ hash, account, created, expires, last_used: lastUsed, revoked: revoked ?? null }),
    );
  });
}

export function findLogIn(
  database: Database,
  hash: string,
): { readonly logIn: LogIn; readonly account: KeptAccount } | undefined {
  const row = database.first(sqlite.selectFrom('session').selectAll().where('hash', '=', hash));
  const account = row && findAccount(database, row.account);
  return account && { logIn: readLogIn(row), account };
}

export function touchLogIn(database: Database, hash: string, at: string): void {
  database.run(sqlite.updateTable('session').set({ last_used: at }).where('hash', '=', hash));
}

export function revokeLogIns(
  database: Database,
  of: { readonly hash: string } | { readonly account: string },
  at: string,
): void {
  const [column, value] = 'hash' in of ? (['hash', of.hash] as const) : (['account', of.account] as const);
  database.run(
    sqlite.updateTable('session').set({ revoked: at }).where(column, '=', value).where('revoked', 'is', null),
  );
}

function readAccount(row: AccountTable): KeptAccount {
  const { name, role, password, created, disabled } = row;
  return {
    kind: 'account',
    name,
    displayName: row.display_name,
    role: role as Role,
    password,
    passwordSet: row.password_set,
    created,
    ...(disabled === null ? {} : { disabled }),
  };
}

function readLogIn({ hash, account, created, expires, last_used, revoked }: SessionTable): LogIn {
  return {
    ...{ hash, account, created, expires, lastUsed: last_used },
    ...(revoked === null ? {} : { revoked }),
  };
}
