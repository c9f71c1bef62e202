import type { Judgement } from '../model/judgement.ts';
import type { Report } from '../model/report.ts';
import { findReach } from '../text/instants.ts';
import { type Standing, setAside } from './correction/set-aside.ts';
import { chooseStanding } from './correction/standing.ts';
import { placeReports } from './story/placing.ts';

/**
 * What stood as of an instant: of each page the newest version, and of that the newest reading, among those that had been
 * collected and published by then, in the order in which they are given; without what the desk had rejected or its publisher
 * had taken back by then, which is listed.
 *
 * @example
 * choosePicture(reports, '2020-12-11T23:59:59Z', judgements).setAside;
 */
export function choosePicture(
  reports: readonly Report[],
  asOf: string,
  judgements: readonly Judgement[] = [],
): Standing {
  const until = findReach(asOf)?.last;
  if (until === undefined)
    throw new RangeError(
      `"${asOf.slice(0, 60)}" is no instant: give one in ISO 8601, such as 2020-12-11T23:59:59Z.`,
    );
  const holding = chooseStanding(judgements, asOf);
  const rejected = listRejected(holding);
  const { reports: all, changes } = placeReports(
    reports.filter((report) => isKnown(report, until)),
    ({ document }) => !rejected.has(document),
  );
  const newest = new Map<string, Report>();
  for (const report of all) {
    const other = newest.get(report.series);
    if (other === undefined || isNewer(report, other)) newest.set(report.series, report);
  }
  const standing = all.filter((report) => newest.get(report.series) === report);
  return { ...setAside({ newest: standing, all }, holding), regrouped: changes };
}

/** Documents that the desk rejected: what they show of how stories belong together counts no longer. */
function listRejected(judgements: readonly Judgement[]): ReadonlySet<string> {
  return new Set(
    judgements.flatMap(({ verdict, of }) =>
      verdict === 'reject' && of.type === 'document' ? [of.document] : [],
    ),
  );
}

/**
 * The reports that stood as of an instant: see `choosePicture`.
 *
 * @example
 * chooseKnown(reports, '2020-12-11T23:59:59Z').length;
 */
export function chooseKnown(
  reports: readonly Report[],
  asOf: string,
  judgements: readonly Judgement[] = [],
): readonly Report[] {
  return choosePicture(reports, asOf, judgements).reports;
}

/**
 * A date of publication counts from its first instant on; what carries none is known since it was collected, and so is what
 * claims to be published later than it was seen: a clock that is wrong hides nothing.
 */
function isKnown(report: Report, until: number): boolean {
  const { knownSince, published, seen } = readInstants(report);
  return knownSince <= until && (published === undefined || published <= until || published > seen);
}

function isNewer(report: Report, other: Report): boolean {
  if (report.version !== other.version) return report.version > other.version;
  return readInstants(report).knownSince >= readInstants(other).knownSince;
}

interface Instants {
  readonly knownSince: number;
  readonly published: number | undefined;
  readonly seen: number;
}

/** Dates read once: the same reports are asked about again and again, each time as of another instant. */
const INSTANTS = new WeakMap<Report, Instants>();

function readInstants(report: Report): Instants {
  const read = INSTANTS.get(report);
  if (read !== undefined) return read;
  const instants = {
    // An instant that cannot be read is none that has come.
    knownSince: findReach(report.knownSince)?.first ?? Number.POSITIVE_INFINITY,
    published: report.published === undefined ? undefined : findReach(report.published)?.first,
    seen: findReach(report.seen)?.last ?? Number.POSITIVE_INFINITY,
  };
  INSTANTS.set(report, instants);
  return instants;
}
