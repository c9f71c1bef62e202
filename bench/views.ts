import { cpus, loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createApp } from '../src/disseminate/api/api.ts';
import { readConfig } from '../src/run/config.ts';
import { makeDesk } from '../src/run/desk.ts';
import { Picture } from '../src/run/picture.ts';
import { ProblemFiles } from '../src/run/problems.ts';
import { Start, warmDesk } from '../src/run/starting.ts';
import { makeRandom } from '../src/stats/random.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { makeWord } from '../src/store/fixtures.ts';
import type { Store } from '../src/store/store.ts';
import { FIRST_DAY, LAST_INSTANT, prepareMillion } from './million.ts';

/**
 * Measures what the workbench asks of the API over a store of a million claims, request by request as its pages make them: from a cold
 * start, live, as of instants nobody has asked about before, and right after a report has come in.
 *
 *     npm run bench -- views [--documents 60000] [--folder FOLDER] [--times 20] [--instants 4] [--reports 10000] [--only board,map]
 *
 * With `--reports` the picture is made of the first so many reports alone; documents and searches are still those of the whole store.
 *
 * `first` is the first request of its kind, `again` are those after it, about other things. Live, each is of another "now".
 */

type StoredReportRow = Awaited<ReturnType<Store['listReports']>>[number];

/** Milliseconds at p95. */
const BAR = 200;
const SEARCH_BAR = 100;

/** Things to ask about: as the lists of an instant name them. */
interface Things {
  readonly incidents: readonly string[];
  readonly stories: readonly string[];
  readonly actors: readonly string[];
  readonly sources: readonly string[];
  readonly documents: readonly string[];
  readonly problems: readonly string[];
}

type Pick = (kind: keyof Things) => string;
type Make = (pick: Pick, random: () => number) => string;

const draw = (random: () => number) => makeWord(Math.floor(20 * 2500 ** random()));

const OPERATIONS: Readonly<Record<string, Make>> = {
  board: () => '/board',
  problem: (pick) => `/problems/${pick('problems')}`,
  'problem: signs': (pick) => `/problems/${pick('problems')}/signs?days=30`,
  'problem: record': (pick) => `/problems/${pick('problems')}/record`,
  'problem: brief': (pick) => `/problems/${pick('problems')}/brief`,
  scores: () => '/scores',
  incidents: (_, random) => `/incidents?limit=50&offset=${50 * Math.floor(random() * 20)}`,
  'incidents, filtered': (_, random) => `/incidents?limit=50&country=IQ&q=${draw(random).slice(0, 4)}`,
  incident: (pick) => `/incidents/${pick('incidents')}`,
  map: () => '/map',
  stories: (_, random) => `/stories?limit=50&offset=${50 * Math.floor(random() * 20)}`,
  story: (pick) => `/stories/${pick('stories')}`,
  actors: () => '/actors?limit=50',
  actor: (pick) => `/actors/${encodeURIComponent(pick('actors'))}`,
  grades: () => '/grades?limit=50',
  'grade of a source': (pick) => `/grades/source/${encodeURIComponent(pick('sources'))}`,
  'grade of an incident': (pick) => `/grades/incident/${pick('incidents')}`,
  sources: () => '/sources',
  changes: () => '/changes',
  decisions: () => '/judgements',
  documents: () => '/documents?limit=50',
  document: (pick) => `/documents/${pick('documents')}`,
  'document: reading': (pick) => `/documents/${pick('documents')}/reading`,
  'document: set aside': (pick) => `/documents/${pick('documents')}/set-aside`,
  facets: () => '/facets',
  status: () => '/status',
  'search: documents': (_, random) => `/search?limit=50&weigh=true&q=${draw(random)}`,
  'search: claims': (_, random) => `/search?of=claims&limit=50&weigh=true&q=${draw(random)}`,
  'search: events': (_, random) => `/search?of=events&limit=50&weigh=true&q=${draw(random)}`,
  'search: common word': (_, random) =>
    `/search?limit=50&weigh=true&q=${makeWord(Math.floor(random() * 20))}`,
  'search: two origins': (_, random) => `/search?of=events&origins=2&limit=50&weigh=true&q=${draw(random)}`,
  'search: count of documents': (_, random) => `/search/count?q=${draw(random)}`,
  'search: count of claims': (_, random) => `/search/count?of=claims&q=${draw(random)}`,
  'search: count of events': (_, random) => `/search/count?of=events&q=${draw(random)}`,
};

