import { OUTPUTS } from '../src/process/lang/en/event/judge/model.ts';
import { makeRandom } from '../src/stats/random.ts';
import { shuffle } from './shuffle.ts';

/** One labelled event word: the rows of its features, and what each output ought to be. */
export interface OpinionCase {
  readonly article: string;
  readonly rows: Int32Array;
  readonly isNone: boolean;
  readonly isBackground: boolean;
  /** Position of its realis among the outputs. */
  readonly realis: number;
}

export interface OpinionSettings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of features left out at each step. */
  readonly drop: number;
  readonly seed: number;
}

/** Weights feature by feature, output by output, and the bias of each output. */
export interface LearnedOpinions {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Learns all outputs at once by AdaGrad with decay and left-out features; the weights are averaged over the steps. */
export function learnOpinions(
  cases: readonly OpinionCase[],
  features: number,
  { epochs, rate, decay, drop, seed }: OpinionSettings,
): LearnedOpinions {
  const random = makeRandom(seed);
  const weights = new Float32Array(features * OUTPUTS);
  const bias = new Float32Array(OUTPUTS);
  const squares = new Float32Array(weights.length).fill(0.1);
  const sums = new Float64Array(weights.length);
  const gradient = new Float64Array(OUTPUTS);
  const order = Int32Array.from(cases, (_, i) => i);
  let summed = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const one = cases[i]!;
      const rows = one.rows.filter(() => random() >= drop);
      gradient.set(bias);
      for (const row of rows)
        for (let k = 0; k < OUTPUTS; k++) gradient[k]! += weights[row * OUTPUTS + k]! / (1 - drop);
      const last = toGradient(gradient, one);
      for (let k = 0; k < last; k++) bias[k]! -= 0.25 * rate * gradient[k]!;
      for (const row of rows)
        for (let k = 0; k < last; k++) {
          const at = row * OUTPUTS + k;
          const g = gradient[k]! + decay * weights[at]!;
          squares[at]! += g * g;
          weights[at]! -= (rate * g) / Math.sqrt(squares[at]!);
        }
    }
    if (epoch < 2) continue;
    summed++;
    for (let k = 0; k < weights.length; k++) sums[k]! += weights[k]!;
  }
  for (let k = 0; k < weights.length; k++) weights[k] = sums[k]! / summed;
  return { weights, bias };
}

/** Probabilities less what is wanted in place of the scores; gives how many outputs the case has something to say on. */
function toGradient(scores: Float64Array, one: OpinionCase): number {
  scores[0] = logistic(scores[0]!) - (one.isNone ? 1 : 0);
  if (one.isNone) return 1;
  scores[1] = logistic(scores[1]!) - (one.isBackground ? 1 : 0);
  let most = scores[2]!;
  for (let k = 3; k < OUTPUTS; k++) most = Math.max(most, scores[k]!);
  let whole = 0;
  for (let k = 2; k < OUTPUTS; k++) whole += scores[k] = Math.exp(scores[k]! - most);
  for (let k = 2; k < OUTPUTS; k++) scores[k] = scores[k]! / whole - (k === one.realis ? 1 : 0);
  return OUTPUTS;
}

const logistic = (score: number) => 1 / (1 + Math.exp(-score));

/** The scores of all outputs for one case. */
export function scoreCase({ weights, bias }: LearnedOpinions, rows: Int32Array): Float64Array {
  const scores = Float64Array.from(bias);
  for (const row of rows) for (let k = 0; k < OUTPUTS; k++) scores[k]! += weights[row * OUTPUTS + k]!;
  return scores;
}
