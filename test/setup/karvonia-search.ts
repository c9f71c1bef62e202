import type { Searching } from '../../src/model/search.ts';
import { makeSearching } from '../../src/run/searching.ts';
import type { Store } from '../../src/store/store.ts';

/** Searches of a store without a picture: every outlet has the same grade, everything the same origins. */
export function searchPlainly(store: Store, now: () => string): Searching {
  return makeSearching({
    store,
    now,
    weigh: async () => ({
      weigh: () => ({ grade: 'F', confirmed: 1, possible: 0, story: 's1' }),
      listOutlets: (grade) => (grade === 'F' ? ['Northern Gazette'] : []),
    }),
  });
}
