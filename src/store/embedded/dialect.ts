import { type RawBuilder, sql } from 'kysely';
import { StoreError } from '../../model/errors.ts';
import type { ParsedQuery, QueryTerm } from '../query.ts';
import type { IndexText } from '../rows.ts';
import type { ClaimTable, EventTable, MarkKind } from '../tables.ts';
import type { Database } from './database.ts';

/**
 * All that is SQLite's alone and would be written otherwise for another database: full text, rows from JSON,
 * integrity. Everything else is built with kysely.
 */

/** Weights of a word in the title, in the text, and in the usual name of somebody mentioned otherwise. */
const WEIGHTS = '6.0, 1.0, 1.0';

type Rows<Table> = readonly Omit<Table, 'reading'>[];

/** One statement for all rows: a call for each would take longer than the insertion. */
export function insertClaims(database: Database, reading: number, rows: Rows<ClaimTable>): void {
  if (rows.length === 0) return;
  database.runSql(
    `insert into claim (reading, number, id, start, "end", stance, certainty, polarity)
     select ?, value ->> 'number', value ->> 'id', value ->> 'start', value ->> 'end', value ->> 'stance',
       value ->> 'certainty', value ->> 'polarity' from json_each(?)`,
    [reading, JSON.stringify(rows)],
  );
}

export function insertEvents(database: Database, reading: number, rows: Rows<EventTable>): void {
  if (rows.length === 0) return;
  database.runSql(
    `insert into event (reading, number, id, claim, type, realis, background, valid_from, valid_to, country)
     select ?, value ->> 'number', value ->> 'id', value ->> 'claim', value ->> 'type', value ->> 'realis',
       value ->> 'background', value ->> 'valid_from', value ->> 'valid_to', value ->> 'country'
     from json_each(?)`,
    [reading, JSON.stringify(rows)],
  );
}

export function insertMarks(
  database: Database,
  reading: number,
  marks: readonly (readonly [MarkKind, string])[],
): void {
  if (marks.length === 0) return;
  database.runSql(
    `insert into mark (reading, kind, value) select ?, value ->> 0, value ->> 1 from json_each(?)`,
    [reading, JSON.stringify(marks)],
  );
}

/** Takes rows as JSON and answers how many were new: those of a file that is there already are passed over. */
export function insertHistory(database: Database, rows: string, known: string): number {
  return database.changeSql(
    `insert into history (source, line, date, actor, recipient, cameo, place, country, known_since)
     select value ->> 'source', value ->> 'line', value ->> 'date', value ->> 'actor', value ->> 'recipient',
       value ->> 'cameo', value ->> 'place', value ->> 'country', ? from json_each(?) where true
     on conflict do nothing`,
    [known, rows],
  );
}

/** Takes counts as JSON and adds them to those of the file. */
export function addEventCounts(database: Database, file: number, counts: string): void {
  for (const side of ['source', 'target']) {
    database.runSql(
      `insert into event_actor (name) select distinct value ->> '${side}' from json_each(?) where true
       on conflict do nothing`,
      [counts],
    );
  }
  database.runSql(
    `insert into event_count (day, source, target, root, file, count)
     select unixepoch(value ->> 'day') / 86400, s.key, t.key, cast(value ->> 'root' as integer), ?, value ->> 'count'
     from json_each(?)
     join event_actor s on s.name = value ->> 'source'
     join event_actor t on t.name = value ->> 'target' where true
     on conflict do update set count = count + excluded.count`,
    [file, counts],
  );
}

export function insertWords(database: Database, reading: number, index: IndexText): void {
  database.runSql('insert into word (rowid, title, text, names) values (?, ?, ?, ?)', [
    reading,
    index.title,
    index.text,
    index.names,
  ]);
}

/**
 * The query in FTS5's language; undefined where there is no word to look for. Its words hold letters, digits and
 * marks only and stand in quotation marks, so that nothing in them is taken for an operator.
 */
export function makeMatch(query: ParsedQuery): string | undefined {
  if (query.terms.length === 0) return undefined;
  const wanted = query.terms.map(makeTerm).join(' AND ');
  if (query.without.length === 0) return wanted;
  return `(${wanted}) NOT (${query.without.map(makeTerm).join(' OR ')})`;
}

function makeTerm(term: QueryTerm): string {
  return `"${term.words.join(' ')}"${term.prefix ? ' *' : ''}`;
}

/** Keys of readings that match, with their score: the smaller, the better. */
export function matchWords(match: string): RawBuilder<{ key: number; score: number }> {
  return sql<{ key: number; score: number }>`
    (select rowid as key, bm25(word, ${sql.raw(WEIGHTS)}) as score from word where word match ${match})`;
}

/** The score of one reading; undefined where it does not match. */
export function scoreWords(database: Database, match: string, key: number): number | undefined {
  const [row] = database.allSql<{ score: number }>(
    `select bm25(word, ${WEIGHTS}) as score from word where word match ? and rowid = ?`,
    [match, key],
  );
  return row?.score;
}

/** Whether the search index agrees with itself. It can be asked only where the file may be written; undefined elsewhere. */
export function isIndexSound(database: Database): boolean | undefined {
  try {
    database.runSql(`insert into word (word) values ('integrity-check')`);
    return true;
  } catch (error) {
    if (error instanceof StoreError && /SQLITE_CORRUPT/u.test(error.message)) return false;
    if (error instanceof StoreError && /SQLITE_READONLY/u.test(error.message)) return undefined;
    throw error;
  }
}
