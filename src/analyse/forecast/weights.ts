import type { IndicatorReading } from '../../model/forecast.ts';
import type { Problem } from '../../model/problem.ts';
import type { OriginTree } from '../../model/story.ts';
import type { Sighting } from '../indicator/indicators.ts';
import { type Told, traceOrigins } from '../origin/origins.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import type { IncidentFacts } from './incidents.ts';
import { DAY, findEnd, findPublished } from './instants.ts';
import { type FindGrade, findReliability } from './reliability.ts';

/** Half-lives after which a sighting is no longer looked at: a sixty-fourth of it is left. */
const REACH = 6;

/** Whether a sighting may be fresh enough to count: it is no fresher than its publication. */
export function isInReach({ report }: Sighting, halfLife: number, now: number): boolean {
  return now - findPublished(report) < REACH * halfLife * DAY;
}

export const EMPTY_TREE: OriginTree = Object.freeze({
  origins: [],
  reports: [],
  confirmed: 0,
  possible: 0,
  relays: 0,
});

/** What of an indicator is seen, and how much it counts. */
export interface Weighed {
  /** Of each origin, by its id. */
  readonly readings: ReadonlyMap<string, IndicatorReading>;
  readonly tree: OriginTree;
  /** Instant of the newest sighting that counts, in milliseconds. */
  readonly lastSeen?: number;
  /** Whether as many origins deny as affirm it, or all that is told of it is doubtful or worse. */
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
  readonly findGrade?: FindGrade;
}

/** Weighs the origins of sightings: `reliability · 2^(-age / halfLife)`. */
export function weighSightings(request: WeighRequest): Weighed {
  const { sightings, halfLife, now, incidents } = request;
  const since = Math.max(now - REACH * halfLife * DAY, request.after ?? Number.NEGATIVE_INFINITY);
  const bySighting = new Map<Sighting, number>();
  for (const sighting of sightings) {
    if (!isInReach(sighting, halfLife, now)) continue;
    const seen = findSeen(sighting, incidents);
    if (seen !== undefined && seen > since && seen <= now) bySighting.set(sighting, seen);
  }
  // Most signs of most problems are silent.
  if (bySighting.size === 0) return UNSEEN;
  const fresh = [...bySighting.keys()];
  const tree = traceOnce(request, fresh);
  const byClaim = new Map<string, Seen>();
  for (const [sighting, seen] of bySighting) {
    const { report, statement } = sighting;
    byClaim.set(makeClaimKey({ document: report.document, claim: statement.claim }), { sighting, seen });
  }
  const readings = new Map<string, IndicatorReading>();
  for (const origin of tree.origins) {
    const reading = readOrigin(origin, listOwn(origin, tree, byClaim), request);
    if (reading !== undefined) readings.set(origin.id, reading);
  }
  const lastSeen = Math.max(...bySighting.values());
  return {
    readings,
    tree,
    lastSeen,
    isContradicted: tree.origins.length > 0 && isContradicted(tree, { readings, fresh, request }),
  };
}

const UNSEEN: Weighed = { readings: new Map(), tree: EMPTY_TREE, isContradicted: false };

function isContradicted(
  { origins }: OriginTree,
  {
    readings,
    fresh,
    request,
  }: Pick<Weighed, 'readings'> & { readonly fresh: readonly Sighting[]; readonly request: WeighRequest },
): boolean {
  if (countDenying(request, fresh) >= origins.length) return true;
  return readings.size > 0 && [...readings.values()].every(({ grade }) => grade === '4' || grade === '5');
}

/**
 * How much several independent origins count together: `1 - Π(1 - w)`, so that a second one adds less than the first.
 *
 * @example
 * joinWeights([0.5, 0.5]); // 0.75
 */
export function joinWeights(weights: Iterable<number>): number {
  let missing = 1;
  for (const weight of weights) missing *= 1 - weight;
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

/** A sighting with when it was seen, in milliseconds. */
interface Seen {
  readonly sighting: Sighting;
  readonly seen: number;
}

/**
 * By what an origin is heard. A report that only repeats what others had, by its credits or its words, does not make their
 * origin speak again; where there are only such reports the first of them counts.
 */
function listOwn(
  { claims }: OriginTree['origins'][number],
  tree: OriginTree,
  byClaim: ReadonlyMap<string, Seen>,
): readonly Seen[] {
  const repeating = new Set(
    tree.reports.flatMap(({ document, role, relays }) =>
      role === 'echo' && relays.length > 0 ? [document] : [],
    ),
  );
  const all = claims.flatMap((claim) => byClaim.get(makeClaimKey(claim)) ?? []);
  const own = all.filter(({ sighting }) => !repeating.has(sighting.report.document));
  if (own.length > 0 || all.length === 0) return own;
  return [all.reduce((first, each) => (each.seen < first.seen ? each : first))];
}

/** The claim by which an origin counts most. */
function readOrigin(
  { id, status }: OriginTree['origins'][number],
  own: readonly Seen[],
  { halfLife, now, incidents, findGrade }: WeighRequest,
): IndicatorReading | undefined {
  let best: IndicatorReading | undefined;
  for (const { sighting, seen } of own) {
    const facts = incidents.get(sighting.mention?.incident ?? '');
    const grade = findGrade?.(sighting, (facts?.denials.length ?? 0) > 0);
    const reliability = findReliability(status, sighting, grade);
    const weight = reliability * 2 ** (-(now - seen) / DAY / halfLife);
    if (best !== undefined && weight <= best.weight) continue;
    const { certainty } = sighting.statement;
    best = {
      origin: id,
      seen: new Date(seen).toISOString(),
      certainty,
      ...(grade === undefined ? {} : { grade }),
      reliability,
      weight,
    };
  }
  return best;
}

/** Origins that deny what is sighted. */
function countDenying(request: WeighRequest, sightings: readonly Sighting[]): number {
  const ids = new Set(
    sightings.flatMap(({ mention }) => (mention?.incident === undefined ? [] : [mention.incident])),
  );
  const denials = [...ids].flatMap((id) => request.incidents.get(id)?.denials ?? []);
  if (denials.length === 0) return 0;
  return traceOnce({ problem: request.problem, id: `${request.id} ${DENIED}` }, denials).origins.length;
}

/** What denies a sign is kept beside it: no id holds a blank. */
const DENIED = 'denied';

/** The tree that was made last for each indicator: mostly nothing has come since. */
const trees = new WeakMap<Problem, Map<string, TracedBefore>>();

interface TracedBefore {
  readonly on: readonly Told[];
  readonly tree: OriginTree;
}

function traceOnce(
  { problem, id }: Pick<WeighRequest, 'problem' | 'id'>,
  sightings: readonly Told[],
): OriginTree {
  const known = trees.get(problem) ?? new Map<string, TracedBefore>();
  trees.set(problem, known);
  const before = known.get(id);
  const isSame = (each: Told, i: number) =>
    each.report === sightings[i]!.report && each.statement === sightings[i]!.statement;
  if (before?.on.length === sightings.length && before.on.every(isSame)) return before.tree;
  const tree = traceOrigins(sightings);
  known.set(id, { on: sightings, tree });
  return tree;
}
