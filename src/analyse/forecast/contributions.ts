import type { Contribution } from '../../model/forecast.ts';
import { type Indicator, type Problem, STRENGTHS, type Window } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { OriginTree } from '../../model/story.ts';
import { matchIndicators, type Sighting } from '../indicator/indicators.ts';
import { findFacts, type IncidentFacts } from './incidents.ts';
import { DAY, findPublished } from './instants.ts';
import { isInReach, joinWeights, type Weighed, weighSightings } from './weights.ts';
import { findNamedSince, findWindow } from './windows.ts';

const EMPTY_TREE: OriginTree = Object.freeze({
  origins: [],
  reports: [],
  confirmed: 0,
  possible: 0,
  relays: 0,
});

interface Scene {
  readonly problem: Problem;
  readonly sightings: ReadonlyMap<string, readonly Sighting[]>;
  readonly incidents: ReadonlyMap<string, IncidentFacts>;
  /** In milliseconds. */
  readonly now: number;
  /** End of the day of the latest outcome. */
  readonly outcome?: number;
}

/**
 * How much the next sign of the same direction counts beside the one before. Likelihood ratios multiply only where signs are
 * independent of each other; those of one crisis hang together, since one side's preparations, the other's withdrawal and its show of
 * force answer the same intelligence. Counted in full they make forecasts too sure.
 */
const NEXT_SIGN = 0.8;

/** What each indicator and window of a problem does. */
export interface Contributions {
  /** Those that weigh most first, those not observed last. */
  readonly contributions: readonly Contribution[];
  /** Ids of those that as many origins deny as affirm. */
  readonly contradicted: ReadonlySet<string>;
}

export interface ContributionsContext {
  readonly reports: readonly Report[];
  /** In milliseconds. */
  readonly now: number;
  /** Day of the latest outcome. */
  readonly lastOutcome?: string;
}

/** Weighs every indicator and window of a problem at an instant. */
export function makeContributions(
  problem: Problem,
  { reports, now, lastOutcome }: ContributionsContext,
): Contributions {
  const sightings = matchIndicators(problem, reports);
  const mentions = problem.indicators.flatMap(({ id, halfLife }) =>
    (sightings.get(id) ?? [])
      .filter((sighting) => isInReach(sighting, halfLife, now))
      .map(({ mention }) => mention),
  );
  const outcome = lastOutcome === undefined ? undefined : Date.parse(`${lastOutcome}T00:00:00Z`) + DAY - 1;
  const incidents = findFacts(reports, mentions);
  const scene: Scene = { problem, sightings, incidents, now, ...(outcome === undefined ? {} : { outcome }) };
  const weighed = problem.indicators.map((indicator) => ({ indicator, ...weigh(indicator, scene) }));
  const contradicted = new Set(
    weighed.flatMap(({ indicator, isContradicted }) => (isContradicted ? [indicator.id] : [])),
  );
  const windows = problem.windows.map((window) => makeWindowContribution(window, scene));
  const all = discount([...keepStronger(problem, shareOrigins(weighed)), ...windows]);
  const rank = ({ state, logOdds: sum }: Contribution) => (state === 'observed' ? Math.abs(sum) : -1);
  return { contributions: all.toSorted((a, b) => rank(b) - rank(a)), contradicted };
}

function weigh({ id, halfLife, endedByOutcome }: Indicator, scene: Scene): Weighed {
  const { problem, sightings, incidents, now, outcome } = scene;
  return weighSightings({
    problem,
    id,
    sightings: sightings.get(id) ?? [],
    incidents,
    halfLife,
    now,
    ...(endedByOutcome === true && outcome !== undefined ? { after: outcome } : {}),
  });
}

type WeighedIndicator = Weighed & { readonly indicator: Indicator };

/**
 * What one origin says in one breath is not evidence several times over: it counts in full for the sign to which it gives most,
 * by half for the next of the same direction, by a third for the one after.
 */
