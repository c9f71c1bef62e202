import type { AuditEntry, AuditFacts } from '../../model/audit.ts';
import { makeAuditEntry, makeAuditRow } from '../audit.ts';
import { type Database, sqlite } from './database.ts';
import type { AuditRequest, NumberedMessage } from './messages.ts';

/** Binds an entry to the last one while nobody else can write, and keeps it. */
export function appendAudit(database: Database, facts: AuditFacts): AuditEntry {
  return database.transaction(() => {
    const last = database.first(
      sqlite.selectFrom('audit').select(['number', 'hash']).orderBy('number', 'desc').limit(1),
    );
    const entry = makeAuditEntry(last, facts);
    database.run(sqlite.insertInto('audit').values(makeAuditRow(entry)));
    return entry;
  });
}

/** Newest first, as they are kept. */
export function listAudit(
  database: Database,
  { before, limit, by, operation }: AuditRequest,
): readonly NumberedMessage[] {
  return database.all(
    sqlite
      .selectFrom('audit')
      .select(['number', 'content as json'])
      .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
      .$if(by !== undefined, (query) => query.where('who', '=', by ?? ''))
      .$if(operation !== undefined, (query) => query.where('operation', '=', operation ?? ''))
      .orderBy('number', 'desc')
      .limit(limit),
  );
}

/** Oldest first, with a number above `after`, none of them parsed. */
export function exportAudit(
  database: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly NumberedMessage[] {
  return database.all(
    sqlite
      .selectFrom('audit')
      .select(['number', 'content as json'])
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit),
  );
}
