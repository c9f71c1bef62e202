import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { isLoopback } from './loopback.ts';
import { BASE } from './service.ts';

/* Which operation a request asks for, what of, and from where. */

/** The operation as the table of rights calls it: `GET /problems/{id}`; undefined where no such address is known. */
export function findOperation(c: Context): string | undefined {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const found = matchedRoutes(c).find(
    (route) => route.method === method && route.path.startsWith(`${BASE}/`) && !route.path.endsWith('*'),
  );
  if (found === undefined) return undefined;
  return `${method} ${found.path.slice(BASE.length).replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`;
}

/** What stands in the places of an operation's parameters: `us-sites-iraq`. */
export function findThing(c: Context, operation: string): string | undefined {
  const pattern = operation.slice(operation.indexOf(' ') + 1).split('/');
  const asked = c.req.path.slice(BASE.length).split('/');
  const values = pattern.flatMap((part, index) => (part.startsWith('{') ? [decode(asked[index] ?? '')] : []));
  return values.length === 0 ? undefined : values.join(' ');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // Typed by hand, with a % that means itself.
  }
}

/** What a proxy adds: whoever asks through one sits elsewhere. */
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

export function isForwarded(c: Context): boolean {
  return FORWARDED.some((header) => c.req.header(header) !== undefined);
}

/**
 * Network address of whoever asks. What a proxy says of it is believed only of one on this machine, and only what it added itself: the
 * rest of the header can be made up by whoever asks.
 */
export function findAddress(c: Context): string {
  const env = c.env as
    | { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
    | undefined;
  const socket = env?.incoming?.socket?.remoteAddress ?? 'unknown';
  if (!isLoopback(socket)) return socket;
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return told === undefined || !/^[0-9A-Fa-f.:]{2,45}$/.test(told) ? socket : told;
}

/** Whether the browser reached us over https, be it by a proxy. */
export function isSecure(c: Context): boolean {
  return (
    new URL(c.req.url).protocol === 'https:' ||
    c.req.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ||
    c.req.header('origin')?.startsWith('https://') === true
  );
}
