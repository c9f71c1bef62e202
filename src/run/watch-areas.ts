import { DecisionError } from '../model/errors.ts';
import type { WatchArea, WatchAreaDraft, WatchAreas } from '../model/watch-area.ts';
import type { Store } from '../store/store.ts';

/** Areas that the desk has drawn, over what the store keeps of them. */
export class KeptWatchAreas implements WatchAreas {
  readonly #store: Pick<Store, 'listWatchAreas' | 'putWatchArea'>;
  readonly #now: () => string;

  constructor(store: Pick<Store, 'listWatchAreas' | 'putWatchArea'>, now: () => string) {
    this.#store = store;
    this.#now = now;
  }

  listWatchAreas(request?: { readonly asOf?: string }): Promise<readonly WatchArea[]> {
    return this.#store.listWatchAreas(request);
  }

  async addWatchArea(draft: WatchAreaDraft): Promise<WatchArea> {
    return this.#put('a new watch area', { draft, by: draft.by });
  }

  async changeWatchArea(id: string, draft: WatchAreaDraft, base: number): Promise<WatchArea> {
    return this.#put(id, { id, draft, base, by: draft.by });
  }

  async removeWatchArea(id: string, by: string, base: number): Promise<WatchArea> {
    return this.#put(id, { id, base, by });
  }

  async #put(of: string, change: Omit<Parameters<Store['putWatchArea']>[0], 'at'>): Promise<WatchArea> {
    const kept = await this.#store.putWatchArea({ ...change, at: this.#now() });
    if (kept !== undefined) return kept;
    const standing = (await this.#store.listWatchAreas()).find(({ id }) => id === change.id);
    if (standing === undefined)
      throw new DecisionError('unknown', {
        of,
        problem: 'there is no such watch area (any more)',
        remedy: 'Draw it as a new one if it is to be watched.',
      });
    throw new DecisionError('conflict', {
      of: standing.name,
      problem: `${standing.by} has changed it at ${standing.changed}, after it was read`,
      remedy: 'Look at it again and take over what has changed.',
    });
  }
}
