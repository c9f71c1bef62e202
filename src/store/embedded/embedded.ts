import { join, resolve } from 'node:path';
import { PageArchive } from '../archive.ts';
import type { Store } from '../store.ts';
import { PAGES_FOLDER } from './layout.ts';
import { makeAccountMethods } from './methods/accounts.ts';
import { makeAlertMethods } from './methods/alerts.ts';
import { makeAuditMethods } from './methods/audit.ts';
import { makeDocumentMethods } from './methods/documents.ts';
import { makeEventCountMethods } from './methods/event-counts.ts';
import { makeHistoryMethods } from './methods/history.ts';
import { makeJudgementMethods } from './methods/judgements.ts';
import { makeLedgerMethods } from './methods/ledger.ts';
import { makeNotedMethods } from './methods/noted.ts';
import { makeProblemVersionMethods } from './methods/problem-versions.ts';
import { makeReportMethods } from './methods/reports.ts';
import { makeSearchMethods } from './methods/search.ts';
import { makeSourceMethods } from './methods/sources.ts';
import { makeUpkeepMethods } from './methods/upkeep.ts';
import { makeWatchAreaMethods } from './methods/watch-areas.ts';
import { openPort } from './port.ts';
import { readProgram } from './program.ts';
import { Session } from './session.ts';

export interface EmbeddedStoreOptions {
  /** Data folder; made where it does not exist. */
  readonly folder: string;
  /** The clock: gives an ISO 8601 instant whenever something is kept. */
  readonly now: () => string;
  /** Opens a store that exists without changing anything in its folder. */
  readonly readOnly?: boolean;
}

/**
 * Opens the store of a data folder: a SQLite file and beside it the archive of pages. Several processes may have
 * it open. Throws a `StoreError` where it cannot be used.
 *
 * @example
 * const store = await openEmbeddedStore({ folder: '/data', now: () => new Date().toISOString() });
 * await store.put([{ page, reading }]);
 * await store.close();
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<Store> {
  const folder = resolve(options.folder);
  const { now, readOnly = false } = options;
  const port = await openPort({ folder, readOnly, program: readProgram(), now: now() });
  const session = new Session(port, { folder, readOnly, now });
  const archive = new PageArchive(join(folder, PAGES_FOLDER));
  return {
    ...makeDocumentMethods(session, archive),
    ...makeReportMethods(session),
    ...makeHistoryMethods(session),
    ...makeLedgerMethods(session),
    ...makeEventCountMethods(session),
    ...makeJudgementMethods(session),
    ...makeProblemVersionMethods(session),
    ...makeWatchAreaMethods(session),
    ...makeNotedMethods(session),
    ...makeAlertMethods(session),
    ...makeAccountMethods(session),
    ...makeAuditMethods(session),
    ...makeSearchMethods(session),
    ...makeSourceMethods(session),
    ...makeUpkeepMethods(session, archive),
  };
}
