import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

/**
 * Measures the whole road with the built program, each part in a fresh process:
 * the example case, repeated under other outlets' names, from bytes to the board; and the time from an item appearing in a
 * feed to the signed alert at a Telegram server, both played on this machine.
 *
 *     npm run build && npm run bench -- road [--documents 5000] [--alerts 5] [--part volume|alert]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      documents: { type: 'string', default: '5000' },
      alerts: { type: 'string', default: '5' },
      part: { type: 'string' },
    },
  });
  if (!existsSync(PROGRAM)) {
    console.error('The program has not been built. Run: npm run build');
    return 1;
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-road-'));
  try {
    if (values.part !== 'alert') await measureVolume(folder, Number(values.documents));
    if (values.part !== 'volume') await measureAlerts(folder, Number(values.alerts));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

const PROGRAM = fileURLToPath(new URL('../dist/run/main.js', import.meta.url));
const EXAMPLE = new URL('../examples/baghdad/', import.meta.url);

interface Run {
  readonly seconds: number;
  /** Peak of resident memory, MB; 0 where the system does not tell. */
  readonly peak: number;
  readonly output: string;
}

/** Runs the program to its end. */
async function run(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  // A long output is counted, not kept.
  child.stdout.on('data', (part: Buffer) => parts.length < 100 && parts.push(part));
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, readPeak(child));
  }, 250);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`tocsin ${args[0]} ended with ${status}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peak, output: Buffer.concat(parts).toString() };
}

function readPeak(child: ChildProcess): number {
  const file = `/proc/${child.pid}/status`;
  if (!existsSync(file)) return 0;
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1000;
  } catch (error) {
    // It ended between the two looks.
    if (error instanceof Error && 'code' in error) return 0;
    throw error;
  }
}

async function measureVolume(folder: string, documents: number): Promise<void> {
  const pages = join(folder, 'pages');
  const sample = join(folder, 'sample');
  await writeCopies(pages, documents);
  await writeCopies(sample, Math.ceil(documents / 10));
  const data = join(folder, 'data');
  const reading = await run(['read', sample, '--format', 'json']);
  const adding = await run(['add', pages, '--data', data]);
  const board = await run(['board', '--as-of', '2030-01-01', '--data', data, '--format', 'json']);
  const again = await run(['board', '--as-of', '2020-12-21', '--data', data, '--format', 'json']);
  const rate = documents / adding.seconds;
  const readingRate = Math.ceil(documents / 10) / reading.seconds;
  console.log(`${documents} documents, from bytes to the updated board: ${rate.toFixed(2)} documents/s`);
  console.log(
    `  reading alone, in the same run: ${readingRate.toFixed(2)} documents/s (ratio ${(rate / readingRate).toFixed(2)})`,
  );
  console.log(
    `  board from a cold start: ${board.seconds.toFixed(2)} s now, ${again.seconds.toFixed(2)} s as of an earlier day`,
  );
  console.log(
    `  peak memory: adding ${adding.peak.toFixed(0)} MB, reading alone ${reading.peak.toFixed(0)} MB, board ${board.peak.toFixed(0)} MB`,
  );
}

interface Entry {
  readonly file: string;
  readonly outlet: string;
  readonly url: string;
}

/** Pages of the example; from the second time on every outlet has another name and host. */
async function writeCopies(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entries = JSON.parse(await readFile(new URL('manifest.json', EXAMPLE), 'utf8')) as readonly Entry[];
  const names = [...new Set(entries.map(({ outlet }) => outlet))];
  const hosts = [...new Set(entries.map(({ url }) => new URL(url).hostname))];
  for (let index = 0; index < count; index += 1) {
    const entry = entries[index % entries.length]!;
    const time = Math.floor(index / entries.length);
    const bytes = await readFile(new URL(entry.file, EXAMPLE));
    const page = entry.file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    const encoding = page[0] === 0xff && page[1] === 0xfe ? 'utf16le' : 'latin1';
    let text = page.toString(encoding);
    if (time > 0) {
      for (const name of names) text = text.replaceAll(name, `${name} ${time}`);
      for (const host of hosts) text = text.replaceAll(host, `n${time}.${host}`);
    }
    const name = entry.file.replaceAll('/', '-').replace(/\.gz$/, '');
    await writeFile(join(folder, `${String(time).padStart(4, '0')}-${name}`), Buffer.from(text, encoding));
  }
}

/** One warning problem that a single report moves. */
const PROBLEM = `
id: harbour
title: Harbour closed
question: Will the harbour of Aden be attacked?
horizons: [7]
outcome:
  match: [{ event: [ASSAULT], realis: [occurred], place: [YE] }]
  confirmed: 1
  total: 2
  grace: 2
baseRate:
  halfLife: 180
  prior: { incidents: 1, days: 30 }
  history: { place: [Aden] }
