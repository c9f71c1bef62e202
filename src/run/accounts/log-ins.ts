import { createHash, randomBytes } from 'node:crypto';
import {
  type Account,
  type KeptAccount,
  type LogInAnswer,
  type LogInRequest,
  PASSWORD_LENGTH,
} from '../../model/account.ts';
import type { Store } from '../../store/store.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { Throttle } from './throttle.ts';

export interface LogInsOptions {
  readonly store: Pick<Store, 'findAccount' | 'addLogIn' | 'findLogIn' | 'touchLogIn' | 'revokeLogIns'>;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
  /** A new token; 256 random bits unless given. */
  readonly makeToken?: () => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long one stays logged in: at most a week, and half a day without doing anything. */
export const LASTS = { most: 7 * DAY, idle: 12 * HOUR } as const;
/** That somebody is still there is kept at most so often. */
const TOUCH = MINUTE;
/** For how long a log-in that has ended is kept, for whoever asks who was in. */
const KEPT = 30 * DAY;

/** Within a quarter of an hour: guesses at one account from one place, at many accounts from one place, at one account from many. */
const WINDOW = 15 * MINUTE;
const ATTEMPTS = { pair: 5, address: 30, name: 60 } as const;

export type Checked =
  | { readonly outcome: 'right'; readonly account: KeptAccount }
  | Exclude<LogInAnswer, { readonly outcome: 'in' }>;

/** Lets people in, and knows who is in. */
export class LogIns {
  readonly #options: Required<LogInsOptions>;
  readonly #pairs = new Throttle({ attempts: ATTEMPTS.pair, window: WINDOW });
  readonly #addresses = new Throttle({ attempts: ATTEMPTS.address, window: WINDOW });
  readonly #names = new Throttle({ attempts: ATTEMPTS.name, window: WINDOW });
  #nobody: Promise<string> | undefined;

  constructor({ makeToken = () => randomBytes(32).toString('base64url'), ...options }: LogInsOptions) {
    this.#options = { ...options, makeToken };
  }

  async logIn(request: LogInRequest): Promise<LogInAnswer> {
    const checked = await this.check(request);
    return checked.outcome === 'right' ? this.open(checked.account) : checked;
  }

  /** Whether it is the password of an account that may log in. */
  async check({ name, password, address }: LogInRequest): Promise<Checked> {
    const { store } = this.#options;
    const key = name.slice(0, 80);
    const seconds = this.#count(key, address);
    if (seconds !== undefined) return { outcome: 'wait', seconds };
    const account = await store.findAccount(name);
    const isRight = await this.#isRight(account, password);
    if (account === undefined || !isRight || account.disabled !== undefined) return { outcome: 'wrong' };
    this.#pairs.forget(makePair(key, address));
    this.#addresses.giveBack(address);
    this.#names.giveBack(key);
    return { outcome: 'right', account };
  }

  /** Lets somebody in whose password was right. */
  async open(account: KeptAccount): Promise<LogInAnswer> {
    const { store, now, makeToken } = this.#options;
    const [token, created] = [makeToken(), now()];
    const expires = later(created, LASTS.most);
    await store.addLogIn(
      { hash: hashToken(token), account: account.name, created, expires, lastUsed: created },
      later(created, -KEPT),
    );
    return { outcome: 'in', token, account: makePlain(account), expires };
  }

  async find(token: string): Promise<Account | undefined> {
    const { store, now } = this.#options;
    const hash = hashToken(token);
    const found = await store.findLogIn(hash);
    const at = now();
    if (found === undefined || !isHolding(found.logIn, at) || found.account.disabled !== undefined)
      return undefined;
    if (at >= later(found.logIn.lastUsed, TOUCH)) await store.touchLogIn(hash, at);
    return makePlain(found.account);
  }

  async logOut(token: string): Promise<void> {
    const { store, now } = this.#options;
    await store.revokeLogIns({ hash: hashToken(token) }, now());
  }

  /** Ends all log-ins of an account. */
  async end(account: string): Promise<void> {
    const { store, now } = this.#options;
    await store.revokeLogIns({ account }, now());
  }

  /** Counts an attempt; gives the seconds to wait where it is not taken. Names that are not there count as those that are. */
  #count(name: string, address: string): number | undefined {
    const at = Date.parse(this.#options.now());
    return (
      this.#addresses.take(address, at) ??
      this.#pairs.take(makePair(name, address), at) ??
      this.#names.take(name, at)
    );
  }

  /** Takes as long where there is no such account: whoever measures learns no names. */
  async #isRight(account: KeptAccount | undefined, password: string): Promise<boolean> {
    this.#nobody ??= hashPassword(randomBytes(32).toString('base64url'));
    const nobody = await this.#nobody;
    // No password is longer; more is not worth a look.
    const isLong = password.length > PASSWORD_LENGTH.most * 2;
    const isRight = await isPassword(isLong ? '' : password, account?.password ?? nobody);
    return isRight && account !== undefined;
  }
}

function makePair(name: string, address: string): string {
  return JSON.stringify([name, address]);
}

/** What of an account may leave the store. */
export function makePlain({ password: _, ...account }: KeptAccount): Account {
  return account;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function isHolding(
  logIn: { readonly expires: string; readonly lastUsed: string; readonly revoked?: string },
  at: string,
): boolean {
  return logIn.revoked === undefined && at < logIn.expires && at < later(logIn.lastUsed, LASTS.idle);
}

function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
