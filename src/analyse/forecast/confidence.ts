import type { Confidence, Contribution, Coverage } from '../../model/forecast.ts';
import { DAY } from './instants.ts';

/** Days after which evidence is stale where nothing newer has come. */
const STALE = 14;
/** Sources that must have delivered in the last day, and their share of those expected, for good coverage. */
const GOOD_SOURCES = 3;
const GOOD_SHARE = 0.5;
/** Sources on a usual day from which on a day without any is no chance: one in twenty, where words come independently (Poisson). */
const USUAL_SOURCES = 3;
/** Part of the weightiest sign's weight from which on a sign matters. */
const MATTERS = 0.25;

export interface ConfidenceContext {
  readonly contributions: readonly Contribution[];
  /** Ids of those that as many origins deny as affirm. */
  readonly contradicted: ReadonlySet<string>;
  readonly coverage: Coverage;
  /** How many sources are heard on a usual day. */
  readonly usualPerDay: number;
  /** In milliseconds. */
  readonly now: number;
}

/**
 * How far the evidence can be trusted, whatever it says: by its independent origins, its age, what contradicts it, and how many of the
 * sources that would report it are there. What is doubtful or improbable counts for no confirmed origin.
 */
export function findConfidence(context: ConfidenceContext): {
  readonly confidence: Confidence;
  readonly why: string;
} {
  const { coverage } = context;
  const { confirmed, possible } = countOrigins(context.contributions);
  const age = findAge(context);
  const isUnnamed = isCarriedByUnnamed(context.contributions);
  const contradicted = findContradicted(context);
  const parts = [
    `${count(confirmed, 'confirmed origin')} and ${possible} possible`,
    age === undefined
      ? 'no indicator seen'
      : `the newest ${age < 1 ? 'of today' : `${count(Math.floor(age), 'day')} old`}`,
    ...(isUnnamed ? ['what weighs most rests on no confirmed origin'] : []),
    ...(contradicted.length > 0
      ? [`contradicted: ${contradicted.map(({ title }) => title.toLowerCase()).join(', ')}`]
      : []),
    tellCoverage(coverage),
  ];
  const isLow =
    confirmed + possible === 0 ||
    (confirmed === 0 && possible === 1) ||
    age === undefined ||
    age > STALE ||
    contradicted.length > 0 ||
    isPoor(context);
  const isHigh = !isLow && confirmed >= 3 && isGood(coverage) && !isUnnamed;
  const why = `${parts.join('; ')}.`;
  return {
    confidence: isLow ? 'low' : isHigh ? 'high' : 'moderate',
    why: why[0]!.toUpperCase() + why.slice(1),
  };
}

function isGood({ delivered, share = 0 }: Coverage): boolean {
  return delivered.length >= GOOD_SOURCES && share >= GOOD_SHARE;
}

/** Fewer than half of the sources alive, or a day without any where there are usually several. */
function isPoor({ coverage, usualPerDay }: ConfidenceContext): boolean {
  const { expected, delivered, dead = [] } = coverage;
  if (2 * (expected.length - dead.length) < expected.length || expected.length === 0) return true;
  return delivered.length === 0 && usualPerDay >= USUAL_SOURCES;
}

/** @example tellCoverage(coverage); // '4 of 6 sources delivered in the last day, 1 dead' */
function tellCoverage({ expected, delivered, dead = [] }: Coverage): string {
  if (expected.length === 0) return 'no source is heard';
  const lost = dead.length === 0 ? '' : `, ${dead.length} dead`;
  return `${delivered.length} of ${count(expected.length, 'source')} delivered in the last day${lost}`;
}

/** What is contradicted and carries at least a quarter of what the weightiest sign does. */
function findContradicted({ contributions, contradicted }: ConfidenceContext): readonly Contribution[] {
  const most = Math.max(0, ...contributions.map(({ logOdds }) => Math.abs(logOdds)));
  return contributions.filter(
    ({ id, logOdds }) => contradicted.has(id) && logOdds !== 0 && Math.abs(logOdds) >= MATTERS * most,
  );
}

/** Whether the sign that moves the probability most is known only from sources that cannot be held to their word. */
function isCarriedByUnnamed(contributions: readonly Contribution[]): boolean {
  const signs = contributions.filter(({ window, logOdds }) => window === undefined && logOdds !== 0);
  const first = signs.reduce<Contribution | undefined>(
    (most, each) => (most === undefined || Math.abs(each.logOdds) > Math.abs(most.logOdds) ? each : most),
    undefined,
  );
  return first !== undefined && first.tree.confirmed === 0;
}

/** One speaker behind several indicators is one origin; confirmed is one whose word stands in at least one of them. */
function countOrigins(contributions: readonly Contribution[]) {
  const confirmed = new Set<string>();
  const all = new Set<string>();
  for (const { tree, readings = [] } of contributions) {
    const doubtful = new Set(
      readings.filter(({ grade }) => grade === '4' || grade === '5').map(({ origin }) => origin),
    );
    for (const { id, status } of tree.origins) {
      all.add(id);
      if (status === 'confirmed' && !doubtful.has(id)) confirmed.add(id);
    }
  }
  return { confirmed: confirmed.size, possible: all.size - confirmed.size };
}

function findAge({ contributions, now }: ConfidenceContext): number | undefined {
  const seen = contributions.flatMap(({ lastSeen }) =>
    lastSeen === undefined ? [] : [Date.parse(lastSeen)],
  );
  return seen.length === 0 ? undefined : Math.max(0, now - Math.max(...seen)) / DAY;
}

/** @example count(2, 'origin'); // '2 origins' */
function count(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`;
}
