import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { describeCopy } from './backup.ts';

export interface RestoreCommandOptions {
  readonly force?: boolean;
  readonly format?: Format;
}

/** `tocsin restore`: makes the data folder out of a backup. */
export async function runRestore(
  file: string,
  options: RestoreCommandOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const { restoreBackup } = await import('../../store/embedded/restore.ts');
  const report = await restoreBackup(file, config.data, { force: options.force === true });
  const text = `${describeCopy('Restored', report)}Data folder: ${config.data}\n`;
  await context.out.write(
    options.format === 'json' ? formatJsonLine({ kind: 'restore', data: config.data, ...report }) : text,
  );
  return report.missing.length > 0 ? EXIT.someFailed : EXIT.ok;
}
