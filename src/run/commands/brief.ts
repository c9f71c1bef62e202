import { writeFile } from 'node:fs/promises';
import { renderBriefHtml } from '../../disseminate/brief/html.ts';
import { renderBriefMarkdown } from '../../disseminate/brief/markdown.ts';
import type { Brief } from '../../model/brief.ts';
import { PageError } from '../../model/errors.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatBrief } from '../print/brief.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

/** Forms in which a brief can be written. */
export const BRIEF_FORMATS = ['text', 'markdown', 'html', 'json'] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];
/** Another name of a form. */
const SHORT_FORMATS: Readonly<Record<string, BriefFormat>> = { md: 'markdown' };

export interface BriefOptions {
  readonly asOf?: string;
  /** With which instant it is compared. */
  readonly since?: string;
  readonly format?: BriefFormat | 'md';
  /** File to write to instead of the standard output. */
  readonly out?: string;
}

/** `tocsin brief`: the assessment of one warning problem in sentences, each with the claims it stands on. */
export async function runBrief(
  problem: string,
  options: BriefOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const asOf = options.asOf === undefined ? undefined : parseAsOf(options.asOf);
  const since = options.since === undefined ? undefined : parseAsOf(options.since);
  if (since !== undefined && since >= (asOf ?? context.now()))
    throw new UsageError(
      '--since is not before the instant of the brief',
      'Give an earlier date: the brief tells what has changed since then.',
    );
  const brief = await withStore(config, context, {
    readOnly: true,
    run: async (store) =>
      (await makeDesk({ store, config, now: context.now })).getBrief(problem, asOf, since),
  });
  if (brief === undefined)
    throw new PageError(
      clean(problem).slice(0, 80),
      'no warning problem of that id is watched',
      'tocsin board lists those that are.',
    );
  const asked = options.format === undefined ? undefined : (SHORT_FORMATS[options.format] ?? options.format);
  const format = (asked as BriefFormat | undefined) ?? chooseBriefFormat(options.out, context);
  if (options.out === undefined) await context.out.write(renderBrief(brief, format, context));
  else await writeBrief(options.out, renderBrief(brief, format, context));
  return EXIT.ok;
}

/** By the ending of the file; else Markdown, and on a terminal plain text. */
function chooseBriefFormat(file: string | undefined, { out }: Context): BriefFormat {
  if (file === undefined) return out.isTty ? 'text' : 'markdown';
  if (/\.html?$/i.test(file)) return 'html';
  if (/\.json$/i.test(file)) return 'json';
  return /\.txt$/i.test(file) ? 'text' : 'markdown';
}

function renderBrief(brief: Brief, format: BriefFormat, { out }: Context): string {
  switch (format) {
    case 'html':
      // A brief on paper or in a mail cannot reach the workbench of this machine: it carries ids, not links.
      return renderBriefHtml(brief).html;
    case 'json':
      return formatJsonLine(brief);
    case 'text':
      return formatBrief(brief, out);
    default:
      return renderBriefMarkdown(brief);
  }
}

async function writeBrief(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(
      `--out ${clean(file)} cannot be written (${code})`,
      'Give a file in a folder that is there and that you may write to.',
    );
  }
}
