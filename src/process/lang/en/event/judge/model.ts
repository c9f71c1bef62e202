import { REALIS, type Realis } from '../../../../../model/event.ts';
import { MODELS } from '../../../../data.ts';
import type { Features } from '../../claim/learned/features.ts';
import { makeRowSums } from '../../row-sums.ts';
import { readWeights, type Weights } from '../../weights.ts';

/** Outputs of the classifier: no event, told as history, then one for each realis. */
export const OUTPUTS = 2 + REALIS.length;

/** What the examples make of one event word, each from 0 to 1. */
export interface Opinion {
  /** That the words tell no event of the codes. */
  readonly isNone: number;
  readonly isBackground: number;
  readonly realis: Readonly<Record<Realis, number>>;
}

export interface OpinionScorer {
  score(features: Features): Opinion;
}

/** One linear classifier for each output over one list of features. */
export interface OpinionWeights {
  readonly hashes: Int32Array;
  /** For each feature its weight for each output. */
  readonly rows: Int8Array;
  /** What one step of a weight is worth, by output. */
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Loads the weights; `folder` ends in a slash.
 *
 * @throws Error where the model file is missing or damaged
 */
export function loadOpinions(folder: URL = MODELS): OpinionScorer {
  return makeOpinionScorer(unpack(readWeights(folder, 'en-events.bin')));
}

const unpack = (weights: Weights): OpinionWeights => ({
  hashes: weights.i32('hashes'),
  rows: weights.i8('rows'),
  scale: weights.f32('scale'),
  bias: weights.f32('bias'),
});

export function makeOpinionScorer({ hashes, rows, scale, bias }: OpinionWeights): OpinionScorer {
  const sumUp = makeRowSums(hashes, rows, OUTPUTS);
  const scores = new Float64Array(OUTPUTS);
  return {
    score: (features) => {
      const sums = sumUp(features);
      for (let k = 0; k < OUTPUTS; k++) scores[k] = bias[k]! + sums[k]! * scale[k]!;
      return toOpinion(scores);
    },
  };
}

/** Scores as probabilities: the first two each by itself, the realis against each other. */
export function toOpinion(scores: ArrayLike<number>): Opinion {
  let most = scores[2]!;
  for (let k = 3; k < OUTPUTS; k++) most = Math.max(most, scores[k]!);
  let whole = 0;
  for (let k = 2; k < OUTPUTS; k++) whole += Math.exp(scores[k]! - most);
  const realis = REALIS.map((name, k) => [name, Math.exp(scores[2 + k]! - most) / whole]);
  return {
    isNone: logistic(scores[0]!),
    isBackground: logistic(scores[1]!),
    realis: Object.fromEntries(realis) as Record<Realis, number>,
  };
}

const logistic = (score: number) => 1 / (1 + Math.exp(-score));
