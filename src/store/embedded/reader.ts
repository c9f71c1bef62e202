import type { Document } from '../../model/document.ts';
import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import { type Cursor, formatCursor, parseCursor } from '../cursor.ts';
import { unpackJson } from '../packing.ts';
import {
  isAfter,
  isCurrent,
  type Moment,
  matchesFilter,
  parseAsOf,
  parseFilter,
  SUMMARY_COLUMNS,
  selectReadings,
} from '../queries.ts';
import type { DocumentSummary, ListAnswer, ListRequest, Sighting, StoreCounts } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { weighMarks } from './marks.ts';
import { parseReading, type ReadingMessage } from './messages.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

/** The document as its latest reading has it. */
export function readDocument(database: Database, key: number): Document {
  const row = database.first(
    selectReadings(sqlite).select('r.key').where('d.key', '=', key).orderBy('r.key', 'desc').limit(1),
  );
  if (!row)
    throw new StoreError(database.file, `document ${key} has no reading`, 'Run the check of the store.');
  return parseReading(readContent(database, row.key)).document;
}

export function findByBytes(database: Database, bytes: Hash): Document | undefined {
  const row = database.first(
    selectReadings(sqlite)
      .select('r.key')
      .where(
        'd.key',
        'in',
        sqlite.selectFrom('sighting').select('sighting.document').where('bytes', '=', bytes),
      )
      .where('r.known_until', 'is', null)
      .orderBy('r.key', 'desc')
      .limit(1),
  );
  return row && parseReading(readContent(database, row.key)).document;
}

/** Without an instant the last reading, even of a document that another has replaced: links to it stay good. */
export function findReading(
  database: Database,
  id: Hash,
  asOf: string | undefined,
): ReadingMessage | undefined {
  const instant = parseAsOf(asOf);
  const row = database.first(
    selectReadings(sqlite)
      .select('r.key')
      .where('d.id', '=', id)
      .$if(instant !== undefined, (query) => query.where('r.known_since', '<=', instant ?? ''))
      .orderBy('r.key', 'desc')
      .limit(1),
  );
  return row && readContent(database, row.key);
}

export function readContent(database: Database, reading: number): ReadingMessage {
  const row = database.first(
    selectReadings(sqlite)
      .innerJoin('reading_content as content', 'content.reading', 'r.key')
      .innerJoin('document_text as text', 'text.document', 'd.key')
      .select(['content.content as reading', 'text.content as text', 'd.version'])
      .where('r.key', '=', reading),
  );
  if (!row) throw new StoreError(database.file, `reading ${reading} is lost`, 'Run the check of the store.');
  return {
    reading: unpack(database, row.reading),
    text: JSON.parse(unpack(database, row.text)) as string,
    version: row.version,
  };
}

export function unpack(database: Database, content: Uint8Array): string {
  try {
    return unpackJson(content);
  } catch (cause) {
    throw new StoreError(
      database.file,
      'a reading in it is damaged and cannot be unpacked',
      'Run the check of the store, then restore the last backup.',
      { cause },
    );
  }
}

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
        .where((eb) => eb.and([isCurrent(eb, moment), matchesFilter(eb, moment)]))
        .$if(cursor !== undefined, (query) =>
          query.where((eb) => isAfter(eb, column, cursor as Cursor & { value: string })),
        )
        .orderBy(column, 'desc')
        .orderBy('r.key', 'desc')
        .limit(limit + 1),
    );
    return makeAnswer(rows, limit, {
      show: (page) => page.map(makeSummary),
      cursor: (last) => ({
        value: column === 'r.seen' ? last.seen : last.published_from,
        key: last.key,
        horizon,
      }),
    });
  });
}

export function findLimit(limit: number | undefined): number {
  if (limit === undefined || Number.isNaN(limit)) return DEFAULT_LIMIT;
  return Math.min(Math.max(Math.trunc(limit), 1), MAX_LIMIT);
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

export function makeSummary(row: SummaryRow): DocumentSummary {
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
  const series = sqlite.selectFrom('document').select('document.series').where('id', '=', id);
  const rows = database.all(
    selectReadings(sqlite)
      .select(SUMMARY_COLUMNS)
      .where('d.series', 'in', series)
      .where((eb) => isCurrent(eb, moment))
      .orderBy('d.version')
      .orderBy('r.key'),
  );
  return rows.map(makeSummary);
}

export function listSightings(database: Database, id: Hash, asOf: string | undefined): readonly Sighting[] {
  const instant = parseAsOf(asOf);
  const rows = database.all(
    sqlite
      .selectFrom('sighting as s')
      .innerJoin('document as d', 'd.key', 's.document')
      .select(['s.bytes', 's.url', 's.file', 's.seen'])
      .where('d.id', '=', id)
      .$if(instant !== undefined, (query) => query.where('s.known_since', '<=', instant ?? ''))
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

export function findByPrefix(database: Database, prefix: string, limit: number): readonly Hash[] {
  const digits = prefix.replace(/^sha256:/u, '').toLowerCase();
  if (!/^[0-9a-f]{1,64}$/u.test(digits)) return [];
  const rows = database.all(
    sqlite
      .selectFrom('document')
      .select('id')
      .where('id', '>=', `sha256:${digits}`)
      // `g` is the first character after the digits.
      .where('id', '<', `sha256:${digits}g`)
      .orderBy('id')
      .limit(findLimit(limit)),
  );
  return rows.map((row) => row.id as Hash);
}

export function count(database: Database, asOf: string | undefined): StoreCounts {
  const moment = makeMoment(asOf);
  const instant = moment.asOf;
  return database.snapshot(() => {
    const read = database.first(
      sqlite
        .selectFrom('reading as r')
        .select((eb) => [
          eb.fn.countAll<number>().as('documents'),
          eb.fn.sum<number | null>('r.claims').as('claims'),
          eb.fn.sum<number | null>('r.events').as('events'),
        ])
        .where((eb) => isCurrent(eb, moment)),
    );
    return {
      documents: read?.documents ?? 0,
      pages: countRows(database, 'page', instant),
      sightings: countRows(database, 'sighting', instant),
      claims: read?.claims ?? 0,
      events: read?.events ?? 0,
    };
  });
}

function countRows(database: Database, table: 'page' | 'sighting', asOf: string | undefined): number {
  const row = database.first(
    sqlite
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .$if(asOf !== undefined, (query) => query.where('known_since', '<=', asOf ?? '')),
  );
  return row?.rows ?? 0;
}

function makeMoment(asOf: string | undefined): Moment {
  const instant = parseAsOf(asOf);
  return instant === undefined ? {} : { asOf: instant };
}
