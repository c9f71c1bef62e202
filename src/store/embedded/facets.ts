import { isCurrent, matchesFilter, parseFilter, selectReadings } from '../queries.ts';
import type { DocumentFilter, Facet, Facets } from '../store.ts';
import type { MarkKind } from '../tables.ts';
import { type Database, sqlite } from './database.ts';

/** Values offered of one kind: those that most documents carry. */
const MAX_VALUES = 500;

/** Values to filter by, each with the number of documents that fit the filter and carry it, most first. */
export function countFacets(database: Database, request: DocumentFilter): Facets {
  const filter = parseFilter(request);
  const chosen = () =>
    selectReadings(sqlite).where((eb) => eb.and([isCurrent(eb, filter), matchesFilter(eb, filter)]));
  return database.snapshot(() => {
    const marks = database.all(
      chosen()
        .innerJoin('mark as m', 'm.reading', 'r.key')
        .select((eb) => ['m.kind', 'm.value', eb.fn.countAll<number>().as('count')])
        .groupBy(['m.kind', 'm.value']),
    );
    const countColumn = (column: 'outlet' | 'language') =>
      database.all(
        chosen()
          .select((eb) => [eb.ref(`r.${column}`).as('value'), eb.fn.countAll<number>().as('count')])
          .where(`r.${column}`, 'is not', null)
          .groupBy(`r.${column}`),
      );
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

function sortFacets(
  rows: readonly { readonly value: string | null; readonly count: number }[],
): readonly Facet[] {
  return rows
    .map(({ value, count }) => ({ value: value ?? '', count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
