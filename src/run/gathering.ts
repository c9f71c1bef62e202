import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { type Duty, keepAttending, openDuty } from './duty.ts';
import { makeLimits } from './inputs.ts';
import { listenForInterrupt } from './interrupt.ts';
import type { PageReader } from './pipeline.ts';
import { warnOfDamage } from './record.ts';
import { type MakeSecondQueue, openSecondQueue } from './second/attach.ts';
import { makeThreadedEngine } from './threads/engine.ts';
import { readProgramName } from './version.ts';

interface Given {
  readonly config: Config;
  readonly context: Context;
  readonly store: Store;
}

/** What takes pages in until Ctrl-C needs. */
export interface Gathering {
  /** Watched by the second reader where there is one. */
  readonly store: Store;
  readonly reader: PageReader;
  readonly duty: Duty;
  readonly queue: ReturnType<MakeSecondQueue> | undefined;
  /** Given at Ctrl-C. */
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/**
 * Runs something that takes pages in: with readers in threads of their own (where a page that never ends can be given up), the watch
 * over the warning problems, and the second reader where one is set.
 */
export async function gather<Result>(
  { config, context, store }: Given,
  run: (gathering: Gathering) => Promise<Result>,
): Promise<Result> {
  const { now, err } = context;
  const log = (line: string): void => void err.write(`${line}\n`);
  const makeQueue = await openSecondQueue({ config, now, log });
  const interrupt = listenForInterrupt(() =>
    log('\nStopping after the page at hand; Ctrl-C again stops at once.'),
  );
  const { signal } = interrupt;
  const threads = makeThreadedEngine({ name: readProgramName(), now, limits: makeLimits(config) });
  try {
    await warnOfDamage(store, { signal, log });
    const duty = await openDuty({ store, config, now, log, signal });
    const queue = makeQueue?.({ store, signal, onKept: () => duty.attend() });
    return await run({
      store: queue?.watch(store) ?? store,
      reader: threads.reader,
      duty,
      queue,
      signal,
      log,
    });
  } finally {
    interrupt.stop();
    await threads.close();
  }
}

/** Goes on with something until asked to stop, and attends to the warning problems meanwhile; what is to be sent then is sent first. */
export async function goOn(
  { duty, signal, log, queue }: Pick<Gathering, 'duty' | 'signal' | 'log' | 'queue'>,
  work: () => Promise<void>,
): Promise<void> {
  const ended = new AbortController();
  const attending = keepAttending(duty, { signal: AbortSignal.any([signal, ended.signal]), log });
  try {
    await work();
  } finally {
    ended.abort();
    await attending;
    await duty.finish();
  }
  await queue?.finish();
}
