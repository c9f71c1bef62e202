import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import { parseInstant } from '../instants.ts';
import { packJson } from '../packing.ts';
import { type Database, sqlite } from './database.ts';
import { indexReport } from './entries.ts';
import type { NumberedMessage, ReportMessage, UnreportedMessage } from './messages.ts';
import { readContent, unpack } from './reader.ts';

/** Current readings that wait for their report, in the order in which they were kept. */
export function listUnreported(
  database: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly UnreportedMessage[] {
  const rows = database.all(
    sqlite
      .selectFrom('unreported as u')
      .innerJoin('reading as r', 'r.key', 'u.reading')
      .innerJoin('document as d', 'd.key', 'r.document')
      .innerJoin('document as first', 'first.key', 'd.series')
      .select(['r.key', 'r.known_since', 'first.id as series'])
      .where('u.reading', '>', after)
      .orderBy('u.reading')
      .limit(limit),
  );
  return rows.map(({ key, known_since, series }) => ({
    key,
    knownSince: known_since,
    series: series as Hash,
    ...readContent(database, key),
  }));
}

/** Keeps all reports or none; of a reading that has one already, the first stays. */
export function putReports(database: Database, reports: readonly ReportMessage[]): void {
  database.transaction(() => {
    for (const report of reports) putReport(database, report);
  });
}

function putReport(database: Database, report: ReportMessage): void {
  const { reading, isReported } = findReading(database, report);
  if (!isReported) {
    database.run(sqlite.insertInto('report').values({ reading, content: packJson(report.json) }));
    indexReport(database, reading, (JSON.parse(report.json) as { readonly report: Report }).report);
  }
  database.run(sqlite.deleteFrom('unreported').where('reading', '=', reading));
}

/**
 * The reading that a report was made of: it says since when that is known. A reading also counts as reported where a later one
 * of the same document is, since the newest number must belong to the newest reading, even of two processes at work at once.
 */
function findReading(
  database: Database,
  { document, knownSince }: ReportMessage,
): { readonly reading: number; readonly isReported: boolean } {
  const rows = database.all(
    sqlite
      .selectFrom('reading as r')
      .innerJoin('document as d', 'd.key', 'r.document')
      .leftJoin('report as p', 'p.reading', 'r.key')
      .select(['r.key', 'r.known_since', 'p.number'])
      .where('d.id', '=', document)
      .orderBy('r.key'),
  );
  const instant = parseInstant(knownSince);
  const found = rows.findLast((row) => row.known_since === instant);
  if (found) {
    const isReported = rows.some((row) => row.key >= found.key && row.number !== null);
    return { reading: found.key, isReported };
  }
  throw new StoreError(
    document,
    `its report is of no reading that is kept: none is known since ${knownSince.slice(0, 60)}`,
    'Make the report from the reading and the time that the list of unreported readings gives.',
  );
}

/** Reports with a higher number, unpacked and not yet parsed. */
export function listReports(
  database: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly NumberedMessage[] {
  const rows = database.all(
    sqlite
      .selectFrom('report')
      .select(['number', 'content'])
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit),
  );
  return rows.map(({ number, content }) => ({ number, json: unpack(database, content) }));
}
