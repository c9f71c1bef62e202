import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readStatus } from '../src/run/status.ts';
import { findQuantile } from '../src/stats/quantile.ts';
import { makeRandom } from '../src/stats/random.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { makeWord } from '../src/store/fixtures.ts';

const PROGRAM = fileURLToPath(new URL('../dist/run/main.js', import.meta.url));

/** One item: when and where it can be fetched from, and the word by which a saved search finds it. */
interface Item {
  readonly feed: number;
  readonly path: string;
  readonly word: string;
  /** Milliseconds since 1970; set when it is put into its feed. */
  at?: number;
}

/** Saved searches: one tells of ten happenings a day. */
const PER_SEARCH = 10;
/** How long after the last item it is waited for its alert. */
const PATIENCE = 200_000;

/**
 * Measures how long it takes from an item's being there to be fetched to the alert that is filed on it: the built program (`tocsin collect`)
 * with so many feeds, each on a host of its own (addresses of the loopback network), looked at as any other: robots.txt, a second between two requests to one host,
 * conditional requests. A few feeds bring most of the news, as with real ones. Each item is a happening of its own and fits one saved search.
 *
 *     npm run build && npm run bench -- latency [--feeds 500] [--items 200] [--minutes 6] [--every 1]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      feeds: { type: 'string', default: '500' },
      items: { type: 'string', default: '200' },
      minutes: { type: 'string', default: '6' },
      every: { type: 'string', default: '1' },
    },
  });
  if (!existsSync(PROGRAM)) {
    console.error('The program has not been built. Run: npm run build');
    return 1;
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-latency-'));
  const items = makeItems(Number(values.items), Number(values.feeds));
  const news = await openNews(items);
  try {
    await prepare(folder, {
      items,
      feeds: Number(values.feeds),
      every: Number(values.every),
      port: news.port,
    });
    const child = spawn(process.execPath, [PROGRAM, 'collect', '--data', folder, '--format', 'json'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await news.lookedAtAll(Number(values.feeds));
    const begun = { at: Date.now(), cpu: readCpu(child), requests: news.requests() };
    await publish(items, Number(values.minutes) * 60_000);
    await waitForAlerts(folder, items.length);
    const seconds = (Date.now() - begun.at) / 1000;
    console.log(
      `${values.feeds} feeds, every ${values.every} min: ${((news.requests() - begun.requests) / seconds).toFixed(1)} requests/s, ${(((readCpu(child) - begun.cpu) / seconds) * 100).toFixed(0)}% of one core, peak ${readPeak(child)} MB`,
    );
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('close', resolve));
    await tell(folder, items);
    return 0;
  } finally {
    await news.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function makeItems(count: number, feeds: number): readonly Item[] {
  const random = makeRandom(11);
  return Array.from({ length: count }, (_, index): Item => {
    // A tenth of the feeds brings more than half of what comes.
    const feed = Math.floor(feeds * random() ** 4);
    return { feed, path: `/item/${index}`, word: findWord(Math.floor(index / PER_SEARCH)) };
  });
}

const findWord = (search: number) => `${makeWord(500 + search)}${makeWord(900 + search)}`;

/** 127.1.0.1, 127.1.0.2, …: each feed on a host of its own. */
const findHost = (feed: number) => `127.1.${Math.floor(feed / 250)}.${(feed % 250) + 1}`;

async function prepare(
  folder: string,
  given: {
    readonly items: readonly Item[];
    readonly feeds: number;
    readonly every: number;
    readonly port: number;
  },
): Promise<void> {
  const { items, feeds, every, port } = given;
  const now = new Date().toISOString();
  const store = await openEmbeddedStore({ folder, now: () => now });
  for (const word of new Set(items.map((item) => item.word)))
    await store.putSavedSearch({
      ...{
        kind: 'saved search',
        id: `q${word}`,
        name: word,
        of: 'documents',
        terms: { q: word },
        by: 'bench',
      },
      ...{ created: now, seen: now, alert: { since: now, until: now, happenings: [] } },
    });
  await store.close();
  const sources = Array.from({ length: feeds }, (_, feed) =>
    [
      `  - id: feed-${feed}`,
      `    name: Gazette ${feed}`,
      `    feed: http://${findHost(feed)}:${port}/feed`,
      `    every: ${every}`,
      '    allowPrivate: true',
    ].join('\n'),
  );
  await writeFile(join(folder, 'sources.yaml'), `sources:\n${sources.join('\n')}\n`);
}

interface News {
  readonly port: number;
  /** Resolves when every feed was asked for once. */
  lookedAtAll(feeds: number): Promise<void>;
  requests(): number;
  close(): Promise<unknown>;
}

