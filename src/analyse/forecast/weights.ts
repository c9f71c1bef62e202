import type { Problem } from '../../model/problem.ts';
import type { OriginTree } from '../../model/story.ts';
import type { Sighting } from '../indicator/indicators.ts';
import { traceOrigins } from '../origin/origins.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import type { IncidentFacts } from './incidents.ts';
import { DAY, findEnd, findPublished } from './instants.ts';

/**
 * How much of an indicator's strength one origin makes count. A source that can be held to its word may still be mistaken or
 * mislead; an unnamed one is taken for as good as a coin, until a record of such sources says better. Two of the kind together count
 * for 0.96 and 0.75: independent origins add up, relays of one do not.
 */
const ORIGIN_WEIGHTS = { confirmed: 0.8, possible: 0.5 } as const;

/** Half-lives after which a sighting is no longer looked at: a sixty-fourth of it is left. */
const REACH = 6;

/** What of an indicator is seen, and how much it counts. */
export interface Weighed {
  /** 0 to 1. */
  readonly weight: number;
  readonly tree: OriginTree;
  /** Instant of the newest sighting that counts, in milliseconds. */
  readonly lastSeen?: number;
  /** Whether as many origins deny as affirm it. */
  readonly isContradicted: boolean;
}

export interface WeighRequest {
  readonly problem: Problem;
  /** For keeping what was worked out before. */
  readonly id: string;
  readonly sightings: readonly Sighting[];
  /** What is known of the incidents that are told of, by their ids. */
  readonly incidents: ReadonlyMap<string, IncidentFacts>;
  readonly halfLife: number;
  /** In milliseconds. */
  readonly now: number;
}

/**
 * Weighs sightings by independent origin and age: `1 - Π(1 - w · 2^(-age / halfLife))` over the origins, so that the tenth relay of
 * one report adds nothing and a second origin adds less than the first.
 */
export function weighSightings(request: WeighRequest): Weighed {
  const { sightings, halfLife, now, incidents } = request;
  const bySighting = new Map<Sighting, number>();
  for (const sighting of sightings) {
    const seen = findSeen(sighting, incidents);
    if (seen !== undefined && seen <= now && now - seen <= REACH * halfLife * DAY)
      bySighting.set(sighting, seen);
  }
  const fresh = [...bySighting.keys()];
  const tree = traceOnce(request, fresh);
  const byClaim = new Map<string, number>();
  for (const [{ report, statement }, seen] of bySighting) {
    byClaim.set(makeClaimKey({ document: report.document, claim: statement.claim }), seen);
  }
  let missing = 1;
  for (const origin of tree.origins) {
    const seen = findOriginSeen(origin, tree, byClaim);
    if (seen === undefined) continue;
    missing *= 1 - ORIGIN_WEIGHTS[origin.status] * 2 ** (-(now - seen) / DAY / halfLife);
  }
  const lastSeen = Math.max(...bySighting.values());
  return {
    weight: 1 - missing,
    tree,
    ...(Number.isFinite(lastSeen) ? { lastSeen } : {}),
    isContradicted: tree.origins.length > 0 && countDenying(fresh, incidents) >= tree.origins.length,
  };
}

/**
 * When something was seen: at publication, or at the end of the day of which it is told, where that is earlier. A raid of last
 * year is not fresh because it is told again. Undefined where only dated events count and no day is known.
 */
function findSeen(
  { report, mention, dated }: Sighting,
  incidents: WeighRequest['incidents'],
): number | undefined {
  const published = findPublished(report);
  if (mention === undefined) return published;
  const told = findEnd(mention.when);
  const day = mention.incident === undefined ? undefined : incidents.get(mention.incident)?.day;
  const known = day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`) + DAY - 1;
  if (dated && told === undefined && known === undefined) return undefined;
  return Math.min(published, told ?? published, known ?? published);
}

/**
 * When an origin was last heard. A report that only repeats an earlier one does not make its origin speak again; where there
 * are only such reports the first of them counts.
 */
function findOriginSeen(
  { claims }: OriginTree['origins'][number],
  tree: OriginTree,
  byClaim: ReadonlyMap<string, number>,
): number | undefined {
  const roles = new Map(tree.reports.map(({ document, role }) => [document, role]));
  const all: number[] = [];
  const own: number[] = [];
  for (const claim of claims) {
    const seen = byClaim.get(makeClaimKey(claim));
    if (seen === undefined) continue;
    all.push(seen);
    if (roles.get(claim.document) !== 'echo') own.push(seen);
  }
  if (all.length === 0) return undefined;
  return own.length > 0 ? Math.max(...own) : Math.min(...all);
}

/** Origins that deny what is sighted. */
function countDenying(sightings: readonly Sighting[], incidents: WeighRequest['incidents']): number {
  const ids = new Set(
    sightings.flatMap(({ mention }) => (mention?.incident === undefined ? [] : [mention.incident])),
  );
  const denials = [...ids].flatMap((id) => incidents.get(id)?.denials ?? []);
  return denials.length === 0 ? 0 : traceOrigins(denials).origins.length;
}

/** The tree that was made last for each indicator: mostly nothing has come since. */
const trees = new WeakMap<
  Problem,
  Map<string, { readonly on: readonly Sighting[]; readonly tree: OriginTree }>
>();

function traceOnce({ problem, id }: WeighRequest, sightings: readonly Sighting[]): OriginTree {
  const known = trees.get(problem) ?? new Map();
  trees.set(problem, known);
  const before = known.get(id);
  if (
    before?.on.length === sightings.length &&
    before.on.every((each: Sighting, i: number) => each === sightings[i])
  ) {
    return before.tree;
  }
  const tree = traceOrigins(sightings);
  known.set(id, { on: sightings, tree });
  return tree;
}