function shareOrigins(weighed: readonly WeighedIndicator[]): readonly Contribution[] {
  const strengthOf = ({ indicator, origins }: WeighedIndicator) =>
    Math.log(STRENGTHS[indicator.strength]) * joinWeights(origins);
  const uses = new Map<string, number>();
  return weighed
    .toSorted((a, b) => strengthOf(b) - strengthOf(a))
    .map((each) => {
      const name = (origin: string) => `${each.indicator.direction} ${origin}`;
      const weight = joinWeights(each.origins, (origin) => 1 / (1 + (uses.get(name(origin)) ?? 0)));
      for (const origin of each.origins.keys()) uses.set(name(origin), (uses.get(name(origin)) ?? 0) + 1);
      return makeContribution(each, weight);
    });
}

function makeContribution({ indicator, tree, lastSeen }: WeighedIndicator, weight: number): Contribution {
  const { id, title, why, direction, strength } = indicator;
  const fields = { id, title, why, direction, strength, tree };
  if (tree.origins.length === 0) return { ...fields, state: 'not observed', logOdds: 0, weight: 0 };
  return {
    ...fields,
    state: 'observed',
    logOdds: logOdds(indicator) * weight,
    weight,
    ...(lastSeen === undefined ? {} : { lastSeen: new Date(lastSeen).toISOString() }),
  };
}

/** What an indicator adds at full weight. */
function logOdds({ direction, strength }: Indicator): number {
  return (direction === 'for' ? 1 : -1) * Math.log(STRENGTHS[strength]);
}

/** A date is a fact of the calendar: it counts in full once a report names it in its time, whoever does. */
function makeWindowContribution(window: Window, scene: Scene): Contribution {
  const { id, title, why, strength } = window;
  const next = findWindow(window, new Date(scene.now).toISOString().slice(0, 10));
  const fields = { id, title, why, direction: 'for', strength } as const;
  const days = next === undefined ? {} : { window: { from: next.from, to: next.to } };
  const since = next === undefined ? Number.POSITIVE_INFINITY : findNamedSince(next);
  const named = (scene.sightings.get(id) ?? []).filter(({ report }) => findPublished(report) >= since);
  if (next?.isOpen !== true || named.length === 0) {
    return { ...fields, ...days, state: 'not observed', logOdds: 0, weight: 0, tree: EMPTY_TREE };
  }
  const { tree, lastSeen } = weighSightings({
    problem: scene.problem,
    id,
    sightings: named.map(({ report, statement }) => ({ report, statement, dated: false })),
    incidents: scene.incidents,
    halfLife: (scene.now - since) / DAY,
    now: scene.now,
  });
  return {
    ...fields,
    ...days,
    state: 'observed',
    logOdds: Math.log(STRENGTHS[strength]),
    weight: 1,
    ...(lastSeen === undefined ? {} : { lastSeen: new Date(lastSeen).toISOString() }),
    tree,
  };
}

/** Of several signs of one direction the weightiest counts in full, the next four fifths, and so on. */
function discount(contributions: readonly Contribution[]): readonly Contribution[] {
  const ranks = { for: 0, against: 0 };
  return contributions
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .map((each) => {
      if (each.logOdds === 0) return each;
      const share = NEXT_SIGN ** ranks[each.direction]++;
      return { ...each, logOdds: each.logOdds * share, weight: each.weight * share };
    });
}

/** Of an indicator and its special cases only the stronger counts: they are one sign, seen twice. */
function keepStronger(problem: Problem, contributions: readonly Contribution[]): readonly Contribution[] {
  const parts = new Map<string, string[]>();
  for (const { id, partOf } of problem.indicators) {
    if (partOf !== undefined) parts.set(partOf, [...(parts.get(partOf) ?? []), id]);
  }
  const own = new Map(contributions.map(({ id, logOdds }) => [id, Math.abs(logOdds)]));
  const idle = new Set<string>();
  const silence = (id: string): void => {
    idle.add(id);
    for (const part of parts.get(id) ?? []) silence(part);
  };
  const settle = (id: string): number => {
    const below = parts.get(id) ?? [];
    const strength = own.get(id) ?? 0;
    const together = Math.max(0, ...below.map(settle));
    if (together > strength) idle.add(id);
    else for (const part of below) silence(part);
    return Math.max(strength, together);
  };
  for (const { id, partOf } of problem.indicators) if (partOf === undefined) settle(id);
  return contributions.map((each) => (idle.has(each.id) ? { ...each, logOdds: 0, weight: 0 } : each));
}
