import type { Pattern, Window } from '../../model/problem.ts';
import type { ClaimRef, Report } from '../../model/report.ts';
import { choosePossible } from '../indicator/gate.ts';
import { matchEvents } from '../indicator/match.ts';
import { traceOrigins } from '../origin/origins.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import { pickReports } from '../report/picks.ts';
import { findIncidentDay, findTellings, type IncidentTelling, isTelling } from './incidents.ts';

/** An incident from which the days of a window are counted. */
export interface WindowIncident {
  readonly incident: string;
  /** UTC day on which it happened. */
  readonly day: string;
  /** Claims that tell of it, earliest first. */
  readonly claims: readonly ClaimRef[];
}

type After = NonNullable<Window['after']>;

/** Incidents of one window that are followed: the latest, so that no number of them decides on the running time. */
const MOST_INCIDENTS = 50;
/** Claims of one incident that are named. */
const MOST_CLAIMS = 20;

/** Found before among the very same reports: a list that has grown since is looked at again. */
const found = new WeakMap<readonly Report[], Map<After, FoundIncidents>>();

interface FoundIncidents {
  readonly of: number;
  readonly incidents: readonly WindowIncident[];
}

/**
 * The incidents that a window follows from, latest first: a report tells of them as having happened, by one of the patterns, on a known day, and
 * they have as many origins as the window asks for. Nothing but the reports given decides.
 *
 * @param reports What was known by the instant that is asked about.
 */
export function findWindowIncidents(after: After, reports: readonly Report[]): readonly WindowIncident[] {
  const known = found.get(reports) ?? new Map<After, FoundIncidents>();
  found.set(reports, known);
  const before = known.get(after);
  if (before?.of === reports.length) return before.incidents;
  const incidents = makeIncidents(after, reports);
  known.set(after, { of: reports.length, incidents });
  return incidents;
}

function makeIncidents(after: After, reports: readonly Report[]): readonly WindowIncident[] {
  const naming = pickReports(reports, after, (report) => lookForWindow(after, report).length > 0);
  const ids = new Set(naming.flatMap((report) => lookForWindow(after, report)));
  if (ids.size === 0) return [];
  const incidents: WindowIncident[] = [];
  for (const [incident, all] of findTellings(reports, ids)) {
    const tellings = all.filter(isHappening);
    const day = findIncidentDay(tellings);
    if (day === undefined) continue;
    const { confirmed, possible } = traceOrigins(tellings);
    if (confirmed + possible >= after.total) incidents.push({ incident, day, claims: listClaims(tellings) });
  }
  return incidents
    .sort((a, b) => compare(b.day, a.day) || compare(a.incident, b.incident))
    .slice(0, MOST_INCIDENTS);
}

/** A military exercise happens as one, though nothing that is practised in it does. */
function isHappening(telling: IncidentTelling): boolean {
  const { mention } = telling;
  if (mention.realis !== 'exercise') return isTelling(telling);
  return isTelling({ ...telling, mention: { ...mention, realis: 'ongoing' } });
}

/** Incidents of a report that fit; kept with it, since neither it nor the window is ever changed. */
const fitting = new WeakMap<After, WeakMap<Report, readonly string[]>>();

export function lookForWindow(after: After, report: Report): readonly string[] {
  const known = fitting.get(after) ?? new WeakMap<Report, readonly string[]>();
  fitting.set(after, known);
  const before = known.get(report);
  if (before !== undefined) return before;
  const ids = findIds(choosePossible(after.match, report), report);
  known.set(report, ids);
  return ids;
}

const NONE: readonly string[] = [];

function findIds(patterns: readonly Pattern[], report: Report): readonly string[] {
  if (patterns.length === 0) return NONE;
  return report.statements.flatMap((statement) =>
    patterns.flatMap((pattern) =>
      matchEvents(pattern, report, statement).flatMap(({ mention }) =>
        mention?.incident === undefined ? [] : [mention.incident],
      ),
    ),
  );
}

function listClaims(tellings: readonly IncidentTelling[]): readonly ClaimRef[] {
  const claims = new Map<string, ClaimRef>();
  const ordered = tellings.toSorted(
    (a, b) =>
      compare(a.report.knownSince, b.report.knownSince) || compare(a.report.document, b.report.document),
  );
  for (const { report, statement } of ordered) {
    if (claims.size >= MOST_CLAIMS) break;
    const claim = makeClaimRef(report, statement);
    claims.set(makeClaimKey(claim), claim);
  }
  return [...claims.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
