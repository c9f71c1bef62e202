import { sql } from 'kysely';
import type { FoundCount } from '../entries.ts';
import { isCurrent, matchesFilter, parseFilter } from '../queries.ts';
import { parseQuery } from '../query.ts';
import type { DocumentFilter, Facet } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { chooseKeys, makeKey, makeMatch, matchReadings } from './dialect.ts';
import { weighMarks } from './marks.ts';

/** Readings that are counted at most. */
const MOST_COUNTED = 1000;
/** Values offered of one kind. */
const MAX_VALUES = 100;

/** How many documents fit, and what they carry: of those kept last where there are too many to look at each. */
export function countDocuments(
  database: Database,
  request: DocumentFilter & { readonly query?: string },
): FoundCount {
  return database.snapshot(() => {
    const keys = findKeys(database, request);
    const isWhole = keys.length <= MOST_COUNTED;
    const counted = keys.slice(0, MOST_COUNTED);
    return { count: counted.length, isWhole, facets: countValues(database, counted) };
  });
}

function findKeys(
  database: Database,
  { query = '', ...request }: DocumentFilter & { readonly query?: string },
): readonly number[] {
  const filter = weighMarks(database, parseFilter(request));
  const match = makeMatch(parseQuery(query));
  if (match === undefined && query.trim() !== '') return [];
  const rows = database.all(
    sqlite
      .selectFrom('reading as r')
      .select('r.key')
      .$if(match !== undefined, (select) => select.where('r.key', 'in', matchReadings(match ?? '')))
      .where((eb) => eb.and([isCurrent(filter), matchesFilter(eb, filter)]))
      .where('r.key', '<', makeKey(Number.MAX_SAFE_INTEGER))
      .orderBy('r.key', 'desc')
      .limit(MOST_COUNTED + 1),
  );
  return rows.map(({ key }) => key);
}

function countValues(
  database: Database,
  keys: readonly number[],
): Readonly<Record<string, readonly Facet[]>> {
  const counts = new Map<string, Map<string, number>>([
    ['outlet', new Map()],
    ['language', new Map()],
  ]);
  const add = (name: string, value: string | null): void => {
    if (value === null) return;
    const values = counts.get(name) ?? counts.set(name, new Map()).get(name)!;
    values.set(value, (values.get(value) ?? 0) + 1);
  };
  const rows = database.all(
    sqlite.selectFrom('reading').select(['outlet', 'language']).where('key', 'in', chooseKeys(keys)),
  );
  for (const { outlet, language } of rows) {
    add('outlet', outlet);
    add('language', language);
  }
  // Reading by reading, as the index has them: counting in the database would sort them all.
  const marks = database.all(
    sqlite
      .selectFrom('mark')
      .select(['kind', sql<string>`json_group_array(value)`.as('all')])
      .where(sql.ref<number>('mark.reading'), 'in', chooseKeys(keys))
      .groupBy(['reading', 'kind']),
  );
  for (const { kind, all } of marks) for (const value of JSON.parse(all) as string[]) add(kind, value);
  return Object.fromEntries(
    [...counts].map(([name, values]) => [
      name,
      [...values]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, MAX_VALUES),
    ]),
  );
}
