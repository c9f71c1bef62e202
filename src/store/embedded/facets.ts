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
    const countColumn = (column: 'outlet' | 'language') =>
      database.all(
        choose()
          .select((eb) => [eb.ref(`r.${column}`).as('value'), eb.fn.countAll<number>().as('count')])
          .where(`r.${column}`, 'is not', null)
          .groupBy(`r.${column}`),
      );
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

function countMarks(database: Database, keys: Keys) {
  const isFew = database.all(keys.limit(FEW)).length < FEW;
  // The plus keeps the index by reading out of it, and so the marks in their order, which needs no sorting.
  const reading = isFew ? sql.ref<number>('mark.reading') : sql<number>`+ mark.reading`;
  return database.all(
    sqlite
      .selectFrom('mark')
      .select((eb) => ['mark.kind', 'mark.value', eb.fn.countAll<number>().as('count')])
      .where(reading, 'in', keys)
      .groupBy(['mark.kind', 'mark.value']),
  );
}

function sortFacets(
  rows: readonly { readonly value: string | null; readonly count: number }[],
): readonly Facet[] {
  return rows
    .map(({ value, count }) => ({ value: value ?? '', count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
