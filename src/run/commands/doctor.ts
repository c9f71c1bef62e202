import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../../model/errors.ts';
import { createReader } from '../../process/read.ts';
import { DATABASE_FILE, PAGES_FOLDER } from '../../store/embedded/layout.ts';
import type { CheckResult } from '../../store/store.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatChecks } from '../print/checks.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { checkSecond } from '../second/status.ts';
import { withStore } from '../store.ts';
import { readProgramName } from '../version.ts';

export interface DoctorOptions {
  readonly all?: boolean;
  readonly format?: Format;
}

/** `tocsin doctor`: looks at the program, its models and the store, and says what to do about what is not well. */
export async function runDoctor(
  options: DoctorOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const checks = [
    checkNode(),
    checkReader(context),
    checkWorkbench(),
    await checkSecond(config, context.now),
    ...(await checkStore(options, { config, context })),
  ];
  const isJson = options.format === 'json';
  await context.out.write(
    isJson
      ? checks.map((check) => formatJsonLine({ kind: 'check', ...check })).join('')
      : formatChecks(checks, { ...context.out, data: config.data }),
  );
  return checks.some((check) => check.state === 'failed') ? EXIT.someFailed : EXIT.ok;
}

/** The oldest Node that the package is made for: see `engines` in package.json. */
const OLDEST = [20, 19] as const;

function checkNode(): CheckResult {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  const finding = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
  if (isEnough) return { name: 'program', state: 'ok', finding: `${readProgramName()}, ${finding}` };
  return { name: 'program', state: 'failed', finding, remedy: `Install Node ${OLDEST.join('.')} or newer.` };
}

/** A sentence of our own that the reader must find a claim in: word lists and models are there and work. */
const PROBE =
  'The harbour master told the Coast Gazette on Monday that two ferries had collided near the pier.';

function checkReader({ now }: Context): CheckResult {
  try {
    const reader = createReader({ engine: readProgramName() });
    const reading = reader.read(
      {
        kind: 'decodedPage',
        bytes: `sha256:${'0'.repeat(64)}`,
        seen: now(),
        mediaType: 'text/plain',
        source: `Ferries collide\n\n${PROBE}\n\n${PROBE}`,
        charset: 'utf-8',
        charsetEvidence: 'valid UTF-8',
        warnings: [],
      },
      { published: '2026-01-06' },
    );
    if (reading.claims.length > 0)
      return { name: 'reader', state: 'ok', finding: 'word lists and models are there and read a sentence' };
    return {
      name: 'reader',
      state: 'failed',
      finding: 'a plain sentence was not understood',
      remedy: 'Install the program anew.',
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      name: 'reader',
      state: 'failed',
      finding: `word lists or models cannot be used: ${reason}`,
      remedy: 'Install the program anew.',
    };
  }
}

function checkWorkbench(): CheckResult {
  const isBuilt = existsSync(new URL('../../disseminate/web/index.html', import.meta.url));
  if (isBuilt) return { name: 'workbench', state: 'ok', finding: 'is there' };
  return {
    name: 'workbench',
    state: 'warning',
    finding: 'is not built; the API works without it',
    remedy: 'Run npm run build.',
  };
}

async function checkStore(
  options: DoctorOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<readonly CheckResult[]> {
  // Where pages are and the database is not, it was lost.
  if (![DATABASE_FILE, PAGES_FOLDER].some((name) => existsSync(join(config.data, name)))) {
    return [
      {
        name: 'store',
        state: 'ok',
        finding: 'there is none yet; the first tocsin add, collect or serve makes it',
      },
    ];
  }
  try {
    const pages = options.all === true ? 'all' : 'sample';
    return await withStore(config, context, { readOnly: true, run: (store) => store.check({ pages }) });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [
      {
        name: 'store',
        state: 'failed',
        finding: error.message.slice(0, -error.remedy.length - 1),
        remedy: error.remedy,
      },
    ];
  }
}
