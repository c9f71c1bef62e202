import type { SourceState } from '../store.ts';
import { type Database, sqlite } from './database.ts';

export function putSourceState(database: Database, state: SourceState): void {
  const content = JSON.stringify(state);
  database.transaction(() =>
    database.run(
      sqlite
        .insertInto('source_state')
        .values({ source: state.source, content })
        .onConflict((conflict) => conflict.column('source').doUpdateSet({ content })),
    ),
  );
}

/** As JSON, in order of the sources' ids. */
export function listSourceStates(database: Database): readonly string[] {
  const rows = database.all(sqlite.selectFrom('source_state').select('content').orderBy('source'));
  return rows.map((row) => row.content);
}

export function findSourceState(database: Database, source: string): string | undefined {
  return database.first(sqlite.selectFrom('source_state').select('content').where('source', '=', source))
    ?.content;
}
