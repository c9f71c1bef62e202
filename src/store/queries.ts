import {
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  type Kysely,
  type SqlBool,
  sql,
} from 'kysely';
import { StoreError } from '../model/errors.ts';
import { parseInstant, parseRange } from './instants.ts';
import type { DocumentFilter } from './store.ts';
import type { MarkKind, StoreTables } from './tables.ts';

/** Queries that are the same for every database. Alias `r` is a reading: conditions speak of it alone. */
export type Joined = StoreTables & { r: StoreTables['reading'] };
type Builder = ExpressionBuilder<Joined, 'r'>;
type Aliased = { r: StoreTables['reading']; their: StoreTables['reading'] };
type Condition = Expression<SqlBool>;

/** Which state of the store is asked about. */
export interface Moment {
  /** Nothing kept or published later than this instant. */
  readonly asOf?: string;
  /** Nothing with a greater key: what a cursor goes on from. */
  readonly horizon?: number;
}

/** A mark that a reading must carry. */
export interface WantedMark {
  readonly kind: MarkKind;
  readonly value: string;
  /** True where few readings carry it: then one begins with them, else with the newest readings. */
  readonly rare?: boolean;
}

/** A filter with its dates understood. */
export interface ParsedFilter extends Moment {
  readonly equal: readonly (readonly ['outlet' | 'language', string])[];
  readonly marks: readonly WantedMark[];
  readonly outlets?: readonly string[];
  readonly knownAfter?: string;
  readonly event?: { readonly type: string; readonly realis: string };
  readonly from?: string;
  readonly to?: string;
  readonly latest: boolean;
}

/** The instant of an `asOf`. Throws a `StoreError` where it is none. */
export function parseAsOf(asOf: string | undefined): string | undefined {
  return asOf === undefined ? undefined : demand('asOf', asOf, parseInstant);
}

/** Throws a `StoreError` where the instant is none. */
export function makeMoment(asOf: string | undefined): Moment {
  const instant = parseAsOf(asOf);
  return instant === undefined ? {} : { asOf: instant };
}

/** Throws a `StoreError` where a date of the filter is none. */
export function parseFilter(filter: DocumentFilter): ParsedFilter {
  const { eventType, realis, stance, country, mode, certainty, actor, outlets } = filter;
  const asOf = parseAsOf(filter.asOf);
  const marks: WantedMark[] = [];
  if (eventType !== undefined) marks.push({ kind: 'eventType', value: eventType });
  if (realis !== undefined) marks.push({ kind: 'realis', value: realis });
  if (stance !== undefined) marks.push({ kind: 'stance', value: stance });
  if (mode !== undefined) marks.push({ kind: 'mode', value: mode });
  if (certainty !== undefined) marks.push({ kind: 'certainty', value: certainty });
  if (actor !== undefined) marks.push({ kind: 'actor', value: actor });
  if (country !== undefined) marks.push({ kind: 'country', value: country.toUpperCase() });
  const equal: ['outlet' | 'language', string][] = [];
  if (filter.outlet !== undefined) equal.push(['outlet', filter.outlet]);
  if (filter.language !== undefined) equal.push(['language', filter.language]);
  return {
    equal,
    marks,
    latest: filter.versions === 'latest',
    ...(asOf !== undefined && { asOf }),
    ...(outlets !== undefined && { outlets }),
    ...(filter.knownAfter !== undefined && {
      knownAfter: demand('knownAfter', filter.knownAfter, parseInstant),
    }),
    ...(eventType !== undefined && realis !== undefined && { event: { type: eventType, realis } }),
    ...(filter.from !== undefined && { from: demand('from', filter.from, parseRange).first }),
    ...(filter.to !== undefined && { to: demand('to', filter.to, parseRange).last }),
  };
}

function demand<Value>(name: string, text: string, parse: (text: string) => Value | undefined): Value {
  const value = parse(text);
  if (value !== undefined) return value;
  throw new StoreError(
    name,
    `"${text.slice(0, 60)}" is no date`,
    'Give an ISO 8601 date such as 2020-12, 2020-12-11 or 2020-12-11T18:05:00Z.',
  );
}

/** Readings with their documents. */
export function selectReadings(db: Kysely<StoreTables>) {
  return db.selectFrom('reading as r').innerJoin('document as d', 'd.key', 'r.document');
}

/**
 * Whether a reading was the current one at the moment asked about, and of something published by then. What is dated later than
 * an `asOf` was not known, whenever it was kept.
 */
