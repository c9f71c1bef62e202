import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BriefTemplate, parseTemplate, TemplateError } from '../analyse/brief/template.ts';
import { StoreError } from '../model/errors.ts';
import type { Config } from './config.ts';

/** Folder of the desk's own templates in the data folder. */
export const TEMPLATES_FOLDER = 'templates';
/** The template of briefs. */
export const BRIEF_TEMPLATE = 'brief.txt';

const SHIPPED = fileURLToPath(new URL('../../data/brief/brief.txt', import.meta.url));
/** More than the characters that a template may have. */
const MOST_BYTES = 262_144;

/** By file, as it stood when it was read. */
const read = new Map<string, { readonly state: string; readonly template: BriefTemplate }>();

/**
 * The template for the briefs of a problem: `templates/brief-PROBLEM.txt` in the data folder, else `templates/brief.txt` there, else the one
 * that comes with the program.
 *
 * @throws StoreError where the desk's own cannot be used, with file and line. Another one is not taken instead: nobody would notice.
 * @example
 * const template = loadTemplate(config, 'us-sites-iraq');
 */
export function loadTemplate({ data }: Pick<Config, 'data'>, problem: string): BriefTemplate {
  const own = /^[\w-]+$/.test(problem) ? [`brief-${problem}.txt`, BRIEF_TEMPLATE] : [BRIEF_TEMPLATE];
  for (const name of own) {
    const file = join(data, TEMPLATES_FOLDER, name);
    const template = readTemplate(file);
    if (template !== undefined) return template;
  }
  const shipped = readTemplate(SHIPPED);
  if (shipped === undefined) throw new StoreError(SHIPPED, 'is missing', 'Install the program again.');
  return shipped;
}

function readTemplate(file: string): BriefTemplate | undefined {
  const state = describe(file);
  if (state === undefined) return undefined;
  const known = read.get(file);
  if (known?.state === state) return known.template;
  try {
    const template = parseTemplate(readFileSync(file, 'utf8'), file);
    read.set(file, { state, template });
    return template;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw makeError(file, error);
    throw new StoreError(
      `${file}:${error.line}`,
      error.problem,
      'How a template is written is told in docs/howto/change-the-wording-of-a-brief.md.',
    );
  }
}

/** When it was written and how long it is; undefined where it is not there. */
function describe(file: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    if (size > MOST_BYTES) throw new StoreError(file, `is longer than ${MOST_BYTES} bytes`, 'Shorten it.');
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    if (error instanceof StoreError) throw error;
    throw makeError(file, error);
  }
}

function makeError(file: string, error: unknown): StoreError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new StoreError(file, `cannot be read (${code})`, 'Give yourself permission to read it.');
}
