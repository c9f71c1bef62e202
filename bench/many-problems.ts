import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../src/disseminate/api/api.ts';
import { createReader } from '../src/process/read.ts';
import { readConfig } from '../src/run/config.ts';
import { makeDesk } from '../src/run/desk.ts';
import { loadExample, readManifest } from '../src/run/example.ts';
import { LedgerReader } from '../src/run/ledger-reader.ts';
import { Picture } from '../src/run/picture.ts';
import { ProblemFiles } from '../src/run/problems.ts';
import { readProgramName } from '../src/run/version.ts';
import { Watch } from '../src/run/watch.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { makeProblemFiles } from './problem-files.ts';

/**
 * Measures a desk with many warning problems of its own: how long the example takes to load (490 looks at all of them), how long one look
 * takes after that, and what the board and one row of it cost. Beside it the same for the example's own problem alone, each in a fresh process.
 *
 *     npm run bench -- many-problems [--problems 200]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { problems: { type: 'string', default: '200' }, alone: { type: 'boolean', default: false } },
  });
  const count = Number(values.problems);
  if (values.alone) return measure(count);
  for (const each of [1, count]) {
    const { status } = spawnSync(
      process.execPath,
      ['scripts/run.mjs', 'bench/bench.ts', 'many-problems', '--alone', '--problems', String(each)],
      { stdio: 'inherit' },
    );
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

const DAY = 86_400_000;
const LOOKS = 20;

async function measure(count: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-many-'));
  // The example's own problem is the one of the library that it takes where a desk has none.
  if (count > 1) {
    mkdirSync(join(folder, 'problems'));
    for (const { name, text } of makeProblemFiles(count)) writeFileSync(join(folder, 'problems', name), text);
  }
  let clock = Date.parse('2021-02-26T12:00:00Z');
  const now = () => new Date(clock).toISOString();
  const config = readConfig({ flags: { data: folder }, env: {}, platform: process.platform, home: folder });
  const store = await openEmbeddedStore({ folder, now });
  try {
    const engine = readProgramName();
    const reader = createReader({ engine });
    const picture = new Picture(store);
    const ledger = new LedgerReader(store);
    const entries = await readManifest();
    const load = await time(() => loadExample(entries, { store, picture, ledger, reader, config, now }));
    await ledger.advance();
    console.log(`${count} ${count === 1 ? 'problem' : 'problems'}: ${ledger.last?.number} ledger entries`);
    console.log(`  ${'the example loaded'.padEnd(34)} ${load}`);

    const problems = new ProblemFiles(config);
    const watch = new Watch({ store, picture, ledger, problems, isReplay: true });
    const look = async () => {
      for (let i = 0; i < LOOKS; i += 1) {
        clock += DAY;
        await watch.look(now());
      }
    };
    console.log(`  ${`a look at another day (of ${LOOKS})`.padEnd(34)} ${await time(look, LOOKS)}`);
    const lookAgain = async () => {
      for (let i = 0; i < LOOKS; i += 1) {
        clock += 60_000;
        await watch.look(now());
      }
    };
    console.log(`  ${`a look a minute later (of ${LOOKS})`.padEnd(34)} ${await time(lookAgain, LOOKS)}`);

    const desk = await makeDesk({ store, config, now, picture, ledger });
    const read = () => Promise.reject(new Error('reads nothing'));
    const app = createApp({ store, desk, now, name: engine, engine: { name: engine, read } });
    const ask = async (path: string): Promise<Record<string, unknown>> => {
      clock += 137;
      const response = await app.request(`http://localhost/api/v1${path}`);
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      return response.json() as Promise<Record<string, unknown>>;
    };
    const { rows } = (await ask('/board')) as { readonly rows: readonly { readonly problem: string }[] };
    console.log(`  ${'board, live'.padEnd(34)} ${await time(() => ask('/board'))}`);
    const first = rows[0]!.problem;
    for (const path of [
      `/problems/${first}`,
      `/problems/${first}/record`,
      `/problems/${first}/signs?days=30`,
    ])
      for (const title of ['first', 'again'])
        console.log(
          `  ${`${path.replace(first, 'ID')}, ${title}`.padEnd(34)} ${await time(() => ask(path))}`,
        );
    console.log(`  ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
    return 0;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long something takes, by the clock and of the processor, each time that it is done. */
async function time(work: () => Promise<unknown>, times = 1): Promise<string> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = (performance.now() - start) / times;
  const { user, system } = process.cpuUsage(cpu);
  const show = (each: number) => (each < 2000 ? `${each.toFixed(1)} ms` : `${(each / 1000).toFixed(1)} s`);
  return `${show(ms)}, ${show((user + system) / 1000 / times)} of the processor`;
}
