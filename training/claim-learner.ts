import type { Ranker } from '../src/process/lang/en/claim/learned/ranker.ts';
import { findRow, makeTable } from '../src/process/lang/en/tagger.ts';
import { makeRandom } from '../src/stats/random.ts';
import { shuffle } from './shuffle.ts';

/** Feature lists one after another in blocks, so that tens of millions fit. */
export class FeatureStore {
  values = new Int32Array(1 << 20);
  size = 0;
  readonly starts: number[] = [0];

  /** Adds one list and gives its number. */
  add(list: Int32Array, length = list.length): number {
    while (this.size + length > this.values.length) {
      const grown = new Int32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values.set(list.subarray(0, length), this.size);
    this.size += length;
    this.starts.push(this.size);
    return this.starts.length - 2;
  }
}

/** What the learned weights are: one a feature. */
export interface Learned {
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
}

/** Weights by feature row with AdaGrad steps and a pull towards nought (L1, by cumulative penalty at each touch). */
export class Learner {
  readonly hashes: Int32Array;
  readonly rows: Int32Array;
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  /** Sum of the weights at the end of the later epochs, whose mean is what was learned. */
  readonly #sums: Float64Array;
  #summed = 0;
  readonly #rate: number;
  readonly #decay: number;
  readonly #store: FeatureStore;

  constructor(store: FeatureStore, { fewest = 2, rate = 0.1, decay = 1e-6 } = {}) {
    this.#store = store;
    this.hashes = countFeatures(store, fewest);
    const table = makeTable(this.hashes);
    this.rows = new Int32Array(store.size);
    for (let k = 0; k < store.size; k++) this.rows[k] = findRow(table, this.hashes, store.values[k]!);
    this.weights = new Float32Array(this.hashes.length);
    this.#squares = new Float32Array(this.hashes.length).fill(0.1);
    this.#sums = new Float64Array(this.hashes.length);
    this.#rate = rate;
    this.#decay = decay;
  }

  score(list: number): number {
    let sum = 0;
    const { starts } = this.#store;
    for (let k = starts[list]!; k < starts[list + 1]!; k++) {
      const row = this.rows[k]!;
      if (row >= 0) sum += this.weights[row]!;
    }
    return sum;
  }

