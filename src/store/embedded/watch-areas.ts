import type { WatchArea } from '../../model/watch-area.ts';
import { parseAsOf } from '../queries.ts';
import type { WatchAreaChange } from '../store.ts';
import { type Database, sqlite } from './database.ts';

/** The latest version of an area, also of one that was removed. */
function findLast(database: Database, area: number) {
  return database.first(
    sqlite
      .selectFrom('watch_area')
      .select(['version', 'removed', 'content'])
      .where('area', '=', area)
      .orderBy('version', 'desc')
      .limit(1),
  );
}

/** Keeps the next version; undefined where the one that stands is not the one that was changed. */
export function putWatchArea(database: Database, change: WatchAreaChange): WatchArea | undefined {
  return database.transaction(() => {
    const last = database.first(
      sqlite
        .selectFrom('watch_area')
        .select((eb) => [eb.fn.max('number').as('number'), eb.fn.max('area').as('area')]),
    );
    const isNew = change.id === undefined;
    const area = isNew ? (last?.area ?? 0) + 1 : Number(change.id?.slice(1));
    const before = isNew ? undefined : findLast(database, area);
    const standing = before === undefined || before.removed === 1 ? undefined : before;
    if (standing?.version !== change.base) return undefined;
    const earlier = standing === undefined ? undefined : (JSON.parse(standing.content) as WatchArea);
    const kept = change.draft ?? earlier;
    if (kept === undefined) return undefined;
    const version = (before?.version ?? 0) + 1;
    const made = earlier?.made ?? change.at;
    const { name, shape, hazards, note } = kept;
    const drawn = { name, shape, hazards, ...(note === undefined ? {} : { note }) };
    const next: WatchArea = {
      kind: 'watch area',
      id: `w${area}`,
      version,
      ...drawn,
      by: change.by,
      made,
      changed: change.at,
    };
    database.run(
      sqlite.insertInto('watch_area').values({
        number: (last?.number ?? 0) + 1,
        area,
        version,
        changed: change.at,
        removed: change.draft === undefined ? 1 : 0,
        content: JSON.stringify(next),
      }),
    );
    return next;
  });
}

/** As JSON, in the order in which they were first drawn; without those that were removed (by then). */
export function listWatchAreas(database: Database, asOf: string | undefined): readonly string[] {
  const instant = parseAsOf(asOf);
  const rows = database.all(
    sqlite
      .selectFrom('watch_area')
      .select(['area', 'removed', 'content'])
      .$if(instant !== undefined, (query) => query.where('changed', '<=', instant ?? ''))
      .orderBy('area')
      .orderBy('version'),
  );
  const standing = new Map<number, string>();
  for (const { area, removed, content } of rows) {
    if (removed === 1) standing.delete(area);
    else standing.set(area, content);
  }
  return [...standing].sort(([a], [b]) => a - b).map(([, content]) => content);
}
