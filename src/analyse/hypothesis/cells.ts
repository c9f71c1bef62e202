import type { Indicator } from '../../model/problem.ts';
import { STRENGTHS } from '../../model/problem.ts';
import type { Weighed } from './hypotheses.ts';

/** What one sign says: the answer by its log-odds, the hypotheses of one answer by how much more each of them shows it. */
export interface Sign {
  /** Natural logarithm of the likelihood ratio of yes to no. */
  readonly logOdds: number;
  /** 0 to 1: how much of its strength counts. */
  readonly weight: number;
  readonly tells?: Indicator['tells'];
}

export interface Told {
  /** In the order of the hypotheses. */
  readonly cells: readonly number[];
  /** Parts of the hypotheses among those of the same answer, after this sign. */
  readonly parts: readonly number[];
}

/**
 * The logarithm of the likelihood ratio of a sign for each hypothesis, against the answer no as a whole:
 *
 *     cell(h) = logOdds·[h answers yes] + weight·ln tells(h) − ln Σ part(g)·tells(g)^weight
 *
 * with the sum over the hypotheses g of the same answer. The last term keeps apart what the two numbers say: whether the answer is
 * yes or no is told by `logOdds` alone, and `tells` only moves parts among the hypotheses of one answer.
 *
 * @param parts Before this sign, after those that were taken in before it.
 */
export function tellApart(
  hypotheses: readonly Pick<Weighed, 'id' | 'answer'>[],
  parts: readonly number[],
  { logOdds, weight, tells = {} }: Sign,
): Told {
  // An id is a word of a file: what a plain object brings with it is none.
  const ratio = (id: string) => (Object.hasOwn(tells, id) ? STRENGTHS[tells[id]!] : 1);
  const moved = hypotheses.map(({ id }) => weight * Math.log(ratio(id)));
  const sums = { yes: 0, no: 0 };
  for (const [i, { answer }] of hypotheses.entries()) sums[answer] += parts[i]! * Math.exp(moved[i]!);
  return {
    cells: hypotheses.map(
      ({ answer }, i) => (answer === 'yes' ? logOdds : 0) + moved[i]! - Math.log(sums[answer]),
    ),
    parts: hypotheses.map(({ answer }, i) => (parts[i]! * Math.exp(moved[i]!)) / sums[answer]),
  };
}

/** The largest difference between two cells. */
export function measureSpread(cells: readonly number[]): number {
  return cells.length === 0 ? 0 : Math.max(...cells) - Math.min(...cells);
}
