import type { Contribution, Matrix } from '../../model/forecast.ts';
import type { Problem } from '../../model/problem.ts';
import { measureSpread, tellApart } from './cells.ts';
import { weighHypotheses } from './hypotheses.ts';
import { findNext } from './next.ts';
import { makeSupposed } from './supposed.ts';

export interface MatrixContext {
  /** Probability of yes by the base rate and as it was computed, both of the leading horizon. */
  readonly base: number;
  readonly probability: number;
  readonly contributions: readonly Contribution[];
}

/**
 * The evidence of an assessment against the hypotheses of its problem, after Heuer's analysis of competing hypotheses with likelihood
 * ratios in its cells. It is a view: the answer comes from the base rate and the contributions as they were computed, and the hypotheses
 * of one answer share its probability. Priors times the exponentials of the cells, brought to a sum of 1, are the posteriors.
 *
 * Rows are taken in in the order of the contributions (see `tellApart`): a cell says what its row adds to those above it.
 * Differences between two cells of one row and one answer do not hang on that order.
 *
 * @example
 * makeMatrix(problem, { base: 0.3, probability: 0.6, contributions }).hypotheses[0]?.posterior; // 0.41
 */
export function makeMatrix(problem: Problem, context: MatrixContext): Matrix {
  const { base, probability, contributions } = context;
  const hypotheses = weighHypotheses(problem, base);
  const shares = new Map(problem.hypotheses.map(({ id, share }) => [id, share]));
  const tellsOf = new Map(problem.indicators.map(({ id, tells }) => [id, tells]));
  let parts: readonly number[] = hypotheses.map(({ part }) => part);
  const counted = contributions.map((contribution) => {
    const { id, logOdds, weight } = contribution;
    const tells = contribution.window === undefined ? tellsOf.get(id) : undefined;
    const told = tellApart(hypotheses, parts, { logOdds, weight, ...(tells === undefined ? {} : { tells }) });
    parts = told.parts;
    return { contribution, cells: told.cells };
  });
  const posteriors = hypotheses.map(
    ({ answer }, i) => (answer === 'yes' ? probability : 1 - probability) * parts[i]!,
  );
  const suppose = makeSupposed(problem, contributions);
  const rows = counted.map(({ contribution, cells }) => {
    const { id, title, state } = contribution;
    const supposed = state === 'observed' ? undefined : suppose(contribution);
    const spread = supposed === undefined ? cells : tellApart(hypotheses, parts, supposed).cells;
    const tells = contribution.window === undefined ? tellsOf.get(id) : undefined;
    return {
      ...{ id, title, state, cells, diagnosticity: measureSpread(spread) },
      ...(tells === undefined ? {} : { tells }),
    };
  });
  return {
    hypotheses: hypotheses.map(({ part: _, ...hypothesis }, i) => ({
      ...hypothesis,
      ...(shares.has(hypothesis.id) ? { share: shares.get(hypothesis.id)! } : {}),
      posterior: posteriors[i]!,
    })),
    rows,
    next: findNext({ problem, contributions, hypotheses, parts, posteriors, probability, suppose }),
  };
}
