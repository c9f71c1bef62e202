import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseSources } from '../src/direct/sources/parse.ts';
import type { Source } from '../src/model/source.ts';
import { createReader } from '../src/process/read.ts';
import type { Look } from '../src/run/collecting/look.ts';
import { formatLook } from '../src/run/collecting/print.ts';
import { type CollectingOptions, collectOnce, runCollecting } from '../src/run/collecting.ts';
import { readConfig } from '../src/run/config.ts';
import { makeStyle, type Terminal } from '../src/run/print/terminal.ts';
import { readProgramName } from '../src/run/version.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import type { Store } from '../src/store/store.ts';
import { finish, parseLines, prepareCli, runHere, startCli } from './support/cli.ts';

vi.setConfig({ testTimeout: 60_000 });

const START = '2026-11-22T10:00:00Z';
const reader = createReader({ engine: readProgramName() });

let folder: string;
let store: Store;
let server: Server;
let base: string;
let time: number;
let told: string;
let looks: Look[];
let requests: string[];
let answers: Map<string, RequestListener>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-collect-'));
  time = Date.parse(START);
  told = '';
  looks = [];
  requests = [];
  answers = new Map();
  store = await openEmbeddedStore({ folder, now });
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function now(): string {
  return new Date(time).toISOString();
}

function pass(minutes: number): void {
  time += minutes * 60_000;
}

/** The requests since the last call, without robots.txt. */
function takeRequests(): readonly string[] {
  return requests.splice(0).filter((url) => url !== '/robots.txt');
}

function makeSource(path: string, given: Partial<Source> = {}): Source {
  const id = path.replace(/[^a-z0-9]/g, '') || 'root';
  const name = `Outlet ${id}`;
  return { kind: 'source', id, name, feed: `${base}${path}`, every: 15, allowPrivate: true, ...given };
}

function makeOptions(sources: readonly Source[], given: Partial<CollectingOptions> = {}): CollectingOptions {
  const err: Terminal = {
    isTty: false,
    width: 100,
    style: makeStyle(false),
    write: async (text) => {
      told += String(text);
    },
  };
  return {
    store,
    reader,
    sources,
    config: readConfig({ flags: { data: folder }, env: {}, platform: 'linux', home: folder }),
    context: { err, now },
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
    random: () => 0,
    gap: 0,
    onLook: (look) => looks.push(look),
    ...given,
  };
}

/** One look at each source, and the look at the first. */
async function lookOnce(sources: readonly Source[], given: Partial<CollectingOptions> = {}): Promise<Look> {
  looks = [];
  await collectOnce(makeOptions(sources, given));
  return looks.find(({ source }) => source === sources[0]!.id)!;
}

function send(body: string, type = 'text/html; charset=utf-8'): RequestListener {
  return (_, response) => response.setHeader('content-type', type).end(body);
}

function makePage(title: string, date?: string): string {
  const meta = date === undefined ? '' : `<meta property="article:published_time" content="${date}">`;
  return `<!doctype html><html lang="en"><head><title>${title}</title>${meta}</head><body><article><h1>${title}</h1>
<p>The harbour master said that the ${title.toLowerCase()} had been closed because of the storm.</p>
<p>Two ferries collided near the north pier, officials told the Coast Gazette, and nobody was hurt in it.</p></article></body></html>`;
}

