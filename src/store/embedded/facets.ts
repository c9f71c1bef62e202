import { sql } from 'kysely';
import { isCurrent, matchesFilter, parseFilter } from '../queries.ts';
import type { DocumentFilter, Facet, Facets } from '../store.ts';
import type { MarkKind } from '../tables.ts';
import { type Database, sqlite } from './database.ts';
import { weighMarks } from './marks.ts';

/** Values offered of one kind: those that most documents carry. */
const MAX_VALUES = 500;
/** Up to this many readings are gone through one by one; of more, it is quicker to go through all marks. */
const FEW = 2000;

/** Values to filter by, each with the number of documents that fit the filter and carry it, most first. */
export function countFacets(database: Database, request: DocumentFilter): Facets {
  const filter = weighMarks(database, parseFilter(request));
  const choose = () =>
    sqlite.selectFrom('reading as r').where((eb) => eb.and([isCurrent(filter), matchesFilter(eb, filter)]));
  return database.snapshot(() => {
    const pairs = database.all(
      choose()
        .select((eb) => ['r.outlet', 'r.language', eb.fn.countAll<number>().as('count')])
        .groupBy(['r.outlet', 'r.language']),
    );
    const countColumn = (column: 'outlet' | 'language') => {
      const counts = new Map<string, number>();
      for (const { count, ...pair } of pairs) {
        const value = pair[column];
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
      }
      return [...counts].map(([value, count]) => ({ value, count }));
    };
    const marks = countMarks(database, choose().select('r.key'));
    const ofKind = (kind: MarkKind) => sortFacets(marks.filter((mark) => mark.kind === kind));
    return {
      outlets: sortFacets(countColumn('outlet')),
      languages: sortFacets(countColumn('language')),
      eventTypes: ofKind('eventType'),
      realis: ofKind('realis'),
      stances: ofKind('stance'),
      countries: ofKind('country'),
    };
  });
}

type Keys = ReturnType<typeof chooseKeys>;
const chooseKeys = () => sqlite.selectFrom('reading as r').select('r.key');

/** Marks that are offered to filter by. */
const KINDS = ['eventType', 'realis', 'stance', 'country'] as const;

function countMarks(database: Database, keys: Keys): readonly MarkCount[] {
  const count = (keys?: Keys, isFew = false) =>
    database.all(
      sqlite
        .selectFrom('mark')
        .select((eb) => ['mark.kind', 'mark.value', eb.fn.countAll<number>().as('count')])
        .where('mark.kind', 'in', KINDS)
        // The plus keeps the index by reading out of it, and so the marks in their order, which needs no sorting.
        .$if(keys !== undefined, (query) =>
          query.where(isFew ? sql.ref<number>('mark.reading') : sql<number>`+ mark.reading`, 'in', keys!),
        )
        .groupBy(['mark.kind', 'mark.value']),
    );
  if (database.all(keys.limit(FEW)).length < FEW) return count(keys, true);
  // Of nearly all readings it is quickest to count all marks and take off those of the few others.
  const others = chooseKeys().where('r.key', 'not in', keys);
  if (database.all(others.limit(FEW)).length === FEW) return count(keys);
  const off = new Map(count(others, true).map(({ kind, value, count }) => [`${kind} ${value}`, count]));
  return count().flatMap(({ kind, value, count }) => {
    const left = count - (off.get(`${kind} ${value}`) ?? 0);
    return left === 0 ? [] : { kind, value, count: left };
  });
}

interface MarkCount {
  readonly kind: string;
  readonly value: string;
  readonly count: number;
}

function sortFacets(
  rows: readonly { readonly value: string | null; readonly count: number }[],
): readonly Facet[] {
  return rows
    .map(({ value, count }) => ({ value: value ?? '', count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
