import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Guest, type GuestOptions, type Visit } from './guest.ts';

let server: Server;
let base: string;
let time: number;
let slept: number[];
let requests: string[];
let answers: Map<string, RequestListener>;

beforeEach(async () => {
  time = Date.parse('2026-11-22T10:00:00Z');
  slept = [];
  requests = [];
  answers = new Map();
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function makeGuest(options: Partial<GuestOptions> = {}): Guest {
  return new Guest({
    now: () => new Date(time).toISOString(),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
    userAgent: 'tocsin/0.0.0',
    ...options,
  });
}

const PAGE: Visit = { purpose: 'page', maxBytes: 10_000, isPrivateAllowed: () => true };
const FEED: Visit = { ...PAGE, purpose: 'feed' };

function send(body: string): RequestListener {
  return (_, response) => response.end(body);
}

async function visit(guest: Guest, path: string, asked: Visit = PAGE): Promise<string> {
  const visited = await guest.visit(`${base}${path}`, asked);
  if (visited.kind === 'answer') return Buffer.from(visited.answer.content).toString();
  return `${visited.isFinal ? 'final' : 'again'}: ${visited.failure.message.slice(visited.failure.source.length + 2)}`;
}

describe('robots.txt', () => {
  test('is asked for once a day, and waited after', async () => {
    answers.set('/a', send('A'));
    const guest = makeGuest();
    expect(await visit(guest, '/a')).toBe('A');
    expect(await visit(guest, '/a')).toBe('A');
    time += 86_400_000;
    expect(await visit(guest, '/a')).toBe('A');
    expect(requests).toEqual(['/robots.txt', '/a', '/a', '/robots.txt', '/a']);
    expect(slept).toEqual([1000, 1000, 1000]);
  });

  test('keeps us from pages, and from a feed only by name', async () => {
    answers.set('/robots.txt', send('User-agent: *\nDisallow: /'));
    answers.set('/feed', send('F'));
    const guest = makeGuest();
    expect(await visit(guest, '/a')).toMatch(/^final: may not be fetched by programs: the robots\.txt/);
    expect(await visit(guest, '/feed', FEED)).toBe('F');
    answers.set('/robots.txt', send('User-agent: tocsin\nDisallow: /'));
    expect(await visit(makeGuest(), '/feed', FEED)).toMatch(/^final: may not be fetched/);
    expect(requests).toEqual(['/robots.txt', '/feed', '/robots.txt']);
  });

  test('is asked again where a page is redirected', async () => {
    answers.set('/robots.txt', send('User-agent: *\nDisallow: /secret'));
    answers.set('/a', (_, response) => response.writeHead(302, { location: '/secret' }).end());
    expect(await visit(makeGuest(), '/a')).toMatch(/^final: may not be fetched/);
    expect(requests).toEqual(['/robots.txt', '/a']);
  });

  test('that cannot be had keeps us from pages for a while, not from the feed', async () => {
    answers.set('/robots.txt', (_, response) => response.writeHead(500).end());
    answers.set('/a', send('A'));
    const guest = makeGuest();
    expect(await visit(guest, '/a')).toMatch(
      /^again: .*robots\.txt of its site cannot be had \(the server answered 500\)/,
    );
    expect(await visit(guest, '/a', FEED)).toBe('A');
    expect(requests).toEqual(['/robots.txt', '/a']);
    answers.set('/robots.txt', send(''));
    time += 10 * 60_000;
    expect(await visit(guest, '/a')).toBe('A');
  });

  test('sets the pause between two requests', async () => {
    answers.set('/robots.txt', send('User-agent: *\nCrawl-delay: 20'));
    answers.set('/a', send('A'));
    const guest = makeGuest();
    await visit(guest, '/a');
    await visit(guest, '/a');
    expect(slept).toEqual([20_000, 20_000]);
  });

  test('of any length is read from its beginning', async () => {
    answers.set(
      '/robots.txt',
      send(`User-agent: *\nDisallow: /a\n${'# long\n'.repeat(100_000)}Disallow: /b`),
    );
    answers.set('/b', send('B'));
    const guest = makeGuest();
    expect(await visit(guest, '/a')).toMatch(/^final/);
    expect(await visit(guest, '/b')).toBe('B');
  });

  test('is asked for once by many', async () => {
    answers.set('/a', send('A'));
    const guest = makeGuest();
    await Promise.all([visit(guest, '/a'), visit(guest, '/a'), visit(guest, '/a')]);
    expect(requests.filter((url) => url === '/robots.txt')).toHaveLength(1);
  });
});

describe('a site that wants to be left alone', () => {
  test.each([
    [429, '120', 120_000],
    [503, 'Sun, 22 Nov 2026 10:10:00 GMT', 599_000],
    [429, undefined, 300_000],
  ])('is (%i, Retry-After %s)', async (status, value, wait) => {
    answers.set('/a', (_, response) =>
      response.writeHead(status, value === undefined ? {} : { 'retry-after': value }).end(),
    );
    answers.set('/b', send('B'));
    const guest = makeGuest();
    const first = await guest.visit(`${base}/a`, PAGE);
    const answered = time;
    expect(first).toMatchObject({ kind: 'failure', isFinal: false });
    const until = first.kind === 'failure' ? first.notBefore! : 0;
    expect(until - answered).toBe(wait);
    expect(await visit(guest, '/b')).toMatch(
      /^again: is not asked for now, since 127\.0\.0\.1:\d+ wants no requests/,
    );
    expect(requests).toEqual(['/robots.txt', '/a']);
    time = until;
    expect(await visit(guest, '/b')).toBe('B');
  });

  test('is not one that is merely down', async () => {
    answers.set('/a', (_, response) => response.writeHead(503).end());
    answers.set('/b', send('B'));
    const guest = makeGuest();
    expect(await visit(guest, '/a')).toMatch(/^again: the server answered 503/);
    expect(await visit(guest, '/b')).toBe('B');
  });
});

describe('what comes of a visit', () => {
  test('a page that is gone is final, one that is forbidden may come back', async () => {
    answers.set('/gone', (_, response) => response.writeHead(410).end());
    answers.set('/no', (_, response) => response.writeHead(403).end());
    const guest = makeGuest();
    expect(await visit(guest, '/missing')).toMatch(/^final: the server answered 404/);
    expect(await visit(guest, '/gone')).toMatch(/^final: the server answered 410/);
    expect(await visit(guest, '/no')).toMatch(/^again: the server answered 403/);
  });

  test('conditions are sent and 304 is an answer', async () => {
    answers.set('/feed', (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
    );
    const visited = await makeGuest().visit(`${base}/feed`, { ...FEED, headers: { 'if-none-match': '"1"' } });
    expect(visited).toMatchObject({ kind: 'answer', answer: { status: 304 } });
  });

  test('an address inside is final, and not remembered against a source that may', async () => {
    answers.set('/a', send('A'));
    const guest = makeGuest();
    const { isPrivateAllowed: _, ...guarded } = PAGE;
    expect(await visit(guest, '/a', guarded)).toMatch(
      /^final: leads to 127\.0\.0\.1, an address of this machine/,
    );
    expect(requests).toEqual([]);
    expect(await visit(guest, '/a')).toBe('A');
  });

  test('being allowed one host inside opens no other', async () => {
    const lookup: LookupFunction = (_, options, callback) =>
      options.all === true
        ? callback(null, [{ address: '127.0.0.1', family: 4 }])
        : callback(null, '127.0.0.1', 4);
    const { port } = new URL(base);
    answers.set('/out', (_, response) =>
      response.writeHead(302, { location: `http://other.example:${port}/a` }).end(),
    );
    answers.set('/in', (_, response) =>
      response.writeHead(302, { location: `http://wire.example:${port}/a` }).end(),
    );
    answers.set('/a', send('A'));
    const guest = makeGuest({ lookup });
    const asked = { ...PAGE, isPrivateAllowed: (host: string) => host === 'wire.example' };
    const out = await guest.visit(`http://wire.example:${port}/out`, asked);
    expect(out).toMatchObject({ kind: 'failure', isFinal: true });
    expect(requests).toEqual(['/robots.txt', '/out']);
    expect(await guest.visit(`http://wire.example:${port}/in`, asked)).toMatchObject({ kind: 'answer' });
  });

  test('stops when asked to, wherever it is', async () => {
    const controller = new AbortController();
    answers.set('/robots.txt', () => controller.abort());
    await expect(makeGuest({ signal: controller.signal }).visit(`${base}/a`, PAGE)).rejects.toThrow(/abort/);
  });
});