const HAS_NO_INSTANT = new Set(['sources', 'status']);

type App = ReturnType<typeof createApp>;

interface Asked {
  readonly ms: number;
  /** Milliseconds of the processor: they differ where others use the machine too. */
  readonly cpu: number;
  readonly body: Record<string, unknown>;
}

async function ask(app: App, path: string, asOf?: string): Promise<Asked> {
  const instant = asOf === undefined ? '' : `${path.includes('?') ? '&' : '?'}asOf=${asOf}`;
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const response = await app.request(`http://localhost/api/v1${path}${instant}`);
  const text = await response.text();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / 1000;
  if (response.status !== 200 && response.status !== 404)
    throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return { ms, cpu, body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {} };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const format = (ms: number) => (Number.isNaN(ms) ? '-' : ms.toFixed(ms < 10 ? 1 : 0)).padStart(7);

async function listThings(app: App, asOf?: string): Promise<Things> {
  const list = async (path: string, name: string): Promise<readonly string[]> => {
    const { rows = [] } = (await ask(app, path, asOf)).body as { rows?: readonly Record<string, unknown>[] };
    return rows.map((row) => String(row[name]));
  };
  return {
    problems: await list('/board', 'problem'),
    incidents: await list('/incidents?limit=200&offset=300', 'id'),
    stories: await list('/stories?limit=200', 'id'),
    actors: await list('/actors?limit=200', 'id'),
    sources: await list('/grades?limit=100', 'source'),
    documents: await list('/documents?limit=100', 'id'),
  };
}

/** A store that has the first so many reports, and to which one is added without being written. */
function watchReports(store: Store, most: number): { readonly store: Store; readonly add: () => void } {
  let isAdded = false;
  let isGiven = false;
  let given = 0;
  let last: StoredReportRow | undefined;
  const watched = new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      if (name !== 'listReports') return value.bind(target);
      return async (request: Parameters<Store['listReports']>[0]) => {
        const rows = given >= most ? [] : await target.listReports(request);
        given += rows.length;
        last = rows.at(-1) ?? last;
        if (!isAdded || isGiven || rows.length > 0 || last === undefined) return rows;
        isGiven = true;
        const document = `sha256:${'0'.repeat(64)}` as const;
        const { report, number } = last;
        return [{ ...last, number: number + 1, report: { ...report, document, series: document } }];
      };
    },
  });
  return { store: watched, add: () => (isAdded = true) };
}

/** Starts as a server does, and asks meanwhile for what does not wait for the picture. */
async function watchStart(app: App, start: Start): Promise<void> {
  const random = makeRandom(7);
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const cpu = process.cpuUsage();
  const work = start.begin();
  const answers: number[] = [];
  let phase = '';
  while (start.progress !== undefined) {
    if (start.progress.phase !== phase) {
      phase = start.progress.phase;
      console.log(`start: ${phase} from ${seconds()} s on`);
    }
    for (const path of ['/status', '/documents?limit=50', `/search?limit=50&weigh=true&q=${draw(random)}`])
      answers.push((await ask(app, path)).ms);
    await setTimeout(200);
  }
  await work;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `start: done after ${seconds()} s (${((user + system) / 1e6).toFixed(1)} s of the processor); meanwhile status, documents and searches after ${format(percentile(answers, 0.5)).trim()} ms at p50, ${format(percentile(answers, 0.95)).trim()} at p95, ${format(Math.max(...answers)).trim()} at most`,
  );
  const { ms } = await ask(app, '/board');
  console.log(`the first board: ${ms.toFixed(0)} ms`);
  tellMemory();
}

interface Figures {
  readonly first: Asked;
  readonly again: readonly Asked[];
}

