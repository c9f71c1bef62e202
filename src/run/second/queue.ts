import type { Hash } from '../../model/page.ts';
import type { SecondReader } from '../../model/second.ts';
import type { PutOutcome, Store } from '../../store/store.ts';

export interface SecondQueueOptions {
  readonly store: Store;
  readonly reader: SecondReader;
  /** Asks to stop: the document at hand is given up, and those that wait are left with their first reading. */
  readonly signal?: AbortSignal;
  /** Called when nothing waits any more and something was added. */
  readonly onKept?: () => Promise<unknown>;
  /** Where what goes wrong is told; one line each. */
  readonly log: (line: string) => void;
}

/** Documents that may wait; of more, those that come then keep their first reading. */
const MOST_WAITING = 2000;

/**
 * Puts documents to the second reader after they were kept: the first reading is never held up. One at a time, in the order in which
 * they came.
 *
 * @example
 * const queue = new SecondQueue({ store, reader, log });
 * const watched = queue.watch(store);   // whatever is kept through it is looked at
 * await queue.finish();
 */
export class SecondQueue {
  readonly #options: SecondQueueOptions;
  readonly #waiting: Hash[] = [];
  #work: Promise<void> | undefined;
  #isTold = false;
  readonly #counts = { asked: 0, failed: 0, added: 0, claims: 0, events: 0 };

  constructor(options: SecondQueueOptions) {
    this.#options = options;
  }

  /** A store that does what the given one does, and has what is new or read anew looked at. A replay is left alone. */
  watch(store: Store): Store {
    return {
      ...store,
      put: async (entries, at) => {
        const outcomes = await store.put(entries, at);
        if (at === undefined)
          for (const outcome of outcomes) if (isNew(outcome)) this.#offer(outcome.document.id);
        return outcomes;
      },
    };
  }

  /** What came of it, in one line; undefined where no document was put to it. */
  describe(): string | undefined {
    const { asked, failed, claims, events } = this.#counts;
    if (asked === 0) return undefined;
    const lost = failed === 0 ? '' : `, ${failed} without an answer (tocsin doctor says why)`;
    return `Second reader: ${asked} ${asked === 1 ? 'document' : 'documents'}, ${claims} claims and ${events} events added${lost}`;
  }

  /** Resolves when nothing waits any more, or soon after the signal was given. */
  async finish(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
  }

  #offer(id: Hash): void {
    if (this.#options.signal?.aborted === true) return;
    if (this.#waiting.length >= MOST_WAITING) {
      if (!this.#isTold)
        this.#options.log(
          'More documents come than the second reader keeps up with; some are left with their first reading.',
        );
      this.#isTold = true;
      return;
    }
    this.#waiting.push(id);
    this.#work ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const { added } = this.#counts;
      for (let id = this.#waiting.shift(); id !== undefined; id = this.#waiting.shift()) {
        if (this.#options.signal?.aborted !== true) await this.#take(id);
      }
      if (this.#counts.added > added) await this.#attend();
    }
    this.#work = undefined;
  }

  async #take(id: Hash): Promise<void> {
    const { store, reader, signal, log } = this.#options;
    try {
      const first = await store.getReading(id);
      if (first === undefined || !(await reader.picks(first))) return;
      const reading = await reader.read(first, signal);
      const { outcome, found } = reading.second ?? {};
      if (reading.second?.reason === 'stopped') return;
      this.#counts.asked += 1;
      // Without an answer the first reading stays as it is, so that the document may be asked about another time.
      if (outcome === undefined || outcome === 'failed') this.#counts.failed += 1;
      else if (await store.putSecond(reading)) {
        this.#counts.added += 1;
        this.#counts.claims += found?.claims ?? 0;
        this.#counts.events += found?.events ?? 0;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log(`What the second reader found in ${id} could not be kept: ${reason}`);
    }
  }

  async #attend(): Promise<void> {
    try {
      await this.#options.onKept?.();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.log(`What the second reader found is kept, but could not be attended to yet: ${reason}`);
    }
  }
}

function isNew(outcome: PutOutcome): boolean {
  return outcome.status !== 'unchanged' || outcome.reread === true;
}
