import type { Casing } from './casing.ts';
import { countKept, makeFirstLayer } from './first-layer.ts';
import { makeKernel } from './kernel.ts';
import {
  countFloats,
  encode,
  INPUT_TABLES,
  makeScratch,
  matrixSizes,
  type Network,
  type NetworkShape,
  scoreState,
} from './parser-network.ts';
import { LONGEST_SENTENCE } from './sentences.ts';
import { ParseState } from './transitions.ts';
import type { Weights } from './weights.ts';
import type { WordTable } from './words.ts';

/** The tree of one sentence: head of each word (-1 for the root) and its relation. */
export interface ParseTree {
  readonly heads: Int32Array;
  readonly deprels: readonly string[];
}

/** Finds the dependency tree of a tagged sentence. */
export interface Parser {
  parse(forms: readonly string[], tags: Int32Array, casing: Casing): ParseTree;
}

/**
 * A greedy arc-hybrid parser scored by a small convolutional network (see `models/en-parser.md`). Time is
 * linear in the words: each is shifted once and reduced once.
 */
export function makeParser(weights: Weights, words: WordTable): Parser {
  const shape = weights.header.settings['shape'] as NetworkShape;
  const labels = weights.strings('labels');
  const network = makeNetwork(weights, shape, words);
  const vocabulary = new Map(
    new TextDecoder()
      .decode(weights.u8('vocabulary'))
      .split('\n')
      .map((w, i) => [w, i + 1]),
  );
  const first = makeFirstLayer(network, vocabulary);
  const scratch = makeScratch(shape, network.arithmetic);
  const rootLabel = labels.indexOf('root');
  const parse = (forms: readonly string[], tags: Int32Array, casing: Casing): ParseTree => {
    network.arithmetic.reset();
    const places = encode(network, first.run(forms, tags, casing));
    const state = new ParseState(forms.length, labels.length, rootLabel);
    while (!state.isDone) {
      if (state.depth === 0) {
        // Nothing to choose: with an empty stack the next word is shifted.
        state.apply(0);
        continue;
      }
      state.writePlaces(scratch.words, scratch.buckets);
      scoreState(network, places, scratch);
      state.apply(bestLegal(state, scratch.scores, 2 * labels.length + 1));
    }
    return { heads: state.heads, deprels: Array.from(state.labels, (label) => labels[label]!) };
  };
  return { parse };
}

/** The legal action with the highest score; there always is one until the parse is done. */
export function bestLegal(state: ParseState, scores: Float32Array, actions: number): number {
  let best = -1;
  for (let action = 0; action < actions; action++) {
    if ((best < 0 || scores[action]! > scores[best]!) && state.isLegal(action)) best = action;
  }
  return best;
}

const LOOKED_UP: ReadonlySet<string> = new Set(INPUT_TABLES.map(([name]) => name));
/** For what is kept beside the weights, and for the gaps between arrays. */
const SPARE = 16_384;

/** Matrices are stored as bytes with one scale a row. Those that are multiplied go where the kernel reaches them. */
function makeNetwork(weights: Weights, shape: NetworkShape, words: WordTable): Network {
  const sizes = Object.entries(matrixSizes(shape));
  const kept = sizes.filter(([name]) => !LOOKED_UP.has(name));
  const weighed = kept.reduce((sum, [, [rows, columns]]) => sum + rows * columns, 0);
  const arithmetic = makeKernel(
    2 * weighed + countKept(shape) + countFloats(shape, LONGEST_SENTENCE) + SPARE,
  );
  const parameters: Record<string, Float32Array> = {};
  for (const [name, [rows, columns]] of sizes) {
    const codes = weights.i8(name);
    const scales = weights.f32(`${name}.scale`);
    const matrix = new Float32Array(rows * columns);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) matrix[r * columns + c] = codes[r * columns + c]! * scales[r]!;
    }
    parameters[name] = LOOKED_UP.has(name) ? matrix : arithmetic.keepMatrix(matrix, { codes, scales });
  }
  return { parameters, shape, arithmetic, words };
}
