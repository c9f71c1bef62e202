import type { Context, MiddlewareHandler } from 'hono';
import { LOCAL_HOSTS } from './guard.ts';
import { makeProblemResponse } from './problem.ts';
import { type PublicPart, SCORES } from './service.ts';

/*
 * Who may read and write: the one place where that is decided. Whoever can reach this server under one of its names may read what is kept;
 * what the owner has made public anybody may read, from any page and through any proxy. Until people have accounts, those may write who
 * sit at the machine: the server listens on a loopback address, was asked under one, by a page of its own. Accounts will be asked here.
 */

/** A page elsewhere cannot make a browser send this without being asked for leave first, and leave is never given. */
export const WRITE_HEADER = 'x-tocsin-write';

/** What a proxy adds: whoever asks through one sits elsewhere. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

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

/** Guards that what is public need not pass: under which name, and from which site it is asked for. */
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

/** Whether nobody but this machine reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Why nobody may write here, whatever they send; undefined where they may. */
export function findReadOnly(c: Context, host: string | undefined): string | undefined {
  if (host === undefined || !isLoopback(host))
    return 'Others can reach this server, and it cannot tell who they are: it has no accounts. Decide with `tocsin correct`, or start it with --host 127.0.0.1.';
  const name = new URL(c.req.url).hostname;
  const isOwnName = LOCAL_HOSTS.some((own) => own === name);
  if (!isOwnName || FORWARDED.some((header) => c.req.header(header) !== undefined))
    return 'This was asked through another server, and it cannot be told who asks: there are no accounts. Open the workbench on the machine itself, or decide with `tocsin correct`.';
  return undefined;
}

/** What of this request keeps it from writing. That its Origin is this server is known by then, if it has one. */
function findFault(c: Context): string | undefined {
  if (c.req.header('origin') === undefined && c.req.header('sec-fetch-site') !== 'same-origin')
    return 'It does not say where it comes from. Send the Origin of this server.';
  if (c.req.header(WRITE_HEADER) !== '1') return `Send the header ${WRITE_HEADER}: 1.`;
  return undefined;
}

/**
 * Lets only those through who may write.
 *
 * @param host Where the server listens; unless that is known, nobody may.
 */
export function makeWriteGuard(host: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    const readOnly = findReadOnly(c, host);
    if (readOnly !== undefined) return makeProblemResponse('read-only', c.req.path, { detail: readOnly });
    const fault = findFault(c);
    if (fault !== undefined) return makeProblemResponse('no-leave', c.req.path, { detail: fault });
    return next();
  };
}
