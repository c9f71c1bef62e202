import { StoreError } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import type { EntryKind } from '../entries.ts';
import { findFirstKey, KEYS_PER_HOUR } from '../entry-keys.ts';
import {
  type EntryContext,
  type EntryRow,
  listDocumentMarks,
  makeClaimEntries,
  makeEventEntries,
} from '../entry-rows.ts';
import { selectReadings } from '../queries.ts';
import { type Database, sqlite } from './database.ts';
import { insertEntries, insertMarks } from './dialect.ts';
import { unpack } from './reader.ts';

/** Takes the claims and events of a reading's report into the search index. */
export function indexReport(database: Database, reading: number, report: Report): void {
  const { context, publishedFrom } = readContext(database, reading);
  const add = (kind: EntryKind, rows: readonly EntryRow[]): void => {
    if (rows.length > 0)
      insertEntries(database, kind, { reading, first: findFreeKey(database, kind, publishedFrom), rows });
  };
  add('claim', makeClaimEntries(report, context));
  add('event', makeEventEntries(report, context));
  insertMarks(database, reading, listDocumentMarks(report));
}

/** Takes reports into the index that were kept before there was one, so many at most. Answers how many still wait. */
export function indexReports(database: Database, limit: number): number {
  return database.transaction(() => {
    const waiting = database.all(
      sqlite
        .selectFrom('unindexed as u')
        .innerJoin('report as p', 'p.reading', 'u.reading')
        .select(['u.reading', 'p.content'])
        .orderBy('u.reading')
        .limit(limit),
    );
    for (const { reading, content } of waiting) {
      indexReport(
        database,
        reading,
        (JSON.parse(unpack(database, content)) as { readonly report: Report }).report,
      );
      database.run(sqlite.deleteFrom('unindexed').where('reading', '=', reading));
    }
    const left = database.first(
      sqlite.selectFrom('unindexed').select((eb) => eb.fn.countAll<number>().as('rows')),
    );
    return left?.rows ?? 0;
  });
}

function readContext(
  database: Database,
  reading: number,
): { readonly context: EntryContext; readonly publishedFrom: string } {
  const row = database.first(
    selectReadings(sqlite)
      .innerJoin('document_text as text', 'text.document', 'd.key')
      .select([
        'r.outlet',
        'r.language',
        'r.published_from',
        'r.published_to',
        'r.known_since',
        'text.content',
      ])
      .where('r.key', '=', reading),
  );
  if (!row) throw new StoreError(database.file, `reading ${reading} is lost`, 'Run the check of the store.');
  const { outlet, language, published_from: publishedFrom, published_to: publishedTo } = row;
  const text = JSON.parse(unpack(database, row.content)) as string;
  return {
    publishedFrom,
    context: { text, outlet, language, publishedFrom, publishedTo, knownSince: row.known_since },
  };
}

/** The first key of the hour that no entry of the kind has. */
function findFreeKey(database: Database, kind: EntryKind, publishedFrom: string): number {
  const first = findFirstKey(publishedFrom);
  const row = database.first(
    sqlite
      .selectFrom(`${kind}_entry`)
      .select('key')
      .where('key', '>=', first)
      .where('key', '<', first + KEYS_PER_HOUR)
      .orderBy('key', 'desc')
      .limit(1),
  );
  return row === undefined ? first : row.key + 1;
}
