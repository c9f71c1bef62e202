import type { Document } from '../../model/document.ts';
import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import { makeAddress } from '../address.ts';
import { parseInstant } from '../instants.ts';
import { packJson, unpackJson } from '../packing.ts';
import { type ReadingOrigin, takesPrecedence } from '../precedence.ts';
import { makeClaimRows, makeEventRows, makeIndexText, makeMarks, makeReadingColumns } from '../rows.ts';
import type { Sighting } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { insertClaims, insertEvents, insertMarks, insertWords } from './dialect.ts';
import { readDocument } from './reader.ts';

/** A page whose bytes are in the archive, with its reading, as the worker is given it. */
export interface EntryMessage {
  readonly page: {
    readonly hash: Hash;
    readonly length: number;
    readonly seen: string;
    readonly url?: string;
    readonly file?: string;
    /** JSON. */
    readonly headers?: string;
  };
  /** JSON of the reading; the text of its document is empty there. */
  readonly reading: string;
  readonly text: string;
}

/** What became of an entry. Of a document that is new the sender has all but the version. */
export type EntryAnswer =
  | { readonly status: 'added'; readonly version: number }
  | { readonly status: 'changed'; readonly version: number; readonly previous: Hash }
  | { readonly status: 'unchanged'; readonly document: Document; readonly reread: boolean };

interface KeptReading extends ReadingOrigin {
  readonly key: number;
  readonly document: ReadingOrigin['document'] & { readonly key: number; readonly id: string };
  readonly series: number;
  readonly version: number;
  readonly previous: string | null;
}

interface Entry {
  readonly page: EntryMessage['page'];
  readonly reading: Reading;
  readonly json: string;
  readonly text: string;
  readonly known: string;
}

/** Keeps all entries or none. `now` is when they are kept. */
export function putEntries(
  database: Database,
  entries: readonly EntryMessage[],
  now: string,
): readonly EntryAnswer[] {
  return database.transaction(() => {
    const known = findInstant(database, now);
    return entries.map(({ page, reading: json, text }) =>
      putEntry(database, { page, json, text, known, reading: JSON.parse(json) as Reading }),
    );
  });
}

/** Records that a known page was seen again. */
export function putSighting(database: Database, sighting: Sighting, now: string): void {
  database.transaction(() => {
    const document = findDocument(database, sighting.document);
    if (!document) {
      throw new StoreError(
        sighting.document,
        'a sighting of it cannot be kept, because this document is not in the store',
        'Put the page with its reading instead.',
      );
    }
    const { bytes: hash, document: _, ...where } = sighting;
    insertSighting(database, document.key, { page: { hash, ...where }, known: findInstant(database, now) });
  });
}

/** The time of keeping never runs backwards, even where the clock does: later rows are never known earlier. */
function findInstant(database: Database, now: string): string {
  const instant = parseInstant(now);
  if (instant === undefined) {
    throw new StoreError(
      'clock',
      `"${now.slice(0, 60)}" is no instant`,
      'Give the store a clock in ISO 8601.',
    );
  }
  const last = database.first(
    sqlite.selectFrom('reading').select('known_since').orderBy('key', 'desc').limit(1),
  );
  return last && last.known_since > instant ? last.known_since : instant;
}

