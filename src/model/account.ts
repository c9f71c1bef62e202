/** What an account may do, from least to most; each may do what the one before it may. */
export const ROLES = ['viewer', 'analyst', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Whether a role reaches what is needed.
 *
 * @example
 * reaches('editor', 'analyst'); // true
 */
export function reaches(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Somebody who may log in here. Nothing in it is secret. */
export interface Account {
  readonly kind: 'account';
  /** Unique here, and what stands under what this person decides. Never given to somebody else later. */
  readonly name: string;
  /** As people call them. */
  readonly displayName: string;
  readonly role: Role;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly passwordSet: string;
  /** Since when it may not log in; absent while it may. */
  readonly disabled?: string;
}

/** An account as it is kept: with the hash of its password, which leaves the machine nowhere. */
export interface KeptAccount extends Account {
  /** Argon2id in PHC form, with its parameters and salt. */
  readonly password: string;
}

/** That somebody is logged in, in one browser or program. */
export interface LogIn {
  /** SHA-256 of the token; the token itself is kept nowhere. */
  readonly hash: string;
  readonly account: string;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly expires: string;
  readonly lastUsed: string;
  readonly revoked?: string;
}

/** Lower case, so that no two names look alike but for their capitals. */
const NAME = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/;
const NAME_LENGTH = { least: 2, most: 32 } as const;
export const DISPLAY_NAME_LENGTH = 80;
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** What keeps a text from being the name of an account: `has capitals …`; undefined where nothing does. */
export function findNameFault(name: string): string | undefined {
  if (name.length < NAME_LENGTH.least || name.length > NAME_LENGTH.most)
    return `has not between ${NAME_LENGTH.least} and ${NAME_LENGTH.most} characters`;
  return NAME.test(name)
    ? undefined
    : 'is not made of lower-case letters a to z and digits, with single dots, hyphens or underscores between';
}

/** What keeps a text from being a password; undefined where nothing does. */
export function findPasswordFault(password: string, name: string): string | undefined {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most)
    return `has not between ${PASSWORD_LENGTH.least} and ${PASSWORD_LENGTH.most} characters`;
  if (new Set(password).size < 5) return 'has fewer than five different characters';
  // Two letters stand in many words.
  const isNamed = name.length >= 4 && password.toLowerCase().includes(name.toLowerCase());
  return isNamed ? 'holds the name of the account' : undefined;
}

/** An account that is to be made. */
export interface NewAccount {
  readonly name: string;
  /** The name unless given. */
  readonly displayName?: string;
  readonly role: Role;
  readonly password: string;
}

/** What of an account is to be another. */
export interface AccountChange {
  readonly displayName?: string;
  readonly role?: Role;
  /** True where it may no longer log in. */
  readonly disabled?: boolean;
  readonly password?: string;
}

/** Who wants to log in, and from where. */
export interface LogInRequest {
  readonly name: string;
  readonly password: string;
  /** Network address; attempts are counted by it. */
  readonly address: string;
}

export type LogInAnswer =
  /** The token is given this once and kept nowhere. */
  | { readonly outcome: 'in'; readonly token: string; readonly account: Account; readonly expires: string }
  /** The name is unknown, the password wrong or the account disabled: it is not said which. */
  | { readonly outcome: 'wrong' }
  /** Too many attempts; the next is taken in so many seconds. */
  | { readonly outcome: 'wait'; readonly seconds: number };

/** Somebody who wants another password for their own account. */
export interface OwnPasswordRequest extends LogInRequest {
  readonly newPassword: string;
}

/** Who may log in here, and who is logged in. */
export interface Accounts {
  logIn(request: LogInRequest): Promise<LogInAnswer>;
  /** Whose token it is; undefined where it is nobody's (any more). */
  find(token: string): Promise<Account | undefined>;
  /** Ends what a token stands for; nothing where it stands for nothing. */
  logOut(token: string): Promise<void>;
  /** In the order of their names. */
  list(): Promise<readonly Account[]>;
  /** @throws DecisionError where it does not fit or the name is taken. */
  add(account: NewAccount): Promise<Account>;
  /** @throws DecisionError where it does not fit, there is no such account, or no admin would be left. */
  change(name: string, change: AccountChange): Promise<Account>;
  /**
   * Sets one's own password, for who knows the one before. Every log-in of the account ends; the answer is a new one. Attempts
   * count as those to log in do.
   *
   * @throws DecisionError where the new one does not fit.
   */
  changeOwnPassword(request: OwnPasswordRequest): Promise<LogInAnswer>;
}
