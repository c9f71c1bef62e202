import { findNameFault, type KeptAccount, type LogIn, ROLES } from '../../../model/account.ts';
import { StoreError } from '../../../model/errors.ts';
import { parseInstant } from '../../instants.ts';
import type { Store } from '../../store.ts';
import type { Session } from '../session.ts';

/** Who may log in, and who is logged in. */
export type AccountMethods = Pick<
  Store,
  | 'addAccount'
  | 'listAccounts'
  | 'findAccount'
  | 'changeAccount'
  | 'addLogIn'
  | 'findLogIn'
  | 'touchLogIn'
  | 'revokeLogIns'
>;

export function makeAccountMethods(session: Session): AccountMethods {
  const { call, write } = session;
  return {
    async addAccount(account) {
      session.checkWritable();
      const fault = findFault(account);
      if (fault !== undefined) throw refuse(account.name, fault);
      return write('addAccount', account);
    },
    listAccounts: () => call('listAccounts'),
    findAccount: (name) => call('findAccount', name),
    async changeAccount(name, change) {
      session.checkWritable();
      if (change.role !== undefined && !ROLES.includes(change.role)) throw refuse(name, 'has no known role');
      if (change.password !== undefined && !isHash(change.password))
        throw refuse(name, 'has a password that is no hash');
      return write('changeAccount', name, change);
    },
    async addLogIn(logIn, gone) {
      session.checkWritable();
      if (!isLogIn(logIn)) throw refuse(logIn.account, 'has a log-in without its hash or instants');
      await write('addLogIn', logIn, gone);
    },
    findLogIn: (hash) => call('findLogIn', hash),
    touchLogIn: (hash, at) => write('touchLogIn', hash, at),
    revokeLogIns: (of, at) => write('revokeLogIns', of, at),
  };
}

/** A password as it was typed is never kept, whoever asks for it. */
function isHash(password: string): boolean {
  return password.startsWith('$argon2id$');
}

function isLogIn({ hash, created, expires, lastUsed }: LogIn): boolean {
  const instants = [created, expires, lastUsed];
  return /^[0-9a-f]{64}$/u.test(hash) && instants.every((each) => parseInstant(each) === each);
}

function findFault({ name, role, password, created }: KeptAccount): string | undefined {
  if (findNameFault(name) !== undefined) return `has a name that ${findNameFault(name)}`;
  if (!ROLES.includes(role)) return 'has no known role';
  if (!isHash(password)) return 'has a password that is no hash';
  return parseInstant(created) === created ? undefined : 'has no instant';
}

function refuse(name: string, fault: string): StoreError {
  return new StoreError(`account ${name.slice(0, 40)}`, `it ${fault}`, 'Give name, role and hash.');
}
