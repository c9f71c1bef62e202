import {
  type Account,
  type AccountChange,
  type Accounts,
  DISPLAY_NAME_LENGTH,
  findNameFault,
  findPasswordFault,
  type LogInAnswer,
  type NewAccount,
  type OwnPasswordRequest,
} from '../../model/account.ts';
import { DecisionError } from '../../model/errors.ts';
import type { Store } from '../../store/store.ts';
import { hasWord, makeLine } from '../../text/plain.ts';
import { LogIns, makePlain } from './log-ins.ts';
import { hashPassword } from './passwords.ts';

export interface AccountsOptions {
  readonly store: Store;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
  /** A new token; 256 random bits unless given. */
  readonly makeToken?: () => string;
}

/**
 * The accounts of a data folder, for the API and the commands alike.
 *
 * @example
 * const accounts = makeAccounts({ store, now });
 * await accounts.add({ name: 'ann', role: 'admin', password: 'a long sentence' });
 */
export function makeAccounts({ store, now, makeToken }: AccountsOptions): Accounts {
  const logIns = new LogIns({ store, now, ...(makeToken === undefined ? {} : { makeToken }) });
  return {
    logIn: (request) => logIns.logIn(request),
    find: (token) => logIns.find(token),
    logOut: (token) => logIns.logOut(token),
    list: async () => (await store.listAccounts()).map(makePlain),
    add: (account) => add(account, { store, now }),
    change: (name, change) => changeAccount(name, change, { store, now, logIns }),
    changeOwnPassword: (request) => changeOwnPassword(request, { store, now, logIns }),
  };
}

async function add(
  { name, displayName, role, password }: NewAccount,
  { store, now }: Pick<AccountsOptions, 'store' | 'now'>,
): Promise<Account> {
  const fault = findNameFault(name);
  if (fault !== undefined)
    throw new DecisionError('unfit', {
      of: 'name',
      problem: `it ${fault}`,
      remedy: 'Give one such as ann or night.desk.',
    });
  checkPassword(password, name);
  const at = now();
  const account = {
    kind: 'account',
    name,
    displayName: takeDisplayName(displayName ?? name),
    role,
    created: at,
    passwordSet: at,
    password: await hashPassword(password),
  } as const;
  if (await store.addAccount(account)) return makePlain(account);
  throw new DecisionError('conflict', {
    of: name,
    problem: 'there is an account of that name',
    remedy: 'Choose another name; names are never given twice.',
  });
}

async function changeAccount(
  name: string,
  { displayName, role, disabled, password }: AccountChange,
  { store, now, logIns }: Pick<AccountsOptions, 'store' | 'now'> & { readonly logIns: LogIns },
): Promise<Account> {
  if (password !== undefined) checkPassword(password, name);
  const at = now();
  const known = await store.findAccount(name);
  const changed = await store.changeAccount(name, {
    ...(displayName === undefined ? {} : { displayName: takeDisplayName(displayName) }),
    ...(role === undefined ? {} : { role }),
    // Since when it is disabled stays, however often that is asked for.
    ...(disabled === undefined ? {} : { disabled: disabled ? (known?.disabled ?? at) : null }),
    ...(password === undefined ? {} : { password: await hashPassword(password), passwordSet: at }),
  });
  if (changed.outcome === 'unknown')
    throw new DecisionError('unknown', {
      of: makeLine(name).slice(0, 40),
      problem: 'there is no account of that name',
      remedy: 'Look for it in the list of accounts.',
    });
  if (changed.outcome === 'last admin')
    throw new DecisionError('conflict', {
      of: name,
      problem: 'it is the last admin who may log in',
      remedy: 'Make somebody else an admin first.',
    });
  // Whoever was in by the old password, or is no longer to be in, is out.
  if (password !== undefined || disabled === true) await logIns.end(name);
  return makePlain(changed.account);
}

async function changeOwnPassword(
  { newPassword, ...request }: OwnPasswordRequest,
  options: Pick<AccountsOptions, 'store' | 'now'> & { readonly logIns: LogIns },
): Promise<LogInAnswer> {
  checkPassword(newPassword, request.name);
  if (newPassword === request.password)
    throw new DecisionError('unfit', {
      of: 'newPassword',
      problem: 'it is the one before',
      remedy: 'Choose another.',
    });
  const checked = await options.logIns.check(request);
  if (checked.outcome !== 'right') return checked;
  await changeAccount(request.name, { password: newPassword }, options);
  return options.logIns.open(checked.account);
}

function checkPassword(password: string, name: string): void {
  const fault = findPasswordFault(password, name);
  if (fault !== undefined)
    throw new DecisionError('unfit', {
      of: 'password',
      problem: `it ${fault}`,
      remedy: 'A sentence that only you would think of does.',
    });
}

function takeDisplayName(given: string): string {
  const name = makeLine(given);
  if (hasWord(name) && name.length <= DISPLAY_NAME_LENGTH) return name;
  throw new DecisionError('unfit', {
    of: 'displayName',
    problem: `it has no word, or more than ${DISPLAY_NAME_LENGTH} characters`,
    remedy: 'Give the name by which people know them.',
  });
}
