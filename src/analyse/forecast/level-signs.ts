import type { Contribution, Estimate, IndicatorReading } from '../../model/forecast.ts';
import { type Indicator, LEVELS } from '../../model/problem.ts';
import type { Origin, OriginTree, ReportNode } from '../../model/story.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { EMPTY_TREE, type Weighed } from './weights.ts';

/**
 * What is seen of an indicator that reads the level of another problem: the origins behind whatever speaks for that one, where it stands
 * at the level or above. A level that its base rate alone carries is no sign: nobody has said anything.
 *
 * @param other The other problem as of the same instant.
 */
export function weighLevel({ level }: Pick<Indicator, 'level'>, other: Estimate | undefined): Weighed {
  const nothing: Weighed = { readings: new Map(), tree: EMPTY_TREE, isContradicted: false };
  if (level === undefined || other === undefined) return nothing;
  if (LEVELS.indexOf(other.level) < LEVELS.indexOf(level.least)) return nothing;
  const reasons = other.contributions.filter(
    ({ direction, logOdds }) => direction === 'for' && logOdds !== 0,
  );
  const readings = new Map<string, IndicatorReading>();
  for (const reading of reasons.flatMap(({ readings: own = [] }) => own)) {
    const before = readings.get(reading.origin);
    if (before === undefined || reading.weight > before.weight) readings.set(reading.origin, reading);
  }
  if (readings.size === 0) return nothing;
  const seen = reasons.flatMap(({ lastSeen }) => (lastSeen === undefined ? [] : [Date.parse(lastSeen)]));
  return {
    readings,
    tree: joinTrees(reasons),
    ...(seen.length === 0 ? {} : { lastSeen: Math.max(...seen) }),
    isContradicted: false,
  };
}

/** Each origin and each report once, with all its claims. */
function joinTrees(reasons: readonly Contribution[]): OriginTree {
  const origins = new Map<string, Origin>();
  const reports = new Map<string, ReportNode>();
  for (const { tree } of reasons) {
    for (const origin of tree.origins) origins.set(origin.id, addClaims(origins.get(origin.id), origin));
    for (const report of tree.reports)
      reports.set(report.document, addClaims(reports.get(report.document), report));
  }
  const all = [...origins.values()];
  const confirmed = all.filter(({ status }) => status === 'confirmed').length;
  return {
    origins: all,
    reports: [...reports.values()],
    confirmed,
    possible: all.length - confirmed,
    relays: [...reports.values()].filter(({ role }) => role === 'echo').length,
  };
}

function addClaims<Part extends Pick<Origin, 'claims'>>(before: Part | undefined, part: Part): Part {
  if (before === undefined) return part;
  const claims = new Map([...before.claims, ...part.claims].map((claim) => [makeClaimKey(claim), claim]));
  return { ...before, claims: [...claims.values()] };
}
