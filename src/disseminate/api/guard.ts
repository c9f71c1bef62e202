import type { Context, MiddlewareHandler } from 'hono';
import { makeProblemResponse } from './problem.ts';

/** Names under which a server on the own machine is called. */
export const LOCAL_HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** What pages of ours may load: only what comes from here, nothing inline. */
const PAGE_POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** Set on every answer that did not set its own. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function makeSecurityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}

function findHostname(authority: string): string | undefined {
  const url = `http://${authority}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * Answers only under the names that it was told. A page elsewhere can let its own name point to 127.0.0.1 (DNS
 * rebinding) and would then read this server as if it were its own; its name gives it away.
 */
export function makeHostGuard(allowedHosts: readonly string[]): MiddlewareHandler {
  const allowed = new Set(allowedHosts.map((host) => findHostname(host) ?? host.toLowerCase()));
  return async (c, next) => {
    const asked = [new URL(c.req.url).hostname];
    const header = c.req.header('host');
    if (header !== undefined) asked.push(findHostname(header) ?? '');
    if (asked.every((host) => allowed.has(host))) return next();
    return makeProblemResponse('wrong-host', c.req.path, {
      detail: `Ask for ${[...allowed].join(', ')}, or start the server with this name among its allowed hosts.`,
    });
  };
}

function isFromElsewhere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** Refuses what a page of another site makes a browser send here. Following a link to a page is no such thing. */
export function makeSiteGuard(): MiddlewareHandler {
  return async (c, next) => {
    const isLink = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
    if (!isLink && isFromElsewhere(c)) {
      return makeProblemResponse('cross-site', c.req.path, {
        detail: 'Open the workbench itself, or ask from a program that sends no Origin header.',
      });
    }
    return next();
  };
}
