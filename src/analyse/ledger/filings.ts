import type { Contribution, Estimate, Forecast, LedgerEntry } from '../../model/forecast.ts';
import { makeProbability, type Probability } from '../../model/probability.ts';
import { findDay, findLastDay } from './days.ts';
import { indexRecord } from './record-index.ts';

export interface FilingContext {
  /** What the ledger holds of the problem, in order of filing. */
  readonly entries: readonly LedgerEntry[];
  /** True while kept pages are gone through again. */
  readonly isReplayed?: boolean;
  /** Program and version; what made the assessment unless given. */
  readonly engine?: string;
}

/** A move of the probability by so much is filed at once. */
export const MOVE = 0.05;
/** Probabilities are binary fractions: 0.15 - 0.10 comes out a little below 0.05. */
export const TOLERANCE = 1e-9;
/** Claims named for one reason; the assessment itself has them all. */
const MAX_CLAIMS = 10;

/**
 * Which forecasts an assessment gives cause to file: the first one of a horizon; one whose probability moved by five points or
 * more, or whose word or level changed; and one a UTC day, so that the record is a regular grid. Compared is the forecast that
 * stood at the assessment's instant, so asking again files nothing twice.
 */
export function chooseFilings(assessment: Estimate, context: FilingContext): readonly Forecast[] {
  const index = indexRecord(context.entries);
  const now = Date.parse(assessment.asOf);
  return assessment.horizons.flatMap((thought) => {
    const horizon = {
      ...thought,
      probability: roundProbability(thought.probability),
      baseRate: roundProbability(thought.baseRate),
    };
    const standing = index.findStanding(horizon.days, now);
    const cause = findCause(assessment, { standing, probability: horizon.probability });
    return cause === undefined ? [] : [makeForecast(assessment, { horizon, cause, context })];
  });
}

/** So many steps from 0 to 1: what lies beyond is noise, and differs between machines. */
const STEPS = 1e6;

function round(value: number): number {
  return Math.round(value * STEPS) / STEPS;
}

function roundProbability({ p, low, high }: Probability): Probability {
  return makeProbability(round(p), round(low), round(high));
}

function findCause(
  { asOf, level }: Estimate,
  { standing, probability }: { readonly standing: Forecast | undefined; readonly probability: Probability },
): Forecast['cause'] | undefined {
  if (standing === undefined) return 'first';
  const before = standing.probability;
  if (Math.abs(probability.p - before.p) >= MOVE - TOLERANCE) return 'changed';
  if (probability.word !== before.word || level !== standing.level) return 'changed';
  return findDay(asOf) > findDay(standing.asOf) ? 'daily' : undefined;
}

function makeForecast(
  assessment: Estimate,
  {
    horizon,
    cause,
    context,
  }: {
    readonly horizon: Estimate['horizons'][number];
    readonly cause: Forecast['cause'];
    readonly context: FilingContext;
  },
): Forecast {
  const { problem, problemVersion, question, asOf, level, confidence } = assessment;
  return {
    kind: 'forecast',
    problem,
    problemVersion,
    question,
    horizon: horizon.days,
    asOf,
    until: findLastDay(asOf, horizon.days),
    probability: horizon.probability,
    baseRate: horizon.baseRate,
    level,
    confidence,
    reasons: assessment.contributions.filter(({ state }) => state === 'observed').map(makeReason),
    cause,
    ...(context.isReplayed === true ? { replayed: true } : {}),
    engine: context.engine ?? assessment.by,
  };
}

function makeReason({ id, logOdds, weight, tree }: Contribution): Forecast['reasons'][number] {
  // The first claim of every origin before any origin's second: each of them should be represented.
  const rounds = Math.max(0, ...tree.origins.map(({ claims }) => claims.length));
  const claims = new Set<string>();
  for (let round = 0; round < rounds && claims.size < MAX_CLAIMS; round += 1) {
    for (const origin of tree.origins) {
      const claim = origin.claims[round];
      if (claim !== undefined && claims.size < MAX_CLAIMS) claims.add(`${claim.document}#${claim.claim}`);
    }
  }
  return {
    id,
    logOdds: round(logOdds),
    weight: round(weight),
    confirmed: tree.confirmed,
    possible: tree.possible,
    claims: [...claims],
  };
}