export function isCurrent(moment: Moment, alias: 'r' | 'their' = 'r'): Condition {
  const { asOf, horizon } = moment;
  const eb = expressionBuilder<Aliased, 'r' | 'their'>();
  const conditions: Condition[] = [];
  const open: Condition[] = [eb(`${alias}.known_until`, 'is', null)];
  if (horizon !== undefined) {
    conditions.push(eb(`${alias}.key`, '<=', horizon));
    open.push(eb(`${alias}.superseded_by`, '>', horizon));
  }
  if (asOf !== undefined) {
    conditions.push(eb(`${alias}.known_since`, '<=', asOf), eb(`${alias}.published_from`, '<=', asOf));
    open.push(eb(`${alias}.known_until`, '>', asOf));
  }
  return eb.and([...conditions, eb.or(open)]);
}

/** Documents kept by an instant of which the latest reading of then says that they were published after it. */
export function selectUnpublished(db: Kysely<StoreTables>, asOf: string) {
  return db
    .selectFrom('reading as r')
    .select('r.document')
    .where('r.published_from', '>', asOf)
    .where('r.known_since', '<=', asOf)
    .where(({ eb, not, exists }) =>
      not(
        exists(
          eb
            .selectFrom('reading as later')
            .select('later.key')
            .whereRef('later.document', '=', 'r.document')
            .whereRef('later.key', '>', 'r.key')
            .where('later.known_since', '<=', asOf),
        ),
      ),
    );
}

/** All conditions of a filter but `isCurrent`. */
export function matchesFilter(eb: Builder, filter: ParsedFilter): Condition {
  const conditions: Condition[] = [];
  for (const [column, value] of filter.equal) conditions.push(eb(`r.${column}`, '=', value));
  if (filter.outlets !== undefined) conditions.push(eb('r.outlet', 'in', filter.outlets));
  if (filter.knownAfter !== undefined) conditions.push(eb('r.known_since', '>', filter.knownAfter));
  for (const mark of filter.marks) conditions.push(carriesMark(eb, mark));
  if (filter.event) conditions.push(carriesEvent(eb, filter.event));
  if (filter.from !== undefined) conditions.push(eb('r.published_to', '>=', filter.from));
  if (filter.to !== undefined) {
    conditions.push(eb('r.published_from', '<=', filter.to), eb('r.published_from', '!=', ''));
  }
  if (filter.latest) conditions.push(isLatestVersion(filter));
  return eb.and(conditions);
}

function carriesMark(eb: Builder, { kind, value, rare }: WantedMark): Condition {
  const marks = eb
    .selectFrom('mark')
    .select('mark.reading')
    .where('kind', '=', kind)
    .where('value', '=', value);
  return rare ? eb('r.key', 'in', marks) : eb.exists(marks.whereRef('mark.reading', '=', 'r.key'));
}

function carriesEvent(eb: Builder, event: { readonly type: string; readonly realis: string }): Condition {
  return eb.exists(
    eb
      .selectFrom('event')
      .select('event.number')
      .whereRef('event.reading', '=', 'r.key')
      .where('type', '=', event.type)
      .where('realis', '=', event.realis),
  );
}

/** No later version was current at the moment: one kept or published after it does not count. */
export function isLatestVersion(moment: Moment): Condition {
  const eb = expressionBuilder<Joined, 'r'>();
  const newer = eb
    .selectFrom('document as own')
    .innerJoin('document as later', 'later.series', 'own.series')
    .innerJoin('reading as their', 'their.document', 'later.key')
    .select('later.key')
    .whereRef('own.key', '=', 'r.document')
    .whereRef('later.version', '>', 'own.version')
    .where(isCurrent(moment, 'their'));
  return eb.not(eb.exists(newer));
}

/** What a summary is made of. */
export const SUMMARY_COLUMNS = [
  'r.key',
  'd.id',
  'd.version',
  'd.previous',
  'r.title',
  'r.outlet',
  'r.url',
  'r.file',
  'r.published',
  'r.published_from',
  'r.seen',
  'r.language',
  'r.excerpt',
  'r.claims',
  'r.events',
] as const;

/** Rows after the one that a cursor points to, in descending order of a column. */
export function isAfter(
  eb: Builder,
  column: 'r.published_from' | 'r.seen',
  last: { readonly value: string; readonly key: number },
): Condition {
  return sql<SqlBool>`(${eb.ref(column)}, ${eb.ref('r.key')}) < (${last.value}, ${last.key})`;
}
