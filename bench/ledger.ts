import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeEntries } from '../src/analyse/ledger/entries.ts';
import { verifyLedgerBytes } from '../src/analyse/ledger/verify/chunks.ts';
import type { LedgerEntry } from '../src/model/forecast.ts';
import { canonicalJson } from '../src/text/canonical-json.ts';
import { makeLedgerContents } from './ledger-contents.ts';

/**
 * Measures how many entries of a ledger are verified in a second: a ledger of made-up forecasts and settlements is written to a file, as
 * `tocsin ledger export` writes it, and checked from the first line to the last, each time anew: here by one thread, then, where the program is built, by
 * the command itself with its start, which takes all processors.
 *
 *     npm run bench -- ledger [--entries 1000000] [--runs 3] [--claims 10]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      entries: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: '3' },
      claims: { type: 'string', default: '10' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-ledger-'));
  const file = join(folder, 'ledger.ndjson');
  try {
    await write(file, { entries: Number(values.entries), claims: Number(values.claims) });
    const { size } = statSync(file);
    console.log(`${values.entries} entries, ${Math.round(size / Number(values.entries))} bytes each`);
    for (let run = 1; run <= Number(values.runs); run += 1) await measure(file, run);
    if (existsSync(MAIN)) for (let run = 1; run <= Number(values.runs); run += 1) measureCommand(file, run);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(file: string, run: number): Promise<void> {
  const start = performance.now();
  const before = process.cpuUsage();
  const { entries, ok } = await verifyLedgerBytes(createReadStream(file, { highWaterMark: 1 << 20 }));
  const seconds = (performance.now() - start) / 1000;
  if (!ok) throw new Error('The ledger of the benchmark does not hold together');
  const { user, system } = process.cpuUsage(before);
  const worked = (user + system) / 1e6;
  const { rss } = process.memoryUsage();
  console.log(
    `run ${run}: ${seconds.toFixed(2)} s, ${Math.round(entries / seconds).toLocaleString('en')} entries a second ` +
      `(${Math.round(entries / worked).toLocaleString('en')} a second of processor time), ${Math.round(rss / 1e6)} MB`,
  );
}

const MAIN = 'dist/run/main.js';

function measureCommand(file: string, run: number): void {
  const start = performance.now();
  const { status, stdout } = spawnSync(
    process.execPath,
    [MAIN, 'ledger', 'verify', file, '--format', 'json'],
    {
      encoding: 'utf8',
      env: { ...process.env, TOCSIN_DATA: join(tmpdir(), 'tocsin-bench-none') },
    },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error('tocsin ledger verify failed');
  const { entries } = JSON.parse(stdout) as { readonly entries: number };
  console.log(
    `command, run ${run}: ${seconds.toFixed(2)} s, ${Math.round(entries / seconds).toLocaleString('en')} entries a second`,
  );
}

async function write(
  file: string,
  { entries, claims }: { readonly entries: number; readonly claims: number },
): Promise<void> {
  const stream = createWriteStream(file);
  let last: LedgerEntry | undefined;
  let part: string[] = [];
  const contents = makeLedgerContents(claims);
  for (let number = 1; number <= entries; number += 1) {
    const filed = new Date(1_600_000_000_000 + number * 60_000).toISOString();
    [last] = makeEntries(last, [contents(last, filed)], filed);
    part.push(`${canonicalJson(last)}\n`);
    if (part.length < 1000 && number < entries) continue;
    if (!stream.write(part.join(''))) await once(stream, 'drain');
    part = [];
  }
  stream.end();
  await once(stream, 'close');
}
