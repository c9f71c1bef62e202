import { DecisionError } from '../../model/errors.ts';
import type { SourceDraft, SourcesPreview } from '../../model/source-book.ts';
import { chooseFormat, type Format } from '../context.ts';
import { noteCommand } from '../decisions/by-command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatSourcesImport } from '../print/sources-import.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { readGivenSources, STARTER_FILE } from '../sources/given-file.ts';
import { SourceListFile } from '../sources/list-file.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface SourcesImportOptions {
  readonly starter?: boolean;
  readonly dryRun?: boolean;
  readonly format?: Format;
}

/** `tocsin sources import`: adds the feeds of a file to the list of sources. Nothing is fetched. */
export async function runSourcesImport(
  given: string | undefined,
  { starter = false, dryRun = false, format }: SourcesImportOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  if ((given === undefined) === !starter)
    throw new UsageError('one list is taken', 'Give a file, or --starter for the list of the program.');
  const list = new SourceListFile(config);
  const preview = await list.preview(await readGivenSources(given ?? STARTER_FILE));
  const drafts = preview.rows.flatMap(({ source: { kind: _, ...draft }, known }) =>
    known === undefined ? [draft] : [],
  );
  const isWritten = !dryRun && drafts.length > 0;
  if (isWritten) {
    await add(list, drafts, preview);
    const on = drafts.map(({ id }) => id).join(', ');
    await withStore(config, context, {
      readOnly: false,
      run: (store) => noteCommand({ operation: 'tocsin sources import', on }, { store, now: context.now }),
    });
  }
  const { rows, faults } = preview;
  await context.out.write(
    chooseFormat(format, context) === 'json'
      ? formatJsonLine({ kind: 'sources import', isWritten, rows, faults })
      : formatSourcesImport(preview, { isWritten, form: context.out }),
  );
  return faults.length > 0 ? EXIT.someFailed : EXIT.ok;
}

async function add(
  list: SourceListFile,
  drafts: readonly SourceDraft[],
  { base }: SourcesPreview,
): Promise<void> {
  try {
    await list.add(drafts, base);
  } catch (error) {
    if (error instanceof DecisionError)
      throw new UsageError(clean(error.message.replace(/\.$/, '')), 'Nothing was written.');
    throw error;
  }
}
