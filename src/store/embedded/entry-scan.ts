import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { EntryFilter, EntryKind } from '../entries.ts';
import { findFirstKey, findKeyAfter } from '../entry-keys.ts';
import { listWantedMarks, makeMark } from '../entry-rows.ts';
import { isCurrent, isLatestVersion, type Moment, type ParsedFilter, parseFilter } from '../queries.ts';
import { type ParsedQuery, parseQuery, type QueryTerm } from '../query.ts';
import type { StoreTables } from '../tables.ts';
import { type Database, sqlite } from './database.ts';
import { makeEntryMatch, makeKey, matchEntries } from './dialect.ts';

/** A question about claims or events, understood. */
export interface EntryQuestion {
  readonly kind: EntryKind;
  readonly query: ParsedQuery | undefined;
  readonly filter: ParsedFilter;
  readonly knownAfter?: string;
  readonly happens: { readonly from?: string; readonly to?: string };
  /** In FTS5's language; undefined where whatever there is fits. */
  readonly match: string | undefined;
  /** False where nothing can be found: words are given and none of them is to be looked for. */
  readonly isOpen: boolean;
}

/** Rows that are asked for at once: few at first, since most of them fit. */
const FIRST_BATCH = 120;
const BATCH = 1500;
const MAX_OUTLETS = 500;
const MAX_DAYS = 366;
const DAY = 86_400_000;
const YEAR = 366 * DAY;

/** Throws a `StoreError` where a date of the filter is none. */
export function parseQuestion(database: Database, kind: EntryKind, given: EntryFilter): EntryQuestion {
  const filter = parseFilter(given);
  const query = given.query === undefined || given.query.trim() === '' ? undefined : parseQuery(given.query);
  const knownAfter =
    given.knownAfter === undefined ? undefined : parseFilter({ asOf: given.knownAfter }).asOf;
  const days = knownAfter === undefined ? undefined : listDays(database, knownAfter);
  const outlets = given.outlets?.slice(0, MAX_OUTLETS).map((outlet) => makeMark('outlet', outlet));
  const happens = parseFilter({
    ...(given.happensFrom !== undefined && { from: given.happensFrom }),
    ...(given.happensTo !== undefined && { to: given.happensTo }),
  });
  const match = makeEntryMatch({
    ...(query && { query }),
    marks: listWantedMarks(given),
    anyMark: [outlets, days].flatMap((list) => (list === undefined || list.length === 0 ? [] : [list])),
    names: parsePhrase(given.actorName),
    places: parsePhrase(given.place),
  });
  return {
    ...{ kind, query, filter, match },
    happens: { ...(happens.from && { from: happens.from }), ...(happens.to && { to: happens.to }) },
    isOpen: (query === undefined || query.terms.length > 0) && given.outlets?.length !== 0,
    ...(knownAfter !== undefined && { knownAfter }),
  };
}

/** All words of a name stand side by side; the last may be cut short where a star says so. */
function parsePhrase(text: string | undefined): readonly QueryTerm[] {
  return text === undefined ? [] : parseQuery(`"${text.replace(/["\u201C\u201D\u201E]/gu, ' ')}"`).terms;
}

/** The days from an instant on as marks; undefined of a long time, of which each row is looked at instead. */
function listDays(database: Database, since: string): readonly string[] | undefined {
  const last = database.first(
    sqlite.selectFrom('reading').select('known_since').orderBy('key', 'desc').limit(1),
  );
  const until = Date.parse(last?.known_since ?? since);
  const first = Date.parse(`${since.slice(0, 10)}T00:00:00Z`);
  const count = Math.floor((until - first) / DAY) + 1;
  if (count > MAX_DAYS) return undefined;
  const days = Array.from({ length: Math.max(count, 1) }, (_, day) => new Date(first + day * DAY));
  return days.map((day) => makeMark('keptOn', day.toISOString().slice(0, 10)));
}

/** A row that was looked at. */
export interface Looked {
  readonly key: number;
  /** 1 where it fits all that the index alone cannot tell. */
  readonly fits: number;
}

/** Keys from `floor` on and below `below`; with `rough` only of what is dated only roughly. */
interface Stretch {
  readonly floor: number;
  readonly below: number;
  readonly rough?: true;
}

