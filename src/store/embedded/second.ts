import type { Reading } from '../../model/reading.ts';
import { type Database, sqlite } from './database.ts';
import { findDocument } from './kept.ts';
import type { EntryMessage } from './messages.ts';
import { parseReading } from './messages.ts';
import { readContent } from './reader.ts';
import { closeReadings, findInstant, insertReading } from './writer.ts';

/**
 * Keeps a reading to which a second reader has added. It takes the place of the reading that it was made from, and of no other: what
 * was read anew meanwhile, or stepped back for another document, stays.
 */
export function putSecond(
  database: Database,
  { reading: json, text }: Pick<EntryMessage, 'reading' | 'text'>,
  at: string,
): boolean {
  return database.transaction(() => {
    const reading = JSON.parse(json) as Reading;
    const document = findDocument(database, reading.document.id);
    const kept = document && findCurrent(database, document.key);
    if (document === undefined || kept === undefined) return false;
    const before = parseReading(readContent(database, kept.key));
    if (before.second !== undefined || before.engine !== reading.engine || !isSameBefore(before, reading))
      return false;
    const known = findInstantAfter(database, kept.known_since, at);
    const by = insertReading(database, document.key, { reading, json, text, known });
    closeReadings(database, [document.key], { by, entry: { known } });
    return true;
  });
}

function findCurrent(database: Database, document: number) {
  return database.first(
    sqlite
      .selectFrom('reading')
      .select(['key', 'known_since'])
      .where('document', '=', document)
      .where('known_until', 'is', null)
      .orderBy('key', 'desc')
      .limit(1),
  );
}

/** The facts of a document may have been vouched for meanwhile: what was added to the reading before that is out of date. */
function isSameBefore(before: Reading, { document }: Reading): boolean {
  const { outlet, published, url } = before.document;
  return outlet === document.outlet && published === document.published && url === document.url;
}

/** Later than the first reading, even by a clock that stood still: a report is known by its document and this instant. */
function findInstantAfter(database: Database, known: string, at: string): string {
  const instant = findInstant(database, at);
  return instant > known ? instant : new Date(Date.parse(known) + 1).toISOString();
}
