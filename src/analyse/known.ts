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
  const { known, again } = lookOver(reports);
  const arrived = reports.filter((_, at) => known[at]! <= until);
  const placed = placeReports(arrived, ({ document }) => !rejected.has(document));
  const { reports: grouped, moves } = regroupIncidents(placed.reports, holding);
  const { reports: all, takenOut } = takeOut(grouped, holding, { arrived, changes: placed.changes });
  const versions = again.size === 0 ? [] : all.filter((_, at) => again.has(arrived[at]!));
  const newest = new Map<string, Report>();
  for (const report of versions) {
    const other = newest.get(report.series);
    if (other === undefined || isNewer(report, other)) newest.set(report.series, report);
  }
  const isStanding = (report: Report) => (newest.get(report.series) ?? report) === report;
  const asRead = newest.size === 0 ? all : all.filter(isStanding);
  const { reports: standing, corrected } = correctFields({ newest: asRead, all }, holding);
  return {
    ...setAside({ newest: standing, all, versions }, holding),
    corrected,
    takenOut: takenOut.filter(({ report }) => isStanding(report)).map(({ change }) => change),
    incidentMoves: moves,
    regrouped: placed.changes,
  };
}

interface LookedOver {
  /** Number of reports that were gone through: a list that has grown since is gone through again. */
  readonly of: number;
  /** Since when each is known, in milliseconds. */
  readonly known: Float64Array;
  /** Those whose page has more than one version or reading. */
  readonly again: ReadonlySet<Report>;
}

/** By the list: it is asked about as of many instants. */
const lookedOver = new WeakMap<readonly Report[], LookedOver>();

function lookOver(reports: readonly Report[]): LookedOver {
  const before = lookedOver.get(reports);
  if (before?.of === reports.length) return before;
  const again = new Set<Report>();
  const first = new Map<string, Report>();
  for (const report of reports) {
    const other = first.get(report.series);
    if (other === undefined) first.set(report.series, report);
    else again.add(other).add(report);
  }
  const made = { of: reports.length, known: Float64Array.from(reports, getKnownInstant), again };
  lookedOver.set(reports, made);
  return made;
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
