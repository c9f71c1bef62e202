import type { KeptPastEvent, Store } from '../store/store.ts';
import { EventCounts } from './event-counts.ts';

type HistoryStore = Pick<Store, 'listHistory' | 'getHistoryState' | 'listEventFiles' | 'exportEventCounts'>;

/**
 * All imported past events in memory, read once and again when there are more: every look at the problems needs them, and every
 * instant that is asked about.
 *
 * @example
 * const history = new History(store);
 * (await history.known('2020-12-11T23:59:59.999Z')).length;
 */
export class History {
  /** Daily counts of imported events. */
  readonly events: EventCounts;
  readonly #store: HistoryStore;
  #state: number | undefined;
  #events: Promise<readonly KeptPastEvent[]> = Promise.resolve([]);
  /** The latest instant since when any of them is known. */
  #latest = '';

  constructor(store: HistoryStore) {
    this.#store = store;
    this.events = new EventCounts(store);
  }

  /** Those that had been told by an instant (ISO 8601), and lie in days up to it. */
  async known(asOf: string): Promise<readonly KeptPastEvent[]> {
    const state = await this.#store.getHistoryState();
    if (state !== this.#state) {
      this.#state = state;
      this.#events = this.#read();
    }
    const events = await this.#events;
    const instant = new Date(asOf).toISOString();
    // In the order of their days. A day is the beginning of every instant in it, and so comes before them.
    const isAll = this.#latest <= instant && (events.at(-1)?.date ?? '') <= instant;
    return isAll ? events : events.filter((event) => event.date <= instant && event.knownSince <= instant);
  }

  /** Changes whenever more is imported. */
  async name(): Promise<string> {
    const [state, files] = await Promise.all([this.#store.getHistoryState(), this.#store.listEventFiles()]);
    return `${state} ${files.length}`;
  }

  async #read(): Promise<readonly KeptPastEvent[]> {
    try {
      const events = await this.#store.listHistory();
      this.#latest = events.reduce(
        (latest, { knownSince }) => (knownSince > latest ? knownSince : latest),
        '',
      );
      return events;
    } catch (error) {
      this.#state = undefined; // Read again the next time.
      throw error;
    }
  }
}
