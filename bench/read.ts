import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Measures reading a page, HTML to finished reading, over the English pages of the page-text set, beside linkedom and
 * Readability, which only take the text out. Each in fresh processes that take turns, so that a busy machine is unkind
 * to both; rates per second of processor time and of the clock.
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
  return 0;
}

interface Pass {
  readonly wall: number;
  readonly cpu: number;
}

interface Figures {
  readonly pages: number;
  readonly words: number;
  readonly cold: Pass;
  readonly warm: readonly Pass[];
  /** MB. */
  readonly peak: number;
}

function run(name: string, data: string, passes: string): Figures {
  const worker = fileURLToPath(new URL(`./workers/${name}.mjs`, import.meta.url));
  const { status, stdout, stderr } = spawnSync('node', [worker, data, passes], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as Figures;
}

const pagesPerCpuSecond = ({ pages, warm }: Figures) => pages / median(warm.map((pass) => pass.cpu));

function print(name: string, figures: readonly Figures[]): void {
  const { pages, words } = figures[0]!;
  const spread = (values: readonly number[]) =>
    `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;
  console.log(`${name}: ${pages} pages, ${words} words`);
  console.log(`  pages/s of processor time, warm  ${spread(figures.map(pagesPerCpuSecond))}`);
  console.log(
    `  pages/s by the clock, warm       ${spread(figures.map((one) => pages / median(one.warm.map((pass) => pass.wall))))}`,
  );
  console.log(`  pages/s by the clock, first pass ${spread(figures.map((one) => pages / one.cold.wall))}`);
  console.log(
    `  words/s of processor time, warm  ${spread(figures.map((one) => one.words / median(one.warm.map((pass) => pass.cpu))))}`,
  );
  console.log(`  peak memory, MB                  ${spread(figures.map((one) => one.peak))}`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
