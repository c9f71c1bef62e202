import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatChanges } from '../print/changes.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface ChangesOptions {
  readonly since?: string;
  readonly asOf?: string;
  readonly limit?: string;
  readonly format?: Format;
}

/** `tocsin changes`: how the picture differs between two instants, and why. */
export async function runChanges(
  options: ChangesOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const limit = Number(options.limit ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new UsageError(
      `--limit ${clean(options.limit ?? '').slice(0, 80)} does not fit`,
      'Give a number from 1 to 500.',
    );
  const request = {
    limit,
    ...(options.since === undefined ? {} : { since: parseAsOf(options.since) }),
    ...(options.asOf === undefined ? {} : { asOf: parseAsOf(options.asOf) }),
  };
  const end = request.asOf ?? context.now();
  if (request.since !== undefined && request.since > end)
    throw new UsageError(`--since ${request.since} is after ${end}`, 'Give the earlier instant first.');
  const changes = await withStore(config, context, {
    readOnly: true,
    run: async (store) => (await makeDesk({ store, config, now: context.now })).getChanges(request),
  });
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(isJson ? formatJsonLine(changes) : formatChanges(changes, context.out));
  return EXIT.ok;
}
