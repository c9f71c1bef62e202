import { parentPort, workerData } from 'node:worker_threads';
import { PageError } from '../../model/errors.ts';
import type { Reading } from '../../model/reading.ts';
import { splitPageError } from '../report.ts';
import type { TaskAnswer, TaskMessage } from './pool.ts';
import { makeReadingWork } from './reading.ts';
import type { ReaderTask, ReaderThreadOptions } from './tasks.ts';

/** The thread in which `serve` reads pages. */

const work = makeReadingWork(workerData as ReaderThreadOptions);

async function answer(task: ReaderTask): Promise<TaskAnswer<readonly Reading[]>> {
  try {
    return { result: await work(task) };
  } catch (error) {
    if (error instanceof PageError) return { failure: splitPageError(error) };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async ({ task }: TaskMessage<ReaderTask>) => {
  parentPort?.postMessage(await answer(task));
});
