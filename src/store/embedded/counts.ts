import { isCurrent, makeMoment, selectUnpublished } from '../queries.ts';
import type { StoreCounts } from '../store.ts';
import { type Database, sqlite } from './database.ts';

export function count(database: Database, asOf: string | undefined): StoreCounts {
  const moment = makeMoment(asOf);
  return database.snapshot(() => {
    const read = database.first(
      sqlite
        .selectFrom('reading as r')
        .select((eb) => [
          eb.fn.countAll<number>().as('documents'),
          eb.fn.sum<number | null>('r.claims').as('claims'),
          eb.fn.sum<number | null>('r.events').as('events'),
        ])
        .where(isCurrent(moment)),
    );
    return {
      documents: read?.documents ?? 0,
      ...countSeen(database, moment.asOf),
      claims: read?.claims ?? 0,
      events: read?.events ?? 0,
    };
  });
}

function countSeen(database: Database, asOf: string | undefined): Pick<StoreCounts, 'pages' | 'sightings'> {
  if (asOf === undefined) {
    return { pages: countRows(database, 'page'), sightings: countRows(database, 'sighting') };
  }
  const row = database.first(
    sqlite
      .selectFrom('sighting')
      .select((eb) => [
        eb.fn.count<number>('bytes').distinct().as('pages'),
        eb.fn.countAll<number>().as('sightings'),
      ])
      .where('known_since', '<=', asOf)
      .where('document', 'not in', selectUnpublished(sqlite, asOf)),
  );
  return row ?? { pages: 0, sightings: 0 };
}

export function countRows(
  database: Database,
  table: 'page' | 'sighting' | 'reading' | 'report' | 'unreported',
): number {
  const row = database.first(sqlite.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('rows')));
  return row?.rows ?? 0;
}
