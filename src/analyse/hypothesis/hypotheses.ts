import type { Hypothesis, Problem } from '../../model/problem.ts';
import { fromLogOdds, toLogOdds } from '../../stats/log-odds.ts';

/** A hypothesis with what it is given before anything is seen. */
export interface Weighed extends Omit<Hypothesis, 'share'> {
  /** Its part of those of the same answer, 0 to 1. */
  readonly part: number;
  /** The base rate's probability of the answer, times its part. */
  readonly prior: number;
}

type Answer = Hypothesis['answer'];

/** The answers themselves, for a problem that names no explanation of them. */
const ANSWERS: Readonly<Record<Answer, Hypothesis>> = {
  yes: {
    id: 'yes',
    title: 'Yes',
    why: 'The question is answered with yes, whatever the reason.',
    answer: 'yes',
    share: 1,
  },
  no: {
    id: 'no',
    title: 'No',
    why: 'The question is answered with no, whatever the reason.',
    answer: 'no',
    share: 1,
  },
};

/**
 * The hypotheses of a problem with their priors. An answer for which none is named stands for itself, so that the
 * priors always add up to 1.
 *
 * @param base Probability of yes by the base rate, 0 to 1.
 *
 * @example
 * weighHypotheses({ hypotheses: [] }, 0.3).map(({ id, prior }) => [id, prior]); // [['yes', 0.3], ['no', 0.7]]
 */
export function weighHypotheses(
  { hypotheses }: Pick<Problem, 'hypotheses'>,
  base: number,
): readonly Weighed[] {
  // As near to 0 and 1 as the computation lets a base rate come.
  const yes = fromLogOdds(toLogOdds(base));
  return (['yes', 'no'] as const).flatMap((answer) => {
    const named = hypotheses.filter((each) => each.answer === answer);
    const own = named.length === 0 ? [ANSWERS[answer]] : named;
    const total = own.reduce((sum, { share }) => sum + share, 0);
    return own.map(({ share, ...hypothesis }) => ({
      ...hypothesis,
      part: share / total,
      prior: (answer === 'yes' ? yes : 1 - yes) * (share / total),
    }));
  });
}
