import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Measures reading a page, HTML to finished reading, over the English pages of the page-text set, beside linkedom and
 * Readability, which only take the text out. Each in fresh processes that take turns, so that a busy machine is unkind
 * to both; rates per second of processor time and of the clock. Then the time from the start of a process to its first
 * reading, and two threads against one.
 *
 *     npm run build && npm run bench -- read [--data ../shared/data] [--rounds 3] [--passes 2]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data' },
      rounds: { type: 'string', default: '3' },
      passes: { type: 'string', default: '2' },
    },
  });
  const data = resolve(values.data);
  if (!existsSync(data)) {
    console.error(`There is no folder ${data}. Say where the evaluation sets lie: --data FOLDER`);
    return 1;
  }
  const runs: Record<string, Figures[]> = { tocsin: [], readability: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, figures] of Object.entries(runs)) figures.push(run(name, data, values.passes));
  }
  for (const [name, figures] of Object.entries(runs)) print(name, figures);
  const rate = (name: string) => median(runs[name]!.map((one) => pagesPerCpuSecond(one)));
  console.log(
    `tocsin / readability, warm, per second of processor time: ${(rate('tocsin') / rate('readability')).toFixed(2)}`,
  );
  printStart(data, Number(values.rounds));
  printThreads(data, values);
  return 0;
}

interface Pass {
  readonly wall: number;
  readonly cpu: number;
}

interface Figures {
  readonly pages: number;
  readonly words: number;
  /** Where the worker counts them. */
  readonly tokens?: number;
  readonly cold: Pass;
  readonly warm: readonly Pass[];
  /** MB. */
  readonly peak: number;
}

/** Runs one of the workers in a fresh process; what it prints is JSON. */
function run<T = Figures>(name: string, ...rest: readonly string[]): T {
  const worker = fileURLToPath(new URL(`./workers/${name}.mjs`, import.meta.url));
  const { status, stdout, stderr } = spawnSync('node', [worker, ...rest], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function printStart(data: string, rounds: number): void {
  const starts = Array.from({ length: 2 * rounds }, () =>
    run<{ readonly seconds: number; readonly cpu: number; readonly peak: number }>('start', data),
  );
  const list = (name: string, values: readonly number[], digits: number) =>
    console.log(`  ${name.padEnd(33)}${spread(values, digits)}`);
  console.log('tocsin, a process that reads one page, from its start');
  list(
    'seconds by the clock',
    starts.map(({ seconds }) => seconds),
    2,
  );
  list(
    'seconds of processor time',
    starts.map(({ cpu }) => cpu),
    2,
  );
  list(
    'peak memory, MB',
    starts.map(({ peak }) => peak),
    1,
  );
}

interface ThreadFigures {
  readonly pages: number;
  readonly seconds: number;
  /** MB. */
  readonly peak: number;
}

/** One thread and two in turns; the ratio is of each turn, so that a busy machine is unkind to both. */
function printThreads(
  data: string,
  { rounds, passes }: { readonly rounds: string; readonly passes: string },
) {
  const turns = Array.from({ length: Number(rounds) }, () =>
    ['1', '2'].map((threads) => run<ThreadFigures>('threads', data, threads, passes)),
  );
  const rate = ({ pages, seconds }: ThreadFigures) => pages / seconds;
  console.log('tocsin in threads, warm, by the clock');
  for (const k of [0, 1]) {
    const peaks = turns.map((turn) => turn[k]!.peak);
    console.log(
      `  pages/s, ${k === 0 ? 'one thread ' : 'two threads'}             ${spread(turns.map((turn) => rate(turn[k]!)))}; peak ${median(peaks).toFixed(0)} MB`,
    );
  }
  console.log(
    `  two to one                       ${spread(
      turns.map(([one, two]) => rate(two!) / rate(one!)),
      2,
    )}`,
  );
}

const spread = (values: readonly number[], digits = 1) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

const pagesPerCpuSecond = ({ pages, warm }: Figures) => pages / median(warm.map((pass) => pass.cpu));

function print(name: string, figures: readonly Figures[]): void {
  const { pages, words } = figures[0]!;
  console.log(`${name}: ${pages} pages, ${words} words`);
  console.log(`  pages/s of processor time, warm  ${spread(figures.map(pagesPerCpuSecond))}`);
  console.log(
    `  pages/s by the clock, warm       ${spread(figures.map((one) => pages / median(one.warm.map((pass) => pass.wall))))}`,
  );
  console.log(`  pages/s by the clock, first pass ${spread(figures.map((one) => pages / one.cold.wall))}`);
  console.log(
    `  words/s of processor time, warm  ${spread(figures.map((one) => one.words / median(one.warm.map((pass) => pass.cpu))))}`,
  );
  if (figures[0]!.tokens !== undefined) {
    console.log(
      `  tokens/s of processor time, warm ${spread(figures.map((one) => one.tokens! / median(one.warm.map((pass) => pass.cpu))))}`,
    );
  }
  console.log(`  peak memory, MB                  ${spread(figures.map((one) => one.peak))}`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
