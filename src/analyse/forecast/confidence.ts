import type { Confidence, Contribution } from '../../model/forecast.ts';
import type { Report } from '../../model/report.ts';
import { DAY, findPublished } from './instants.ts';

/** Days after which evidence is stale where nothing newer has come. */
const STALE = 14;
/** Days within which three outlets make good coverage, and none makes it poor. */
const COVERAGE_DAYS = 7;
const GOOD_COVERAGE = 3;

export interface ConfidenceContext {
  readonly contributions: readonly Contribution[];
  /** Ids of those that as many origins deny as affirm. */
  readonly contradicted: ReadonlySet<string>;
  readonly reports: readonly Report[];
  /** In milliseconds. */
  readonly now: number;
}

/**
 * How far the evidence can be trusted, whatever it says: by its independent origins, its age, what contradicts it, and whether
 * enough outlets were heard lately.
 */
export function findConfidence(context: ConfidenceContext): {
  readonly confidence: Confidence;
  readonly why: string;
} {
  const { confirmed, possible } = countOrigins(context.contributions);
  const age = findAge(context);
  const outlets = countOutlets(context);
  const isUnnamed = isCarriedByUnnamed(context.contributions);
  const contradicted = context.contributions.filter(({ id }) => context.contradicted.has(id));
  const parts = [
    `${count(confirmed, 'confirmed origin')} and ${possible} possible`,
    age === undefined
      ? 'no indicator seen'
      : `the newest ${age < 1 ? 'of today' : `${count(Math.floor(age), 'day')} old`}`,
    ...(isUnnamed ? ['what weighs most rests on no confirmed origin'] : []),
    ...(contradicted.length > 0
      ? [`contradicted: ${contradicted.map(({ title }) => title.toLowerCase()).join(', ')}`]
      : []),
    `${count(outlets, 'outlet')} heard in the last ${COVERAGE_DAYS} days`,
  ];
  const isLow =
    confirmed + possible === 0 ||
    (confirmed === 0 && possible === 1) ||
    age === undefined ||
    age > STALE ||
    contradicted.length > 0 ||
    outlets === 0;
  const isHigh = !isLow && confirmed >= 3 && outlets >= GOOD_COVERAGE && !isUnnamed;
  const why = `${parts.join('; ')}.`;
  return {
    confidence: isLow ? 'low' : isHigh ? 'high' : 'moderate',
    why: why[0]!.toUpperCase() + why.slice(1),
  };
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

/** One speaker behind several indicators is one origin. */
function countOrigins(contributions: readonly Contribution[]) {
  const statuses = new Map(
    contributions.flatMap(({ tree }) => tree.origins.map(({ id, status }) => [id, status] as const)),
  );
  const confirmed = [...statuses.values()].filter((status) => status === 'confirmed').length;
  return { confirmed, possible: statuses.size - confirmed };
}

function findAge({ contributions, now }: ConfidenceContext): number | undefined {
  const seen = contributions.flatMap(({ lastSeen }) =>
    lastSeen === undefined ? [] : [Date.parse(lastSeen)],
  );
  return seen.length === 0 ? undefined : Math.max(0, now - Math.max(...seen)) / DAY;
}

function countOutlets({ reports, now }: ConfidenceContext): number {
  const outlets = new Set<string>();
  for (const report of reports) {
    if (now - findPublished(report) <= COVERAGE_DAYS * DAY) outlets.add(report.outlet ?? report.series);
  }
  return outlets.size;
}

/** @example count(2, 'origin'); // '2 origins' */
function count(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`;
}
