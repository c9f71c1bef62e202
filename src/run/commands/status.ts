import { KnownSources } from '../collecting/known-sources.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatStatus } from '../print/status.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { readStatus } from '../status.ts';
import { withStore } from '../store.ts';
import { readProgramName } from '../version.ts';

/** `tocsin status`: how collecting and telling are doing; 1 where a source fails or an alert did not arrive. */
export async function runStatus(
  { format }: { readonly format?: Format },
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const status = await withStore(config, context, {
    readOnly: true,
    run: async (store) =>
      readStatus(store, {
        sources: await new KnownSources(config).read(),
        now: context.now(),
        engine: readProgramName(),
      }),
  });
  const isJson = chooseFormat(format, context) === 'json';
  await context.out.write(isJson ? formatJsonLine(status) : formatStatus(status, context.out));
  return status.sources.failing + status.alerts.unsent.length > 0 ? EXIT.someFailed : EXIT.ok;
}
