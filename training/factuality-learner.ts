import { bendValue, CLASSES, expectation } from '../src/process/lang/en/event/factuality/network.ts';
import { makeRandom } from '../src/stats/random.ts';
import { shuffle } from './shuffle.ts';

/** One event of the set: rows of its features, its value, and how sure its annotators were. */
export interface Case {
  readonly sentence: string;
  readonly rows: Int32Array;
  readonly value: number;
  readonly confidence: number;
}

/** What is learned; weights as in the network, not yet packed. */
export interface LearnedNetwork {
  readonly hidden: number;
  /** Feature by feature its weights into the hidden layer. */
  readonly into: Float32Array;
  readonly bias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
  /** Feature by feature its weights in the linear classifier. */
  readonly flat: Float32Array;
  readonly flatBias: Float32Array;
}

export interface LearningSettings {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of features and of hidden units that are left out at each step. */
  readonly drop: number;
  readonly dropHidden: number;
  readonly flatRate: number;
  readonly flatDecay: number;
  readonly seed: number;
}

/** The class of a value on the set's scale: 0 did not happen, 1 open, 2 happened. */
export const classOf = (value: number): number => (value > 0.5 ? 2 : value < -0.5 ? 0 : 1);

/** Doubtful answers count for less, and never for nothing. */
const weightOf = ({ confidence }: Case): number => 0.3 + 0.7 * confidence;

/** Learns the network with the hidden layer and the linear one, each by itself, by AdaGrad. */
export function learn(cases: readonly Case[], features: number, settings: LearningSettings): LearnedNetwork {
  const random = makeRandom(settings.seed);
  return { ...learnDeep(cases, features, settings, random), ...learnFlat(cases, features, settings, random) };
}

type Random = () => number;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}

/** Probabilities less what is wanted, times the weight of the case, in place of the scores. */
function toGradient(scores: Float64Array, one: Case): void {
  const most = Math.max(...scores);
  let whole = 0;
  for (let c = 0; c < CLASSES; c++) whole += scores[c] = Math.exp(scores[c]! - most);
  const wanted = classOf(one.value);
  const weight = weightOf(one);
  for (let c = 0; c < CLASSES; c++) scores[c] = weight * (scores[c]! / whole - (c === wanted ? 1 : 0));
}

function learnDeep(cases: readonly Case[], features: number, settings: LearningSettings, random: Random) {
  const { hidden, epochs, rate, drop, dropHidden } = settings;
  const into = Float32Array.from({ length: features * hidden }, () => 0.05 * normal(random));
  const bias = new Float32Array(hidden);
  const out = Float32Array.from({ length: CLASSES * hidden }, () => 0.2 * normal(random));
  const outBias = new Float32Array(CLASSES);
  const squares = [into, bias, out, outBias].map((list) => new Float32Array(list.length).fill(0.01));
  const sums = [into, bias, out, outBias].map((list) => new Float64Array(list.length));
  const layer = new Float64Array(hidden);
  const isOn = new Float64Array(hidden);
  const back = new Float64Array(hidden);
  const scores = new Float64Array(CLASSES);
  const order = Int32Array.from(cases, (_, i) => i);
  let kept = new Int32Array(512);
  let step = rate;
  const move = (list: Float32Array, square: Float32Array, at: number, gradient: number) => {
    square[at]! += gradient * gradient;
    list[at]! -= (step * gradient) / Math.sqrt(square[at]!);
  };
  let summed = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    step = rate * (1 - (0.8 * epoch) / epochs);
    shuffle(order, random);
    for (const i of order) {
      const one = cases[i]!;
      if (one.rows.length > kept.length) kept = new Int32Array(2 * one.rows.length);
      let size = 0;
      for (const row of one.rows) if (random() >= drop) kept[size++] = row;
      layer.set(bias);
      for (let f = 0; f < size; f++) {
        const from = kept[f]! * hidden;
        for (let k = 0; k < hidden; k++) layer[k]! += into[from + k]! / (1 - drop);
      }
      for (let k = 0; k < hidden; k++) {
        isOn[k] = layer[k]! > 0 && random() >= dropHidden ? 1 / (1 - dropHidden) : 0;
        layer[k] = layer[k]! * isOn[k]!;
      }
      for (let c = 0; c < CLASSES; c++) {
        let sum = outBias[c]!;
        for (let k = 0; k < hidden; k++) sum += layer[k]! * out[c * hidden + k]!;
        scores[c] = sum;
      }
      toGradient(scores, one);
      back.fill(0);
      for (let c = 0; c < CLASSES; c++) {
        const g = scores[c]!;
        for (let k = 0; k < hidden; k++) {
          const at = c * hidden + k;
          back[k]! += g * out[at]! * isOn[k]!;
          if (layer[k] !== 0) move(out, squares[2]!, at, g * layer[k]!);
        }
        move(outBias, squares[3]!, c, g);
      }
      for (let k = 0; k < hidden; k++) {
        if (back[k] === 0) continue;
        move(bias, squares[1]!, k, back[k]!);
      }
      for (let f = 0; f < size; f++) {
        const from = kept[f]! * hidden;
        for (let k = 0; k < hidden; k++)
          if (back[k] !== 0) move(into, squares[0]!, from + k, back[k]! / (1 - drop));
      }
    }
    if (epoch < epochs - 3) continue;
    summed++;
    for (const [l, list] of [into, bias, out, outBias].entries())
      for (let k = 0; k < list.length; k++) sums[l]![k]! += list[k]!;
  }
  for (const [l, list] of [into, bias, out, outBias].entries())
    for (let k = 0; k < list.length; k++) list[k] = sums[l]![k]! / summed;
  return { hidden, into, bias, out, outBias };
}

