import { openFile, orPageError } from '../../collect/files.ts';
import { parseHistory } from '../../collect/history/csv.ts';
import { DEFAULT_LIMITS } from '../../collect/limits.ts';
import { PageError } from '../../model/errors.ts';
import type { Store } from '../../store/store.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine, type Terminal } from '../print/terminal.ts';
import { clean, wrap } from '../print/width.ts';
import { withStore } from '../store.ts';

export interface ImportOptions {
  readonly format?: Format;
}

/** What came of one file. */
interface Imported {
  readonly file: string;
  /** Rows that could be used, and how many of them were not there before. */
  readonly rows: number;
  readonly added: number;
  /** What could not be used, with file and line. */
  readonly failures: readonly string[];
}

/** Rows that are kept at once. */
const BATCH = 10_000;

/**
 * `tocsin import csv`: keeps past events for base rates. A row that is there already adds nothing; ends with 1 where a row or
 * a file could not be used.
 */
export async function runImport(
  files: readonly string[],
  options: ImportOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const imported = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const done: Imported[] = [];
      // One after another: several large ones would not fit into memory together.
      for (const file of files) done.push(await importFile(file, { store, now: context.now() }));
      return done;
    },
  });
  const { out } = context;
  await out.write(options.format === 'json' ? formatJson(imported) : formatText(imported, out));
  return imported.some(({ failures }) => failures.length > 0) ? EXIT.someFailed : EXIT.ok;
}

async function importFile(
  file: string,
  { store, now }: { readonly store: Store; readonly now: string },
): Promise<Imported> {
  try {
    const { events, failures } = parseHistory(await readBytes(file), file, { now });
    let added = 0;
    for (let from = 0; from < events.length; from += BATCH)
      added += await store.putHistory(events.slice(from, from + BATCH));
    return { file, rows: events.length, added, failures };
  } catch (error) {
    if (error instanceof PageError) return { file, rows: 0, added: 0, failures: [error.message] };
    throw error;
  }
}

/** The file's bytes, unless there are too many: that is known before they are read. */
async function readBytes(file: string): Promise<Uint8Array> {
  const { handle } = await openFile(file, file, DEFAULT_LIMITS);
  try {
    return await orPageError(handle.readFile(), file);
  } finally {
    await handle.close();
  }
}

function formatText(imported: readonly Imported[], { width, style }: Terminal): string {
  const lines = imported.map(({ file, rows, added }) => {
    const known = rows === added ? '' : `, ${rows - added} known already`;
    return `${clean(file)}: ${style.good(`${added} added`)}${known}`;
  });
  const failures = imported.flatMap((each) => each.failures);
  if (failures.length > 0) lines.push('', style.bold('Not used'));
  for (const failure of failures) {
    for (const [index, line] of wrap(clean(failure), width - 4).entries())
      lines.push(`${index === 0 ? '  ' : '    '}${line}`);
  }
  return `${lines.join('\n')}\n`;
}

function formatJson(imported: readonly Imported[]): string {
  return imported
    .flatMap(({ failures, ...counts }) => [
      ...failures.map((problem) => formatJsonLine({ kind: 'failure', file: counts.file, problem })),
      formatJsonLine({ kind: 'import', ...counts }),
    ])
    .join('');
}
