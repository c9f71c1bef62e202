import { createReadStream } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { summarizeRange } from '../../analyse/ledger/verify/range.ts';
import type { LedgerResult, LedgerTask } from './ledger-tasks.ts';
import type { TaskAnswer, TaskMessage } from './pool.ts';

/** The thread in which a part of a ledger's file is checked. */

const CHUNK = 1 << 20;

async function answer({ file, from, to, wanted }: LedgerTask): Promise<TaskAnswer<LedgerResult>> {
  try {
    // A stream counts its end in.
    const bytes = createReadStream(file, { start: from, end: to - 1, highWaterMark: CHUNK });
    const summary = await summarizeRange(bytes, wanted);
    return { result: summary === undefined ? {} : { summary } };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async ({ task }: TaskMessage<LedgerTask>) =>
  parentPort?.postMessage(await answer(task)),
);
