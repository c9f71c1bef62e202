import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import Libsql from 'libsql';
import { makeRandom } from '../src/stats/random.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { makeEntry, makeWord } from '../src/store/fixtures.ts';
import type { Store, StoreEntry } from '../src/store/store.ts';

/**
 * Measures the embedded store: claims written per second, searches, cold start, memory; each phase in a fresh
 * process, beside plain SQLite that is given the same rows without a search index.
 *
 *     node scripts/run.mjs bench/store.ts [--claims 1000000] [--folder FOLDER] [--keep]
 */

const CLAIMS_PER_DOCUMENT = 14;
const BATCH = 200;
const now = () => new Date().toISOString();

/** What a phase tells: names with numbers. */
type Figures = Readonly<Record<string, number>>;
type Phase = (folder: string, documents: number) => Promise<Figures>;

const PHASES: Readonly<Record<string, Phase>> = { baseline, fill, search, cold };

/** Runs all phases and prints their figures. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      claims: { type: 'string', default: '1000000' },
      folder: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const documents = Math.ceil(Number(values.claims) / CLAIMS_PER_DOCUMENT);
  const build = await compile();
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'bench-store-')));
  try {
    const figures = new Map<string, Figures>();
    for (const phase of ['baseline', 'fill', 'search'])
      figures.set(phase, await run(build, [phase, folder, `${documents}`]));
    const starts: Figures[] = [];
    for (let time = 0; time < 5; time++) starts.push(await run(build, ['cold', folder, `${documents}`]));
    figures.set('cold', takeMedian(starts));
    print(documents, figures);
  } finally {
    await rm(build, { recursive: true, force: true });
    if (!values.keep) await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

/** Threads cannot start from TypeScript sources: compiles this file with what it imports. */
async function compile(): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = join(root, `dist-bench-store-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const config = {
    extends: '../tsconfig.build.json',
    compilerOptions: { rootDir: '..', outDir: '.', declaration: false },
    include: [],
    files: ['../bench/store.ts', '../src/store/embedded/worker.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'));
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', folder]);
  return folder;
}

async function run(build: string, args: readonly string[]): Promise<Figures> {
  const script = join(build, 'bench', 'store.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Figures;
}

function takeMedian(all: readonly Figures[]): Figures {
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      percentile(
        all.map((figures) => figures[name] ?? 0),
        0.5,
      ),
    ]),
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(documents: number, figures: ReadonlyMap<string, Figures>): void {
  console.log(
    `embedded store, ${documents} documents, ${documents * CLAIMS_PER_DOCUMENT} claims, batches of ${BATCH}`,
  );
  for (const [phase, values] of figures) {
    for (const [name, value] of Object.entries(values)) {
      console.log(
        `${phase.padEnd(9)} ${name.padEnd(34)} ${value.toLocaleString('en', { maximumFractionDigits: 1 })}`,
      );
    }
  }
  const get = (phase: string, name: string) => figures.get(phase)?.[name] ?? Number.NaN;
  const writing = get('fill', 'claims/s') / get('baseline', 'claims/s');
  const searching = get('baseline', 'LIKE scan ms p50') / get('search', 'all ms p50');
  console.log(`ratio     writing, store : plain SQLite      ${writing.toFixed(2)}`);
  console.log(`ratio     searching, LIKE scan : store p50   ${searching.toFixed(0)}`);
}

function* makeBatches(documents: number): Generator<readonly StoreEntry[]> {
  for (let first = 0; first < documents; first += BATCH) {
    const size = Math.min(BATCH, documents - first);
    yield Array.from({ length: size }, (_, each) =>
      makeEntry({
        seed: first + each,
        sentences: CLAIMS_PER_DOCUMENT,
        url: `https://news.example/${first + each}`,
      }),
    );
  }
}

/** Time spent in the work alone, not in making its input. */
async function measure(
  batches: Iterable<readonly StoreEntry[]>,
  work: (batch: readonly StoreEntry[]) => unknown,
): Promise<number> {
  let spent = 0;
  for (const batch of batches) {
    const start = performance.now();
    await work(batch);
    spent += performance.now() - start;
  }
  return spent / 1000;
}

const findPeak = () => process.resourceUsage().maxRSS / 1024;

async function fill(folder: string, documents: number): Promise<Figures> {
  const store = await openEmbeddedStore({ folder: join(folder, 'store'), now });
  const seconds = await measure(makeBatches(documents), (batch) => store.put(batch));
  const start = performance.now();
  await store.close();
  return {
    'claims/s': (documents * CLAIMS_PER_DOCUMENT) / seconds,
    'documents/s': documents / seconds,
    'close ms': performance.now() - start,
    'peak RSS MiB': findPeak(),
    'database MiB': (await stat(join(folder, 'store', 'store.db'))).size / (1 << 20),
    'pages MiB': (await sumFiles(join(folder, 'store', 'pages'))) / (1 << 20),
  };
}

async function sumFiles(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? await sumFiles(path) : (await stat(path)).size;
  }
  return bytes;
}