/** A server for all feeds, which tells them apart by the host that is asked. Unchanged feeds are not sent again. */
async function openNews(items: readonly Item[]): Promise<News> {
  let requests = 0;
  const looked = new Set<string>();
  const server: Server = createServer((request, response) => {
    requests += 1;
    const host = request.headers.host?.split(':')[0] ?? '';
    if (request.url === '/feed') {
      looked.add(host);
      const shown = items.filter(({ feed, at }) => at !== undefined && findHost(feed) === host);
      const etag = `"${shown.length}"`;
      response.setHeader('etag', etag);
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.setHeader('content-type', 'application/rss+xml').end(makeFeed(shown, host, port));
      return;
    }
    const item = items.find(({ path, at }) => at !== undefined && path === request.url);
    if (item === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(makePage(item));
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests: () => requests,
    lookedAtAll: async (feeds) => {
      while (looked.size < feeds) await wait(200);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function makeFeed(items: readonly Item[], host: string, port: number): string {
  const entries = items.map(
    ({ path, at }) =>
      `<item><title>News</title><link>http://${host}:${port}${path}</link><pubDate>${new Date(at!).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><description>News</description>${entries.join('')}</channel></rss>`;
}

/** A report in words of its own, so that no two are one story. */
function makePage({ path, word, at }: Item): string {
  const random = makeRandom(Number(path.slice('/item/'.length)) + 1);
  const draw = () => makeWord(Math.floor(3000 + 60_000 * random()));
  const sentences = Array.from({ length: 14 }, () => {
    const words = Array.from({ length: 11 }, draw).join(' ');
    return `${words.replace(/^./, (letter) => letter.toUpperCase())} ${Math.floor(2 + 900 * random())}.`;
  });
  const title = `${draw()} ${word} ${draw()} ${draw()}`;
  return `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${new Date(at!).toISOString()}"></head><body><article><h1>${title}</h1><p>${sentences.join('</p><p>')}</p></article></body></html>`;
}

/** Puts the items into their feeds, at times that follow from nothing. */
async function publish(items: readonly Item[], duration: number): Promise<void> {
  const random = makeRandom(3);
  const times = items.map(() => random() * duration).sort((a, b) => a - b);
  const begun = Date.now();
  for (const [index, item] of items.entries()) {
    await wait(Math.max(0, begun + times[index]! - Date.now()));
    item.at = Date.now();
  }
}

/** Until every item is told of, or the time is over. */
async function waitForAlerts(folder: string, count: number): Promise<void> {
  const end = Date.now() + PATIENCE;
  const store = await openEmbeddedStore({ folder, readOnly: true, now: () => new Date().toISOString() });
  try {
    while (Date.now() < end && (await store.listAlerts({ limit: 500 })).length < count) await wait(2_000);
  } finally {
    await store.close();
  }
}

async function tell(folder: string, items: readonly Item[]): Promise<void> {
  const now = () => new Date().toISOString();
  const store = await openEmbeddedStore({ folder, readOnly: true, now });
  try {
    const published = new Map(items.map(({ path, at }) => [path, at!]));
    const delays: number[] = [];
    for (const { alert } of await store.listAlerts({ limit: 500 })) {
      if (alert.content.kind !== 'search alert') continue;
      for (const { document } of alert.content.found) {
        const url = (await store.getDocument(document))?.url;
        const at = url === undefined ? undefined : published.get(new URL(url).pathname);
        if (at !== undefined) delays.push((Date.parse(alert.content.issued) - at) / 1000);
      }
    }
    delays.sort((a, b) => a - b);
    const at = (share: number) => findQuantile(delays, share)?.toFixed(1) ?? '-';
    console.log(
      `from an item's being there to the alert that is filed on it: p50 ${at(0.5)} s, p95 ${at(0.95)} s, most ${at(1)} s, of ${delays.length} of ${items.length} items`,
    );
    const { latency } = await readStatus(store, { sources: [], now: now(), engine: 'bench' });
    console.log(`what tocsin status says of it: ${JSON.stringify(latency)}`);
  } finally {
    await store.close();
  }
}

/** Seconds of the processor that a process has taken; 0 where the system does not tell. */
function readCpu(child: ChildProcess): number {
  const file = `/proc/${child.pid}/stat`;
  if (!existsSync(file)) return 0;
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function readPeak(child: ChildProcess): string {
  const file = `/proc/${child.pid}/status`;
  const peak = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return peak === undefined ? '-' : (Number(peak) / 1000).toFixed(0);
}
