import { PageError } from '../../model/errors.ts';
import type { EventFile, EventFormat } from '../../model/event-count.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { type ImportedEvents, importEvents } from '../events.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine, type Terminal } from '../print/terminal.ts';
import { clean, wrap } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface EventsOptions {
  /** Format of the files. */
  readonly format?: EventFormat;
  readonly asOf?: string;
  readonly json?: boolean;
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** `tocsin events import`: keeps daily counts of coded events; ends with 1 where a file or a record could not be used. */
export async function runEventsImport(
  files: readonly string[],
  { format, json = false }: EventsOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('there is no file', 'Name one or more files of events.');
  const { out } = context;
  const done = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const results: boolean[] = [];
      for (const file of files) {
        try {
          const imported = await importEvents(file, { store, now: context.now, ...(format && { format }) });
          await out.write(json ? formatJsonLine({ kind: 'event import', ...imported }) : tell(imported, out));
          results.push(imported.file.skipped === 0);
        } catch (error) {
          if (!(error instanceof PageError)) throw error;
          const { message } = error;
          await out.write(
            json
              ? formatJsonLine({ kind: 'failure', file, problem: message })
              : `${wrap(clean(message), out.width).join('\n  ')}\n`,
          );
          results.push(false);
        }
      }
      return results;
    },
  });
  return done.every((isClean) => isClean) ? EXIT.ok : EXIT.someFailed;
}

/** `tocsin events list`: files of events that are kept. */
export async function runEventsList(
  { asOf, json = false }: EventsOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const instant = asOf === undefined ? undefined : parseAsOf(asOf);
  const files = await withStore(config, context, {
    readOnly: true,
    run: (store) => store.listEventFiles(instant),
  });
  const { out } = context;
  const lines = files.map((file) =>
    json ? formatJsonLine({ kind: 'event file', file }) : `${describe(file)}, since ${file.knownSince}\n`,
  );
  await out.write(lines.length === 0 && !json ? 'No events have been imported.\n' : lines.join(''));
  return EXIT.ok;
}

function describe({ name, format, used, skipped }: EventFile): string {
  const left = skipped === 0 ? '' : `, ${skipped} passed over`;
  return `${clean(name)} (${format}): ${used} events${left}`;
}

function tell({ file, skips, isKnown }: ImportedEvents, { width, style }: Terminal): string {
  const lines = [`${describe(file)}${isKnown ? style.dim(' (was there already)') : ''}`];
  for (const { why, count, lines: first } of skips) {
    const where = `line${first.length === 1 ? '' : 's'} ${first.join(', ')}${count > first.length ? ' …' : ''}`;
    lines.push(...wrap(clean(`${count} × ${why}: ${where}`), width - 2).map((line) => `  ${line}`));
  }
  return `${lines.join('\n')}\n`;
}
