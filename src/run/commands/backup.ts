import type { BackupReport } from '../../store/store.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { withStore } from '../store.ts';

export interface BackupOptions {
  readonly format?: Format;
}

/** `tocsin backup`: a whole copy in one file, while the store stays in use. */
export async function runBackup(
  file: string,
  options: BackupOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const report = await withStore(config, context, { readOnly: true, run: (store) => store.backup(file) });
  await context.out.write(
    options.format === 'json' ? formatJsonLine({ kind: 'backup', ...report }) : describeCopy('Wrote', report),
  );
  return report.missing.length > 0 ? EXIT.someFailed : EXIT.ok;
}

/** What was copied, in a sentence. */
export function describeCopy(verb: string, { file, documents, pages, missing }: BackupReport): string {
  const lost =
    missing.length === 0
      ? ''
      : `${missing.length} pages are missing from it, since the store had lost them: run tocsin doctor.\n`;
  return `${verb} ${file}: ${documents} documents, ${pages} pages.\n${lost}`;
}
