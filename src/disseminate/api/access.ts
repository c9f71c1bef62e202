import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Account, type Accounts, ROLES, type Role, reaches } from '../../model/account.ts';
import { DESK_NAME } from '../../model/audit.ts';
import { findOperation, isForwarded, isSecure } from './asked.ts';
import { LOCAL_HOSTS } from './guard.ts';
import { isLoopback } from './loopback.ts';
import { fail, makeProblemResponse } from './problem.ts';
import { findRight, RIGHTS } from './rights.ts';
import { type PublicPart, SCORES } from './service.ts';

/*
 * Who asks, and what they may do: the one place where that is decided. Whoever sits at the machine needs no account unless the owner wants
 * it so: the server listens on a loopback address and was asked under one, through no proxy. Everybody else logs in. What the owner
 * has made public anybody may read, from any page and through any proxy. The table of what each role may do is in rights.ts.
 */

/** A page elsewhere cannot make a browser send this without being asked for leave first, and leave is never given. */
export const WRITE_HEADER = 'x-tocsin-write';

/** Whether a request is for something that anybody may read from anywhere. */
export function isPublic(c: Context, parts: readonly PublicPart[]): boolean {
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
  return isReading && c.req.path === SCORES && parts.includes('score');
}

/** Leave for pages of other sites to read what is public; it is the same for everybody. */
const PUBLIC_HEADERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=300',
} as const;

/** Guards that what is public need not pass: under which name, from which site, by whom it is asked for. */
export function exceptPublic(
  parts: readonly PublicPart[],
  guards: readonly MiddlewareHandler[],
): readonly MiddlewareHandler[] {
  const open: MiddlewareHandler = async (c, next) => {
    await next();
    if (!isPublic(c, parts)) return;
    for (const [name, value] of Object.entries(PUBLIC_HEADERS)) c.res.headers.set(name, value);
  };
  return [
    open,
    ...guards.map(
      (guard): MiddlewareHandler =>
        (c, next) =>
          isPublic(c, parts) ? next() : guard(c, next),
    ),
  ];
}

/** Who asks. */
export interface Asker {
  readonly role: Role;
  /** Absent for whoever sits at the machine. */
  readonly account?: Account;
}

/** By request, so that every route sees whom the guard saw. */
const ASKERS = new WeakMap<Context, Asker>();

/** Who asks, once the guard has looked; undefined where it is nobody known. */
export function findAsker(c: Context): Asker | undefined {
  return ASKERS.get(c);
}

/** The name under which an asker is written down. */
export function nameAsker({ account }: Asker): string {
  return account?.name ?? DESK_NAME;
}

/**
 * Who decides: the account, whatever the request says; of whoever sits at the machine the name that they give. Ends the
 * request where there is none.
 */
export function takeDecider(c: Context, given: string | undefined): string {
  const by = findAsker(c)?.account?.name ?? given;
  if (by !== undefined) return by;
  return fail(c, 'bad-request', 'by: Nobody is named who decides. Say who does, or log in.');
}

export interface AccessOptions {
  /** Where the server listens; unless that is known, nobody may write. */
  readonly host?: string | undefined;
  readonly accounts?: Accounts | undefined;
  /** Whether even those log in who sit at the machine. */
  readonly login?: boolean | undefined;
}

async function identify(
  c: Context,
  { host, accounts, login = false }: AccessOptions,
): Promise<Asker | undefined> {
  const token = readToken(c);
  const account = token === undefined ? undefined : await accounts?.find(token);
  if (account !== undefined) return { role: account.role, account };
  if (login) return undefined;
  // No server at all: a program asks within itself. It may read, since it has the store anyway.
  if (host === undefined) return isForwarded(c) ? undefined : { role: 'viewer' };
  return isAtMachine(c, host) ? { role: 'admin' } : undefined;
}

function isAtMachine(c: Context, host: string): boolean {
  const name = new URL(c.req.url).hostname;
  return isLoopback(host) && LOCAL_HOSTS.some((own) => own === name) && !isForwarded(c);
}

/** Why an operation is not for this asker; undefined where it is. */
export function findRefusal(asker: Asker | undefined, operation: string): string | undefined {
  const { least } = findRight(operation);
  if (least === 'anyone' || (asker !== undefined && reaches(asker.role, least))) return undefined;
  if (asker === undefined)
    return 'Log in first: POST /api/v1/session, or the page that opens in the browser.';
  return `${asker.account === undefined ? 'Whoever asks here' : asker.account.displayName} has the role ${asker.role}; this takes the role ${least}.`;
}

/** Every operation that a role may ask for. */
export function listRights(role: Role): readonly string[] {
  return Object.keys(RIGHTS).filter((operation) => {
    const { least } = findRight(operation);
    return least === 'anyone' || ROLES.indexOf(role) >= ROLES.indexOf(least);
  });
}

/** What of this request keeps it from writing. That its Origin is this server is known by then, if it has one. */
function findFault(c: Context): string | undefined {
  if (c.req.header('origin') === undefined && c.req.header('sec-fetch-site') !== 'same-origin')
    return 'It does not say where it comes from. Send the Origin of this server.';
  if (c.req.header(WRITE_HEADER) !== '1') return `Send the header ${WRITE_HEADER}: 1.`;
  return undefined;
}

/** Lets only those through who may do what they ask for. Of an address that is none, only those learn who are known. */
export function makeAccessGuard(options: AccessOptions): MiddlewareHandler {
  return async (c, next) => {
    const operation = findOperation(c);
    // The files of the workbench are for anyone: they hold nothing that is kept here, and one page of them is for logging in.
    if (operation === undefined && !c.req.path.startsWith('/api/')) return next();
    const asker = await identify(c, options);
    if (asker !== undefined) ASKERS.set(c, asker);
    const refusal = findRefusal(asker, operation ?? 'GET /status');
    if (refusal !== undefined)
      return makeProblemResponse(asker === undefined ? 'log-in' : 'not-allowed', c.req.path, {
        detail: refusal,
      });
    if (operation !== undefined && findRight(operation).writes === true) {
      const fault = findFault(c);
      if (fault !== undefined) return makeProblemResponse('no-leave', c.req.path, { detail: fault });
    }
    return next();
  };
}

const COOKIE = 'tocsin_session';

function readToken(c: Context): string | undefined {
  return getCookie(c, COOKIE, 'host') ?? getCookie(c, COOKIE);
}

/** Over https the browser takes the cookie for this host alone, whatever a neighbour of the domain sets. */
function describeCookie(c: Context) {
  const own = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;
  return isSecure(c) ? ({ ...own, secure: true, prefix: 'host' } as const) : own;
}

/** @param seconds For how long the browser keeps it. */
export function giveToken(c: Context, token: string, seconds: number): void {
  setCookie(c, COOKIE, token, { ...describeCookie(c), maxAge: seconds });
}

/** Takes the cookie back; gives the token that it held. */
export function takeToken(c: Context): string | undefined {
  const token = readToken(c);
  deleteCookie(c, COOKIE, describeCookie(c));
  return token;
}
