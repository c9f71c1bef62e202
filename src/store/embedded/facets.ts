import { sql } from 'kysely';
import { isCurrent, matchesFilter, parseFilter } from '../queries.ts';
import type { DocumentFilter, Facet, Facets } from '../store.ts';
import type { MarkKind } from '../tables.ts';
import { type Database, sqlite } from './database.ts';
import { chooseKeys as chooseNamed } from './dialect.ts';
import { weighMarks } from './marks.ts';

/** Values offered of one kind: those that most documents carry. */
const MAX_VALUES = 500;
/** Up to this many readings are gone through one by one; of more, it is quicker to go through all marks. */
const FEW = 2000;

/** Values by their kind, each with the number of readings that carry it. */
export type Counted = Map<string, Map<string, number>>;

/** Values to filter by, each with the number of documents that fit the filter and carry it, most first. */
export function countFacets(database: Database, request: DocumentFilter): Facets {
  return database.snapshot(() => makeFacets(countValues(database, request)));
}

export function makeFacets(counted: Counted): Facets {
  const list = (kind: MarkKind | 'outlet' | 'language') => sortFacets(counted.get(kind) ?? new Map());
  return {
    outlets: list('outlet'),
    languages: list('language'),
    eventTypes: list('eventType'),
    realis: list('realis'),
    stances: list('stance'),
    countries: list('country'),
  };
}

/** What the readings carry that a filter chooses, or that are named by their keys. */
export function countValues(
  database: Database,
  request: DocumentFilter & { readonly keys?: readonly number[] },
): Counted {
  const { keys, ...rest } = request;
  const filter = weighMarks(database, parseFilter(rest));
  const choose = () =>
    keys === undefined
      ? sqlite
          .selectFrom('reading as r')
          .where((eb) => eb.and([isCurrent(filter), matchesFilter(eb, filter)]))
      : sqlite.selectFrom('reading as r').where('r.key', 'in', chooseNamed(keys));
  const counted: Counted = new Map();
  const pairs = database.all(
    choose()
      .select((eb) => ['r.outlet', 'r.language', eb.fn.countAll<number>().as('count')])
      .groupBy(['r.outlet', 'r.language']),
  );
  for (const { outlet, language, count } of pairs) {
    if (outlet !== null) add(counted, 'outlet', outlet, count);
    if (language !== null) add(counted, 'language', language, count);
  }
  for (const { kind, value, count } of countMarks(database, choose().select('r.key')))
    add(counted, kind, value, count);
  return counted;
}

function add(counted: Counted, kind: string, value: string, count: number): void {
  const values = counted.get(kind) ?? new Map<string, number>();
  counted.set(kind, values);
  const sum = (values.get(value) ?? 0) + count;
  if (sum === 0) values.delete(value);
  else values.set(value, sum);
}

/** Adds counts to others, or takes them off. */
export function addValues(counted: Counted, more: Counted, sign: 1 | -1): void {
  for (const [kind, values] of more)
    for (const [value, count] of values) add(counted, kind, value, sign * count);
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

function sortFacets(values: ReadonlyMap<string, number>): readonly Facet[] {
  return [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
