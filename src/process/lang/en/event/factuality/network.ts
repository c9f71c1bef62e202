import type { Features } from '../../claim/learned/features.ts';
import { makeRowSums } from '../../row-sums.ts';
import type { Weights } from '../../weights.ts';

/** Did not happen, open, happened. */
export const CLASSES = 3;

/** Where the scale of values is bent, so that what lies between `low` and `high` is open. */
export interface Bend {
  readonly low: number;
  readonly high: number;
}

/** Two classifiers over one list of features, a linear one and one with a hidden layer; what they give is averaged. */
export interface FactualityNetwork {
  readonly hashes: Int32Array;
  /** Units of the hidden layer. */
  readonly hidden: number;
  /** For each feature its weights into the hidden layer and then those of the linear classifier. */
  readonly rows: Int8Array;
  /** What one step of a row's weights is worth, by the place in the row. */
  readonly scale: Float32Array;
  /** Bias of the hidden layer and of the linear classifier. */
  readonly bias: Float32Array;
  /** From the hidden layer to the classes, class by class. */
  readonly out: Float32Array;
  readonly outBias: Float32Array;
  readonly bend: Bend;
}

/** How the event stands on the set's scale: about -1.2 did not happen, 0 open, about 1.1 happened. */
export interface FactualityScorer {
  score(features: Features): number;
}

/** Centres of the classes on the set's scale. */
const CENTRES = [-1.15, 0, 1.1];

export function readNetwork(weights: Weights): FactualityNetwork {
  const bend = weights.f32('bend');
  return {
    hashes: weights.i32('hashes'),
    hidden: weights.f32('out').length / CLASSES,
    rows: weights.i8('rows'),
    scale: weights.f32('scale'),
    bias: weights.f32('bias'),
    out: weights.f32('out'),
    outBias: weights.f32('outBias'),
    bend: { low: bend[0]!, high: bend[1]! },
  };
}

export function makeScorer(network: FactualityNetwork): FactualityScorer {
  const { hashes, hidden, rows, scale, bias, out, outBias, bend } = network;
  const sumUp = makeRowSums(hashes, rows, hidden + CLASSES);
  const layer = new Float64Array(hidden);
  const deep = new Float64Array(CLASSES);
  const flat = new Float64Array(CLASSES);
  return {
    score: (features) => {
      const sums = sumUp(features);
      for (let k = 0; k < hidden; k++) layer[k] = Math.max(0, bias[k]! + sums[k]! * scale[k]!);
      for (let c = 0; c < CLASSES; c++) {
        const at = hidden + c;
        flat[c] = bias[at]! + sums[at]! * scale[at]!;
        let sum = outBias[c]!;
        for (let k = 0; k < hidden; k++) sum += layer[k]! * out[c * hidden + k]!;
        deep[c] = sum;
      }
      return bendValue((expectation(flat) + expectation(deep)) / 2, bend);
    },
  };
}

/** The mean of the centres by the probabilities that the scores stand for. */
export function expectation(scores: Float64Array): number {
  const most = Math.max(scores[0]!, scores[1]!, scores[2]!);
  let whole = 0;
  let sum = 0;
  for (let c = 0; c < CLASSES; c++) {
    const p = Math.exp(scores[c]! - most);
    whole += p;
    sum += p * CENTRES[c]!;
  }
  return sum / whole;
}

const LEAST = -1.3;
const MOST = 1.25;

/** Straight pieces through the ends and through `low` at -0.5 and `high` at 0.5. */
export function bendValue(value: number, { low, high }: Bend): number {
  if (value <= low) return -0.5 - ((low - value) / (low - LEAST)) * 0.75;
  if (value >= high) return 0.5 + ((value - high) / (MOST - high)) * 0.65;
  return -0.5 + (value - low) / (high - low);
}
