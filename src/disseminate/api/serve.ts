import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Address {
  readonly host: string;
  readonly port: number;
  /** `http://127.0.0.1:7077`. */
  readonly url: string;
}

export interface RunningServer {
  readonly address: Address;
  /** Takes no new request, lets those under way end (10 seconds at most), then closes. */
  close(): Promise<void>;
}

/** Milliseconds that requests under way are given when the server closes. */
const GRACE = 10_000;

function describeAddress(server: Server, host: string): Address {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error(`No port on ${host}`);
  const shown = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return { host: bound.address, port: bound.port, url: `http://${shown}:${bound.port}` };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close((error) => {
      clearTimeout(timer);
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeIdleConnections();
  });
}

/**
 * Listens for HTTP; port 0 takes any free one. Rejects with Node's own error where the port is taken
 * (`EADDRINUSE`) or may not be used (`EACCES`).
 *
 * @example
 * const server = await serveApp(app, { port: 7077 });
 * console.log(server.address.url);
 */
export function serveApp(
  app: Pick<Hono, 'fetch'>,
  { host = '127.0.0.1', port }: { readonly host?: string; readonly port: number },
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      let closing: Promise<void> | undefined;
      const close = () => {
        closing ??= closeServer(server);
        return closing;
      };
      resolve({ address: describeAddress(server, host), close });
    });
  });
}
