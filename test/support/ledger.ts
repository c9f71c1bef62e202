import { findLastDay } from '../../src/analyse/ledger/days.ts';
import type { Assessment, Forecast, Settlement } from '../../src/model/forecast.ts';
import type { Hash } from '../../src/model/page.ts';
import type { Probability, ProbabilityWord } from '../../src/model/probability.ts';

/** Plain values for tests of the ledger, alerts and commands. */

export function makeHash(digit: string): Hash {
  return `sha256:${digit.repeat(64).slice(0, 64)}`;
}

export function makeProbability(p: number, word: ProbabilityWord = 'very unlikely'): Probability {
  return { p, low: p * 0.5, high: Math.min(1, p * 1.5), word };
}

export function makeTestForecast(given: Partial<Forecast> = {}): Forecast {
  const asOf = given.asOf ?? '2026-03-01T12:00:00.000Z';
  const horizon = given.horizon ?? 7;
  return {
    kind: 'forecast',
    problem: 'pier',
    problemVersion: makeHash('a'),
    question: 'Will the pier be blocked?',
    horizon,
    asOf,
    until: findLastDay(asOf, horizon),
    probability: makeProbability(0.1),
    baseRate: makeProbability(0.08),
    level: 'normal',
    confidence: 'low',
    reasons: [{ id: 'talk', logOdds: 0.7, confirmed: 1, possible: 0, claims: [`${makeHash('b')}#c1`] }],
    cause: 'daily',
    engine: 'tocsin 0.0.0',
    ...given,
  };
}

export function makeTestSettlement(
  forecast: Hash,
  outcome: Settlement['outcome'],
  given: Partial<Settlement> = {},
): Settlement {
  return { kind: 'settlement', problem: 'pier', forecast, outcome, claims: [], ...given };
}

export function makeTestAssessment(given: Partial<Assessment> = {}): Assessment {
  const probability = makeProbability(0.1);
  return {
    kind: 'assessment',
    problem: 'pier',
    problemVersion: makeHash('a'),
    title: 'Blockade of the pier',
    question: 'Will the pier be blocked?',
    asOf: '2026-03-01T12:00:00.000Z',
    horizons: [
      { days: 7, probability, baseRate: makeProbability(0.08) },
      {
        days: 30,
        probability: makeProbability(0.3, 'unlikely'),
        baseRate: makeProbability(0.25, 'unlikely'),
      },
    ],
    leading: 30,
    level: 'normal',
    confidence: 'low',
    confidenceWhy: 'one unnamed origin',
    baseRate: {
      method: 'incidents',
      horizons: [],
      rate: 0.01,
      incidents: [],
      history: 0,
      days: 90,
      notes: [],
    },
    contributions: [],
    reports: 4,
    gaps: [],
    by: 'tocsin 0.0.0',
    ...given,
  };
}

/** An observed reason with so many claims at each of its origins. */
export function makeTestContribution(
  id: string,
  origins: readonly number[],
  given: Partial<Assessment['contributions'][number]> = {},
): Assessment['contributions'][number] {
  return {
    id,
    title: `Signs of ${id}`,
    why: 'chosen for the test',
    direction: 'for',
    strength: 'moderate',
    state: 'observed',
    logOdds: 0.69,
    weight: 1,
    tree: {
      origins: origins.map((claims, index) => ({
        id: `o${index}`,
        status: 'confirmed',
        reason: 'office',
        name: `Office ${index}`,
        type: 'office',
        claims: Array.from({ length: claims }, (_, claim) => ({
          document: makeHash(String(index)),
          claim: `c${claim + 1}`,
          start: 0,
          end: 5,
          words: 'words',
        })),
      })),
      reports: [],
      confirmed: origins.length,
      possible: 0,
      relays: 0,
    },
    ...given,
  };
}
