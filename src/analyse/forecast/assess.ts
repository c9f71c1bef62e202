import type { EventCount } from '../../model/event-count.ts';
import type { Assessment, Estimate, LedgerEntry } from '../../model/forecast.ts';
import type { PastEvent } from '../../model/history.ts';
import { findTold, type Level, type Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { findReach } from '../../text/instants.ts';
import type { Grades } from '../grade/grades.ts';
import { makeMatrix } from '../hypothesis/matrix.ts';
import { getHeard } from '../indicator/coverage.ts';
import { findGaps } from '../indicator/gaps.ts';
import { matchIndicators, OUTCOME, type Sightings } from '../indicator/indicators.ts';
import type { PlacedSource } from '../indicator/sources.ts';
import { makeLadder } from '../ladder/ladder.ts';
import { indexReports } from '../report/report-index.ts';
import { makeBaseRate } from './base-rate.ts';
import { carryOver, combine } from './combine.ts';
import { findConfidence } from './confidence.ts';
import { makeContributions } from './contributions.ts';
import { DAY, findPublished } from './instants.ts';
import { type Learned, learnRatios } from './learned.ts';
import { findLevel } from './level.ts';
import { findOutcomes } from './outcomes.ts';
import { makeFindGrade } from './reliability.ts';

const BY = 'forecast@2';

export interface AssessContext {
  /** What was known and published by `asOf`. */
  readonly reports: readonly Report[];
  /** Imported by `asOf`. */
  readonly history: readonly PastEvent[];
  /** Daily counts of events, of files imported by `asOf`. */
  readonly events?: readonly EventCount[];
  /** ISO 8601; of a date its end. */
  readonly asOf: string;
  /** The level that stood before: a level is left later than it is entered. */
  readonly previousLevel?: Level;
  /** The problem's ledger: what was settled on it by `asOf` may teach its weights. */
  readonly record?: readonly LedgerEntry[];
  /** What it teaches, where that is known already. */
  readonly learned?: Learned;
  /** Problems whose level it reads, as of the same instant, by their ids. */
  readonly others?: ReadonlyMap<string, Estimate>;
  /** What the desk says of its sources. */
  readonly sources?: readonly PlacedSource[];
  /** How credible what is told is. */
  readonly grades?: Pick<Grades, 'findSet' | 'findDigit'>;
  /** Program and version. */
  readonly engine: string;
}

/**
 * What is thought about a problem at an instant: its base rate, moved by what speaks for and against. In log-odds, evidence adds
 * up: each indicator adds the logarithm of its likelihood ratio, as far as independent and recent origins carry it. The ratios are
 * judged for the horizon that sets the level; the others follow from it (see `carryOver`). How all of it is done is told in
 * `docs/probability.md`.
 *
 * @example
 * const { horizons, level, contributions } = assess(problem, { reports, history: [], asOf: '2020-12-11', engine: 'tocsin 0.2.0' });
 */
export function assess(problem: Problem, context: AssessContext): Assessment {
  return complete(problem, estimate(problem, context), context);
}

/** What of an assessment is filed and told: a desk with many problems makes it of each at every look. */
export function estimate(problem: Problem, context: AssessContext): Estimate {
  const { reports, history, asOf } = context;
  const now = readInstant(asOf);
  const sightings = matchIndicators(problem, reports);
  const observedSince = findFirstDay(reports, sightings);
  const outcomes = findOutcomes(problem, reports);
  const today = new Date(now).toISOString().slice(0, 10);
  const lastOutcome = outcomes.findLast(({ day }) => day <= today)?.day;
  const baseRate = makeBaseRate(problem, {
    incidents: outcomes,
    history,
    ...(context.events === undefined ? {} : { events: context.events }),
    asOf: new Date(now).toISOString(),
    ...(observedSince === undefined ? {} : { observedSince }),
  });
  const heard = getHeard(reports, now, context.sources);
  const { ratios, source } = context.learned ?? learnRatios(problem, context.record ?? [], now);
  const { contributions, contradicted } = makeContributions(problem, {
    reports,
    sightings,
    ratios,
    heard,
    now,
    ...(lastOutcome === undefined ? {} : { lastOutcome }),
    ...(context.others === undefined ? {} : { others: context.others }),
    ...(context.grades === undefined ? {} : { findGrade: makeFindGrade(context.grades) }),
  });
  const base = baseRate.horizons.find(({ days }) => days === problem.levels.horizon) ?? baseRate.horizons[0]!;
  const leading = combine(base.probability, contributions, ratios);
  const horizons = baseRate.horizons.map(({ days, probability }) => ({
    days,
    probability: days === base.days ? leading : carryOver(leading, base.probability, probability),
    baseRate: probability,
  }));
  const coverage = heard.getCoverage(...problem.indicators.map(({ seenBy }) => seenBy));
  const { usualPerDay } = heard;
  const { confidence, why } = findConfidence({ contributions, contradicted, coverage, usualPerDay, now });
  const level = findLevel(leading.p, problem.levels, context.previousLevel);
  const told = findTold(problem.tell, level);
  return Object.freeze({
    problem: problem.id,
    problemVersion: problem.version,
    title: problem.title,
    question: problem.question,
    asOf,
    horizons,
    leading: base.days,
    level,
    ...(told.length === 0 ? {} : { told }),
    confidence,
    confidenceWhy: why,
    baseRate,
    contributions,
    coverage,
    weights: source,
    reports: reports.length,
    by: BY,
  });
}

/** An estimate with what is only looked at: hypotheses, ladder and gaps. */
export function complete(
  problem: Problem,
  { reports: count, by, ...made }: Estimate,
  { reports, asOf }: Pick<AssessContext, 'reports' | 'asOf'>,
): Assessment {
  const { contributions, horizons, leading } = made;
  const { baseRate: base, probability } = horizons.find(({ days }) => days === leading)!;
  const outcomes = matchIndicators(problem, reports).get(OUTCOME) ?? [];
  return Object.freeze({
    kind: 'assessment',
    ...made,
    matrix: makeMatrix(problem, { base: base.p, probability: probability.p, contributions }),
    ...(problem.ladder === undefined
      ? {}
      : { ladder: makeLadder(problem.ladder, { reports, outcomes, now: readInstant(asOf) }) }),
    reports: count,
    gaps: [...findGaps(problem, contributions), ...problem.gaps],
    by,
  });
}

const readInstant = (asOf: string): number => findReach(asOf)?.last ?? Date.parse(asOf);

/**
 * The first day on which somebody was looking: since reports come in, or since one was published that bears on the question. What else an
 * archive or a new source brings of older days does not tell that nothing happened then. News tells of the day before, too.
 */
function findFirstDay(reports: readonly Report[], sightings: Sightings): string | undefined {
  const first = Math.min(indexReports(reports).firstKnown, findFirstSeen(sightings));
  return Number.isFinite(first) ? new Date(first - DAY).toISOString().slice(0, 10) : undefined;
}

/** When the first was published; the same sightings are asked about at every look. */
const firstSeen = new WeakMap<Sightings, number>();

function findFirstSeen(sightings: Sightings): number {
  const known = firstSeen.get(sightings);
  if (known !== undefined) return known;
  let first = Number.POSITIVE_INFINITY;
  for (const seen of sightings.values()) {
    for (const { report } of seen) first = Math.min(first, findPublished(report));
  }
  firstSeen.set(sightings, first);
  return first;
}
