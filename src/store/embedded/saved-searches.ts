import type { SavedSearch } from '../../model/saved-search.ts';
import { type Database, sqlite } from './database.ts';

/** Keeps a saved search in place of what was there under its id. */
export function putSavedSearch(database: Database, search: SavedSearch): void {
  const content = JSON.stringify(search);
  database.run(
    sqlite
      .insertInto('saved_search')
      .values({ id: search.id, created: search.created, content })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ content })),
  );
}

/** Answers false where there is none of that id. */
export function deleteSavedSearch(database: Database, id: string): boolean {
  return database.transaction(() => {
    const kept = database.first(sqlite.selectFrom('saved_search').select('id').where('id', '=', id));
    if (kept === undefined) return false;
    database.run(sqlite.deleteFrom('saved_search').where('id', '=', id));
    return true;
  });
}

/** In the order in which they were saved; none of it parsed. */
export function listSavedSearches(database: Database): readonly string[] {
  const rows = database.all(
    sqlite.selectFrom('saved_search').select('content').orderBy('created').orderBy('id'),
  );
  return rows.map(({ content }) => content);
}
