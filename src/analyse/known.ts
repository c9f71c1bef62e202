import type { Judgement } from '../model/judgement.ts';
import type { Report } from '../model/report.ts';
import { findReach } from '../text/instants.ts';
import { correctFields } from './correction/correct-fields.ts';
import { regroupIncidents } from './correction/regroup-incidents.ts';
import { type Standing, setAside } from './correction/set-aside.ts';
import { chooseStanding } from './correction/standing.ts';
import { takeOut } from './correction/take-out.ts';
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
  const until = readUntil(asOf);
  const holding = chooseStanding(judgements, asOf);
  const rejected = listRejected(holding);
  const arrived = reports.filter((report) => getKnownInstant(report) <= until);
  const placed = placeReports(arrived, ({ document }) => !rejected.has(document));
  const { reports: grouped, moves } = regroupIncidents(placed.reports, holding);
  const { reports: all, takenOut } = takeOut(grouped, holding, { arrived, changes: placed.changes });
  const newest = new Map<string, Report>();
  for (const report of all) {
    const other = newest.get(report.series);
    if (other === undefined || isNewer(report, other)) newest.set(report.series, report);
  }
  const asRead = all.filter((report) => newest.get(report.series) === report);
  const ids = new Set(asRead);
  const { reports: standing, corrected } = correctFields({ newest: asRead, all }, holding);
  return {
    ...setAside({ newest: standing, all }, holding),
    corrected,
    takenOut: takenOut.filter(({ report }) => ids.has(report)).map(({ change }) => change),
    incidentMoves: moves,
    regrouped: placed.changes,
  };
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
 * The last instant that is meant by an ISO 8601 date or instant, in milliseconds.
 *
 * @throws RangeError for what is neither.
 */
export function readUntil(asOf: string): number {
  const until = findReach(asOf)?.last;
  if (until === undefined)
    throw new RangeError(
      `"${asOf.slice(0, 60)}" is no instant: give one in ISO 8601, such as 2020-12-11T23:59:59Z.`,
    );
  return until;
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
 * Since when a report is known, in milliseconds. A date of publication counts from its first instant on; what carries none is known
 * since it was collected, and so is what claims to be published later than it was seen: a clock that is wrong hides nothing.
 */
export function getKnownInstant(report: Report): number {
  return readInstants(report).known;
}

function isNewer(report: Report, other: Report): boolean {
  if (report.version !== other.version) return report.version > other.version;
  return readInstants(report).collected >= readInstants(other).collected;
}

interface Instants {
  /** Since when it is known, and since when it is kept. */
  readonly known: number;
  readonly collected: number;
}

/** Dates read once: the same reports are asked about again and again, each time as of another instant. */
const INSTANTS = new WeakMap<Report, Instants>();

function readInstants(report: Report): Instants {
  const read = INSTANTS.get(report);
  if (read !== undefined) return read;
  // An instant that cannot be read is none that has come.
  const collected = findReach(report.knownSince)?.first ?? Number.POSITIVE_INFINITY;
  const seen = findReach(report.seen)?.last ?? Number.POSITIVE_INFINITY;
  const published = report.published === undefined ? undefined : findReach(report.published)?.first;
  const known = published === undefined || published > seen ? collected : Math.max(collected, published);
  const instants = { known, collected };
  INSTANTS.set(report, instants);
  return instants;
}
