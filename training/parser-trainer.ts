import { PLAIN } from '../src/process/lang/en/arithmetic.ts';
import { bestLegal } from '../src/process/lang/en/parser.ts';
import {
  encode,
  INPUT,
  lookUp,
  makeScratch,
  matrixSizes,
  type NetworkShape,
  ROWS,
  type Scratch,
  scoreState,
} from '../src/process/lang/en/parser-network.ts';
import { ParseState, PLACES } from '../src/process/lang/en/transitions.ts';
import { Adam } from './adam.ts';
import { findCosts, type GoldTree } from './oracle.ts';
import { backwardEncoder, backwardInput, backwardStates, Trace } from './parser-gradient.ts';
import { makeRandom, shuffle } from './random.ts';

/** One sentence to learn from: row numbers of its words and its tree. */
export interface Lesson {
  readonly rows: Int32Array;
  readonly gold: GoldTree;
}

export interface TrainingSettings {
  readonly shape: NetworkShape;
  readonly rootLabel: number;
  /** Times each vocabulary row was seen. */
  readonly wordCounts: Int32Array;
  readonly epochs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
  readonly afterEpoch: (parameters: Record<string, Float32Array>, epoch: number) => void;
}

const SPARSE = new Set(['word', 'suffix', 'prefix', 'shape', 'tag']);
const BATCH = 6;
const RATE = 0.002;
const LAST_RATE = 0.02;
const EXPLORE = 0.9;
const INPUT_DROPOUT = 0.2;
const WORD_DROPOUT = 0.25;

/** Random weights: vectors small, matrices by fan-in (He 2015), biases nought. */
export function initialise(shape: NetworkShape, random: () => number): Record<string, Float32Array> {
  const parameters: Record<string, Float32Array> = {};
  for (const [name, [rows, columns]] of Object.entries(matrixSizes(shape))) {
    const values = new Float32Array(rows * columns);
    let range = name === 'word' ? 0.05 : name === 'state' ? 0.15 : 0.3;
    if (name.startsWith('conv')) range = Math.sqrt(6 / (3 * columns));
    if (name.startsWith('gate')) range = Math.sqrt(3 / columns);
    if (name === 'place' || name === 'empty') range = Math.sqrt(6 / (shape.channels * 4));
    if (name === 'action') range = Math.sqrt(3 / columns);
    if (!name.endsWith('bias'))
      for (let k = 0; k < values.length; k++) values[k] = (2 * random() - 1) * range;
    // Some channels forget within a word, others keep for a sentence.
    if (name.endsWith('update.bias')) for (let k = 0; k < values.length; k++) values[k] = 0.5 - 3 * random();
    parameters[name] = values;
  }
  return parameters;
}

/** Trains the parser with a dynamic oracle and exploration; the same seed gives the same weights. */
export function trainParser(
  lessons: readonly Lesson[],
  settings: TrainingSettings,
): Record<string, Float32Array> {
  const { shape, epochs } = settings;
  const random = makeRandom(settings.seed);
  const parameters = initialise(shape, random);
  const adam = new Adam(parameters, matrixSizes(shape), SPARSE);
  const trainer = makeLearner(parameters, adam, settings, random);
  const order = Int32Array.from(lessons, (_, i) => i);
  const steps = Math.ceil((lessons.length * epochs) / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const started = process.cpuUsage().user;
    shuffle(order, random);
    let loss = 0;
    let moves = 0;
    for (let k = 0; k < order.length; k++) {
      const lesson = lessons[order[k]!]!;
      loss += trainer(lesson, epoch > 0 ? EXPLORE : 0);
      moves += 2 * lesson.gold.heads.length;
      if (k % BATCH === BATCH - 1 || k === order.length - 1) {
        adam.step(RATE * (1 - (1 - LAST_RATE) * Math.min(1, step / steps)));
        step++;
      }
    }
    const seconds = (process.cpuUsage().user - started) / 1e6;
    settings.log(`epoch ${epoch + 1}: loss ${(loss / moves).toFixed(4)} a move, ${seconds.toFixed(0)} s`);
    settings.afterEpoch(parameters, epoch);
  }
  return parameters;
}

