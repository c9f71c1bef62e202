import type { LedgerEntry } from '../model/forecast.ts';
import type { Store } from '../store/store.ts';

/** Entries fetched at once. */
const PORTION = 1000;

/**
 * The ledger as far as it was read. Entries never change, so that each is fetched once, however often somebody asks.
 *
 * @example
 * const ledger = new LedgerReader(store);
 * await ledger.advance();
 * ledger.list('us-sites-iraq', '2020-12-11T23:59:59.999Z');
 */
export class LedgerReader {
  readonly #store: Pick<Store, 'listLedger'>;
  readonly #all: LedgerEntry[] = [];
  readonly #byProblem = new Map<string, LedgerEntry[]>();
  /** Reading that is under way: two at once would take entries over twice. */
  #reading: Promise<void> | undefined;

  constructor(store: Pick<Store, 'listLedger'>) {
    this.#store = store;
  }

  get last(): LedgerEntry | undefined {
    return this.#all.at(-1);
  }

  /** Ids of problems with an entry, watched or not. */
  get problems(): readonly string[] {
    return [...this.#byProblem.keys()];
  }

  /**
   * Takes over what was filed since the last time, here or by another process.
   *
   * @throws StoreError for an entry that can no longer be read.
   */
  async advance(): Promise<void> {
    // What is under way may have begun before the caller's own entries were filed.
    if (this.#reading !== undefined) await this.#reading.catch(() => undefined);
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    for (;;) {
      const entries = await this.#store.listLedger({ after: this.last?.number ?? 0, limit: PORTION });
      for (const entry of entries) {
        const of = this.#byProblem.get(entry.content.problem) ?? [];
        of.push(entry);
        this.#byProblem.set(entry.content.problem, of);
        this.#all.push(entry);
      }
      if (entries.length < PORTION) return;
    }
  }

  /** Of one problem, in order of filing. @param asOf ISO 8601 instant by which they were filed; all of them unless given. */
  list(problem: string, asOf?: string): readonly LedgerEntry[] {
    return cut(this.#byProblem.get(problem) ?? [], asOf);
  }

  listAll(asOf?: string): readonly LedgerEntry[] {
    return cut(this.#all, asOf);
  }
}

function cut(entries: readonly LedgerEntry[], asOf: string | undefined): readonly LedgerEntry[] {
  if (asOf === undefined) return entries.slice();
  const end = Date.parse(asOf);
  return entries.slice(0, entries.findLastIndex(({ filed }) => Date.parse(filed) <= end) + 1);
}