/** The same rows as plainly as can be: no index but the keys, no packing, no pages. */
async function baseline(folder: string, documents: number): Promise<Figures> {
  await mkdir(folder, { recursive: true });
  const database = new Libsql(join(folder, 'baseline.db'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec(`
    create table document (key integer primary key, id text, title text, text text, reading text);
    create table claim (document integer, id text, start integer, "end" integer, stance text, certainty text, polarity text);
    create table event (document integer, id text, type text, realis text, day text, country text);`);
  const documentRow = database.prepare('insert into document (id, title, text, reading) values (?, ?, ?, ?)');
  const claimRow = database.prepare('insert into claim values (?, ?, ?, ?, ?, ?, ?)');
  const eventRow = database.prepare('insert into event values (?, ?, ?, ?, ?, ?)');
  const seconds = await measure(makeBatches(documents), (batch) => {
    database.exec('begin immediate');
    for (const { reading } of batch) {
      const { id, title, text } = reading.document;
      const key = documentRow.run([id, title, text, JSON.stringify(reading)]).lastInsertRowid;
      for (const claim of reading.claims) {
        claimRow.run([key, claim.id, claim.start, claim.end, claim.stance, claim.certainty, claim.polarity]);
      }
      for (const event of reading.events) {
        eventRow.run([key, event.id, event.plover.type, event.realis, event.when?.from, 'IQ']);
      }
    }
    database.exec('commit');
  });
  const scan = database.prepare('select key from document where text like ? limit 50');
  const random = makeRandom(11);
  const times = Array.from({ length: 15 }, () => {
    const word = makeWord(2000 + Math.floor(random() * 50_000));
    const start = performance.now();
    scan.all([`% ${word} %`]);
    return performance.now() - start;
  });
  return {
    'claims/s': (documents * CLAIMS_PER_DOCUMENT) / seconds,
    'LIKE scan ms p50': percentile(times, 0.5),
    'database MiB': (await stat(join(folder, 'baseline.db'))).size / (1 << 20),
  };
}

/** Searches as people make them: words of every frequency, phrases, beginnings, filters. */
const KINDS: Readonly<Record<string, (random: () => number) => Parameters<Store['search']>[0]>> = {
  'one word': (random) => ({ query: draw(random, 100) }),
  'two words': (random) => ({ query: `${draw(random, 20)} ${draw(random, 200)}` }),
  'three words, one without': (random) => ({
    query: `${draw(random, 10)} ${draw(random, 50)} -${draw(random, 50)}`,
  }),
  phrase: (random) => ({
    query: `"${makeEntry({ seed: Math.floor(random() * 1000) })
      .reading.document.text.split(' ')
      .slice(3, 5)
      .join(' ')}"`,
  }),
  prefix: (random) => ({ query: `${draw(random, 5000).slice(0, 4)}*` }),
  'with filters': (random) => ({
    query: draw(random, 50),
    eventType: 'ASSAULT',
    country: 'IQ',
    from: '2022',
  }),
  'one of the 100 commonest': (random) => ({ query: makeWord(Math.floor(random() * 100)) }),
};

/** A word of a rank above `from`, each order of magnitude as often as the others. */
function draw(random: () => number, from: number): string {
  return makeWord(Math.floor(from * (50_000 / from) ** random()));
}

async function search(folder: string): Promise<Figures> {
  const store = await openEmbeddedStore({ folder: join(folder, 'store'), now, readOnly: true });
  const random = makeRandom(3);
  const all: number[] = [];
  const figures: Record<string, number> = {};
  await store.search({ query: 'warm' });
  for (const [kind, make] of Object.entries(KINDS)) {
    const times: number[] = [];
    for (let time = 0; time < 60; time++) {
      const request = make(random);
      const start = performance.now();
      await store.search({ ...request, limit: 20 });
      times.push(performance.now() - start);
    }
    all.push(...times);
    figures[`${kind} ms p50`] = percentile(times, 0.5);
    figures[`${kind} ms p95`] = percentile(times, 0.95);
  }
  for (const [name, ask] of Object.entries({
    list: () => store.listDocuments({}),
    'filtered list': () => store.listDocuments({ eventType: 'ASSAULT', realis: 'denied', country: 'IQ' }),
    facets: () => store.getFacets({}),
    'facets again': () => store.getFacets({}),
    'filtered facets': () => store.getFacets({ country: 'IQ' }),
    count: () => store.count(),
  })) {
    const start = performance.now();
    await ask();
    figures[`${name} ms`] = performance.now() - start;
  }
  await store.close();
  return {
    'all ms p50': percentile(all, 0.5),
    'all ms p95': percentile(all, 0.95),
    ...figures,
    'peak RSS MiB': findPeak(),
  };
}

/** From the start of the process. */
async function cold(folder: string): Promise<Figures> {
  const loaded = performance.now();
  const store = await openEmbeddedStore({ folder: join(folder, 'store'), now });
  const opened = performance.now();
  await store.search({ query: makeWord(700), limit: 20 });
  const answered = performance.now();
  await store.close();
  return { 'program loaded ms': loaded, 'store opened ms': opened, 'first answer ms': answered };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', folder = '', documents = ''] = process.argv.slice(2);
  const phase = PHASES[name];
  if (!phase) throw new Error('compiled, this file only runs the phases that main() asks for');
  console.log(JSON.stringify(await phase(folder, Number(documents))));
}
