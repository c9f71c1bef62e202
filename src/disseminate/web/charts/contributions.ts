import type { Assessment, Contribution } from '../../../model/forecast.ts';

/** One step from the base rate to the probability. */
export interface Step {
  readonly contribution: Contribution;
  /** Probability before and after it. */
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly steps: readonly Step[];
  /** What is left between the last step and the probability: bounds and rounding. Absent where it is nothing. */
  readonly rest?: { readonly from: number; readonly to: number };
  readonly top: number;
}

type Horizon = Assessment['horizons'][number];

const LEAST = 1e-6;
const clamp = (p: number) => Math.min(Math.max(p, LEAST), 1 - LEAST);
const toLogOdds = (p: number) => Math.log(clamp(p) / (1 - clamp(p)));
const toProbability = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

const TOPS = [0.1, 0.25, 0.5, 1];

/** Differences below this are rounding. */
const NOTHING = 0.005;

/** What speaks for first, then what speaks against; each group in the order in which the assessment has it. */
function order(contributions: readonly Contribution[]): readonly Contribution[] {
  const counted = contributions.filter(({ state, logOdds }) => state === 'observed' && logOdds !== 0);
  return [
    ...counted.filter(({ direction }) => direction === 'for'),
    ...counted.filter(({ direction }) => direction === 'against'),
  ];
}

/**
 * Steps from the base rate to the probability of one horizon: each contribution adds to the log-odds of the leading horizon, so
 * that what it adds to the probability depends on where it begins. Another horizon follows at each step by proportional hazards,
 * as its probability does.
 */
export function makeWaterfall(
  horizon: Horizon,
  contributions: readonly Contribution[],
  leading: Horizon = horizon,
): Waterfall {
  const carryOver = makeCarrier(horizon, leading);
  let logOdds = toLogOdds(leading.baseRate.p);
  const steps = order(contributions).map((contribution): Step => {
    const from = carryOver(toProbability(logOdds));
    logOdds += contribution.logOdds;
    return { contribution, from, to: carryOver(toProbability(logOdds)) };
  });
  const reached = carryOver(toProbability(logOdds));
  const { p, high } = horizon.probability;
  const highest = Math.max(p, high, horizon.baseRate.p, ...steps.map(({ to }) => to));
  const top = TOPS.find((each) => highest <= each) ?? 1;
  return Math.abs(reached - p) < NOTHING ? { steps, top } : { steps, rest: { from: reached, to: p }, top };
}

/** A probability of the leading horizon as one of another: by proportional hazards. */
export function makeCarrier(horizon: Horizon, leading: Horizon): (p: number) => number {
  const hazards = Math.log1p(-clamp(horizon.baseRate.p)) / Math.log1p(-clamp(leading.baseRate.p));
  return (p) => (horizon === leading ? p : -Math.expm1(hazards * Math.log1p(-clamp(p))));
}

/** What would move the number: a sign, and the probability with it, or without it. */
export interface Move {
  readonly id: string;
  readonly title: string;
  readonly to: number;
}

/**
 * What would change a probability: signs that are not seen and tell most, each as if it were; and those that count most, each as if it fell
 * away. All else stays as it is.
 */
export function listMoves(
  { contributions, matrix }: Pick<Assessment, 'contributions' | 'matrix'>,
  { horizon, leading = horizon }: { readonly horizon: Horizon; readonly leading?: Horizon | undefined },
): { readonly seen: readonly Move[]; readonly gone: readonly Move[] } {
  const carryOver = makeCarrier(horizon, leading);
  const seen = (matrix?.next ?? []).map(({ id, title, ifSeen }) => ({ id, title, to: carryOver(ifSeen) }));
  const gone = contributions
    .filter(({ state, logOdds }) => state === 'observed' && logOdds !== 0)
    .map(({ id, title, logOdds }) => ({
      id,
      title,
      to: carryOver(toProbability(toLogOdds(leading.probability.p) - logOdds)),
    }));
  const size = ({ to }: Move) => Math.abs(to - horizon.probability.p);
  return { seen, gone: gone.toSorted((a, b) => size(b) - size(a)) };
}
