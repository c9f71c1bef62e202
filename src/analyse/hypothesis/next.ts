import type { Contribution, Matrix } from '../../model/forecast.ts';
import type { Problem } from '../../model/problem.ts';
import { fromLogOdds, toLogOdds } from '../../stats/log-odds.ts';
import { tellApart } from './cells.ts';
import type { Weighed } from './hypotheses.ts';
import type { Suppose } from './supposed.ts';

/**
 * How likely a sign is seen under the hypothesis that shows it most often: as likely as not. Likelihood ratios say nothing of how
 * often a sign comes at all; with this one assumption they say how likely it is under each of the others.
 */
const LIKELIEST = 0.5;

/** Gains below this are nothing but rounding. */
const NOTHING = 1e-9;

interface NextRequest {
  readonly problem: Problem;
  readonly contributions: readonly Contribution[];
  readonly hypotheses: readonly Weighed[];
  /** Among those of the same answer, as things stand. */
  readonly parts: readonly number[];
  readonly posteriors: readonly number[];
  /** Of yes, as it was computed. */
  readonly probability: number;
  readonly suppose: Suppose;
}

/**
 * What it would tell most to look for now: the expected information of Lindley (1956). For each indicator that is not seen and could be, the
 * entropy of the hypotheses is compared with what it would be on average once it is known whether the sign is there. Dates and the levels
 * of other problems are left out: there is nothing to look for.
 */
export function findNext({
  problem,
  contributions,
  hypotheses,
  parts,
  posteriors,
  probability,
  suppose,
}: NextRequest): Matrix['next'] {
  const observable = new Set(
    problem.indicators.filter(({ level }) => level === undefined).map(({ id }) => id),
  );
  return contributions
    .filter(({ id, state }) => observable.has(id) && state !== 'observed' && state !== 'cannot be seen')
    .map((contribution) => {
      const supposed = suppose(contribution);
      const { cells } = tellApart(hypotheses, parts, supposed);
      return {
        id: contribution.id,
        title: contribution.title,
        gain: measureGain(posteriors, cells),
        ifSeen: fromLogOdds(toLogOdds(probability) + supposed.logOdds),
      };
    })
    .filter(({ gain }) => gain > NOTHING)
    .sort((a, b) => b.gain - a.gain || (a.id < b.id ? -1 : 1));
}

/**
 * Expected reduction of uncertainty in bits by learning whether a sign is there.
 *
 * @param probabilities Of the hypotheses, adding up to 1.
 * @param cells Logarithms of how much more often each shows the sign; only their differences count.
 *
 * @example
 * measureGain([0.5, 0.5], [Math.log(4), 0]); // 0.124: seen in 1 of 2 cases under the one, in 1 of 8 under the other
 */
export function measureGain(probabilities: readonly number[], cells: readonly number[]): number {
  const most = Math.max(...cells);
  const shown = cells.map((cell) => LIKELIEST * Math.exp(cell - most));
  const seen = probabilities.map((p, i) => p * shown[i]!);
  const unseen = probabilities.map((p, i) => p * (1 - shown[i]!));
  return Math.max(0, measureEntropy(probabilities) - measureJoint(seen) - measureJoint(unseen));
}

/** Entropy in bits of what is left of the hypotheses, weighted with how likely that is. */
function measureJoint(joint: readonly number[]): number {
  const total = joint.reduce((sum, p) => sum + p, 0);
  return total === 0 ? 0 : total * measureEntropy(joint.map((p) => p / total));
}

function measureEntropy(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