/** Makes the function that learns one sentence: forward, loss at every state, backward. */
export function makeLearner(
  parameters: Record<string, Float32Array>,
  adam: Adam,
  settings: TrainingSettings,
  random: () => number,
): (lesson: Lesson, explore: number) => number {
  const { shape } = settings;
  const model = { parameters, shape, gradients: adam.gradients };
  const network = { parameters, shape, arithmetic: PLAIN };
  const scratch = makeScratch(shape, PLAIN);
  const dScores = new Float32Array(scratch.scores.length);
  const trace = new Trace(shape);
  return (lesson, explore) => {
    const { gold } = lesson;
    const size = gold.heads.length;
    const rows = dropWords(lesson.rows, settings.wordCounts, random);
    const input = lookUp(network, rows, size);
    const mask = dropInput(input, random);
    const encoded = encode(network, input);
    const dPlaces = new Float32Array(encoded.places.length);
    const state = new ParseState(size, shape.labels, settings.rootLabel);
    const onStack = new Uint8Array(size + 1);
    trace.reset(size);
    let loss = 0;
    while (!state.isDone) {
      state.writePlaces(scratch.words, scratch.buckets);
      scoreState(network, encoded.places, scratch);
      const wanted = wantedActions(state, gold, onStack, scratch, settings);
      loss += lossGradient(state, scratch.scores, wanted, 1 + 2 * shape.labels, dScores);
      trace.add(scratch, dScores);
      const follow = random() < explore;
      const action = follow
        ? bestLegal(state, scratch.scores, 1 + 2 * shape.labels)
        : bestOf(wanted, scratch.scores);
      if (action === 0) onStack[state.next] = 1;
      else onStack[state.stack[state.depth - 1]!] = 0;
      state.apply(action);
    }
    backwardStates(model, trace, scratch.offsets, dPlaces);
    const dInput = backwardEncoder(model, encoded, dPlaces);
    for (let k = 0; k < dInput.length; k++) dInput[k] = dInput[k]! * mask[k]!;
    backwardInput(adam.gradients, rows, dInput, (name, row) => adam.touch(name, row));
    return loss;
  };
}

function dropWords(rows: Int32Array, counts: Int32Array, random: () => number): Int32Array {
  const kept = rows.slice();
  for (let at = 0; at < kept.length; at += ROWS) {
    const count = counts[kept[at]!]!;
    if (random() < WORD_DROPOUT / (WORD_DROPOUT + count)) kept[at] = 0;
  }
  return kept;
}

/** Sets a fifth of the input to nought, in place; gives what each value was multiplied by. */
function dropInput(input: Float32Array, random: () => number): Float32Array {
  const mask = new Float32Array(input.length);
  for (let k = 0; k < mask.length; k++) {
    mask[k] = random() < INPUT_DROPOUT ? 0 : 1 / (1 - INPUT_DROPOUT);
    input[k] = input[k]! * mask[k]!;
  }
  return mask;
}

/** The actions that lose the fewest gold arcs; of an arc that is wrong in any case, the label the model likes best. */
function wantedActions(
  state: ParseState,
  gold: GoldTree,
  onStack: Uint8Array,
  scratch: Scratch,
  { shape, rootLabel }: TrainingSettings,
): number[] {
  const costs = findCosts(state, gold, onStack);
  const least = Math.min(costs.shift, costs.left, costs.right);
  const wanted: number[] = [];
  if (costs.shift === least) wanted.push(0);
  const s0 = state.depth > 0 ? state.stack[state.depth - 1]! : -1;
  for (const [base, cost] of [
    [1, costs.left],
    [1 + shape.labels, costs.right],
  ] as const) {
    if (cost !== least) continue;
    const exact = base + gold.labels[s0]!;
    if (state.isLegal(exact)) wanted.push(exact);
    else if (base === 1 && state.next === state.size) wanted.push(1 + rootLabel);
    else wanted.push(bestLabel(base, scratch.scores, shape.labels, rootLabel));
  }
  return wanted;
}

function bestLabel(base: number, scores: Float32Array, labels: number, rootLabel: number): number {
  let best = -1;
  for (let l = 0; l < labels; l++)
    if (l !== rootLabel && (best < 0 || scores[base + l]! > scores[base + best]!)) best = l;
  return base + best;
}

function bestOf(actions: readonly number[], scores: Float32Array): number {
  return actions.reduce((best, action) => (scores[action]! > scores[best]! ? action : best));
}

/** Softmax over the legal actions: loss is minus the log of the probability of the wanted ones together. */
export function lossGradient(
  state: ParseState,
  scores: Float32Array,
  wanted: readonly number[],
  actions: number,
  dScores: Float32Array,
): number {
  let most = -Infinity;
  for (let a = 0; a < actions; a++) if (state.isLegal(a) && scores[a]! > most) most = scores[a]!;
  dScores.fill(0);
  let sum = 0;
  for (let a = 0; a < actions; a++) {
    if (!state.isLegal(a)) continue;
    dScores[a] = Math.exp(scores[a]! - most);
    sum += dScores[a]!;
  }
  let good = 0;
  for (const a of wanted) good += dScores[a]!;
  const inGood = good > 0 ? 1 / good : 0;
  for (const a of wanted) dScores[a] = dScores[a]! * (1 / sum - inGood);
  for (let a = 0; a < actions; a++) if (!wanted.includes(a)) dScores[a] = dScores[a]! / sum;
  return -Math.log(Math.max(1e-30, good / sum));
}

export { INPUT, PLACES };
