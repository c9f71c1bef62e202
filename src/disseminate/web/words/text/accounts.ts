import type { Role } from '../../../../model/account.ts';
import type { AuditOutcome } from '../../../../model/audit.ts';
import type { ActWords } from '../decisions.ts';

/* Who may log in, who is logged in, and who did what. */

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: 'viewer',
  analyst: 'analyst',
  editor: 'editor',
  admin: 'admin',
};

/** What each role may do. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  viewer: 'Reads everything and decides nothing.',
  analyst: 'Reads and decides: sets aside, grades, names.',
  editor: 'Also writes warning problems and the register.',
  admin: 'May do everything, accounts and the audit log included.',
};

export const LOG_IN = {
  title: 'Log in',
  hint: 'Who may log in is for the admins of this desk to say.',
  name: 'Name',
  password: 'Password',
  submit: 'Log in',
  sending: 'Logging in…',
} as const;

export const ACCOUNT_MENU = {
  label: (name: string) => `Account: ${name}`,
  desk: 'The desk',
  deskHint: 'You sit at the machine itself: no account is needed.',
  own: 'Your account',
  accounts: 'Accounts',
  audit: 'Audit log',
  logIn: 'Log in',
  logOut: 'Log out',
  decidesAs: (name: string) => `It stands under your account: ${name}.`,
  mayNot: (role: Role, needed: Role) =>
    `Your role is ${ROLE_WORDS[role]}; this takes the role ${ROLE_WORDS[needed]}. Ask an admin of this desk.`,
} as const;

/** Of the one who looks. */
export const OWN_ACCOUNT = {
  title: 'Your account',
  fetching: 'Fetching who you are',
  none: 'You have no account here',
  name: 'Name',
  role: 'Role',
  password: 'Change your password',
  hint: 'Whoever is logged in by it elsewhere is out at once; here you stay.',
  before: 'Password until now',
  next: 'New password',
  nextHint: '12 characters or more. A sentence that only you would think of does.',
  again: 'New password again',
  notAlike: 'The two new passwords are not alike. Nothing was changed.',
  submit: 'Change the password',
  done: 'Your password is changed.',
} as const;

export const ACCOUNTS = {
  option: (role: string, hint: string) => `${role}: ${hint}`,
  title: 'Accounts',
  fetching: 'Fetching the accounts',
  count: (n: number) => `${n} ${n === 1 ? 'account' : 'accounts'}`,
  none: 'No account yet',
  noneHint: 'On this machine none is needed. Others can reach this desk once the first admin has an account.',
  notForYou: 'Accounts are for admins',
  isNow: 'Shown as it is now, whatever instant is chosen.',
  name: 'Name',
  nameHint:
    '2 to 32 small letters and digits. It stands under what this person decides and is never given again.',
  displayName: 'As people call them',
  role: 'Role',
  roleOf: (name: string) => `Role of ${name}`,
  password: 'Password',
  passwordHint: '12 characters or more. A sentence that only they would think of does.',
  since: '{name}, since {when}',
  disabledSince: '{name}, disabled {when}',
  disable: 'Disable',
  enable: 'Enable',
  of: (act: string, name: string) => `${act} ${name}`,
  sending: 'Saving…',
  roleSet: (name: string, role: Role) => `${name} has the role ${ROLE_WORDS[role]} now.`,
  disabled: (name: string) => `${name} may no longer log in.`,
  enabled: (name: string) => `${name} may log in again.`,
} as const;

export const ADD_ACCOUNT: ActWords = {
  button: 'Add an account…',
  title: 'Add an account',
  hint: 'Tell them name and password yourself: nothing is sent.',
  submit: 'Add',
  done: 'The account is there.',
};

export const NEW_PASSWORD: ActWords = {
  button: 'New password…',
  title: 'Give a new password',
  hint: 'Whoever is logged in by the old one is out at once.',
  submit: 'Set the password',
  done: 'The password is set.',
};