export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      documents: { type: 'string', default: '60000' },
      folder: { type: 'string' },
      times: { type: 'string', default: '20' },
      instants: { type: 'string', default: '4' },
      reports: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const folder = values.folder ?? (await prepareMillion({ documents: Number(values.documents) }));
  const only = values.only?.split(',');
  const names = Object.keys(OPERATIONS).filter((name) => only === undefined || only.includes(name));
  const base = await openEmbeddedStore({ folder, now: () => LAST_INSTANT, readOnly: true });
  const counts = await base.count();
  console.log(`${counts.documents} documents, ${counts.claims} claims, ${counts.events} events`);
  console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} before the start`);

  const { store, add } = watchReports(base, Number(values.reports ?? Number.POSITIVE_INFINITY));
  const config = readConfig({ flags: { data: folder }, env: {}, platform: process.platform, home: folder });
  let clock = Date.parse(LAST_INSTANT);
  const now = () => {
    clock += 137;
    return new Date(clock).toISOString();
  };
  const picture = new Picture(store);
  const start = new Start({ store, picture, problems: new ProblemFiles(config), now });
  const desk = await makeDesk({ store, config, now, picture, start });
  const app = createApp({
    ...{ store, desk, now, name: 'tocsin 0.1.0' },
    engine: { name: 'tocsin 0.1.0', read: () => Promise.reject(new Error('reads nothing')) },
  });
  await watchStart(app, start);
  const warming = performance.now();
  await warmDesk(desk, { picture, now });
  console.log(
    `signs of the last days are made in the background: ${((performance.now() - warming) / 1000).toFixed(1)} s`,
  );

  let slow = 0;
  const random = makeRandom(11);
  const measure = async (
    title: string,
    { asOf, times }: { readonly asOf?: readonly string[]; readonly times: number },
  ): Promise<void> => {
    const figures = new Map<string, Figures[]>();
    const moves: number[] = [];
    for (const instant of asOf ?? [undefined]) {
      if (instant !== undefined) moves.push((await ask(app, '/board', instant)).ms);

      // What is asked about is what the lists of now name.
      const things = lastThings ?? (await listThings(app));
      lastThings = things;
      const pick: Pick = (kind) => things[kind][Math.floor(random() * things[kind].length)] ?? 'none';
      for (const name of names) {
        const make = OPERATIONS[name]!;
        if (instant !== undefined && HAS_NO_INSTANT.has(name)) continue;
        const one = () => ask(app, make(pick, random), instant);
        const first = await one();
        const again: Asked[] = [];
        for (let time = 0; time < times; time += 1) again.push(await one());
        figures.set(name, [...(figures.get(name) ?? []), { first, again }]);
      }
    }
    console.log(`\n${title}`);
    if (moves.length > 0) console.log(`  the first board of an instant: ${moves.map(format).join('')} ms`);
    console.log(`  ${'ms'.padEnd(28)}  first (most)   p50     p95   processor: first   p95   (again)`);
    for (const [name, all] of figures) {
      const again = all.flatMap((each) => each.again);
      const take = (kind: 'ms' | 'cpu', share: number) =>
        percentile(
          again.map((each) => each[kind]),
          share,
        );
      const most = (kind: 'ms' | 'cpu') => Math.max(...all.map(({ first }) => first[kind]));
      const bar = name.startsWith('search') ? SEARCH_BAR : BAR;
      const isOver = take('ms', 0.95) >= bar;
      if (isOver) slow += 1;
      console.log(
        `  ${name.padEnd(28)}${format(most('ms'))}     ${format(take('ms', 0.5))} ${format(take('ms', 0.95))}            ${format(most('cpu'))}${format(take('cpu', 0.95))}${isOver ? '  over' : ''}${most('ms') >= bar ? '  (first over)' : ''}`,
      );
    }
  };

  let lastThings: Things | undefined;
  await measure('live', { times: Number(values.times) });
  // Within the time that the picture's reports tell of.
  const span =
    (Date.parse(LAST_INSTANT) - FIRST_DAY) *
    Math.min(1, Number(values.reports ?? counts.documents) / counts.documents);
  const instants = Array.from({ length: Number(values.instants) }, () =>
    new Date(FIRST_DAY + (0.4 + 0.6 * random()) * span).toISOString(),
  );
  await measure('as of earlier instants', { asOf: instants, times: Math.ceil(Number(values.times) / 4) });
  tellMemory();
  add();
  console.log('\nright after a report has come in, ms');
  for (const path of [
    '/board',
    '/incidents?limit=50',
    '/stories?limit=50',
    '/grades?limit=50',
    '/map',
    '/actors?limit=50',
  ])
    console.log(
      `  ${path.padEnd(28)} ${format((await ask(app, path)).ms)} ${format((await ask(app, path)).ms)}`,
    );
  await base.close();
  console.log(slow === 0 ? '\nevery p95 is below its bar' : `\n${slow} are not below their bar at p95`);
  return slow === 0 ? 0 : 1;
}

function tellMemory(): void {
  const { rss, heapUsed } = process.memoryUsage();
  console.log(
    `\nmemory: ${(rss / 1e6).toFixed(0)} MB resident, ${(heapUsed / 1e6).toFixed(0)} MB of heap, load ${loadavg()[0]?.toFixed(1)}`,
  );
}
