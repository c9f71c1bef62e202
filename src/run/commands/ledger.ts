import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PageError } from '../../model/errors.ts';
import type { LedgerEntry } from '../../model/forecast.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatEntries } from '../print/ledger.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { describeDamage } from '../record.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** What a part of the ledger is chosen by. */
export interface LedgerOptions {
  readonly problem?: string;
  readonly asOf?: string;
  readonly format?: Format;
}

/** `tocsin ledger export`: the ledger as it is kept, to a new file or to standard output. */
export async function runLedgerExport(
  file: string | undefined,
  { format }: { readonly format?: Format },
  { config, context }: Session,
): Promise<ExitCode> {
  const written = await withStore(config, context, {
    readOnly: true,
    run: async (store) => {
      if (file === undefined) {
        for await (const line of store.exportLedger()) await context.out.write(`${line}\n`);
        return undefined;
      }
      return writeLines(file, store.exportLedger());
    },
  });
  if (file !== undefined && written !== undefined) await tellExport(file, written, { format, context });
  return EXIT.ok;
}

async function tellExport(
  file: string,
  { entries, last }: { readonly entries: number; readonly last: string | undefined },
  { format, context }: { readonly format: Format | undefined; readonly context: Context },
): Promise<void> {
  const end = last === undefined ? undefined : (JSON.parse(last) as LedgerEntry).hash;
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'ledger export', file, entries, hash: end })
      : `Wrote ${entries} ${entries === 1 ? 'entry' : 'entries'} to ${file}.\n${end === undefined ? '' : `Last hash: ${end}\n`}`,
  );
}

/** Writes lines to a file that is not there yet; what was begun is taken away again where it fails. */
async function writeLines(
  file: string,
  lines: AsyncIterable<string>,
): Promise<{ readonly entries: number; readonly last: string | undefined }> {
  const stream = createWriteStream(file, { flags: 'wx' });
  let isOpen = false;
  let entries = 0;
  let last: string | undefined;
  try {
    await once(stream, 'open');
    isOpen = true;
    const failed = once(stream, 'close').then(() => undefined);
    failed.catch(() => undefined); // Looked at below, with the drain.
    for await (const line of lines) {
      entries += 1;
      last = line;
      if (!stream.write(`${line}\n`)) await Promise.race([once(stream, 'drain'), failed]);
    }
    stream.end();
    await failed;
    return { entries, last };
  } catch (error) {
    stream.destroy();
    if (isOpen) await rm(file, { force: true });
    throw makeWriteError(error, file);
  }
}

function makeWriteError(error: unknown, file: string): unknown {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  if (error.code === 'EEXIST')
    return new PageError(file, 'is there already', 'Give another name, or remove it first.');
  return new PageError(file, `cannot be written (${String(error.code)})`, 'Choose another place.');
}

/** `tocsin ledger list`: what was filed, newest first. */
export async function runLedgerList(
  options: LedgerOptions & { readonly limit?: string },
  { config, context }: Session,
): Promise<ExitCode> {
  const limit = parseLimit(options.limit);
  const { entries, damage } = await readLedger(options, { config, context });
  const shown = entries.slice(-limit).reverse();
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(
    isJson
      ? shown.map((entry) => formatJsonLine(entry)).join('')
      : formatEntries(shown, { ...context.out, all: entries }),
  );
  return tellDamage(damage, context);
}

/** Says what is wrong with the ledger that was shown, and gives the code to end with. */
export async function tellDamage(damage: string | undefined, { err }: Context): Promise<ExitCode> {
  if (damage === undefined) return EXIT.ok;
  await err.write(`${err.style.bad(damage)}\n`);
  return EXIT.someFailed;
}

/** Entries of the ledger in order of filing, chosen by problem and instant, and what is wrong with it, if anything is. */
export async function readLedger(
  { problem, asOf }: LedgerOptions,
  { config, context }: Session,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly damage: string | undefined }> {
  const instant = asOf === undefined ? {} : { asOf: parseAsOf(asOf) };
  return withStore(config, context, {
    readOnly: true,
    run: async (store) => ({
      entries: await store.listLedger({ ...(problem === undefined ? {} : { problem }), ...instant }),
      damage: await describeDamage(store),
    }),
  });
}

function parseLimit(text: string | undefined): number {
  const limit = Number(text ?? '50');
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new UsageError(`--limit ${text} does not fit`, 'Give a number from 1 to 10000.');
  return limit;
}
