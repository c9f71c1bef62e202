import { sql } from 'kysely';
import type { FoundCount } from '../entries.ts';
import { isCurrent, matchesFilter, parseFilter } from '../queries.ts';
import { parseQuery } from '../query.ts';
import type { DocumentFilter, Facet } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { chooseKeys, makeKey, makeMatch, matchReadings } from './dialect.ts';
import { weighMarks } from './marks.ts';

/** Readings that are counted at most. */
const MOST_COUNTED = 2000;
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
  const facets: Record<string, Facet[]> = {};
  for (const column of ['outlet', 'language'] as const) {
    const rows = database.all(
      sqlite
        .selectFrom('reading')
        .select((eb) => [eb.ref(column).as('value'), eb.fn.countAll<number>().as('count')])
        .where('key', 'in', chooseKeys(keys))
        .where(column, 'is not', null)
        .groupBy(column),
    );
    facets[column] = rows.map(({ value, count }) => ({ value: value ?? '', count }));
  }
  const marks = database.all(
    sqlite
      .selectFrom('mark')
      .select((eb) => ['kind', 'value', eb.fn.countAll<number>().as('count')])
      .where(sql.ref<number>('mark.reading'), 'in', chooseKeys(keys))
      .groupBy(['kind', 'value']),
  );
  for (const { kind, ...facet } of marks) facets[kind] = [...(facets[kind] ?? []), facet];
  return Object.fromEntries(
    Object.entries(facets).map(([name, values]) => [
      name,
      values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MAX_VALUES),
    ]),
  );
}
