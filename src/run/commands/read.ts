import { decodePage } from '../../collect/decode.ts';
import type { PageError } from '../../model/errors.ts';
import type { Reading } from '../../model/reading.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { checkGiven, collectInputs, type GivenOptions, makeLimits } from '../inputs.ts';
import { listenForInterrupt } from '../interrupt.ts';
import { describePassedOver, PassedOverCount } from '../passed-over.ts';
import { makeReadFailure } from '../pipeline.ts';
import { makeProgressBar } from '../print/progress.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { makeThreadedEngine, ONE_BY_ONE } from '../threads/engine.ts';
import { UsageError } from '../usage.ts';
import { readProgramName } from '../version.ts';

export interface ReadOptions extends GivenOptions {
  readonly format?: Format;
  /** Whether the second reader is asked; which documents, the settings say. */
  readonly second?: true | string;
}

/** `tocsin read`: reads pages and prints what was found, keeping nothing. */
export async function runRead(
  given: readonly string[],
  options: ReadOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const inputs = chooseInputs(given, context);
  const said = checkGiven(options, inputs);
  const format = await loadFormat(chooseFormat(options.format, context), context);
  const second = await openSecondReader(options, { config, context });
  const interrupt = listenForInterrupt();
  const bar = makeProgressBar({
    label: 'Reading',
    total: undefined,
    stream: context.errStream,
    isQuiet: context.out.isTty,
  });
  const passedOver = new PassedOverCount();
  let failed = 0;
  let done = 0;
  const fail = async (failure: PageError): Promise<void> => {
    failed += 1;
    await context.err.write(`${context.err.style.bad('tocsin:')} ${clean(failure.message)}\n`);
  };
  // In a thread of its own: its memory is bounded, and a second Ctrl-C ends it in the middle of a page.
  const limits = makeLimits(config);
  const thread = makeThreadedEngine({ name: readProgramName(), now: context.now, limits, ...ONE_BY_ONE });
  try {
    for await (const found of collectInputs(inputs, { config, context, signal: interrupt.signal })) {
      if (found.kind === 'failure') await fail(found.failure);
      if (found.kind === 'skipped') passedOver.add(found);
      if (found.kind === 'page') {
        try {
          const first = await thread.reader.read(decodePage(found.page), said);
          const reading = await second(first, interrupt.signal);
          await context.out.write(format(reading));
        } catch (error) {
          if (isBrokenPipe(error)) throw error;
          await fail(makeReadFailure(error, found.page));
        }
        bar.update(++done, found.page.file ?? found.page.url ?? '');
      }
      await new Promise(setImmediate);
      if (interrupt.signal.aborted) break;
    }
  } finally {
    bar.stop();
    interrupt.stop();
    await thread.close();
  }
  const told = describePassedOver(passedOver.byReason);
  if (told !== undefined) await context.err.write(`${context.err.style.dim(clean(told))}\n`);
  if (interrupt.signal.aborted) return EXIT.interrupted;
  return failed > 0 ? EXIT.someFailed : EXIT.ok;
}

/** Asks the second reader where `--second` is given; a document that its rule does not pick is said to be such. */
async function openSecondReader(
  { second }: ReadOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<(reading: Reading, signal: AbortSignal) => Promise<Reading>> {
  if (second === undefined) return async (reading) => reading;
  const { openSecond } = await import('../second/open.ts');
  const asked = openSecond({ config, now: context.now });
  return async (reading, signal) => {
    if (asked === undefined) return reading;
    if (await asked.picks(reading)) return asked.read(reading, signal);
    const why = 'The second reader was not asked: its rule does not pick this document.';
    return { ...reading, notes: [...reading.notes, { type: 'skipped', why, by: 'second@1' }] };
  };
}

/** The readable form is loaded only where somebody reads it. */
async function loadFormat(asked: Format, { out }: Context): Promise<(reading: Reading) => string> {
  if (asked === 'json') return formatJsonLine;
  const { formatReading, formatRule } = await import('../print/reading.ts');
  let isFirst = true;
  return (reading) => {
    const rule = isFirst ? '' : formatRule(out);
    isFirst = false;
    return `${rule}${formatReading(reading, out)}`;
  };
}

/** Without an input, what is piped in is read. */
export function chooseInputs(given: readonly string[], { stdin }: Context): readonly string[] {
  if (given.length > 0) return given;
  if (stdin.isTTY === true)
    throw new UsageError('there is nothing to read', 'Give a file, a folder, an address, or - and type.');
  return ['-'];
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
