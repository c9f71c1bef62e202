import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatBoard } from '../print/board.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { withStore } from '../store.ts';

export interface BoardOptions {
  readonly asOf?: string;
  readonly format?: Format;
}

/** `tocsin board`: every warning problem at a glance. Ends with 1 where a problem file cannot be used. */
export async function runBoard(
  options: BoardOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const asOf = options.asOf === undefined ? undefined : parseAsOf(options.asOf);
  const board = await withStore(config, context, {
    readOnly: true,
    run: async (store) => (await makeDesk({ store, config, now: context.now })).getBoard(asOf),
  });
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(isJson ? formatJsonLine(board) : formatBoard(board, context.out));
  return board.failures.length > 0 ? EXIT.someFailed : EXIT.ok;
}
