import { existsSync } from 'node:fs';
import { packCounts } from '../../analyse/base-rate/packed-counts.ts';
import { toDayNumber } from '../../analyse/forecast/instants.ts';
import { hasPairAnswer, keepPairAnswer } from '../../analyse/forecast/pair-base-rate.ts';
import type { EventCount } from '../../model/event-count.ts';
import type { Problem } from '../../model/problem.ts';
import type { PairResult, PairTask } from './pair-tasks.ts';
import { ThreadPool } from './pool.ts';

/** Rows of counts up to which it is quicker to learn where one is. */
const FEW = 20_000;
/** Milliseconds after which a thread is given up; 10,000 pairs take ten seconds. */
const LIMIT = 600_000;
/** Megabytes: as many counts as are kept, and what is made of them. */
const MEMORY = 4096;

/**
 * Learns base rates from imported events in a thread of its own, ahead of an assessment that needs them: it takes seconds where there are
 * thousands of pairs, once a day for each problem that names one. What is not learned here (in time, or at all) the assessment
 * works out for itself, with the same result.
 *
 * @example
 * await pairs.prepare(problems, { counts, asOf });
 * view.assess(problem); // finds the answer
 */
export class PairLearner {
  readonly #pool: Pick<ThreadPool<PairTask, PairResult>, 'run' | 'close'>;
  readonly #isThere: boolean;
  readonly #few: number;
  readonly #lists = new WeakMap<readonly EventCount[], number>();
  /** What is being learned: whoever asks for the same waits for it too. */
  readonly #underWay = new Map<string, Promise<void>>();
  #count = 0;
  #isClosed = false;

  constructor(
    options: {
      readonly pool?: Pick<ThreadPool<PairTask, PairResult>, 'run' | 'close'>;
      readonly few?: number;
    } = {},
  ) {
    const file = new URL('./pair-worker.js', import.meta.url);
    this.#isThere = options.pool !== undefined || existsSync(file);
    this.#pool = options.pool ?? new ThreadPool({ file, threads: 1, limit: LIMIT, memory: MEMORY });
    this.#few = options.few ?? FEW;
  }

  /** @param asOf ISO 8601 instant of the assessment. */
  async prepare(
    problems: readonly Problem[],
    { counts, asOf }: { readonly counts: readonly EventCount[]; readonly asOf: string },
  ): Promise<void> {
    if (!this.#isThere || this.#isClosed || counts.length <= this.#few) return;
    for (const problem of problems) {
      if (hasPairAnswer(problem, counts, asOf)) continue;
      const list = this.#number(counts);
      const { pair } = problem.baseRate;
      const key = JSON.stringify([list, asOf.slice(0, 10), problem.horizons, pair]);
      const learning = this.#underWay.get(key) ?? this.#learn(problem, { counts, list, asOf });
      this.#underWay.set(key, learning);
      await learning.finally(() => this.#underWay.delete(key));
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pool.close();
  }

  #number(counts: readonly EventCount[]): number {
    const known = this.#lists.get(counts);
    if (known !== undefined) return known;
    this.#count += 1;
    this.#lists.set(counts, this.#count);
    return this.#count;
  }

  async #learn(
    problem: Problem,
    {
      counts,
      list,
      asOf,
    }: { readonly counts: readonly EventCount[]; readonly list: number; readonly asOf: string },
  ): Promise<void> {
    const question = problem.baseRate.pair!;
    const today = toDayNumber(asOf);
    const task = { list, question, today, horizons: problem.horizons };
    try {
      let result = await this.#pool.run(task, problem.id);
      if (result.kind === 'unknown')
        result = await this.#pool.run({ ...task, counts: await packCounts(counts) }, problem.id);
      if (result.kind === 'answer') keepPairAnswer(problem, counts, { asOf, answer: result.answer });
    } catch {
      // Out of time, out of memory or stopped: the assessment does it, and tells what is wrong if anything is.
    }
  }
}
