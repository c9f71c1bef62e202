import type { EventCount } from '../model/event-count.ts';
import type { Store } from '../store/store.ts';

/**
 * Daily counts of imported events in memory, read again only when other files are known: every look at a problem that names a pair of
 * actors needs them. The same list is given out as long as nothing changes, so that what was made of it can be kept beside it.
 *
 * @example
 * const events = new EventCounts(store);
 * (await events.known('2020-12-11T23:59:59.999Z')).length;
 */
export class EventCounts {
  readonly #store: Pick<Store, 'listEventFiles' | 'exportEventCounts'>;
  #kept: { readonly key: string; readonly counts: Promise<readonly EventCount[]> } | undefined;

  constructor(store: Pick<Store, 'listEventFiles' | 'exportEventCounts'>) {
    this.#store = store;
  }

  /**
   * Counts of the files that were known by an instant (ISO 8601), of that year and the three before it: what is older hardly weighs any more,
   * and memory has an end. Days after the instant may be among them: whoever asks leaves them out.
   */
  async known(asOf: string): Promise<readonly EventCount[]> {
    const [known, all] = await Promise.all([this.#store.listEventFiles(asOf), this.#store.listEventFiles()]);
    if (known.length === 0) return NONE;
    // Files are never taken away, and known in order: their number tells which. Most often all are known, and one list does for all days.
    const isAll = known.length === all.length;
    const from = `${String(Number(asOf.slice(0, 4)) - YEARS).padStart(4, '0')}-01-01`;
    const key = isAll ? `${all.length} ${from}` : `${known.length} ${asOf.slice(0, 10)}`;
    if (this.#kept?.key !== key) this.#kept = { key, counts: this.#read({ from, ...(!isAll && { asOf }) }) };
    const { counts } = this.#kept;
    try {
      return await counts;
    } catch (error) {
      this.#kept = undefined; // Read again the next time.
      throw error;
    }
  }

  async #read(request: { readonly from: string; readonly asOf?: string }): Promise<readonly EventCount[]> {
    const names = new Map<string, string>();
    // Names and days come again and again: of each text one copy is kept.
    const share = (text: string): string => {
      const known = names.get(text);
      if (known === undefined) names.set(text, text);
      return known ?? text;
    };
    const all: EventCount[] = [];
    for await (const counts of this.#store.exportEventCounts(request)) {
      for (const { day, source, target, root, count } of counts) {
        all.push({ day: share(day), source: share(source), target: share(target), root: share(root), count });
      }
    }
    return all;
  }
}

/** Whole years before the present one that are looked at. */
const YEARS = 3;
const NONE: readonly EventCount[] = [];
