import { beforeEach, expect, test } from 'vitest';
import { unpackCounts } from '../../analyse/base-rate/packed-counts.ts';
import { answerPair } from '../../analyse/base-rate/question.ts';
import { toDayNumber } from '../../analyse/forecast/instants.ts';
import { findPairAnswer, hasPairAnswer } from '../../analyse/forecast/pair-base-rate.ts';
import { makeProblem } from '../../analyse/forecast/reports.fixtures.ts';
import type { EventCount } from '../../model/event-count.ts';
import type { PairResult, PairTask } from './pair-tasks.ts';
import { PairLearner } from './pairs.ts';

const ASOF = '2020-12-11T08:00:00.000Z';
const pair = { source: ['Front'], target: ['IQ'], roots: ['19'] };
const problem = makeProblem({ baseRate: { ...makeProblem().baseRate, pair } });

/** Two years of what five actors do to each other, some more often than others. */
function makeCounts(): readonly EventCount[] {
  const actors = ['Front', 'IQ', 'US', 'IR', 'SA'];
  const counts: EventCount[] = [];
  for (let day = 0; day < 700; day += 1) {
    const date = new Date(Date.parse('2020-12-10') - (699 - day) * 86_400_000).toISOString().slice(0, 10);
    for (const [i, source] of actors.entries()) {
      for (const [j, target] of actors.entries()) {
        if ((day * 7 + i * 5 + j * 3) % (4 + i + j) === 0)
          counts.push({ day: date, source, target, root: day % 3 === 0 ? '19' : '11', count: 1 + (day % 2) });
      }
    }
  }
  return counts;
}

/** A pool that does its work here, on copies, as a thread would. */
class Pool {
  tasks: PairTask[] = [];
  fails = false;
  #kept: PairTask | undefined;

  async run(task: PairTask): Promise<PairResult> {
    this.tasks.push(structuredClone(task));
    await new Promise((resolve) => setImmediate(resolve));
    if (this.fails) throw new Error('out of memory');
    if (task.counts !== undefined) this.#kept = structuredClone(task);
    if (this.#kept?.list !== task.list) return { kind: 'unknown' };
    const { question, today, horizons } = task;
    const answer = answerPair(unpackCounts(this.#kept.counts!), question, { today, horizons });
    return structuredClone({ kind: 'answer', answer });
  }

  async close(): Promise<void> {}
}

let pool: Pool;
let learner: PairLearner;
beforeEach(() => {
  pool = new Pool();
  learner = new PairLearner({ pool, few: 10 });
});

test('what a thread learns is what the assessment would learn, to the last bit', async () => {
  const counts = makeCounts();
  await learner.prepare([problem], { counts, asOf: ASOF });
  expect(hasPairAnswer(problem, counts, ASOF)).toBe(true);
  const learned = findPairAnswer(problem, counts, toDayNumber(ASOF));
  // Another list with the same in it: worked out here.
  expect(findPairAnswer(problem, makeCounts(), toDayNumber(ASOF))).toEqual(learned);
  expect(learned!.cases).toBeGreaterThan(0);
});

test('counts are handed over once; whoever asks for the same at once waits for it; a new day is learned anew', async () => {
  const counts = makeCounts();
  await Promise.all([1, 2, 3].map(() => learner.prepare([problem], { counts, asOf: ASOF })));
  await learner.prepare([problem], { counts, asOf: '2020-12-11T20:00:00.000Z' });
  await learner.prepare([problem], { counts, asOf: '2020-12-12T08:00:00.000Z' });
  expect(pool.tasks.map(({ counts }) => counts !== undefined)).toEqual([false, true, false]);
});

test('nothing is done for a problem without a pair, for few counts, or when all is over', async () => {
  const counts = makeCounts();
  await learner.prepare([makeProblem()], { counts, asOf: ASOF });
  await learner.prepare([problem], { counts: counts.slice(0, 10), asOf: ASOF });
  await learner.close();
  await learner.prepare([problem], { counts, asOf: ASOF });
  expect(pool.tasks).toEqual([]);
});

test('where the thread fails the assessment does it', async () => {
  const counts = makeCounts();
  pool.fails = true;
  await learner.prepare([problem], { counts, asOf: ASOF });
  expect(hasPairAnswer(problem, counts, ASOF)).toBe(false);
  expect(findPairAnswer(problem, counts, toDayNumber(ASOF))).toBeDefined();
});