/**
 * Goes through the entries that fit a question, from the newest on: batch by batch, each row with whether it fits in time and version
 * too.
 */
export function* scanEntries(
  database: Database,
  question: EntryQuestion,
  { moment, below }: { readonly moment: Moment; readonly below?: number },
): Generator<readonly Looked[], void, undefined> {
  if (!question.isOpen) return;
  let size = FIRST_BATCH;
  for (const stretch of listStretches(question.filter)) {
    let from = Math.min(below ?? Number.POSITIVE_INFINITY, stretch.below);
    while (from > stretch.floor) {
      const rows = database.all(
        selectBatch(question, { moment, stretch: { ...stretch, below: from }, size }),
      );
      if (rows.length > 0) yield rows;
      if (rows.length < size) break;
      from = rows.at(-1)!.key;
      size = BATCH;
    }
  }
}

/**
 * Where what was published in a stretch of time stands. What is dated only roughly stands at the beginning of the time that it may
 * belong to, up to a year before.
 */
function listStretches({ from, to, asOf }: ParsedFilter): readonly Stretch[] {
  const last = [to, asOf].filter((instant) => instant !== undefined).sort()[0];
  const below = last === undefined ? Number.MAX_SAFE_INTEGER : findKeyAfter(last);
  if (from === undefined) return [{ floor: -1, below }];
  const floor = findFirstKey(new Date(Date.parse(from) - DAY).toISOString());
  const earliest = findFirstKey(new Date(Date.parse(from) - YEAR).toISOString());
  return [
    { floor, below },
    { floor: earliest, below: Math.min(floor, below), rough: true },
  ];
}

function selectBatch(
  question: EntryQuestion,
  { moment, stretch, size }: { readonly moment: Moment; readonly stretch: Stretch; readonly size: number },
) {
  const { kind } = question;
  const rough = stretch.rough ? [`"${makeMark('roughly', '')}"`] : [];
  const match = [...rough, ...(question.match === undefined ? [] : [`(${question.match})`])].join(' AND ');
  const fits = sql<number>`(${fitsIn(question, moment)})`.as('fits');
  if (match === '')
    return sqlite
      .selectFrom(`${kind as 'claim'}_entry as e`)
      .innerJoin('reading as r', 'r.key', 'e.reading')
      .select(['e.key', fits])
      .where('e.key', '<', makeKey(stretch.below))
      .where('e.key', '>=', makeKey(stretch.floor))
      .orderBy('e.key', 'desc')
      .limit(size);
  return (
    sqlite
      .selectFrom(`${kind as 'claim'}_word as w`)
      // Crossed, so that the index of words is gone through first, in its order.
      .crossJoin(`${kind as 'claim'}_entry as e`)
      .innerJoin('reading as r', 'r.key', 'e.reading')
      .select(['w.rowid as key', fits])
      .where(matchEntries(kind, match))
      .whereRef('e.key', '=', 'w.rowid')
      .where('w.rowid', '<', makeKey(stretch.below))
      .where('w.rowid', '>=', makeKey(stretch.floor))
      .orderBy('w.rowid', 'desc')
      .limit(size)
  );
}

/** What the index cannot tell of a row: whether it was current at the moment, and exact times. */
function fitsIn({ filter, knownAfter, happens }: EntryQuestion, moment: Moment): Expression<SqlBool> {
  const eb = expressionBuilder<{ r: StoreTables['reading']; e: StoreTables['claim_entry'] }, 'r' | 'e'>();
  const conditions = [isCurrent(moment)];
  if (filter.from !== undefined) conditions.push(eb('r.published_to', '>=', filter.from));
  if (filter.to !== undefined)
    conditions.push(eb('r.published_from', '<=', filter.to), eb('r.published_from', '!=', ''));
  if (knownAfter !== undefined) conditions.push(eb('r.known_since', '>', knownAfter));
  if (happens.from !== undefined) conditions.push(isTrue(eb('e.valid_to', '>=', happens.from)));
  if (happens.to !== undefined) conditions.push(isTrue(eb('e.valid_from', '<=', happens.to)));
  if (filter.latest) conditions.push(isLatestVersion(moment));
  return eb.and(conditions);
}

/** What has no time does not fit. */
function isTrue(condition: Expression<SqlBool>): Expression<SqlBool> {
  return sql<SqlBool>`coalesce(${condition}, 0)`;
}
