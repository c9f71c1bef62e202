import { parentPort } from 'node:worker_threads';
import { type PackedCounts, unpackCounts } from '../../analyse/base-rate/packed-counts.ts';
import { answerPair } from '../../analyse/base-rate/question.ts';
import type { PairResult, PairTask } from './pair-tasks.ts';
import type { TaskAnswer, TaskMessage } from './pool.ts';

/** The thread in which base rates are learned from imported events. */

let kept: { readonly list: number; readonly counts: PackedCounts } | undefined;

function work({ list, counts, question, today, horizons }: PairTask): PairResult {
  if (counts !== undefined) kept = { list, counts };
  if (kept?.list !== list) return { kind: 'unknown' };
  return { kind: 'answer', answer: answerPair(unpackCounts(kept.counts), question, { today, horizons }) };
}

function answer(task: PairTask): TaskAnswer<PairResult> {
  try {
    return { result: work(task) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', ({ task }: TaskMessage<PairTask>) => parentPort?.postMessage(answer(task)));
