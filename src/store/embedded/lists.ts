import type { Hash } from '../../model/page.ts';
import { type Cursor, formatCursor, parseCursor } from '../cursor.ts';
import { findLimit } from '../limits.ts';
import {
  isAfter,
  isCurrent,
  type Moment,
  makeMoment,
  matchesFilter,
  parseAsOf,
  parseFilter,
  SUMMARY_COLUMNS,
  selectReadings,
  selectUnpublished,
} from '../queries.ts';
import type { DocumentSummary, ListAnswer, ListRequest, Sighting } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { weighMarks } from './marks.ts';

export function listDocuments(database: Database, request: ListRequest): ListAnswer<DocumentSummary> {
  const filter = weighMarks(database, parseFilter(request));
  const limit = findLimit(request.limit);
  const column = request.order === 'seen' ? 'r.seen' : 'r.published_from';
  const cursor = request.cursor === undefined ? undefined : parseCursor(request.cursor, 'string');
  return database.snapshot(() => {
    const horizon = cursor?.horizon ?? findHorizon(database);
    const moment = { ...filter, ...(cursor && { horizon }) };
    const rows = database.all(
      selectReadings(sqlite)
        .select(SUMMARY_COLUMNS)
        .where((eb) => eb.and([isCurrent(moment), matchesFilter(eb, moment)]))
        .$if(cursor !== undefined, (query) =>
          query.where((eb) => isAfter(eb, column, cursor as Cursor & { value: string })),
        )
        .orderBy(column, 'desc')
        .orderBy('r.key', 'desc')
        .limit(limit + 1),
    );
    return makeAnswer(rows, limit, {
      show: (page) => makeSummaries(database, page, filter),
      cursor: (last) => ({
        value: column === 'r.seen' ? last.seen : last.published_from,
        key: last.key,
        horizon,
      }),
    });
  });
}

/** Key of the newest reading. */
export function findHorizon(database: Database): number {
  const row = database.first(
    sqlite.selectFrom('reading').select((eb) => eb.fn.max<number | null>('key').as('key')),
  );
  return row?.key ?? 0;
}

/** One row more than asked for was read: it only tells that there is more. */
export function makeAnswer<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  options: {
    readonly show: (rows: readonly Row[]) => readonly Shown[];
    readonly cursor: (last: Row) => Cursor;
  },
): ListAnswer<Shown> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const shown = options.show(page);
  if (rows.length <= limit || last === undefined) return { rows: shown };
  return { rows: shown, cursor: formatCursor(options.cursor(last)) };
}

export interface SummaryRow {
  readonly key: number;
  readonly id: string;
  readonly version: number;
  readonly previous: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly file: string | null;
  readonly published: string | null;
  readonly published_from: string;
  readonly seen: string;
  readonly language: string | null;
  readonly excerpt: string;
  readonly claims: number;
  readonly events: number;
}

/** The rows as they are shown at a moment: then, of an earlier version dated after it not even the id was known. */
export function makeSummaries(
  database: Database,
  rows: readonly SummaryRow[],
  moment: Moment,
): readonly DocumentSummary[] {
  const hidden = findUnpublished(database, rows, moment.asOf);
  return rows.map((row) =>
    makeSummary(row.previous !== null && hidden.has(row.previous) ? { ...row, previous: null } : row),
  );
}

function findUnpublished(
  database: Database,
  rows: readonly SummaryRow[],
  asOf: string | undefined,
): ReadonlySet<string> {
  const ids = rows.flatMap(({ previous }) => previous ?? []);
  if (asOf === undefined || ids.length === 0) return new Set();
  const found = database.all(
    sqlite
      .selectFrom('document')
      .select('id')
      .where('id', 'in', ids)
      .where('key', 'in', selectUnpublished(sqlite, asOf)),
  );
  return new Set(found.map(({ id }) => id));
}

function makeSummary(row: SummaryRow): DocumentSummary {
  return {
    id: row.id as Hash,
    version: row.version,
    ...(row.previous !== null && { previous: row.previous as Hash }),
    ...(row.title !== null && { title: row.title }),
    ...(row.outlet !== null && { outlet: row.outlet }),
    ...(row.url !== null && { url: row.url }),
    ...(row.file !== null && { file: row.file }),
    ...(row.published !== null && { published: row.published }),
    seen: row.seen,
    ...(row.language !== null && { language: row.language }),
    excerpt: row.excerpt,
    claims: row.claims,
    events: row.events,
  };
}

export function listVersions(
  database: Database,
  id: Hash,
  asOf: string | undefined,
): readonly DocumentSummary[] {
  const moment = makeMoment(asOf);
  const { asOf: instant } = moment;
  const series = sqlite
    .selectFrom('document')
    .select('document.series')
    .where('id', '=', id)
    // Of an id that was unknown then, not even its address may be told.
    .$if(instant !== undefined, (query) =>
      query
        .where('document.known_since', '<=', instant ?? '')
        .where('document.key', 'not in', selectUnpublished(sqlite, instant ?? '')),
    );
  const rows = database.all(
    selectReadings(sqlite)
      .select(SUMMARY_COLUMNS)
      .where('d.series', 'in', series)
      .where(isCurrent(moment))
      .orderBy('d.version')
      .orderBy('r.key'),
  );
  return makeSummaries(database, rows, moment);
}

export function listSightings(database: Database, id: Hash, asOf: string | undefined): readonly Sighting[] {
  const instant = parseAsOf(asOf);
  const rows = database.all(
    sqlite
      .selectFrom('sighting as s')
      .innerJoin('document as d', 'd.key', 's.document')
      .select(['s.bytes', 's.url', 's.file', 's.seen'])
      .where('d.id', '=', id)
      .$if(instant !== undefined, (query) =>
        query
          .where('s.known_since', '<=', instant ?? '')
          .where('d.key', 'not in', selectUnpublished(sqlite, instant ?? '')),
      )
      .orderBy('s.seen')
      .orderBy('s.key'),
  );
  return rows.map(({ bytes, url, file, seen }) => ({
    bytes: bytes as Hash,
    document: id,
    ...(url !== null && { url }),
    ...(file !== null && { file }),
    seen,
  }));
}