indicators:
  - id: preparation
    title: Boats made ready
    why: Measured is the time until it is told.
    direction: for
    strength: very strong
    halfLife: 14
    match: [{ words: [preparation, preparations] }]
levels: { horizon: 7, consequence: 1, guarded: 0.3, elevated: 0.5, high: 0.8, critical: 0.9, hysteresis: 0.05 }
gaps: []
tlp: CLEAR
`;

async function measureAlerts(folder: string, times: number): Promise<void> {
  const waits: number[] = [];
  const works: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const { wait, work } = await measureAlert(join(folder, `alert-${time}`));
    waits.push(wait + work);
    works.push(work);
  }
  const spread = (values: readonly number[]) =>
    `${median(values).toFixed(1)} s (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;
  console.log(`alert, ${times} runs, the feed looked at every minute:`);
  console.log(`  from the item appearing to the signed alert at the Telegram server: ${spread(waits)}`);
  console.log(`  from the look that found it: ${spread(works)}`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** Seconds from the item appearing to the look that finds it, and from there to the alert. */
async function measureAlert(folder: string): Promise<{ readonly wait: number; readonly work: number }> {
  await mkdir(join(folder, 'problems'), { recursive: true });
  await writeFile(join(folder, 'problems', 'harbour.yaml'), PROBLEM);
  const news = await startNews();
  const telegram = await startTelegram();
  await writeFile(
    join(folder, 'sources.yaml'),
    `sources:\n  - id: quay\n    name: Quay Gazette\n    feed: ${news.url}/feed\n    every: 1\n    allowPrivate: true\n`,
  );
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--collect', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      TOCSIN_TELEGRAM_TOKEN: '1:bench',
      TOCSIN_TELEGRAM_CHAT: '1',
      TOCSIN_TELEGRAM_ROOT: telegram.url,
    },
  });
  try {
    await news.looked();
    const appeared = news.publish();
    const found = await news.looked();
    const alerted = await telegram.alerted;
    return { wait: (found - appeared) / 1000, work: (alerted - found) / 1000 };
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.on('close', resolve));
    news.server.close();
    telegram.server.close();
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A feed with one old report and, once published, a new one. */
async function startNews() {
  let published: Date | undefined;
  const waiting: ((at: number) => void)[] = [];
  const server = createServer((request, response) => {
    const now = new Date();
    if (request.url === '/feed') {
      response.setHeader('content-type', 'application/rss+xml').end(makeFeed(url, published));
      for (const resolve of waiting.splice(0)) resolve(performance.now());
    } else if (request.url?.startsWith('/news/') === true) {
      response
        .setHeader('content-type', 'text/html')
        .end(request.url.endsWith('new') ? makeNewPage(now) : makeOldPage(now));
    } else response.writeHead(404).end();
  });
  const url = await listen(server);
  return {
    server,
    url,
    publish: () => {
      published = new Date();
      return performance.now();
    },
    looked: () => new Promise<number>((resolve) => waiting.push(resolve)),
  };
}

function makeFeed(url: string, published: Date | undefined): string {
  const item = (name: string, date: Date) =>
    `<item><title>${name}</title><link>${url}/news/${name}</link><pubDate>${date.toUTCString()}</pubDate></item>`;
  const items = [
    item('old', new Date(Date.now() - 86_400_000)),
    ...(published ? [item('new', published)] : []),
  ];
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Gazette</title><link>${url}</link><description>News</description>${items.join('')}</channel></rss>`;
}

function makePage(title: string, date: Date, text: string): string {
  return `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${date.toISOString()}"></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
}

const makeOldPage = (now: Date) =>
  makePage(
    'Grain prices steady in Aden',
    new Date(now.getTime() - 86_400_000),
    'Traders in Aden said that prices of grain were steady. The port authority said that eleven ships had unloaded during the week and that more were expected.',
  );

const makeNewPage = (now: Date) =>
  makePage(
    'Officials see preparations for an attack on the harbour of Aden',
    now,
    'Armed groups near Aden have begun preparations for an attack on the harbour, two security officials told the Quay Gazette. They gave no evidence of a date. The port authority said that work went on.',
  );

/** Answers as Telegram does and notes when the first message came. */
async function startTelegram() {
  let resolveAlert: (at: number) => void;
  const alerted = new Promise<number>((resolve) => {
    resolveAlert = resolve;
  });
  const server = createServer(async (request, response) => {
    await drain(request);
    const method = request.url?.split('/').at(-1);
    if (method === 'sendMessage') resolveAlert(performance.now());
    const result =
      method === 'getMe'
        ? { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' }
        : { message_id: 1, date: 0, chat: { id: 1, type: 'channel', title: 'bench' }, text: '' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
  });
  return { server, url: await listen(server), alerted };
}

async function drain(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}
