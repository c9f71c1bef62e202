import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FetchOptions, fetchPage } from './client.ts';

const PAGE = '<!doctype html><p>The harbour was closed on Monday.</p>';
const OPTIONS: FetchOptions = {
  now: () => '2026-11-22T10:00:00Z',
  userAgent: 'tocsin/0.0.0',
  maxBytes: 10_000,
  isAllowed: () => true,
};

let server: Server;
let base: string;
let answer: RequestListener;
let requests: string[];

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const sendPage: RequestListener = (_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('set-cookie', 'a=b').end(PAGE);
};

describe('a page', () => {
  test('comes with its address, its bytes and the headers that say something of it', async () => {
    let agent: string | undefined;
    answer = (request, response) => {
      agent = request.headers['user-agent'];
      sendPage(request, response);
    };
    const page = await fetchPage(`${base}/a?x=1#part`, OPTIONS);
    expect(Buffer.from(page.content).toString()).toBe(PAGE);
    expect(page).toMatchObject({
      url: `${base}/a?x=1`,
      seen: '2026-11-22T10:00:00Z',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(page.headers).not.toHaveProperty('set-cookie');
    expect(page.file).toBeUndefined();
    expect(agent).toBe('tocsin/0.0.0');
  });

  test.each([
    ['gzip', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
  ])('is unpacked (%s)', async (encoding, body) => {
    answer = (_, response) => response.setHeader('content-encoding', encoding).end(body);
    expect(Buffer.from((await fetchPage(base, OPTIONS)).content).toString()).toBe(PAGE);
  });

  test('is found behind redirects, and has the last address', async () => {
    answer = (request, response) => {
      if (request.url === '/end') sendPage(request, response);
      else response.writeHead(302, { location: request.url === '/' ? 'next' : '/end' }).end();
    };
    expect((await fetchPage(base, OPTIONS)).url).toBe(`${base}/end`);
    expect(requests).toEqual(['/', '/next', '/end']);
  });
});

describe('is refused with the reason', () => {
  test('a circle of redirects', async () => {
    answer = (_, response) => response.writeHead(301, { location: '/' }).end();
    await expect(fetchPage(base, { ...OPTIONS, maxRedirects: 3 })).rejects.toThrow(
      /is redirected more than 3 times\. /,
    );
    expect(requests).toHaveLength(4);
  });

  test.each([
    [404, /answered 404 Not Found\. Check the address/],
    [403, /answered 403 Forbidden\. Open it in your browser/],
    [429, /answered 429 Too Many Requests\. Wait/],
    [503, /answered 503 Service Unavailable\. The fault is at their end/],
  ])('status %i', async (status, message) => {
    answer = (_, response) => response.writeHead(status).end(PAGE);
    await expect(fetchPage(base, OPTIONS)).rejects.toThrow(message);
  });

  test('too many bytes, stated, sent, and unpacked', async () => {
    answer = (_, response) => response.setHeader('content-length', 1e9).writeHead(200).flushHeaders();
    await expect(fetchPage(base, OPTIONS)).rejects.toThrow(/has 1 GB, more than the 10 kB/);
    answer = (_, response) => {
      response.write('a'.repeat(9000));
      response.write('a'.repeat(9000));
    };
    await expect(fetchPage(base, OPTIONS)).rejects.toThrow(/is larger than the 10 kB/);
    answer = (_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000)));
    await expect(fetchPage(base, OPTIONS)).rejects.toThrow(/is larger than the 10 kB/);
  });

  test('damaged packing, a broken connection and silence', async () => {
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end('no gzip at all');
    await expect(fetchPage(base, OPTIONS)).rejects.toThrow(/sent data that cannot be unpacked/);
    answer = (_, response) => {
      response.setHeader('content-length', 500);
      response.write('a', () => response.destroy());
    };
    await expect(fetchPage(base, OPTIONS)).rejects.toThrow(/broke off the connection/);
    answer = () => undefined;
    await expect(fetchPage(base, { ...OPTIONS, idleTimeout: 60 })).rejects.toThrow(/did not answer in time/);
    await expect(fetchPage(base, { ...OPTIONS, totalTimeout: 60 })).rejects.toThrow(/did not answer in time/);
  });

  test.each([
    ['file:///etc/passwd', /begins with file:, which is not fetched/],
    ['ftp://news.example/a', /begins with ftp:/],
    ['http://user:word@news.example/', /holds a user name or password/],
    ['http://', /is not a valid address/],
  ])('%s', async (address, message) => {
    await expect(fetchPage(address, OPTIONS)).rejects.toThrow(message);
  });
});

describe('addresses inside are not reached unless allowed', () => {
  const GUARDED: FetchOptions = {
    now: OPTIONS.now,
    userAgent: OPTIONS.userAgent,
    maxBytes: OPTIONS.maxBytes,
  };
  const resolveTo =
    (address: string): LookupFunction =>
    (_, options, callback) => {
      const family = address.includes(':') ? 6 : 4;
      if (options.all === true) callback(null, [{ address, family }]);
      else callback(null, address, family);
    };

  test.each(['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254'])(
    'http://%s',
    async (host) => {
      answer = sendPage;
      await expect(fetchPage(`http://${host}:${new URL(base).port}/`, GUARDED)).rejects.toThrow(
        /an address of this machine or its network\. .*--allow-private/,
      );
      expect(requests).toEqual([]);
    },
  );

  test.each(['127.0.0.1', '::1', '::ffff:10.0.0.1', '192.168.0.7'])(
    'a public name that resolves to %s',
    async (address) => {
      answer = sendPage;
      const lookup = resolveTo(address);
      await expect(
        fetchPage(`http://news.example:${new URL(base).port}/`, { ...GUARDED, lookup }),
      ).rejects.toThrow(/leads to .*, an address of this machine/);
      expect(requests).toEqual([]);
    },
  );

  test('a redirect inwards', async () => {
    const isAllowed = (address: string) => address === '127.0.0.1';
    for (const [location, message] of [
      ['http://127.0.0.2/', /leads to 127\.0\.0\.2, an address of this machine/],
      ['//[::1]/', /leads to ::1, an address of this machine/],
      ['file:///etc/passwd', /begins with file:/],
    ] as const) {
      answer = (_, response) => response.writeHead(302, { location }).end();
      await expect(fetchPage(base, { ...GUARDED, isAllowed })).rejects.toThrow(message);
    }
    expect(requests).toHaveLength(3);
  });
});
