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
  /** What of each was listed last. */
  readonly #cuts = new Map<string, readonly LedgerEntry[]>();
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
    return [...this.#byProblem].flatMap(([id, { length }]) => (length === 0 ? [] : id));
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

  /**
   * Takes over what was just filed here, which need not be fetched. Where something else came in before it, nothing is taken over: the next
   * `advance` fetches both.
   */
  add(filed: readonly LedgerEntry[]): void {
    for (const entry of filed) if (entry.number === (this.last?.number ?? 0) + 1) this.#take(entry);
  }

  async #read(): Promise<void> {
    for (;;) {
      const entries = await this.#store.listLedger({ after: this.last?.number ?? 0, limit: PORTION });
      // Of those that were fetched, some may have been added meanwhile.
      for (const entry of entries) if (entry.number > (this.last?.number ?? 0)) this.#take(entry);
      if (entries.length < PORTION) return;
    }
  }

  #take(entry: LedgerEntry): void {
    const of = this.#byProblem.get(entry.content.problem) ?? [];
    of.push(entry);
    this.#byProblem.set(entry.content.problem, of);
    this.#all.push(entry);
  }

  /** Of one problem, in order of filing. @param asOf ISO 8601 instant by which they were filed; all of them unless given. */
  list(problem: string, asOf?: string): readonly LedgerEntry[] {
    const all = this.#byProblem.get(problem) ?? [];
    const before = this.#cuts.get(problem);
    const length = findLength(all, asOf);
    // The same list for the same entries: what is made of it is kept beside it.
    if (before?.length === length) return before;
    const cut = all.slice(0, length);
    this.#cuts.set(problem, cut);
    return cut;
  }

  /** All of one problem, in order of filing: always the same list, to which is added what is filed. */
  follow(problem: string): readonly LedgerEntry[] {
    const all = this.#byProblem.get(problem) ?? [];
    this.#byProblem.set(problem, all);
    return all;
  }

  listAll(asOf?: string): readonly LedgerEntry[] {
    return this.#all.slice(0, findLength(this.#all, asOf));
  }
}

/** How many of them were filed by an instant. */
function findLength(entries: readonly LedgerEntry[], asOf: string | undefined): number {
  if (asOf === undefined) return entries.length;
  const end = Date.parse(asOf);
  return entries.findLastIndex(({ filed }) => Date.parse(filed) <= end) + 1;
}
