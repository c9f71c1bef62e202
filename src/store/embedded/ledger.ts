import type { ChainEnd } from '../chain.ts';
import { checkFollowing } from '../ledger.ts';
import { parseAsOf } from '../queries.ts';
import type { LedgerTable } from '../tables.ts';
import { type Database, sqlite } from './database.ts';
import type { LedgerRequest, NumberedMessage } from './messages.ts';

/** Keeps all entries or none; whether they follow the last one is asked while nobody else can write. */
export function appendLedger(database: Database, rows: readonly LedgerTable[]): void {
  database.transaction(() => {
    checkFollowing(findEnd(database), rows);
    for (const row of rows)
      database.runSql(
        INSERT,
        COLUMNS.map((column) => row[column]),
      );
  });
}

const COLUMNS = ['number', 'hash', 'previous', 'filed', 'problem', 'kind', 'content'] as const;

/** Written out once: what is filed at once may be thousands of rows. */
const INSERT = `insert into ledger (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`;

function findEnd(database: Database): ChainEnd | undefined {
  return database.first(
    sqlite.selectFrom('ledger').select(['number', 'hash']).orderBy('number', 'desc').limit(1),
  );
}

/** Entries as they are kept, none of them parsed. */
export function listLedger(
  database: Database,
  { problem, after, asOf, limit }: LedgerRequest,
): readonly NumberedMessage[] {
  const instant = parseAsOf(asOf);
  return database.all(
    sqlite
      .selectFrom('ledger')
      .select(['number', 'content as json'])
      .where('number', '>', after)
      .$if(problem !== undefined, (query) => query.where('problem', '=', problem ?? ''))
      .$if(instant !== undefined, (query) => query.where('filed', '<=', instant ?? ''))
      .orderBy('number')
      .limit(limit),
  );
}
