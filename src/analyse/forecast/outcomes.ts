import type { Problem } from '../../model/problem.ts';
import type { ClaimRef, Report } from '../../model/report.ts';
import { matchIndicators, OUTCOME } from '../indicator/indicators.ts';
import { traceOrigins } from '../origin/origins.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import { findIncidentDay, findTellings, type IncidentTelling, isTelling } from './incidents.ts';
import { isSettledBy } from './settled-by.ts';

/** An incident that answers a problem's question with yes. */
export interface Outcome {
  readonly incident: string;
  /** UTC day on which it happened. */
  readonly day: string;
  /** ISO 8601 instant since when as much is known of it as the problem wants. */
  readonly knownSince: string;
  /** The claims that tell of it, earliest first. */
  readonly claims: readonly ClaimRef[];
}

/**
 * The incidents that fit a problem's outcome, in order of their days: they are told as news somewhere, are said to have happened,
 * have a known day, and as many independent origins as the problem asks for, or one of those whose own word settles it.
 */
export function findOutcomes(problem: Problem, reports: readonly Report[]): readonly Outcome[] {
  const known = found.get(reports) ?? new Map<Problem, FoundOutcomes>();
  found.set(reports, known);
  const before = known.get(problem);
  if (before?.of === reports.length) return before.outcomes;
  const outcomes = makeOutcomes(problem, reports);
  known.set(problem, { of: reports.length, outcomes });
  return outcomes;
}

interface FoundOutcomes {
  /** Number of reports that were looked at: a list that has grown since is looked at again. */
  readonly of: number;
  readonly outcomes: readonly Outcome[];
}

/** Found before among the very same reports: an assessment and the board ask for the same. */
const found = new WeakMap<readonly Report[], Map<Problem, FoundOutcomes>>();

function makeOutcomes(problem: Problem, reports: readonly Report[]): readonly Outcome[] {
  const sightings = matchIndicators(problem, reports).get(OUTCOME) ?? [];
  const ids = new Set(
    sightings.flatMap(({ mention }) => (mention?.incident === undefined ? [] : [mention.incident])),
  );
  if (ids.size === 0) return [];
  const outcomes: Outcome[] = [];
  for (const [incident, tellings] of findTellings(reports, ids)) {
    const outcome = findOutcome(problem, incident, tellings.filter(isTelling));
    if (outcome !== undefined) outcomes.push(outcome);
  }
  return outcomes.sort((a, b) => compare(a.day, b.day) || compare(a.incident, b.incident));
}

/** Outcomes found before, by all that they rest on. */
const made = new WeakMap<
  Problem,
  Map<string, { readonly on: readonly object[]; readonly outcome?: Outcome }>
>();

function findOutcome(
  problem: Problem,
  incident: string,
  tellings: readonly IncidentTelling[],
): Outcome | undefined {
  const known = made.get(problem) ?? new Map();
  made.set(problem, known);
  const before = known.get(incident);
  if (
    before?.on.length === tellings.length &&
    before.on.every((each: object, i: number) => each === tellings[i])
  ) {
    return before.outcome;
  }
  const outcome = makeOutcome(problem, incident, tellings);
  known.set(incident, { on: tellings, ...(outcome === undefined ? {} : { outcome }) });
  return outcome;
}

function makeOutcome(
  { outcome }: Problem,
  incident: string,
  tellings: readonly IncidentTelling[],
): Outcome | undefined {
  const day = findIncidentDay(tellings);
  if (day === undefined) return undefined;
  const ordered = tellings.toSorted((a, b) => compare(a.report.knownSince, b.report.knownSince));
  for (const [i, { report }] of ordered.entries()) {
    // All that came in at one instant is known at once.
    if (ordered[i + 1]?.report.knownSince === report.knownSince) continue;
    const heard = ordered.slice(0, i + 1);
    const { origins, confirmed, possible } = traceOrigins(heard);
    const isEnough = confirmed >= outcome.confirmed || confirmed + possible >= outcome.total;
    if (!isEnough && !isSettledBy(outcome.settledBy ?? [], { origins, tellings: heard })) continue;
    return { incident, day, knownSince: report.knownSince, claims: listClaims(ordered) };
  }
  return undefined;
}

function listClaims(tellings: readonly IncidentTelling[]): readonly ClaimRef[] {
  const claims = new Map<string, ClaimRef>();
  for (const { report, statement } of tellings) {
    const claim = makeClaimRef(report, statement);
    claims.set(makeClaimKey(claim), claim);
  }
  return [...claims.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
