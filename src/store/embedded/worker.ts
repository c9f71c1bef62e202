import { parentPort, workerData } from 'node:worker_threads';
import { makeStoreError } from '../failures.ts';
import { StoreEngine } from './engine.ts';
import { type AnswerMessage, type CallMessage, type EngineOptions, makeFailure } from './messages.ts';

/** The thread that the engine runs in. It answers calls in the order in which they come. */

const options = workerData as EngineOptions;

function answer(call: number, work: () => unknown): void {
  let message: AnswerMessage;
  try {
    message = { call, value: work() };
  } catch (error) {
    message = { call, failure: makeFailure(makeStoreError(options.folder, error)) };
  }
  parentPort?.postMessage(message);
}

let engine: StoreEngine | undefined;
answer(0, () => {
  engine = new StoreEngine(options);
});

parentPort?.on('message', ({ call, method, args }: CallMessage) => {
  answer(call, () => {
    const run = engine?.[method] as ((...args: readonly unknown[]) => unknown) | undefined;
    return run?.apply(engine, args as unknown[]);
  });
});
