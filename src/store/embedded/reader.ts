import type { Document } from '../../model/document.ts';
import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import { makeAddress } from '../address.ts';
import { findLimit } from '../limits.ts';
import { unpackJson } from '../packing.ts';
import { parseAsOf, selectReadings } from '../queries.ts';
import { type Database, sqlite } from './database.ts';
import { parseReading, type ReadingMessage } from './messages.ts';

/** The document as its latest reading has it. */
export function readDocument(database: Database, key: number): Document {
  const row = database.first(
    selectReadings(sqlite).select('r.key').where('d.key', '=', key).orderBy('r.key', 'desc').limit(1),
  );
  if (!row)
    throw new StoreError(database.file, `document ${key} has no reading`, 'Run the check of the store.');
  return parseReading(readContent(database, row.key)).document;
}

export function findByBytes(database: Database, bytes: Hash): Document | undefined {
  const row = database.first(
    selectReadings(sqlite)
      .select('r.key')
      .where(
        'd.key',
        'in',
        sqlite.selectFrom('sighting').select('sighting.document').where('bytes', '=', bytes),
      )
      .where('r.known_until', 'is', null)
      .orderBy('r.key', 'desc')
      .limit(1),
  );
  return row && parseReading(readContent(database, row.key)).document;
}

/** Without an instant the last reading, even of a document that another has replaced: links to it stay good. */
export function findReading(
  database: Database,
  id: Hash,
  asOf: string | undefined,
): ReadingMessage | undefined {
  const instant = parseAsOf(asOf);
  const row = database.first(
    selectReadings(sqlite)
      .select(['r.key', 'r.published_from'])
      .where('d.id', '=', id)
      .$if(instant !== undefined, (query) => query.where('r.known_since', '<=', instant ?? ''))
      .orderBy('r.key', 'desc')
      .limit(1),
  );
  // Not in the condition: an older reading with a vaguer date must not bring back what the last one dates later.
  if (!row || (instant !== undefined && row.published_from > instant)) return undefined;
  return readContent(database, row.key);
}

export function readContent(database: Database, reading: number): ReadingMessage {
  const row = database.first(
    selectReadings(sqlite)
      .innerJoin('reading_content as content', 'content.reading', 'r.key')
      .innerJoin('document_text as text', 'text.document', 'd.key')
      .select(['content.content as reading', 'text.content as text', 'd.version'])
      .where('r.key', '=', reading),
  );
  if (!row) throw new StoreError(database.file, `reading ${reading} is lost`, 'Run the check of the store.');
  return {
    reading: unpack(database, row.reading),
    text: JSON.parse(unpack(database, row.text)) as string,
    version: row.version,
  };
}

export function unpack(database: Database, content: Uint8Array): string {
  try {
    return unpackJson(content);
  } catch (cause) {
    throw new StoreError(
      database.file,
      'a reading in it is damaged and cannot be unpacked',
      'Run the check of the store, then restore the last backup.',
      { cause },
    );
  }
}

export function findByPrefix(database: Database, prefix: string, limit: number): readonly Hash[] {
  const digits = prefix.replace(/^sha256:/u, '').toLowerCase();
  if (!/^[0-9a-f]{1,64}$/u.test(digits)) return [];
  const rows = database.all(
    sqlite
      .selectFrom('document')
      .select('id')
      .where('id', '>=', `sha256:${digits}`)
      // `g` is the first character after the digits.
      .where('id', '<', `sha256:${digits}g`)
      .orderBy('id')
      .limit(findLimit(limit)),
  );
  return rows.map((row) => row.id as Hash);
}

/** Whether a page was ever seen at this address. */
export function hasAddress(database: Database, url: string): boolean {
  const address = makeAddress({ url });
  if (address === undefined) return false;
  const row = database.first(
    sqlite.selectFrom('sighting').select('key').where('address', '=', address).limit(1),
  );
  return row !== undefined;
}
