import { findLimit } from '../../limits.ts';
import type { NumberedReport, Store, StoredReport, UnreportedReading } from '../../store.ts';
import {
  type NumberedMessage,
  parseReading,
  type ReportMessage,
  type UnreportedMessage,
} from '../messages.ts';
import { collectPortions, type PortionOptions } from '../portions.ts';
import type { Session } from '../session.ts';

/** Readings that wait for their report, and reports. */
export type ReportMethods = Pick<Store, 'listUnreported' | 'putReports' | 'listReports'>;

const MAX_LIMIT = 1000;
/** Rows in one message: of readings with their texts, and of reports, some megabytes. */
const READINGS = 50;
const REPORTS = 250;

export function makeReportMethods({ call, write }: Session): ReportMethods {
  return {
    listUnreported(limit) {
      const portions: PortionOptions<UnreportedMessage> = {
        limit: findLimit(limit, MAX_LIMIT),
        size: READINGS,
        fetch: (last, size) => call('listUnreported', { after: last?.key ?? 0, limit: size }),
      };
      return collectPortions(portions, parseUnreported);
    },
    putReports: (reports) => write('putReports', reports.map(makeMessage)),
    listReports({ after = 0, limit }) {
      const portions: PortionOptions<NumberedMessage> = {
        limit: findLimit(limit, MAX_LIMIT),
        size: REPORTS,
        fetch: (last, size) => call('listReports', { after: last?.number ?? after, limit: size }),
      };
      return collectPortions(portions, parseReport);
    },
  };
}

function parseUnreported({ series, knownSince, ...message }: UnreportedMessage): UnreportedReading {
  return { reading: parseReading(message), series, knownSince };
}

function makeMessage({ report, trace }: StoredReport): ReportMessage {
  const { document, knownSince } = report;
  return { document, knownSince, json: JSON.stringify({ report, trace }) };
}

function parseReport({ number, json }: NumberedMessage): NumberedReport {
  const { report, trace } = JSON.parse(json) as StoredReport;
  return { number, report, trace };
}
