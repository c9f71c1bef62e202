import { makeLedgerRow, readLedgerRow } from '../../ledger.ts';
import { findLimit } from '../../limits.ts';
import type { Store } from '../../store.ts';
import type { NumberedMessage } from '../messages.ts';
import { collectPortions, fetchPortions, type PortionOptions } from '../portions.ts';
import type { Session } from '../session.ts';

/** The ledger of forecasts. */
export type LedgerMethods = Pick<Store, 'appendLedger' | 'listLedger' | 'exportLedger'>;

/** Rows in one message. */
const ROWS = 500;
const ALL = Number.POSITIVE_INFINITY;

export function makeLedgerMethods(session: Session): LedgerMethods {
  return {
    async appendLedger(entries) {
      session.checkWritable();
      if (entries.length > 0) await session.write('appendLedger', entries.map(makeLedgerRow));
    },
    listLedger: (request = {}) =>
      collectPortions(makePortions(session, request), ({ number, json }) => readLedgerRow(number, json)),
    async *exportLedger() {
      session.checkOpen();
      for await (const rows of fetchPortions(makePortions(session, {}))) {
        for (const { json } of rows) yield json;
      }
    },
  };
}

function makePortions(
  { call }: Session,
  { after = 0, limit, ...filter }: NonNullable<Parameters<Store['listLedger']>[0]>,
): PortionOptions<NumberedMessage> {
  return {
    limit: limit === undefined ? ALL : findLimit(limit, ALL),
    size: ROWS,
    fetch: (last, size) => call('listLedger', { ...filter, after: last?.number ?? after, limit: size }),
  };
}
