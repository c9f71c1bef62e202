import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import { makeAddress } from '../address.ts';
import { demandInstant, parseInstant } from '../instants.ts';
import { packJson } from '../packing.ts';
import { takesPrecedence } from '../precedence.ts';
import { makeClaimRows, makeEventRows, makeIndexText, makeMarks, makeReadingColumns } from '../rows.ts';
import type { Sighting } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { insertClaims, insertEvents, insertMarks, insertWords } from './dialect.ts';
import {
  findAtSameAddress,
  findCurrentByBytes,
  findDocument,
  findLastVersion,
  findLatestReading,
  type KeptReading,
  readText,
} from './kept.ts';
import type { EntryAnswer, EntryMessage } from './messages.ts';
import { readDocument } from './reader.ts';

/** A reading as it is kept. */
export interface KeptEntry {
  readonly reading: Reading;
  readonly json: string;
  readonly text: string;
  readonly known: string;
}

interface Entry extends KeptEntry {
  readonly page: EntryMessage['page'];
  /** What decides whether it takes the place of another. */
  readonly origin: Parameters<typeof takesPrecedence>[0];
}

/** Keeps all entries or none. `at` is when they are kept, or were in what is gone through again. */
export function putEntries(
  database: Database,
  entries: readonly EntryMessage[],
  at: string,
): readonly EntryAnswer[] {
  return database.transaction(() => {
    const known = findInstant(database, at);
    return entries.map(({ page, reading: json, text, isUrlGiven }) => {
      const reading = JSON.parse(json) as Reading;
      return putEntry(database, { page, json, text, known, reading, origin: { ...reading, isUrlGiven } });
    });
  });
}

/** Records that a known page was seen again. */
export function putSighting(database: Database, sighting: Sighting, at: string): void {
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
    insertSighting(database, document.key, { page: { hash, ...where }, known: findInstant(database, at) });
  });
}

/** The time of keeping never runs backwards, even where the clock does: later rows are never known earlier. */
export function findInstant(database: Database, at: string): string {
  const instant = demandInstant(at);
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
  const kept = findCurrentByBytes(database, page.hash);
  const outdated = kept.filter((reading) => takesPrecedence(entry.origin, reading));
  const same = findDocument(database, entry.reading.document.id);
  if (same) {
    const others = outdated.filter((reading) => reading.document.key !== same.key);
    const replaced = others.filter((reading) => readText(database, reading.document.key) === entry.text);
    return replaced.length > 0
      ? takeBack(database, same.key, { entry, replaced })
      : meetAgain(database, same.key, entry);
  }
  if (outdated.length > 0) return rereadOtherwise(database, entry, outdated);
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
  const reread = latest !== undefined && isSame && takesPrecedence(entry.origin, latest);
  if (reread) closeReadings(database, [document], { by: insertReading(database, document, entry), entry });
  return { status: 'unchanged', document: readDocument(database, document), reread };
}

/**
 * The document is known and had stepped back for another of the same text, under another outlet say: now somebody vouches
 * for it again.
 */
function takeBack(
  database: Database,
  document: number,
  { entry, replaced }: { readonly entry: Entry; readonly replaced: readonly KeptReading[] },
): EntryAnswer {
  insertSighting(database, document, entry);
  const by = insertReading(database, document, entry);
  closeReadings(database, [document, ...replaced.map((reading) => reading.document.key)], { by, entry });
  const { version } = readDocument(database, document);
  return { status: 'changed', version, previous: replaced[0]!.document.id as Hash };
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
  const before = findAtSameAddress(database, entry.page);
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

export function insertReading(database: Database, document: number, entry: KeptEntry): number {
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
  database.run(sqlite.insertInto('unreported').values({ reading: key }));
  return key;
}

export function closeReadings(
  database: Database,
  documents: readonly number[],
  { by, entry }: { readonly by: number; readonly entry: Pick<KeptEntry, 'known'> },
): void {
  const closing = sqlite
    .selectFrom('reading')
    .select('reading.key')
    .where('document', 'in', documents)
    .where('known_until', 'is', null)
    .where('reading.key', '!=', by);
  database.run(sqlite.deleteFrom('unreported').where('reading', 'in', closing));
  database.run(
    sqlite
      .updateTable('reading')
      .set({ known_until: entry.known, superseded_by: by })
      .where('key', 'in', closing),
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