function learnFlat(cases: readonly Case[], features: number, settings: LearningSettings, random: Random) {
  const { epochs, flatRate, flatDecay } = settings;
  const flat = new Float32Array(features * CLASSES);
  const flatBias = new Float32Array(CLASSES);
  const squares = new Float32Array(flat.length).fill(0.1);
  const sums = new Float64Array(flat.length);
  const scores = new Float64Array(CLASSES);
  const order = Int32Array.from(cases, (_, i) => i);
  let summed = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const one = cases[i]!;
      scores.set(flatBias);
      for (const row of one.rows) for (let c = 0; c < CLASSES; c++) scores[c]! += flat[row * CLASSES + c]!;
      toGradient(scores, one);
      for (let c = 0; c < CLASSES; c++) flatBias[c]! -= 0.002 * scores[c]!;
      for (const row of one.rows)
        for (let c = 0; c < CLASSES; c++) {
          const at = row * CLASSES + c;
          const g = scores[c]! + flatDecay * flat[at]!;
          squares[at]! += g * g;
          flat[at]! -= (flatRate * g) / Math.sqrt(squares[at]!);
        }
    }
    if (epoch < 1) continue;
    summed++;
    for (let k = 0; k < flat.length; k++) sums[k]! += flat[k]!;
  }
  for (let k = 0; k < flat.length; k++) flat[k] = sums[k]! / summed;
  return { flat, flatBias };
}

/** What both classifiers make of a case: the mean of their expectations, not yet bent. */
export function judge(network: LearnedNetwork, rows: Int32Array): readonly [deep: number, flat: number] {
  const { hidden, into, bias, out, outBias, flat, flatBias } = network;
  const layer = Float64Array.from(bias);
  const low = Float64Array.from(flatBias);
  for (const row of rows) {
    for (let k = 0; k < hidden; k++) layer[k]! += into[row * hidden + k]!;
    for (let c = 0; c < CLASSES; c++) low[c]! += flat[row * CLASSES + c]!;
  }
  const high = Float64Array.from(outBias);
  for (let c = 0; c < CLASSES; c++)
    for (let k = 0; k < hidden; k++) high[c]! += Math.max(0, layer[k]!) * out[c * hidden + k]!;
  return [expectation(high), expectation(low)];
}

/** Pearson's r and mean F1 of the three classes. */
export function measure(
  gold: readonly number[],
  mine: readonly number[],
): { r: number; macro: number; f1: number[] } {
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const [mg, mm] = [mean(gold), mean(mine)];
  let [gm, gg, mmm] = [0, 0, 0];
  const hit = [0, 0, 0];
  const all = [0, 0, 0];
  for (const [i, g] of gold.entries()) {
    const m = mine[i]!;
    gm += (g - mg) * (m - mm);
    gg += (g - mg) ** 2;
    mmm += (m - mm) ** 2;
    all[classOf(g)]!++;
    all[classOf(m)]!++;
    if (classOf(g) === classOf(m)) hit[classOf(g)]!++;
  }
  const f1 = hit.map((n, c) => (2 * n) / Math.max(1, all[c]!));
  return { r: gm / Math.sqrt(gg * mmm), macro: mean(f1), f1 };
}

/** The bend of the scale under which the three classes are told best. */
export function findBend(gold: readonly number[], mine: readonly number[]): { low: number; high: number } {
  let best = { low: -0.5, high: 0.5 };
  let most = 0;
  for (let low = -0.9; low < 0.05; low += 0.025)
    for (let high = 0.2; high < 0.95; high += 0.025) {
      const { macro } = measure(
        gold,
        mine.map((value) => bendValue(value, { low, high })),
      );
      if (macro > most) {
        most = macro;
        best = { low, high };
      }
    }
  return best;
}