function putEntry(database: Database, entry: Entry): EntryAnswer {
  const { page, known } = entry;
  database.run(
    sqlite
      .insertInto('page')
      .values({ hash: page.hash, length: page.length, known_since: known })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const same = findDocument(database, entry.reading.document.id);
  if (same) return meetAgain(database, same.key, entry);

  const kept = findCurrentByBytes(database, page.hash);
  const outdated = kept.filter((reading) => takesPrecedence(entry.reading, reading));
  const [replaced] = outdated;
  if (replaced) return rereadOtherwise(database, entry, outdated);
  const equal = kept.find(
    (reading) =>
      takesPrecedence(reading, entry.reading) || readText(database, reading.document.key) === entry.text,
  );
  if (equal) return meetAgain(database, equal.document.key, entry);
  return addDocument(database, entry);
}

/** The document is known: the sighting is new, and perhaps the reading. */
function meetAgain(database: Database, document: number, entry: Entry): EntryAnswer {
  insertSighting(database, document, entry);
  const latest = findLatestReading(database, document);
  const isSame = latest?.document.id === entry.reading.document.id;
  const reread = latest !== undefined && isSame && takesPrecedence(entry.reading, latest);
  if (reread) closeReadings(database, [document], { by: insertReading(database, document, entry), entry });
  return { status: 'unchanged', document: readDocument(database, document), reread };
}

/** The same bytes were read by an older engine, which made another text of them: its documents step back. */
function rereadOtherwise(database: Database, entry: Entry, outdated: readonly KeptReading[]): EntryAnswer {
  const [first] = outdated as readonly [KeptReading];
  const { series, version, previous } = first;
  const document = insertDocument(database, entry, { series, version, previous });
  const by = insertReading(database, document, entry);
  const replaced = outdated.map((reading) => reading.document.key);
  closeReadings(database, replaced, { by, entry });
  return { status: 'changed', version, previous: first.document.id as Hash };
}

function addDocument(database: Database, entry: Entry): EntryAnswer {
  const before = findAtSameAddress(database, entry);
  const place = before && { ...before, version: findLastVersion(database, before.series) + 1 };
  insertReading(database, insertDocument(database, entry, place), entry);
  if (!place) return { status: 'added', version: 1 };
  return { status: 'changed', version: place.version, previous: place.previous as Hash };
}

function insertDocument(
  database: Database,
  entry: Entry,
  place?: { readonly series: number; readonly version: number; readonly previous: string | null },
): number {
  const key = database.run(
    sqlite.insertInto('document').values({
      id: entry.reading.document.id,
      series: place?.series ?? 0,
      version: place?.version ?? 1,
      previous: place?.previous ?? null,
      known_since: entry.known,
    }),
  );
  // The first of a series gives it its key, which is known only now.
  if (!place) database.run(sqlite.updateTable('document').set({ series: key }).where('key', '=', key));
  database.run(
    sqlite
      .insertInto('document_text')
      .values({ document: key, content: packJson(JSON.stringify(entry.text)) }),
  );
  insertSighting(database, key, entry);
  return key;
}

function insertReading(database: Database, document: number, entry: Entry): number {
  const { reading, text, known } = entry;
  const key = database.run(
    sqlite.insertInto('reading').values({
      document,
      known_since: known,
      known_until: null,
      superseded_by: null,
      ...makeReadingColumns(reading, text),
    }),
  );
  database.run(sqlite.insertInto('reading_content').values({ reading: key, content: packJson(entry.json) }));
  insertClaims(database, key, makeClaimRows(reading));
  insertEvents(database, key, makeEventRows(reading));
  insertMarks(database, key, makeMarks(reading));
  insertWords(database, key, makeIndexText(reading, text));
  return key;
}

function closeReadings(
  database: Database,
  documents: readonly number[],
  { by, entry }: { readonly by: number; readonly entry: Entry },
): void {
  database.run(
    sqlite
      .updateTable('reading')
      .set({ known_until: entry.known, superseded_by: by })
      .where('document', 'in', documents)
      .where('known_until', 'is', null)
      .where('key', '!=', by),
  );
}

function insertSighting(
  database: Database,
  document: number,
  { page, known }: { readonly page: Omit<EntryMessage['page'], 'length'>; readonly known: string },
): void {
  database.run(
    sqlite
      .insertInto('sighting')
      .values({
        document,
        bytes: page.hash,
        address: makeAddress(page) ?? null,
        url: page.url ?? null,
        file: page.file ?? null,
        headers: page.headers ?? null,
        seen: parseInstant(page.seen) ?? page.seen,
        known_since: known,
      })
      // Told twice of one sighting, as after a batch that was interrupted, the store keeps it once.
      .onConflict((conflict) => conflict.doNothing()),
  );
}

function findDocument(database: Database, id: string) {
  return database.first(sqlite.selectFrom('document').select('key').where('id', '=', id));
}

function selectKept() {
  return sqlite
    .selectFrom('reading as r')
    .innerJoin('document as d', 'd.key', 'r.document')
    .select(['r.key', 'r.engine', 'r.document', 'd.id', 'd.series', 'd.version', 'd.previous'])
    .select(['r.outlet', 'r.outlet_evidence', 'r.published', 'r.published_evidence']);
}

function findCurrentByBytes(database: Database, bytes: Hash): readonly KeptReading[] {
  const documents = sqlite.selectFrom('sighting').select('document').where('bytes', '=', bytes);
  const rows = database.all(
    selectKept().where('r.document', 'in', documents).where('r.known_until', 'is', null).orderBy('r.key'),
  );
  return rows.map(makeKept);
}

function findLatestReading(database: Database, document: number): KeptReading | undefined {
  const row = database.first(
    selectKept().where('r.document', '=', document).orderBy('r.key', 'desc').limit(1),
  );
  return row && makeKept(row);
}

type KeptRow =
  ReturnType<ReturnType<typeof selectKept>['execute']> extends Promise<(infer Row)[]> ? Row : never;

function makeKept(row: KeptRow): KeptReading {
  const { key, engine, series, version, previous, outlet, published } = row;
  return {
    ...{ key, engine, series, version, previous },
    document: {
      key: row.document,
      id: row.id,
      ...(outlet !== null && { outlet }),
      ...(row.outlet_evidence !== null && { outletEvidence: row.outlet_evidence }),
      ...(published !== null && { published }),
      ...(row.published_evidence !== null && { publishedEvidence: row.published_evidence }),
    },
  };
}

/** The document seen last at the address, from other bytes: pages of several documents are no versions of each other. */
function findAtSameAddress(database: Database, { page }: Entry) {
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

function findLastVersion(database: Database, series: number): number {
  const row = database.first(
    sqlite
      .selectFrom('document')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('series', '=', series),
  );
  return row?.version ?? 0;
}

function readText(database: Database, document: number): string | undefined {
  const row = database.first(
    sqlite.selectFrom('document_text').select('content').where('document', '=', document),
  );
  return row && (JSON.parse(unpackJson(row.content)) as string);
}
