import type { Hash } from '../../model/page.ts';
import { makeAddress } from '../address.ts';
import { unpackJson } from '../packing.ts';
import type { ReadingOrigin } from '../precedence.ts';
import { type Database, sqlite } from './database.ts';
import type { EntryMessage } from './messages.ts';

/** What the store holds already of a page that is put. */

/** A reading that is kept, with what decides whether another takes its place. */
export interface KeptReading extends ReadingOrigin {
  readonly key: number;
  readonly document: ReadingOrigin['document'] & { readonly key: number; readonly id: string };
  readonly series: number;
  readonly version: number;
  readonly previous: string | null;
}

export function findDocument(database: Database, id: string) {
  return database.first(sqlite.selectFrom('document').select('key').where('id', '=', id));
}

function selectKept() {
  return sqlite
    .selectFrom('reading as r')
    .innerJoin('document as d', 'd.key', 'r.document')
    .select(['r.key', 'r.engine', 'r.document', 'd.id', 'd.series', 'd.version', 'd.previous'])
    .select(['r.outlet', 'r.outlet_evidence', 'r.published', 'r.published_evidence', 'r.url']);
}

export function findCurrentByBytes(database: Database, bytes: Hash): readonly KeptReading[] {
  const documents = sqlite.selectFrom('sighting').select('document').where('bytes', '=', bytes);
  const rows = database.all(
    selectKept().where('r.document', 'in', documents).where('r.known_until', 'is', null).orderBy('r.key'),
  );
  return rows.map(makeKept);
}

export function findLatestReading(database: Database, document: number): KeptReading | undefined {
  const row = database.first(
    selectKept().where('r.document', '=', document).orderBy('r.key', 'desc').limit(1),
  );
  return row && makeKept(row);
}

type KeptRow =
  ReturnType<ReturnType<typeof selectKept>['execute']> extends Promise<(infer Row)[]> ? Row : never;

function makeKept(row: KeptRow): KeptReading {
  const { key, engine, series, version, previous, outlet, published, url } = row;
  return {
    ...{ key, engine, series, version, previous },
    document: {
      key: row.document,
      id: row.id,
      ...(outlet !== null && { outlet }),
      ...(row.outlet_evidence !== null && { outletEvidence: row.outlet_evidence }),
      ...(published !== null && { published }),
      ...(row.published_evidence !== null && { publishedEvidence: row.published_evidence }),
      ...(url !== null && { url }),
    },
  };
}

/** The document seen last at the address, from other bytes: pages of several documents are no versions of each other. */
export function findAtSameAddress(database: Database, page: EntryMessage['page']) {
  const address = makeAddress(page);
  if (address === undefined) return undefined;
  return database.first(
    sqlite
      .selectFrom('sighting as s')
      .innerJoin('document as d', 'd.key', 's.document')
      .select(['d.series', 'd.id as previous'])
      .where('s.address', '=', address)
      .where('s.bytes', '!=', page.hash)
      .orderBy('s.seen', 'desc')
      .orderBy('s.key', 'desc')
      .limit(1),
  );
}

export function findLastVersion(database: Database, series: number): number {
  const row = database.first(
    sqlite
      .selectFrom('document')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('series', '=', series),
  );
  return row?.version ?? 0;
}

export function readText(database: Database, document: number): string | undefined {
  const row = database.first(
    sqlite.selectFrom('document_text').select('content').where('document', '=', document),
  );
  return row && (JSON.parse(unpackJson(row.content)) as string);
}
