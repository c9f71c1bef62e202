import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { LOCAL_HOSTS } from './guard.ts';

/** Compresses what goes to other machines. On the own one that would cost more time than it saves. */
export function makeCompression(): MiddlewareHandler {
  const pack = compress();
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    return LOCAL_HOSTS.some((own) => own === hostname) ? next() : pack(c, next);
  };
}
