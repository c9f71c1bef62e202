import { demandInstant } from '../instants.ts';
import { parseAsOf } from '../queries.ts';
import type { KeptPastEvent } from '../store.ts';
import type { HistoryTable } from '../tables.ts';
import { type Database, sqlite } from './database.ts';
import { insertHistory } from './dialect.ts';
import type { HistoryMessage, HistoryRequest } from './messages.ts';

/**
 * Keeps all rows that are not there yet, or none; answers how many were new. Told when they came to be known, it believes that;
 * by the clock no row is known earlier than those before it.
 */
export function putHistory(
  database: Database,
  /** JSON of the rows. */
  events: string,
  { now, at }: { readonly now: string; readonly at: string | undefined },
): number {
  return database.transaction(() => {
    const known = at === undefined ? findInstant(database, now) : demandInstant(at);
    return insertHistory(database, events, known);
  });
}

function findInstant(database: Database, now: string): string {
  const instant = demandInstant(now);
  const last = database.first(
    sqlite.selectFrom('history').select('known_since').orderBy('key', 'desc').limit(1),
  );
  return last && last.known_since > instant ? last.known_since : instant;
}

/** Rows in order of their days, from after a given one. */
export function listHistory(
  database: Database,
  { asOf, after, limit }: HistoryRequest,
): readonly HistoryMessage[] {
  const instant = parseAsOf(asOf);
  const rows = database.all(
    sqlite
      .selectFrom('history')
      .selectAll()
      .$if(instant !== undefined, (query) =>
        // A day is the beginning of every instant in it, and so comes before them.
        query.where('known_since', '<=', instant ?? '').where('date', '<=', instant ?? ''),
      )
      .$if(after !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('date', 'key'), '>', tuple(after?.date ?? '', after?.key ?? 0)),
        ),
      )
      .orderBy('date')
      .orderBy('key')
      .limit(limit),
  );
  return rows.map((row) => ({ key: row.key, event: makeEvent(row) }));
}

/** The key of the last row, since none is ever taken away; 0 where there is none. */
export function getHistoryState(database: Database): number {
  return database.first(sqlite.selectFrom('history').select('key').orderBy('key', 'desc').limit(1))?.key ?? 0;
}

function makeEvent(row: Omit<HistoryTable, 'key'>): KeptPastEvent {
  return {
    kind: 'past event',
    date: row.date,
    ...(row.actor !== null && { actor: row.actor }),
    ...(row.recipient !== null && { recipient: row.recipient }),
    ...(row.cameo !== null && { cameo: row.cameo }),
    ...(row.place !== null && { place: row.place }),
    ...(row.country !== null && { country: row.country }),
    source: row.source,
    line: row.line,
    knownSince: row.known_since,
  };
}
