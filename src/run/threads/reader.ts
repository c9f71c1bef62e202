import { parentPort, workerData } from 'node:worker_threads';
import { PageError } from '../../model/errors.ts';
import type { Reading } from '../../model/reading.ts';
import { createReader } from '../../process/read.ts';
import { makeEngine } from '../engine.ts';
import { splitPageError } from '../report.ts';
import type { TaskAnswer, TaskMessage } from './pool.ts';
import type { ReaderTask, ReaderThreadOptions } from './tasks.ts';

/** The thread in which `serve` reads pages. */

const { name, limits } = workerData as ReaderThreadOptions;
const reader = createReader({ engine: name });

async function work(task: ReaderTask): Promise<readonly Reading[]> {
  if (task.kind === 'page') return [reader.read(task.page, task.given)];
  const engine = makeEngine({ loadReader: () => reader, name, now: () => task.seen, limits });
  return engine.read(task.request);
}

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
