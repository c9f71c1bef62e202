import type { EventCount } from '../../model/event-count.ts';
import type { Assessment, Contribution } from '../../model/forecast.ts';
import type { PastEvent } from '../../model/history.ts';
import type { Probability } from '../../model/probability.ts';
import { makeProbability } from '../../model/probability.ts';
import { type Level, type Problem, STRENGTHS } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { fromLogOdds, toLogOdds } from '../../stats/log-odds.ts';
import { SIGMAS_80 } from '../../stats/normal.ts';
import { findReach } from '../../text/instants.ts';
import { makeMatrix } from '../hypothesis/matrix.ts';
import { makeLadder } from '../ladder/ladder.ts';
import { makeBaseRate } from './base-rate.ts';
import { findConfidence } from './confidence.ts';
import { makeContributions } from './contributions.ts';
import { DAY, findPublished } from './instants.ts';
import { findLevel } from './level.ts';
import { findOutcomes } from './outcomes.ts';

const BY = 'forecast@1';

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
  /** Program and version. */
  readonly engine: string;
}

/**
 * What is thought about a problem at an instant: its base rate, moved by what speaks for and against. In log-odds, evidence adds
 * up: each indicator adds the logarithm of its likelihood ratio, as far as independent and recent origins carry it. The ratios are
 * judged for the horizon that sets the level; the others follow from it (see `carryOver`).
 *
 * @example
 * const { horizons, level, contributions } = assess(problem, { reports, history: [], asOf: '2020-12-11', engine: 'tocsin 0.2.0' });
 */
export function assess(problem: Problem, context: AssessContext): Assessment {
  const { reports, history, asOf } = context;
  const now = findReach(asOf)?.last ?? Date.parse(asOf);
  const observedSince = findFirstDay(reports);
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
  const { contributions, contradicted } = makeContributions(problem, {
    reports,
    now,
    ...(lastOutcome === undefined ? {} : { lastOutcome }),
  });
  const base = baseRate.horizons.find(({ days }) => days === problem.levels.horizon) ?? baseRate.horizons[0]!;
  const leading = combine(base.probability, contributions);
  const horizons = baseRate.horizons.map(({ days, probability }) => ({
    days,
    probability: days === base.days ? leading : carryOver(leading, base.probability, probability),
    baseRate: probability,
  }));
  const { confidence, why } = findConfidence({ contributions, contradicted, reports, now });
  return Object.freeze({
    kind: 'assessment',
    problem: problem.id,
    problemVersion: problem.version,
    title: problem.title,
    question: problem.question,
    asOf,
    horizons,
    leading: base.days,
    level: findLevel(leading.p, problem.levels, context.previousLevel),
    confidence,
    confidenceWhy: why,
    baseRate,
    contributions,
    matrix: makeMatrix(problem, { base: base.probability.p, probability: leading.p, contributions }),
    ...(problem.ladder === undefined ? {} : { ladder: makeLadder(problem.ladder, { reports, now }) }),
    reports: reports.length,
    gaps: problem.gaps,
    by: BY,
  });
}

/** News tells of the day before, too. */
function findFirstDay(reports: readonly Report[]): string | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const report of reports) first = Math.min(first, findPublished(report));
  return Number.isFinite(first) ? new Date(first - DAY).toISOString().slice(0, 10) : undefined;
}

/**
 * Likelihood ratios are judged in words whose values lie a factor of two apart, so that one is known to about a factor of the
 * square root of two either way, with 80 %.
 */
const RATIO_SIGMA = Math.log(Math.SQRT2) / SIGMAS_80;

/**
 * The probability of another horizon, by proportional hazards: evidence makes the outcome so many times as frequent as usual on
 * every day alike, since how much of it belongs to the next days and how much to those after is not known. So the shorter horizon
 * never gets more than its share, and the longer one never less.
 */
function carryOver(leading: Probability, from: Probability, to: Probability): Probability {
  const times = (name: 'p' | 'low' | 'high') =>
    Math.log1p(-bound(leading[name])) / Math.log1p(-bound(from.p));
  const apply = (name: 'p' | 'low' | 'high') => -Math.expm1(times(name) * Math.log1p(-bound(to.p)));
  return makeProbability(apply('p'), apply('low'), apply('high'));
}

/** Away from 0 and 1, where a hazard is nothing or without end. */
function bound(p: number): number {
  return Math.min(1 - 1e-6, Math.max(1e-6, p));
}

/** Adds evidence to a base rate, and the uncertainty of both, as variances in log-odds. */
function combine(base: Probability, contributions: readonly Contribution[]): Probability {
  const center = contributions.reduce((sum, { logOdds }) => sum + logOdds, toLogOdds(base.p));
  // An interval of proportions is lopsided in log-odds: each side keeps its own width.
  const below = (toLogOdds(base.p) - toLogOdds(base.low)) / SIGMAS_80;
  const above = (toLogOdds(base.high) - toLogOdds(base.p)) / SIGMAS_80;
  const judged = contributions.reduce((sum, { weight, strength }) => {
    const sigma = Math.min(RATIO_SIGMA, Math.log(STRENGTHS[strength]));
    return sum + (weight * sigma) ** 2;
  }, 0);
  const reach = (side: number) => SIGMAS_80 * Math.sqrt(side ** 2 + judged);
  return makeProbability(
    fromLogOdds(center),
    fromLogOdds(center - reach(below)),
    fromLogOdds(center + reach(above)),
  );
}