function makeRss(items: readonly { readonly link: string; readonly date?: string }[]): string {
  const body = items
    .map(
      ({ link, date }) =>
        `<item><title>A title</title><link>${link}</link>${date === undefined ? '' : `<pubDate>${date}</pubDate>`}</item>`,
    )
    .join('');
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${body}</channel></rss>`;
}

/** Answers a feed with its validators, and 304 to whoever has them. */
function sendFeed(body: string, etag: string): RequestListener {
  return (request: IncomingMessage, response) => {
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.setHeader('content-type', 'application/rss+xml').end(body);
  };
}

describe('feeds', () => {
  test('a page that lists articles is one, and so is the preview page of a channel', async () => {
    answers.set(
      '/front',
      send('<a href="/about">About</a><a href="/2026/1">Pier</a><a href="/2026/2">Quay</a>'),
    );
    answers.set('/2026/1', send(makePage('Pier one')));
    answers.set('/2026/2', send(makePage('Quay two')));
    const said = 'The harbour master told the Coast Gazette on Sunday that two ferries had collided.';
    answers.set(
      '/s/harbourwire',
      send(
        `<!DOCTYPE html><html><body><div class="tgme_widget_message" data-post="harbourwire/7"><div class="tgme_widget_message_text js-message_text">${said}</div><time datetime="2026-11-22T08:00:00+00:00">08:00</time></div></body></html>`,
      ),
    );
    const front = makeSource('/front', { links: '/2026/*' });
    const channel = makeSource('/s/harbourwire');
    expect(await lookOnce([front])).toMatchObject({ kept: 2, items: 2, lost: [] });
    takeRequests();
    expect(await lookOnce([channel])).toMatchObject({ kept: 1, items: 1, lost: [] });
    // The message stands on the page of the channel: nothing else is asked for, now or later.
    expect(takeRequests()).toEqual(['/s/harbourwire']);
    expect(await lookOnce([front])).toMatchObject({ kept: 0, items: 2 });
    expect(await lookOnce([channel])).toMatchObject({ kept: 0, items: 1 });
    expect(takeRequests()).toEqual(['/front', '/s/harbourwire']);
    const { rows } = await store.listDocuments({});
    const message = rows.find(({ url }) => url === `${base}/harbourwire/7`)!;
    expect(message).toMatchObject({ outlet: channel.name, published: '2026-11-22T08:00:00.000Z' });
    const reading = await store.getReading(message.id);
    expect(reading?.document.text).toBe(said);
    expect(reading?.claims.length).toBeGreaterThan(0);
    const wrong = await lookOnce([makeSource('/front', { id: 'wrong', links: '/2027/*' })]);
    expect(wrong.failure?.message).toMatch(/holds 3 links, and none whose address fits \/2027\/\*/);
  });

  test('of every form give pages that are read and kept, under the name of their source', async () => {
    answers.set('/rss', send(makeRss([{ link: '/1', date: 'Sun, 15 Nov 2026 10:00:00 GMT' }])));
    answers.set(
      '/atom',
      send(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>T</title><id>x</id><link href="2"/><updated>2026-11-16T10:00:00Z</updated></entry></feed>`,
      ),
    );
    answers.set(
      '/rdf',
      send(
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="${base}"><title>N</title></channel><item rdf:about="${base}/3"><title>T</title><link>${base}/3</link></item></rdf:RDF>`,
      ),
    );
    answers.set(
      '/json',
      send(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'N',
          items: [{ id: '4', url: `${base}/4` }],
        }),
      ),
    );
    for (const path of ['/1', '/2', '/3', '/4'])
      answers.set(path, send(makePage(`Pier ${path.slice(1)}`, '2026-11-14T08:00:00Z')));
    let kept = 0;
    const tally = await collectOnce(
      makeOptions(
        ['/rss', '/atom', '/rdf', '/json'].map((path) => makeSource(path)),
        {
          onKept: async () => {
            kept += 1;
          },
        },
      ),
    );
    expect(tally).toEqual({
      ...{ sources: 4, alive: 4, failing: 0, waiting: 0 },
      ...{ kept: 4, known: 0, lost: 0, left: 0, isStopped: false },
    });
    expect(kept).toBe(4);
    const { rows } = await store.listDocuments({});
    expect(rows.map(({ outlet, url }) => [outlet, url]).sort()).toEqual([
      ['Outlet atom', `${base}/2`],
      ['Outlet json', `${base}/4`],
      ['Outlet rdf', `${base}/3`],
      ['Outlet rss', `${base}/1`],
    ]);
    // The page's own date goes before the feed's.
    expect(rows.map(({ published }) => published)).toEqual(Array(4).fill('2026-11-14T08:00:00Z'));
    const reading = await store.getReading(rows[0]!.id);
    expect(reading?.claims.length).toBeGreaterThan(0);
    expect(await store.getSourceState('rss')).toMatchObject({
      state: 'alive',
      lastTried: START.replace('Z', '.000Z'),
      lastItem: START.replace('Z', '.000Z'),
      nextDue: '2026-11-22T10:15:00.000Z',
      kept: 1,
      lost: 0,
      failures: 0,
    });
  });

  test('date a page that shows no date itself', async () => {
    answers.set(
      '/rss',
      send(makeRss([{ link: '/1', date: 'Sun, 15 Nov 2026 10:00:00 GMT' }, { link: '/2' }])),
    );
    answers.set('/1', send(makePage('Pier one')));
    answers.set('/2', send(makePage('Pier two')));
    await lookOnce([makeSource('/rss')]);
    const { rows } = await store.listDocuments({});
    expect(rows.map(({ url, published }) => [url, published])).toEqual([
      [`${base}/1`, '2026-11-15T10:00:00Z'],
      [`${base}/2`, undefined],
    ]);
    expect((await store.getDocument(rows[0]!.id))?.publishedEvidence).toBe('given');
  });

  test('that have not changed are not sent again, and nothing is fetched', async () => {
    const source = makeSource('/rss');
    answers.set('/rss', sendFeed(makeRss([{ link: '/1' }]), '"one"'));
    answers.set('/1', send(makePage('Pier one')));
    expect(await lookOnce([source])).toMatchObject({ kept: 1, items: 1 });
    expect(takeRequests()).toEqual(['/rss', '/1']);
    pass(15);
    const second = await lookOnce([source]);
    expect(second).toMatchObject({ state: 'alive', kept: 0, lost: [], left: 0 });
    expect(second.items).toBeUndefined();
    expect(takeRequests()).toEqual(['/rss']);
    answers.set('/rss', sendFeed(makeRss([{ link: '/2' }, { link: '/1' }]), '"two"'));
    answers.set('/2', send(makePage('Pier two')));
    pass(15);
    expect(await lookOnce([source])).toMatchObject({ kept: 1, items: 2 });
    expect(takeRequests()).toEqual(['/rss', '/2']);
    expect(await store.getSourceState('rss')).toMatchObject({ kept: 2, etag: '"two"' });
  });

  test('with more than fifty new items are read in several looks, though they do not change', async () => {
    const paths = Array.from({ length: 60 }, (_, i) => `/n${i}`);
    answers.set('/rss', sendFeed(makeRss(paths.map((link) => ({ link }))), '"same"'));
    for (const path of paths) answers.set(path, send(makePage(`Pier ${path}`)));
    const source = makeSource('/rss');
    expect(await lookOnce([source])).toMatchObject({ kept: 50, left: 10 });
    pass(15);
    expect(await lookOnce([source])).toMatchObject({ kept: 10, left: 0 });
    pass(15);
    expect((await lookOnce([source])).items).toBeUndefined();
  });

  test('that give a redirected address are not fetched again', async () => {
    const source = makeSource('/rss');
    answers.set('/rss', send(makeRss([{ link: '/go/1' }])));
    answers.set('/go/1', (_, response) => response.writeHead(302, { location: '/1' }).end());
    answers.set('/1', send(makePage('Pier one')));
    expect(await lookOnce([source])).toMatchObject({ kept: 1 });
    pass(15);
    takeRequests();
    expect(await lookOnce([source])).toMatchObject({ kept: 0, known: 0, items: 1 });
    expect(takeRequests()).toEqual(['/rss']);
    expect((await store.listDocuments({})).rows[0]?.url).toBe(`${base}/1`);
  });

  test('of two sources with one article fetch it once', async () => {
    answers.set('/a', send(makeRss([{ link: '/1' }])));
    answers.set('/b', send(makeRss([{ link: '/1#b' }])));
    answers.set('/1', send(makePage('Pier one')));
    await lookOnce([makeSource('/a'), makeSource('/b')]);
    expect(takeRequests()).toEqual(['/a', '/1', '/b']);
  });
});

const FILLING = Buffer.alloc(64 * 1024, ' ');

describe('a feed that cannot be had fails with the reason, and the others go on', () => {
  test.each<[string, RequestListener, RegExp]>([
    ['a web page', send('<!doctype html><html><body>Sorry'), /is a web page, not a feed\. Give the address/],
    ['nothing', send(''), /is empty\./],
    ['text', send('hello'), /is neither XML nor JSON\./],
    ['100 MB, stated', (_, response) => response.setHeader('content-length', 1e8).flushHeaders(), /has 100 MB, more than the 10 MB that are read\. No feed is so long/],
    ['100 MB, sent', (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(FILLING));
      };
      response.on('drain', more);
      more();
    }, /is larger than the 10 MB that are read\./],
    ['a circle of redirects', (_, response) => response.writeHead(301, { location: '/bad' }).end(), /is redirected more than 5 times/],
    ['a damaged feed', send('<rss version="2.0"><channel><item><title>A'), /is a damaged feed/],
    ['entities that grow', send('<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><link>/1</link></item></channel></rss>'), /declares entities made of other entities/],
    ['deep nesting', send(makeRss([]).replace('<title>', '<a>'.repeat(50_000))), /is nested deeper than any feed/],
    ['a server at fault', (_, response) => response.writeHead(500).end(), /the server answered 500/],
    ['an address that is gone', (_, response) => response.writeHead(410).end(), /the server answered 410 Gone/],
    ['an address inside', (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(), /leads to 169\.254\.169\.254, an address of this machine or its network/],
  ])('%s', async (_, answer, message) => {
    answers.set('/bad', answer);
    answers.set('/good', send(makeRss([{ link: '/1' }])));
    answers.set('/1', send(makePage('Pier one')));
    const [bad, good] = [makeSource('/bad'), makeSource('/good')];
    const tally = await collectOnce(makeOptions([bad, good]));
    expect(tally).toMatchObject({ alive: 1, failing: 1, kept: 1 });
    const look = looks.find(({ source }) => source === 'bad')!;
    expect(look.failure?.message).toMatch(message);
    expect(look.failure?.message.startsWith(`${base}/bad: `)).toBe(true);
    expect(await store.getSourceState('bad')).toMatchObject({
      ...{ state: 'failing', failures: 1, kept: 0, lost: 0 },
      ...{ nextDue: '2026-11-22T10:30:00.000Z', problem: expect.stringMatching(message) },
    });
    expect((await store.getSourceState('bad'))?.lastSuccess).toBeUndefined();
    expect(formatLook(look, { width: 80, style: makeStyle(false) })).toMatch(/^Outlet bad {2}failing, asked again 22 November 2026 10:30 UTC\n/);
  }); // biome-ignore format: a table

  test('and is asked less and less often, until it answers', async () => {
    const source = makeSource('/rss');
    for (const minutes of [30, 60, 120, 240, 360, 360]) {
      const look = await lookOnce([source]);
      expect((Date.parse(look.nextDue) - time) / 60_000).toBe(minutes);
      pass(minutes);
    }
    answers.set('/rss', send(makeRss([])));
    expect(await lookOnce([source])).toMatchObject({ state: 'alive', items: 0 });
    const state = await store.getSourceState('rss');
    expect(state).toMatchObject({ state: 'alive', failures: 0 });
    expect(state?.problem).toBeUndefined();
  });

  test('an address inside needs to be allowed', async () => {
    answers.set('/rss', send(makeRss([])));
    const look = await lookOnce([makeSource('/rss', { allowPrivate: false })]);
    expect(look.failure?.message).toMatch(/leads to 127\.0\.0\.1, an address of this machine or its network/);
    expect(requests).toEqual([]);
  });

  test('what its server asks for is kept to', async () => {
    const source = makeSource('/rss');
    answers.set('/rss', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    expect((await lookOnce([source])).nextDue).toBe('2026-11-22T12:00:00.000Z');
    takeRequests();
    pass(119);
    const waiting = await lookOnce([source]);
    expect(waiting).toMatchObject({ state: 'waiting', nextDue: '2026-11-22T12:00:00.000Z' });
    expect(requests).toEqual([]);
    answers.set('/rss', send(makeRss([])));
    pass(1);
    expect(await lookOnce([source])).toMatchObject({ state: 'alive' });
  });
});

describe('a page that cannot be had is lost and named, and the others go on', () => {
  const links = (...paths: readonly string[]) => send(makeRss(paths.map((link) => ({ link }))));

  test.each<[string, RequestListener | undefined, RegExp]>([
    ['one that is gone', undefined, /the server answered 404 Not Found/],
    ['one that is no page', send('%PDF-1.7 …', 'application/pdf'), /is a PDF document, not a page/],
    ['an archive', send('PK\u0003\u0004', 'application/zip'), /is a zip archive, not a page/],
    ['an empty one', send(''), /is empty, not a page/],
    ['one redirected inwards', (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(), /leads to 10\.0\.0\.1, an address of this machine/],
    ['one redirected to the front page', (_, response) => response.writeHead(302, { location: '/' }).end(), /leads to the front page of 127\.0\.0\.1/],
  ])('%s', async (_, answer, message) => {
    const source = makeSource('/rss');
    answers.set('/rss', links('/bad', '/1'));
    answers.set('/', send(makePage('Front')));
    answers.set('/1', send(makePage('Pier one')));
    if (answer !== undefined) answers.set('/bad', answer);
    const look = await lookOnce([source]);
    expect(look).toMatchObject({ state: 'alive', kept: 1, left: 0 });
    expect(look.lost.map((failure) => failure.message)).toEqual([expect.stringMatching(message)]);
    expect(look.lost[0]?.source).toContain('/bad');
    expect(await store.getSourceState('rss')).toMatchObject({ kept: 1, lost: 1, problem: expect.stringMatching(message) });
    // It is not asked for again as long as the feed lists it.
    takeRequests();
    pass(15);
    expect(await lookOnce([source])).toMatchObject({ kept: 0, lost: [] });
    expect(takeRequests()).toEqual(['/rss']);
    expect((await store.getSourceState('rss'))?.problem).toBeUndefined();
  }); // biome-ignore format: a table

  test('one that robots.txt keeps us from', async () => {
    answers.set('/robots.txt', send('User-agent: *\nDisallow: /members/', 'text/plain'));
    answers.set('/rss', links('/members/1', '/1'));
    answers.set('/members/1', send(makePage('Members')));
    answers.set('/1', send(makePage('Pier one')));
    const look = await lookOnce([makeSource('/rss')]);
    expect(look).toMatchObject({ kept: 1 });
    expect(look.lost.map((failure) => failure.message)).toEqual([
      expect.stringMatching(
        /members\/1: may not be fetched by programs: the robots\.txt of its site says so\./,
      ),
    ]);
    expect(takeRequests()).toEqual(['/rss', '/1']);
  });

  test('one at an address inside that only the feed names', async () => {
    answers.set('/rss', links('http://127.0.0.2:9/secret', 'http://[::1]/', 'http://2130706434/', '/1'));
    answers.set('/1', send(makePage('Pier one')));
    const look = await lookOnce([makeSource('/rss')]);
    expect(look.kept).toBe(1);
    expect(look.lost.map((failure) => failure.message)).toEqual([
      expect.stringMatching(/leads to 127\.0\.0\.2, an address of this machine/),
      expect.stringMatching(/leads to ::1, an address of this machine/),
      expect.stringMatching(/leads to 127\.0\.0\.2, an address of this machine/),
    ]);
  });

  test('one that fails for a while is tried again, three times', async () => {
    const source = makeSource('/rss');
    answers.set(
      '/rss',
      sendFeed(makeRss([{ link: '/1', date: 'Sun, 15 Nov 2026 10:00:00 GMT' }, { link: '/2' }]), '"x"'),
    );
    for (const path of ['/1', '/2']) answers.set(path, (_, response) => response.writeHead(500).end());
    expect((await lookOnce([source])).lost).toHaveLength(2);
    pass(15);
    expect((await lookOnce([source])).lost).toHaveLength(2);
    expect(await store.getSourceState('rss')).toMatchObject({ kept: 0, lost: 2 });
    answers.set('/1', send(makePage('Pier one')));
    pass(15);
    expect(await lookOnce([source])).toMatchObject({ kept: 1, lost: [expect.anything()] });
    expect((await store.listDocuments({})).rows[0]?.published).toBe('2026-11-15T10:00:00Z');
    expect(await store.getSourceState('rss')).toMatchObject({ kept: 1, lost: 1, retries: [{ attempts: 3 }] });
    takeRequests();
    pass(15);
    expect(await lookOnce([source])).toMatchObject({ kept: 0, lost: [] });
    expect(takeRequests()).toEqual(['/rss']);
  });

  test('one whose site wants to be left alone is left for later, with the rest of it', async () => {
    const source = makeSource('/rss');
    answers.set('/rss', sendFeed(makeRss([{ link: '/1' }, { link: '/2' }, { link: '/3' }]), '"x"'));
    answers.set('/1', send(makePage('Pier one')));
    answers.set('/2', (_, response) => response.writeHead(429, { 'retry-after': '1800' }).end());
    answers.set('/3', send(makePage('Pier three')));
    const first = await lookOnce([source]);
    expect(first).toMatchObject({ kept: 1, lost: [], left: 2, nextDue: '2026-11-22T10:30:00.000Z' });
    expect(first.leftWhy?.message).toMatch(/the server answered 429/);
    expect(takeRequests()).toEqual(['/rss', '/1', '/2']);
    answers.set('/2', send(makePage('Pier two')));
    pass(30);
    expect(await lookOnce([source])).toMatchObject({ kept: 2, lost: [], left: 0 });
    expect(await store.getSourceState('rss')).toMatchObject({ kept: 3, lost: 0 });
  });

  test('one of several that end at the same page, which asks for consent', async () => {
    answers.set('/rss', links('/1', '/2', '/3'));
    for (const path of ['/1', '/2', '/3'])
      answers.set(path, (_, response) => response.writeHead(302, { location: '/consent' }).end());
    answers.set('/consent', send(makePage('Consent')));
    const look = await lookOnce([makeSource('/rss')]);
    expect(look.lost.map((failure) => failure.message)).toEqual([
      expect.stringMatching(/\/2: leads to .*\/consent, as other items do/),
      expect.stringMatching(/\/3: leads to .*\/consent, as other items do/),
    ]);
  });
});

describe('collecting without end', () => {
  test('looks when a source is due, and stops when asked, keeping what it has', async () => {
    const controller = new AbortController();
    const paths = Array.from({ length: 5 }, (_, i) => `/n${i}`);
    answers.set('/rss', sendFeed(makeRss(paths.map((link) => ({ link }))), '"x"'));
    for (const path of paths) answers.set(path, send(makePage(`Pier ${path}`)));
    answers.set('/n2', (_, response) => {
      controller.abort();
      response.end(makePage('Pier stopped'));
    });
    const source = makeSource('/rss');
    await runCollecting(makeOptions([source], { signal: controller.signal }));
    const kept = (await store.listDocuments({})).rows.length;
    expect(kept).toBe(2);
    expect(looks).toMatchObject([{ state: 'alive', kept: 2, left: 3 }]);
    expect(await store.getSourceState('rss')).toMatchObject({ kept: 2, lost: 0, nextDue: now() });
    // Started again, it goes on where it stopped.
    answers.set('/n2', send(makePage('Pier two')));
    expect(await lookOnce([source])).toMatchObject({ kept: 3, left: 0 });
  });

  test('tells nothing of a look that came to nothing since it was asked to stop', async () => {
    const controller = new AbortController();
    answers.set('/rss', () => controller.abort());
    const tally = await collectOnce(makeOptions([makeSource('/rss')], { signal: controller.signal }));
    expect(looks).toEqual([]);
    expect(tally).toMatchObject({ sources: 1, alive: 0, failing: 0, isStopped: true });
    expect(await store.getSourceState('rss')).toBeUndefined();
  });

  test('leaves the rest for the next look where pages take very long', async () => {
    const paths = ['/1', '/2', '/3'];
    answers.set('/rss', sendFeed(makeRss(paths.map((link) => ({ link }))), '"x"'));
    for (const path of paths) answers.set(path, send(makePage(`Pier ${path}`)));
    answers.set('/2', (_, response) => {
      pass(11);
      response.end(makePage('Pier two'));
    });
    expect(await lookOnce([makeSource('/rss')])).toMatchObject({ kept: 2, left: 1, lost: [] });
    expect(await lookOnce([makeSource('/rss')])).toMatchObject({ kept: 1, left: 0 });
  });

  test('does not ask a source again that was asked not long ago', async () => {
    const source = makeSource('/rss');
    answers.set('/rss', send(makeRss([])));
    await lookOnce([source]);
    takeRequests();
    const controller = new AbortController();
    let minutes = 0;
    const asked: string[] = [];
    await runCollecting(
      makeOptions([source], {
        signal: controller.signal,
        // A minute passes at each sleep, until it is due after the quarter of an hour and a little; then it may take its time.
        sleep: async () => {
          if (minutes < 17) pass(1);
          minutes += 1;
          asked.push(...takeRequests());
          if (minutes === 14) expect(asked).toEqual([]);
          if (asked.length > 0 || minutes > 3000) controller.abort();
          await new Promise((resolve) => setTimeout(resolve, minutes < 17 ? 0 : 5));
        },
      }),
    );
    expect(asked).toEqual(['/rss']);
  });

  test('tells what happened where nobody listens, and goes on where the picture fails', async () => {
    answers.set('/rss', send(makeRss([{ link: '/1' }, { link: '/2' }])));
    answers.set('/1', send(makePage('Pier one')));
    const { onLook: _, ...options } = makeOptions([makeSource('/rss')], {
      onKept: () => Promise.reject(new Error('no problem is known')),
    });
    await collectOnce(options);
    expect(told).toMatch(/could not be looked at; it is tried again: no problem is known\n/);
    expect(told).toMatch(/Outlet rss {2}1 kept, 1 lost\n {2}http:.*\/2\n {4}the server answered 404/);
  });
});

describe('the commands', () => {
  beforeAll(() => prepareCli(), 180_000);

  function writeSources(...sources: readonly string[]): string {
    const file = join(folder, 'list.yaml');
    writeFileSync(file, `sources:\n${sources.join('')}`);
    return file;
  }

  function listSource(id: string, path: string): string {
    return `  - { id: ${id}, name: "Outlet ${id}", feed: "${base}${path}", allowPrivate: true }\n`;
  }

  test('collect, tell, and list how the sources are', async () => {
    answers.set('/rss', send(makeRss([{ link: '/1' }])));
    answers.set('/1', send(makePage('Pier one')));
    const file = writeSources(listSource('good', '/rss'), listSource('bad', '/missing'));
    const env = { TOCSIN_DATA: join(folder, 'data'), TOCSIN_SOURCES: file };
    const fresh = await runHere(['sources'], { env });
    expect(parseLines(fresh.out)).toMatchObject([
      { source: 'good', state: 'new', kept: 0 },
      { source: 'bad', state: 'new' },
    ]);
    const first = await runHere(['collect', '--once'], { env });
    expect(first.out).toMatch(/^Outlet good {2}1 kept\n/m);
    expect(first.out).toMatch(
      /^Outlet bad {2}failing, .*\n {2}http.*\/missing\n {4}the server answered 404/m,
    );
    expect(first.out).toMatch(/1 of 2 sources alive, 1 failing, 1 kept, 0 lost\n$/);
    expect(first.code).toBe(1);
    const again = await runHere(['collect', '--once', '--format', 'json'], { env });
    expect(parseLines(again.out).map(({ kind, state, kept }) => [kind, state, kept])).toEqual([
      ...[
        ['look', 'alive', 0],
        ['look', 'failing', 0],
      ],
      ['tally', undefined, 0],
    ]);
    const listed = await runHere(['sources', '--format', 'text'], { env });
    expect(listed.code).toBe(0);
    expect(listed.out).toMatch(
      /^Outlet good \(good\) {2}alive\n {2}http.*\n {2}1 kept, 0 lost, last answered/,
    );
    expect(listed.out).toMatch(/Outlet bad \(bad\) {2}failing 2 times in a row\n/);
    expect(parseLines((await runHere(['search'], { env })).out)).toMatchObject([{ outlet: 'Outlet good' }]);
  });

  test('end with 2 and say what is wrong with the list', async () => {
    const env = { TOCSIN_DATA: join(folder, 'data') };
    const missing = await runHere(['collect', '--once'], { env });
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toMatch(/there is no list of sources at .*sources\.yaml\. Write one/);
    const file = writeSources('  - { id: good, name: Good, every: 0 }\n');
    const wrong = await runHere(['collect', '--sources', file], { env });
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^tocsin: .*list\.yaml:2: every 0 does not fit/),
      expect.stringMatching(/^tocsin: .*list\.yaml:2: the source has no "feed"/),
    ]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    const empty = await runHere(['sources', '--sources', writeSources()], { env });
    expect(empty.err).toMatch(/lists no source yet/);
  });

  test('stop at Ctrl-C with what they have', async () => {
    answers.set('/rss', send(makeRss([{ link: '/1' }])));
    answers.set('/1', send(makePage('Pier one')));
    const env = { TOCSIN_DATA: join(folder, 'data') };
    const child = startCli(['collect', '--sources', writeSources(listSource('good', '/rss'))], { env });
    child.stdout!.once('data', () => child.kill('SIGINT'));
    const { code, out, err } = await finish(child);
    expect(out).toBe('Outlet good  1 kept\n');
    expect(err).toMatch(/^Collecting from 1 source\. Ctrl-C stops it\.\n/);
    expect(code).toBe(0);
  });

  test('the list that comes as an example is one', () => {
    const file = fileURLToPath(new URL('../examples/sources.yaml', import.meta.url));
    const sources = parseSources(readFileSync(file, 'utf8'), file);
    expect(sources.length).toBeGreaterThan(1);
    expect(sources.every(({ feed }) => new URL(feed).hostname.endsWith('.example'))).toBe(true);
  });
});
