import { open, rm } from 'node:fs/promises';
import { MarkingError } from '../../disseminate/marking.ts';
import { PageError } from '../../model/errors.ts';
import {
  type ExportedKind,
  type ExportFile,
  type ExportFormat,
  type ExportRequest,
  HOLDS,
} from '../../model/exporting.ts';
import { type Audience, parseMarking } from '../../model/marking.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { parseAsOf } from '../as-of.ts';
import type { Context } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface ExportOptions {
  readonly problem?: string;
  readonly of?: ExportedKind;
  readonly asOf?: string;
  readonly tlp?: string;
  readonly for?: Audience;
  /** File to write to instead of the standard output. */
  readonly out?: string;
}

/** `tocsin export`: an alert, a brief or data in a format of others; a warning that is written to a file with its signature beside it. */
export async function runExport(
  format: ExportFormat,
  options: ExportOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const request = makeRequest(format, options);
  return withStore(config, context, {
    readOnly: true,
    run: async (store) => {
      const { exports } = await makeDesk({ store, config, now: context.now });
      const file = await exports.makeExport(request).catch((error: unknown) => {
        if (!(error instanceof MarkingError)) throw error;
        throw new UsageError(error.message, 'Export it for fewer people, or with a stricter marking.');
      });
      if (file === undefined) throw makeNothing(request);
      if (options.out === undefined) {
        for await (const part of file.parts()) await context.out.write(part);
        return EXIT.ok;
      }
      await writeParts(options.out, file.parts());
      const written = [options.out];
      if (isWarning(file)) {
        const seal = canonicalJson(await exports.sealExport(file));
        await writeParts(`${options.out}.sig`, [`${seal}\n`]);
        written.push(`${options.out}.sig`);
      }
      await tell(written, file, context);
      return EXIT.ok;
    },
  });
}

function makeNothing({ format, of = HOLDS[format][0], problem }: ExportRequest): PageError {
  const name = clean(problem ?? format).slice(0, 80);
  return of === 'alerts'
    ? new PageError(
        name,
        'there is no alert of it by then',
        'Of each episode only the latest update is kept: ask without --as-of.',
      )
    : new PageError(name, 'no warning problem of that id is watched', 'tocsin board lists those that are.');
}

function makeRequest(format: ExportFormat, options: ExportOptions): ExportRequest {
  const { problem, of, asOf, tlp, for: audience } = options;
  const marking = tlp === undefined ? undefined : parseMarking(tlp);
  if (tlp !== undefined && marking === undefined)
    throw new UsageError(
      `--tlp ${clean(tlp).slice(0, 40)} is no marking`,
      'Give CLEAR, GREEN, AMBER, AMBER+STRICT or RED.',
    );
  return {
    format,
    ...(problem === undefined ? {} : { problem }),
    ...(of === undefined ? {} : { of }),
    ...(asOf === undefined ? {} : { asOf: parseAsOf(asOf) }),
    ...(marking === undefined ? {} : { tlp: marking }),
    ...(audience === undefined ? {} : { audience }),
  };
}

/** Alerts and briefs go out signed, in whatever format. */
function isWarning({ of }: ExportFile): boolean {
  return of === 'alerts' || of === 'brief';
}

async function writeParts(file: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  try {
    const handle = await open(file, 'w');
    try {
      for await (const part of parts) await handle.write(part);
    } catch (error) {
      // Half a file would look like a whole one.
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    throw new UsageError(
      `--out ${clean(file)} cannot be written (${String(error.code)})`,
      'Give a file in a folder that is there and that you may write to.',
    );
  }
}

async function tell(written: readonly string[], { tlp }: ExportFile, { err }: Context): Promise<void> {
  await err.write(`Written, TLP:${tlp}: ${written.map((name) => clean(name)).join(', ')}\n`);
}
