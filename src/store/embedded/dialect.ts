import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { StoreError } from '../../model/errors.ts';
import type { EntryKind } from '../entries.ts';
import type { EntryRow } from '../entry-rows.ts';
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
    `insert into mark (reading, kind, value) select ?, value ->> 0, value ->> 1 from json_each(?) where true
     on conflict do nothing`,
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

/** Claims or events of a reading with their words, under keys that follow one another. */
export function insertEntries(
  database: Database,
  kind: EntryKind,
  {
    reading,
    first,
    rows,
  }: { readonly reading: number; readonly first: number; readonly rows: readonly EntryRow[] },
): void {
  const json = JSON.stringify(rows);
  database.runSql(
    `insert into ${kind}_entry (key, reading, id, start, "end", valid_from, valid_to, detail)
     select cast(? as integer) + key, ?, value ->> 'id', value ->> 'start', value ->> 'end', value ->> 'valid_from',
       value ->> 'valid_to', value -> 'detail' from json_each(?)`,
    [first, reading, json],
  );
  database.runSql(
    `insert into ${kind}_word (rowid, words, names, places, marks)
     select cast(? as integer) + key, value ->> 'words', value ->> 'names', value ->> 'places', value ->> 'marks'
     from json_each(?)`,
    [first, json],
  );
}

/** What an entry must hold in FTS5's language; undefined where nothing is asked of it. */
export function makeEntryMatch(wanted: {
  readonly query?: ParsedQuery;
  /** Each of these must be there. */
  readonly marks: readonly string[];
  /** Of each of these lists one must be there. */
  readonly anyMark: readonly (readonly string[])[];
  readonly names: readonly QueryTerm[];
  readonly places: readonly QueryTerm[];
}): string | undefined {
  const { query, marks, anyMark, names, places } = wanted;
  const parts = [
    ...(query?.terms ?? []).map(makeTerm),
    ...names.map((term) => `names : ${makeTerm(term)}`),
    ...places.map((term) => `places : ${makeTerm(term)}`),
    ...marks.map((mark) => `"${mark}"`),
    ...anyMark.map((list) => `(${list.map((mark) => `"${mark}"`).join(' OR ')})`),
  ];
  if (parts.length === 0) return undefined;
  const without = query?.without ?? [];
  const all = parts.join(' AND ');
  return without.length === 0 ? all : `(${all}) NOT (${without.map(makeTerm).join(' OR ')})`;
}

/** The keys of entries that match, of which the greatest come first. */
export function matchEntries(kind: EntryKind, match: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(`w.${kind}_word`)} match ${match}`;
}

/** These keys, however many, as one parameter. */
export function chooseKeys(keys: readonly number[]): RawBuilder<number> {
  return sql<number>`(select value from json_each(${JSON.stringify(keys)}))`;
}

/** A key as a whole number: what is handed in is one to this language and not to SQLite. */
export function makeKey(key: number): RawBuilder<number> {
  return sql<number>`cast(${key} as integer)`;
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

/** Keys of readings that match. */
export function matchReadings(match: string): RawBuilder<number> {
  return sql<number>`(select rowid from word where word match ${match})`;
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
