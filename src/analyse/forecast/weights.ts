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
export const ORIGIN_WEIGHTS = { confirmed: 0.8, possible: 0.5 } as const;

/** Half-lives after which a sighting is no longer looked at: a sixty-fourth of it is left. */
const REACH = 6;

/** Whether a sighting may be fresh enough to count: it is no fresher than its publication. */
export function isInReach({ report }: Sighting, halfLife: number, now: number): boolean {
  return now - findPublished(report) < REACH * halfLife * DAY;
}

/** What of an indicator is seen, and how much it counts. */
export interface Weighed {
  /** Of each origin, 0 to 1: by its status and its age. */
  readonly origins: ReadonlyMap<string, number>;
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
  /** Only what was seen after this instant counts. */
  readonly after?: number;
}

/** Weighs the origins of sightings: `w · 2^(-age / halfLife)`. */
export function weighSightings(request: WeighRequest): Weighed {
  const { sightings, halfLife, now, incidents } = request;
  const since = Math.max(now - REACH * halfLife * DAY, request.after ?? Number.NEGATIVE_INFINITY);
  const bySighting = new Map<Sighting, number>();
  for (const sighting of sightings) {
    if (!isInReach(sighting, halfLife, now)) continue;
    const seen = findSeen(sighting, incidents);
    if (seen !== undefined && seen > since && seen <= now) bySighting.set(sighting, seen);
  }
  const fresh = [...bySighting.keys()];
  const tree = traceOnce(request, fresh);
  const byClaim = new Map<string, number>();
  for (const [{ report, statement }, seen] of bySighting) {
    byClaim.set(makeClaimKey({ document: report.document, claim: statement.claim }), seen);
  }
  const origins = new Map<string, number>();
  for (const origin of tree.origins) {
    const seen = findOriginSeen(origin, tree, byClaim);
    if (seen === undefined) continue;
    origins.set(origin.id, ORIGIN_WEIGHTS[origin.status] * 2 ** (-(now - seen) / DAY / halfLife));
  }
  const lastSeen = Math.max(...bySighting.values());
  return {
    origins,
    tree,
    ...(Number.isFinite(lastSeen) ? { lastSeen } : {}),
    isContradicted: tree.origins.length > 0 && countDenying(fresh, incidents) >= tree.origins.length,
  };
}

/**
 * How much several independent origins count together: `1 - Π(1 - w)`, so that a second one adds less than the first. `share`
 * says how much of an origin's weight is taken.
 *
 * @example
 * joinWeights(new Map([['o1', 0.5], ['o2', 0.5]])); // 0.75
 */
export function joinWeights(
  origins: Weighed['origins'],
  share: (origin: string) => number = () => 1,
): number {
  let missing = 1;
  for (const [id, weight] of origins) missing *= 1 - weight * share(id);
  return 1 - missing;
}

/**
 * When something was seen: at publication, or at the end of the day of which it is told, or when the incident was first told
 * of, where that is earlier. A raid of last year is not fresh because it is told again. Undefined where only dated events count
 * and no day is known.
 */
function findSeen(
  { report, mention, dated }: Sighting,
  incidents: WeighRequest['incidents'],
): number | undefined {
  const published = findPublished(report);
  if (mention === undefined) return published;
  const told = findEnd(mention.when);
  const facts = mention.incident === undefined ? undefined : incidents.get(mention.incident);
  const known = facts?.day === undefined ? undefined : Date.parse(`${facts.day}T00:00:00Z`) + DAY - 1;
  if (dated && told === undefined && known === undefined) return undefined;
  // What goes on or is only coming may be as fresh as its latest report; what has happened has happened by the first.
  const first = mention.realis === 'occurred' ? facts?.first : undefined;
  return Math.min(published, told ?? published, known ?? published, first ?? published);
}

/**
 * When an origin was last heard. A report that only repeats what others had, by its credits or its words, does not make their
 * origin speak again; where there are only such reports the first of them counts.
 */
function findOriginSeen(
  { claims }: OriginTree['origins'][number],
  tree: OriginTree,
  byClaim: ReadonlyMap<string, number>,
): number | undefined {
  const repeating = new Set(
    tree.reports.flatMap(({ document, role, relays }) =>
      role === 'echo' && relays.length > 0 ? [document] : [],
    ),
  );
  const all: number[] = [];
  const own: number[] = [];
  for (const claim of claims) {
    const seen = byClaim.get(makeClaimKey(claim));
    if (seen === undefined) continue;
    all.push(seen);
    if (!repeating.has(claim.document)) own.push(seen);
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
