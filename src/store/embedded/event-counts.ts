import { StoreError } from '../../model/errors.ts';
import type { EventFile, EventFormat } from '../../model/event-count.ts';
import { parseAsOf } from '../queries.ts';
import type { EventFileTable } from '../tables.ts';
import { type Database, sqlite } from './database.ts';
import { addEventCounts } from './dialect.ts';
import type { EventCountMessage, EventCountRequest } from './messages.ts';

const DAY = 86_400_000;

export function findEventFile(database: Database, hash: string): EventFile | undefined {
  const row = database.first(sqlite.selectFrom('event_file').selectAll().where('hash', '=', hash));
  return row && makeFile(row);
}

/** Adds counts and keeps how far the file was read, both or neither. */
export function putEventCounts(
  database: Database,
  file: EventFile,
  {
    counts,
    after,
  }: {
    /** JSON of the counts. */
    readonly counts: string;
    /** Records that had been read when these were begun with. */
    readonly after: number;
  },
): void {
  database.transaction(() => {
    const kept = findEventFile(database, file.hash);
    if (kept?.knownSince !== undefined || (kept?.records ?? 0) !== after) {
      throw new StoreError(
        file.name,
        'the file was read further by somebody else',
        'Import it again: what is there already is not added twice.',
      );
    }
    const { hash, knownSince, ...rest } = file;
    const row = { ...rest, known_since: knownSince ?? null };
    if (kept === undefined) database.run(sqlite.insertInto('event_file').values({ hash, ...row }));
    else database.run(sqlite.updateTable('event_file').set(row).where('hash', '=', hash));
    const found = database.first(sqlite.selectFrom('event_file').select('key').where('hash', '=', hash));
    addEventCounts(database, found!.key, counts);
  });
}

export function listEventFiles(database: Database, asOf?: string): readonly EventFile[] {
  const instant = parseAsOf(asOf);
  return database
    .all(
      sqlite
        .selectFrom('event_file')
        .selectAll()
        .where('known_since', 'is not', null)
        .$if(instant !== undefined, (query) => query.where('known_since', '<=', instant ?? ''))
        .orderBy('known_since')
        .orderBy('key'),
    )
    .map(makeFile);
}

/** Counts of finished files in the order of their days, from after a given one. */
export function listEventCounts(
  database: Database,
  { asOf, from, after, limit }: EventCountRequest,
): readonly EventCountMessage[] {
  const instant = parseAsOf(asOf);
  return database.all(
    sqlite
      .selectFrom('event_count as c')
      .innerJoin('event_file as f', 'f.key', 'c.file')
      .innerJoin('event_actor as s', 's.key', 'c.source')
      .innerJoin('event_actor as t', 't.key', 'c.target')
      .select(['c.day', 'c.source', 'c.target', 'c.root', 'c.file', 'c.count'])
      .select(['s.name as sourceName', 't.name as targetName'])
      .where('f.known_since', 'is not', null)
      .$if(instant !== undefined, (query) =>
        query
          .where('f.known_since', '<=', instant ?? '')
          .where('c.day', '<', Math.floor(Date.parse(instant ?? '') / DAY)),
      )
      .$if(from !== undefined, (query) =>
        query.where('c.day', '>=', Math.floor(Date.parse(from ?? '') / DAY)),
      )
      .$if(after !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('c.day', 'c.source', 'c.target', 'c.root', 'c.file'),
            '>',
            tuple(after!.day, after!.source, after!.target, after!.root, after!.file),
          ),
        ),
      )
      .orderBy('c.day')
      .orderBy('c.source')
      .orderBy('c.target')
      .orderBy('c.root')
      .orderBy('c.file')
      .limit(limit),
  );
}

function makeFile(row: Omit<EventFileTable, 'key'>): EventFile {
  const { known_since: knownSince, hash, name, records, used, skipped } = row;
  return {
    hash,
    name,
    format: row.format as EventFormat,
    records,
    used,
    skipped,
    ...(knownSince !== null && { knownSince }),
  };
}
