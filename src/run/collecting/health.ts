import type { Source, SourceHealth } from '../../model/source.ts';
import type { SourceState } from '../../store/store.ts';

/** How each source has been answering, in the order of the list; one that was never asked, or has a new feed, is `new`. */
export function listHealth(
  sources: readonly Source[],
  states: readonly SourceState[],
): readonly SourceHealth[] {
  const byId = new Map(states.map((state) => [state.source, state]));
  return sources.map(({ id, name, feed, paused }) => {
    const state = byId.get(id);
    const resting = paused === true ? { paused } : {};
    if (state !== undefined && state.feed === feed) return { ...makeHealth(state), name, ...resting };
    const { kept = 0, lost = 0 } = state ?? {};
    return {
      kind: 'source health',
      source: id,
      name,
      feed,
      state: 'new',
      failures: 0,
      kept,
      lost,
      ...resting,
    };
  });
}

/** A state without what only collecting needs. */
export function makeHealth(state: SourceState): SourceHealth {
  const {
    etag: _etag,
    lastModified: _modified,
    notBefore: _until,
    retries: _retries,
    pace: _pace,
    ...health
  } = state;
  return health;
}