  /** Moves the weights of a list along the gradient of the loss by its score. */
  step(list: number, gradient: number): void {
    if (Math.abs(gradient) < 1e-4) return;
    const { starts } = this.#store;
    for (let k = starts[list]!; k < starts[list + 1]!; k++) {
      const row = this.rows[k]!;
      if (row < 0) continue;
      const g = gradient + this.#decay * this.weights[row]!;
      this.#squares[row]! += g * g;
      this.weights[row]! -= (this.#rate * g) / Math.sqrt(this.#squares[row]!);
    }
  }

  /** Counts the weights as they are now into the mean. */
  remember(): void {
    for (let row = 0; row < this.weights.length; row++) this.#sums[row]! += this.weights[row]!;
    this.#summed++;
  }

  /** Puts the mean in place of the last weights; the learning is over. */
  settle(): void {
    if (this.#summed > 0) this.weights.set(this.#sums.map((sum) => sum / this.#summed));
  }

  ranker(): Ranker {
    const table = makeTable(this.hashes);
    const weights = this.weights;
    return {
      score: ({ values, size }) => {
        let sum = 0;
        for (let f = 0; f < size; f++) {
          const row = findRow(table, this.hashes, values[f]!);
          if (row >= 0) sum += weights[row]!;
        }
        return sum;
      },
    };
  }
}

/** Features seen often enough, sorted. */
function countFeatures(store: FeatureStore, fewest: number): Int32Array {
  const sorted = store.values.slice(0, store.size).sort();
  const kept: number[] = [];
  for (let k = 0; k < sorted.length; ) {
    let end = k;
    while (end < sorted.length && sorted[end] === sorted[k]) end++;
    if (end - k >= fewest) kept.push(sorted[k]!);
    k = end;
  }
  return Int32Array.from(kept);
}

/** Earlier epochs are still on their way. */
const FIRST_COUNTED = 2;

/** Shows every example once an epoch, each time in another order, and leaves the mean of the later epochs. */
function inEpochs(
  learner: Learner,
  count: number,
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
  learnOne: (example: number) => void,
): void {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = makeRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) learnOne(i);
    if (epoch >= FIRST_COUNTED) learner.remember();
  }
  learner.settle();
}

/** Yes or no for each list. */
export function learnBinary(
  learner: Learner,
  examples: readonly { readonly list: number; readonly isTrue: boolean }[],
  { epochs = 5, seed = 1, weight = 1 } = {},
): void {
  inEpochs(learner, examples.length, { epochs, seed }, (i) => {
    const { list, isTrue } = examples[i]!;
    const p = 1 / (1 + Math.exp(-learner.score(list)));
    learner.step(list, isTrue ? weight * (p - 1) : p);
  });
}

/** One of several lists; `gains` say how good each is, and the best share the probability that is wanted. */
export function learnChoice(
  learner: Learner,
  examples: readonly { readonly lists: readonly number[]; readonly gains: readonly number[] }[],
  { epochs = 5, seed = 1 } = {},
): void {
  inEpochs(learner, examples.length, { epochs, seed }, (i) => {
    const { lists, gains } = examples[i]!;
    const p = softmax(lists.map((list) => learner.score(list)));
    const wanted = wantedOf(gains, p);
    for (let c = 0; c < lists.length; c++) learner.step(lists[c]!, p[c]! - wanted[c]!);
  });
}

/** A pair of a left and a right list: the sum of both and of a list for the pair. */
export interface PairExample {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  /** [left, right, joint list, gain] */
  readonly pairs: readonly (readonly [number, number, number, number])[];
}

export function learnPairs(
  learner: Learner,
  examples: readonly PairExample[],
  { epochs = 5, seed = 1 } = {},
): void {
  inEpochs(learner, examples.length, { epochs, seed }, (i) => {
    const { lefts, rights, pairs } = examples[i]!;
    const left = lefts.map((list) => learner.score(list));
    const right = rights.map((list) => learner.score(list));
    const joint = new Map<number, number>();
    const scores = pairs.map(([l, r, j]) => {
      let own = joint.get(j);
      if (own === undefined) {
        own = learner.score(j);
        joint.set(j, own);
      }
      return left[l]! + right[r]! + own;
    });
    const p = softmax(scores);
    const wanted = wantedOf(
      pairs.map(([, , , gain]) => gain),
      p,
    );
    const dLeft = new Float64Array(lefts.length);
    const dRight = new Float64Array(rights.length);
    const dJoint = new Map<number, number>();
    for (const [k, [l, r, j]] of pairs.entries()) {
      const d = p[k]! - wanted[k]!;
      dLeft[l]! += d;
      dRight[r]! += d;
      dJoint.set(j, (dJoint.get(j) ?? 0) + d);
    }
    for (const [l, list] of lefts.entries()) learner.step(list, dLeft[l]!);
    for (const [r, list] of rights.entries()) learner.step(list, dRight[r]!);
    for (const [j, d] of dJoint) learner.step(j, d);
  });
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const p = scores.map((score) => Math.exp(score - most));
  const sum = p.reduce((a, b) => a + b, 0);
  return p.map((value) => value / sum);
}

/** The best candidates share what is wanted, as the model shares it among them now. */
function wantedOf(gains: readonly number[], p: readonly number[]): number[] {
  const best = Math.max(...gains);
  const mass = gains.reduce((sum, gain, c) => sum + (gain === best ? p[c]! + 1e-9 : 0), 0);
  return gains.map((gain, c) => (gain === best ? (p[c]! + 1e-9) / mass : 0));
}
