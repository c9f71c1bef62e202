import type { SavedSearch } from '../../../model/saved-search.ts';
import type { Store } from '../../store.ts';
import type { Session } from '../session.ts';

/** Claims, events and what is looked for again and again. */
export type SearchMethods = Pick<
  Store,
  | 'searchEntries'
  | 'countEntries'
  | 'countDocuments'
  | 'indexReports'
  | 'listSavedSearches'
  | 'putSavedSearch'
  | 'deleteSavedSearch'
>;

export function makeSearchMethods({ call, write }: Session): SearchMethods {
  return {
    searchEntries: (request) => call('searchEntries', request),
    countEntries: (kind, filter) => call('countEntries', kind, filter),
    countDocuments: (filter) => call('countDocuments', filter),
    indexReports: (limit) => write('indexReports', limit),
    async listSavedSearches() {
      return (await call('listSavedSearches')).map((json) => JSON.parse(json) as SavedSearch);
    },
    putSavedSearch: (search) => write('putSavedSearch', search),
    deleteSavedSearch: (id) => write('deleteSavedSearch', id),
  };
}
