import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
// @ts-expect-error a plain script without types
import { SHAPES } from './workers/texts.mjs';

/** Where the time per character grows more than this from the second size to the last, cost is not linear. */
const TOLERATED = 2;

/**
 * Shows how the time of reading grows with the length of a text, for texts of every shape: processor time in milliseconds
 * per thousand characters, which stays the same where cost is linear. Ends with 1 where it grows.
 *
 *     npm run build && npm run bench -- curve [--sizes 10000,100000,1000000] [--only "article,capitals"]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      only: { type: 'string' },
    },
  });
  const sizes = values.sizes.split(',');
  const names = values.only?.split(',') ?? Object.keys(SHAPES as Record<string, unknown>);
  const worker = fileURLToPath(new URL('./workers/curve.mjs', import.meta.url));
  console.log('ms per 1,000 characters, at so many characters');
  console.log(`${''.padEnd(18)}${sizes.map((size) => size.padStart(10)).join('')}   peak MB`);
  const grown: string[] = [];
  for (const name of names) {
    const { status, stdout, stderr } = spawnSync('node', [worker, name, ...sizes], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    const { times, peak } = JSON.parse(stdout) as Figures;
    const rates = times.map(({ size, seconds }) => (1e6 * seconds) / size);
    console.log(
      `${name.padEnd(18)}${rates.map((rate) => rate.toFixed(2).padStart(10)).join('')}${peak.toFixed(0).padStart(10)}`,
    );
    if (rates.at(-1)! > TOLERATED * (rates.at(-2) ?? rates[0]!) && times.at(-1)!.seconds > 1)
      grown.push(name);
  }
  for (const name of grown) console.error(`"${name}": the time grows faster than the text`);
  return grown.length === 0 ? 0 : 1;
}

interface Figures {
  readonly times: readonly { readonly size: number; readonly seconds: number }[];
  /** MB. */
  readonly peak: number;
}
