import { deliverPending } from '../../disseminate/alert/notify.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatAlerts } from '../print/alerts.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';
import { readProgramName } from '../version.ts';

export interface AlertsOptions {
  readonly problem?: string;
  readonly limit?: string;
  readonly unsent?: boolean;
  readonly send?: boolean;
  readonly format?: Format;
}

const MOST = 500;

/** `tocsin alerts`: lists alerts with what became of each in its channels; sends again what did not arrive. */
export async function runAlerts(
  options: AlertsOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const limit = readLimit(options.limit);
  const rows = await withStore(config, context, {
    readOnly: options.send !== true,
    run: async (store) => {
      if (options.send === true)
        await deliverPending({
          ...{ store, config, engine: readProgramName(), now: context.now },
          log: (line) => void context.err.write(`${line}\n`),
        });
      return store.listAlerts({
        limit,
        ...(options.problem === undefined ? {} : { problem: options.problem }),
      });
    },
  });
  const shown = options.unsent === true ? rows.filter(({ deliveries }) => deliveries.some(isUnsent)) : rows;
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(
    isJson
      ? shown.map((row) => formatJsonLine({ kind: 'alert row', ...row })).join('')
      : formatAlerts(shown, context.out),
  );
  return rows.some(({ deliveries }) => deliveries.some(isUnsent)) ? EXIT.someFailed : EXIT.ok;
}

const isUnsent = ({ state }: { readonly state: string }) => state === 'failed';

function readLimit(given: string | undefined): number {
  if (given === undefined) return 50;
  const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > MOST)
    throw new UsageError(
      `--limit: ${JSON.stringify(given)} does not fit`,
      `Give a number from 1 to ${MOST}.`,
    );
  return limit;
}
