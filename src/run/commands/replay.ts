import { readFile, stat } from 'node:fs/promises';
import { ProblemFileError } from '../../direct/problems/errors.ts';
import { parseProblem } from '../../direct/problems/problem.ts';
import { PageError } from '../../model/errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Replay, ReplayRequest } from '../../model/replay.ts';
import { parseDuration } from '../../text/durations.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { isIsoDate } from '../inputs.ts';
import { listenForInterrupt } from '../interrupt.ts';
import { makeProgressBar, type ProgressBar } from '../print/progress.ts';
import { formatReplay } from '../print/replay.ts';
import { formatReplayCsv } from '../print/replay-csv.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface ReplayFlags {
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly problemFile?: string;
  readonly without?: readonly string[];
  readonly ablate?: boolean;
  readonly horizon?: string;
  readonly asOf?: string;
  readonly all?: boolean;
  readonly format?: 'text' | 'json' | 'csv';
}

/** Assessments that one run makes at most: some hours' work. */
const MOST = 1_000_000;
const MOST_BYTES = 1_024_000;

/** `tocsin replay`: what would have been warned when. */
export async function runReplay(
  problem: string,
  flags: ReplayFlags,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const request: ReplayRequest = {
    problem,
    from: parseFrom(flags.from),
    to: parseInstant('--to', flags.to),
    step: parseStep(flags.step),
    ...(flags.without === undefined ? {} : { without: flags.without }),
    ...(flags.ablate === true ? { ablate: true } : {}),
    ...(flags.asOf === undefined ? {} : { asOf: parseAsOf(flags.asOf) }),
  };
  const definition =
    flags.problemFile === undefined ? undefined : await readDefinition(flags.problemFile, problem);
  const interrupt = listenForInterrupt();
  let bar: ProgressBar | undefined;
  const onProgress = (done: number, total: number): void => {
    bar ??= makeProgressBar({ label: 'Replaying', total, stream: context.errStream });
    bar.update(done, '');
  };
  const options = { most: MOST, signal: interrupt.signal, onProgress };
  let replay: Replay | undefined;
  try {
    replay = await withStore(config, context, {
      readOnly: true,
      run: async (store) => {
        const desk = await makeDesk({ store, config, now: context.now });
        return desk.getReplay(request, { ...options, ...(definition === undefined ? {} : { definition }) });
      },
    });
  } catch (error) {
    if (interrupt.signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    bar?.stop();
    interrupt.stop();
  }
  if (replay === undefined)
    throw new PageError(
      clean(problem).slice(0, 80),
      'no warning problem of that id is watched',
      'tocsin board lists those that are.',
    );
  await context.out.write(render(replay, flags, context));
  return EXIT.ok;
}

function render(replay: Replay, flags: ReplayFlags, context: Context): string {
  const format = flags.format ?? chooseFormat(undefined, context);
  if (format === 'json') return formatJsonLine(replay);
  if (format === 'csv') return formatReplayCsv(replay);
  const horizon = flags.horizon === undefined ? replay.leading : Number(flags.horizon);
  const known = replay.steps[0]?.horizons.map(({ days }) => days) ?? [horizon];
  if (!known.includes(horizon))
    throw new UsageError(
      `--horizon ${clean(flags.horizon ?? '').slice(0, 40)} is none of the problem’s`,
      `Give one of ${known.join(', ')}.`,
    );
  return formatReplay(replay, { ...context.out, horizon, isAll: flags.all === true });
}

/** A definition under test; its id may be another than that of the problem whose record stands beside it. */
async function readDefinition(file: string, id: string): Promise<Problem> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES)
      throw new UsageError(`--problem-file ${clean(file)} has ${size} bytes`, 'Give a problem file.');
    return { ...parseProblem(await readFile(file, 'utf8'), file), id };
  } catch (error) {
    if (error instanceof ProblemFileError)
      throw new UsageError(
        `--problem-file cannot be used: ${error.message.split('\n').slice(0, 20).join('; ')}`,
        'Mend it first.',
      );
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(
      `--problem-file ${clean(file)} cannot be read (${String(error.code)})`,
      'Give a file that is there.',
    );
  }
}

/** Of a day its beginning counts, of a month the first one. */
function parseFrom(given: string): string {
  if (given.includes('T')) return parseInstant('--from', given);
  checkDate('--from', given);
  const [year, month = '01', day = '01'] = given.split('-');
  return `${year}-${month}-${day}`;
}

function parseInstant(option: string, given: string): string {
  checkDate(option, given);
  return parseAsOf(given);
}

function checkDate(option: string, given: string): void {
  if (!isIsoDate(given))
    throw new UsageError(
      `${option} ${clean(given).slice(0, 80)} is no date`,
      'Write it as 2020-12-11 or 2020-12-11T18:00:00Z.',
    );
}

function parseStep(given: string): number {
  const step = parseDuration(given);
  if (step !== undefined) return step;
  throw new UsageError(
    `--step ${clean(given).slice(0, 40)} is no length of time`,
    'Write it as 15m, 1h, 1d or 1w.',
  );
}
