import { PageError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import type { DocumentSummary, Store } from '../../store/store.ts';
import { formatDate } from '../../text/dates.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { parsePrefix, resolveId } from '../document-id.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { isIsoDate } from '../inputs.ts';
import { formatReading } from '../print/reading.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface ShowOptions {
  readonly versions?: boolean;
  readonly source?: boolean;
  readonly asOf?: string;
  readonly format?: Format;
}

/** `tocsin show`: a kept document with what was read from it, its versions, or its page as it came. */
export async function runShow(
  given: string,
  options: ShowOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  if (options.asOf !== undefined && !isIsoDate(options.asOf))
    throw new UsageError(`--as-of ${options.asOf} is no date`, 'Write it as 2020-12-11.');
  const prefix = parsePrefix(given);
  await withStore(config, context, {
    readOnly: true,
    run: async (store) => {
      const id = await resolveId(store, prefix);
      if (options.versions === true)
        await showVersions(await store.getVersions(id, options.asOf), options, context);
      else if (options.source === true) await showSource(store, id, context);
      else await showReading(store, id, { options, context });
    },
  });
  return EXIT.ok;
}

async function showReading(
  store: Store,
  id: Hash,
  { options, context }: { readonly options: ShowOptions; readonly context: Context },
): Promise<void> {
  const reading = await store.getReading(id, options.asOf);
  if (reading === undefined)
    throw new PageError(id, 'was not known then', 'Leave out --as-of to see it as of now.');
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(isJson ? formatJsonLine(reading) : formatReading(reading, context.out));
}

async function showVersions(
  versions: readonly DocumentSummary[],
  options: ShowOptions,
  context: Context,
): Promise<void> {
  if (chooseFormat(options.format, context) === 'json') {
    await context.out.write(versions.map((version) => formatJsonLine(version)).join(''));
    return;
  }
  const { style } = context.out;
  const lines = versions.map((version) =>
    [
      style.bold(`version ${version.version}`),
      `seen ${formatDate(version.seen)}`,
      version.id.slice(0, 'sha256:'.length + 12),
      clean(version.title ?? 'No title found'),
    ].join('  '),
  );
  await context.out.write(`${lines.join('\n')}\n`);
}

/** The bytes as they were seen, for a file or another program; a terminal gets them too, if somebody asks. */
async function showSource(store: Store, id: Hash, context: Context): Promise<void> {
  const document = await store.getDocument(id);
  const content = document === undefined ? undefined : await store.getPageContent(document.bytes);
  if (content === undefined)
    throw new PageError(id, 'its page is missing from the store', 'Run tocsin doctor.');
  await context.out.write(content);
}