export const AUDIT = {
  title: 'Audit log',
  fetching: 'Fetching the audit log',
  hint: 'Whatever was written here, by whom and how it ended; refused attempts too. Each entry is bound to the one before: the command tocsin audit verify checks them.',
  none: 'Nothing was written yet',
  noneFits: 'No entry fits',
  noneHint: 'Choose somebody or something else.',
  notForYou: 'The audit log is for admins',
  by: 'Who',
  operation: 'What',
  anyone: 'anyone',
  anything: 'anything',
  show: 'Show',
  nobody: 'nobody known',
  from: (address: string) => `from ${address}`,
  omitted: (n: number) => `${n} more refused requests before it are not listed`,
} as const;

export const OUTCOME_WORDS: Readonly<Record<AuditOutcome, string>> = {
  done: 'done',
  refused: 'refused',
  failed: 'failed',
};
export const OUTCOME_SIGNS: Readonly<Record<AuditOutcome, string>> = {
  done: '✓',
  refused: '✕',
  failed: '⚠',
};

/** What was asked for, in words; what is not here stands as the API calls it. */
export const OPERATION_WORDS: Readonly<Record<string, string>> = {
  'POST /session': 'log in',
  'DELETE /session': 'log out',
  'PUT /session/password': 'change the own password',
  'POST /judgements': 'decide',
  'POST /comments': 'comment',
  'PUT /comments/{id}': 'change a comment',
  'DELETE /comments/{id}': 'remove a comment',
  'POST /assignments': 'assign',
  'PUT /assignments/{id}': 'change an assignment',
  'POST /inbox/read': 'mark as read',
  'POST /reviews': 'review',
  'PUT /problems/{id}/definition': 'write a warning problem',
  'PUT /problems/{id}/brief/draft': 'save a brief draft',
  'DELETE /problems/{id}/brief/draft': 'discard a brief draft',
  'POST /problems/{id}/brief/draft/sign': 'sign a brief',
  'POST /register': 'add to the register',
  'POST /sources': 'add a source',
  'POST /sources/find': 'look for feeds at an address',
  'PATCH /sources/{id}': 'change a source',
  'DELETE /sources/{id}': 'remove a source',
  'POST /watch-areas': 'add a watch area',
  'PUT /watch-areas/{id}': 'change a watch area',
  'DELETE /watch-areas/{id}': 'remove a watch area',
  'POST /saved-searches': 'save a search',
  'PATCH /saved-searches/{id}': 'change a saved search',
  'DELETE /saved-searches/{id}': 'remove a saved search',
  'POST /accounts': 'add an account',
  'PATCH /accounts/{name}': 'change an account',
  'tocsin account add': 'add an account (command line)',
  'tocsin account role': 'give another role (command line)',
  'tocsin account disable': 'disable or enable an account (command line)',
  'tocsin account password': 'give a new password (command line)',
  'tocsin correct': 'decide (command line)',
  'tocsin grade set': 'set a grade (command line)',
  'tocsin grade withdraw': 'take a grade back (command line)',
  'tocsin register add': 'add to the register (command line)',
  'tocsin register alias': 'add a name of an actor (command line)',
  'tocsin register distinct': 'part a name from an actor (command line)',
};

export function nameOperation(operation: string): string {
  return OPERATION_WORDS[operation] ?? operation;
}

/** Why something was refused. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  'log-in': 'not logged in',
  'wrong-log-in': 'wrong name or password',
  'wrong-password': 'wrong password',
  'too-many': 'too many attempts',
  'not-allowed': 'not for this role',
  'no-leave': 'not from a page of this server',
  'cross-site': 'from another site',
  'wrong-host': 'under another name',
  'bad-request': 'did not fit',
  'not-found': 'no such thing',
  conflict: 'it cannot be so',
  faulty: 'the definition has faults',
};

export function nameReason(reason: string): string {
  return REASON_WORDS[reason] ?? reason;
}
