import type { ClaimOutcome, Reliability, SourceGrade } from '../../model/grade.ts';
import { findBetaQuantile } from '../../stats/beta.ts';

/** What a source is taken to have behind it before anything is known of it: one claim that held and one that did not. */
export const PRIOR = { hits: 1, misses: 1 } as const;

/** How far each outcome counts as a claim that did not hold. Who corrects itself counts half: it was wrong in part, and said so. */
export const MISS: Readonly<Record<Exclude<ClaimOutcome, 'open'>, number>> = {
  confirmed: 0,
  corrected: 0.5,
  retracted: 1,
  distorted: 1,
  contradicted: 1,
};

/** Settled claims, and reports that they stand in, below which a source cannot be judged. */
export const LEAST_CLAIMS = 5;
export const LEAST_REPORTS = 3;

/** Letters with the least mean share of claims that hold, and the least lower end of its interval. */
export const LETTERS: readonly (readonly [letter: Reliability, mean: number, low: number])[] = [
  ['A', 0.9, 0.85],
  ['B', 0.75, 0],
  ['C', 0.5, 0],
  ['D', 0.25, 0],
  ['E', 0, 0],
];

/** One settled claim, as far as its weight goes. */
export interface Settled {
  readonly outcome: Exclude<ClaimOutcome, 'open'>;
  /** The report that it stands in. */
  readonly document: string;
}

/**
 * The share of a source's claims that hold, with its interval of 80 %, by a beta distribution. Claims of one report stand or
 * fall together: all of them together weigh as much as one.
 *
 * @example
 * estimateShare([]).mean; // 0.5, between 0.1 and 0.9: nothing known
 */
export function estimateShare(
  settled: readonly Settled[],
  inReport: ReadonlyMap<string, number> = countInReports(settled),
): SourceGrade['share'] {
  let { hits, misses }: { hits: number; misses: number } = PRIOR;
  for (const { document, outcome } of settled) {
    const weight = 1 / (inReport.get(document) ?? 1);
    const miss = MISS[outcome];
    hits += weight * (1 - miss);
    misses += weight * miss;
  }
  const shape = { hits, misses };
  return {
    mean: hits / (hits + misses),
    low: findBetaQuantile(shape, 0.1),
    high: findBetaQuantile(shape, 0.9),
  };
}

/** Settled claims by the report that they stand in. */
export function countInReports(settled: readonly Settled[]): ReadonlyMap<string, number> {
  const inReport = new Map<string, number>();
  for (const { document } of settled) inReport.set(document, (inReport.get(document) ?? 0) + 1);
  return inReport;
}

/**
 * The letter for a share that rests on so many settled claims in so many reports.
 *
 * @example
 * chooseReliability({ mean: 0.8, low: 0.6, high: 0.9 }, { claims: 12, reports: 9 }); // 'B'
 */
export function chooseReliability(
  { mean, low }: SourceGrade['share'],
  { claims, reports }: { readonly claims: number; readonly reports: number },
): Reliability {
  if (claims < LEAST_CLAIMS || reports < LEAST_REPORTS) return 'F';
  // What is so within rounding belongs to the better letter.
  return LETTERS.find(([, least, end]) => mean >= least - 1e-9 && low >= end - 1e-9)?.[0] ?? 'E';
}
