import { countInputs } from '../../collect/pages.ts';
import type { Page } from '../../model/page.ts';
import type { PutOutcome, Store } from '../../store/store.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { describeAttending, openDuty } from '../duty.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { checkGiven, collectInputs, type GivenOptions, makeLimits } from '../inputs.ts';
import { listenForInterrupt } from '../interrupt.ts';
import { runPipeline, type Tally } from '../pipeline.ts';
import { formatOutcome, formatTallyJson } from '../print/outcome.ts';
import { makeProgressBar } from '../print/progress.ts';
import { formatTally } from '../print/tally.ts';
import { type MakeSecondQueue, openSecondQueue } from '../second/attach.ts';
import { withStore } from '../store.ts';
import { makeThreadedEngine, ONE_BY_ONE } from '../threads/engine.ts';
import { readProgramName } from '../version.ts';
import { chooseInputs } from './read.ts';

export interface AddOptions extends GivenOptions {
  readonly format?: Format;
}

/** `tocsin add`: reads pages and keeps them with what was found. */
export async function runAdd(
  given: readonly string[],
  options: AddOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const inputs = chooseInputs(given, context);
  const told = checkGiven(options, inputs);
  const isJson = options.format === 'json';
  const log = (line: string): void => void context.err.write(`${line}\n`);
  // Before the store is opened: nothing is made for settings that cannot be used.
  const makeQueue = await openSecondQueue({ config, now: context.now, log });
  const { tally, isAttended } = await withStore(config, context, {
    readOnly: false,
    run: (store) => keepPages({ inputs, told, isJson, log, makeQueue }, { config, context, store }),
  });
  await context.out.write(isJson ? formatTallyJson(tally) : formatTally(tally, context.out));
  if (tally.isStopped) return EXIT.interrupted;
  return tally.failures.length > 0 || !isAttended ? EXIT.someFailed : EXIT.ok;
}

interface Adding {
  readonly inputs: readonly string[];
  readonly told: GivenOptions;
  readonly isJson: boolean;
  readonly log: (line: string) => void;
  readonly makeQueue: MakeSecondQueue | undefined;
}

/** Keeps the pages, attends to the warning problems, and then waits for the second reader where there is one. */
async function keepPages(
  { inputs, told, isJson, log, makeQueue }: Adding,
  { config, context, store }: { readonly config: Config; readonly context: Context; readonly store: Store },
): Promise<{ readonly tally: Tally; readonly isAttended: boolean }> {
  const interrupt = listenForInterrupt(
    () => void context.err.write('\nStopping after the page at hand; Ctrl-C again stops at once.\n'),
  );
  const { signal } = interrupt;
  const total = context.err.isTty ? await countInputs(inputs) : undefined;
  const duty = await openDuty({ store, config, now: context.now, log, signal });
  let isAttended = true;
  const attend = () =>
    duty.attend().catch((error: unknown) => {
      isAttended = false;
      log(describeAttending(error));
    });
  const queue = makeQueue?.({ store, signal, onKept: attend });
  const bar = makeProgressBar({ label: 'Adding', total, stream: context.errStream });
  const lines: string[] = [];
  // In a thread of its own: its memory is bounded, and a second Ctrl-C ends it in the middle of a page.
  const limits = makeLimits(config);
  const thread = makeThreadedEngine({ name: readProgramName(), now: context.now, limits, ...ONE_BY_ONE });
  try {
    const tally = await runPipeline(collectInputs(inputs, { config, context, absolute: true, signal }), {
      reader: thread.reader,
      store: queue?.watch(store) ?? store,
      engine: readProgramName(),
      given: told,
      signal,
      onProgress: ({ done, current }) => bar.update(done, current),
      // What is kept is kept: the next command or look attends to it.
      onKept: attend,
      ...(isJson
        ? { onOutcome: (outcome: PutOutcome, page: Page) => lines.push(formatOutcome(outcome, page)) }
        : {}),
    });
    bar.stop();
    await queue?.finish();
    await duty.finish();
    const added = queue?.describe();
    if (added !== undefined) log(added);
    return { tally, isAttended };
  } finally {
    bar.stop();
    interrupt.stop();
    await thread.close();
    if (lines.length > 0) await context.out.write(lines.join(''));
  }
}
