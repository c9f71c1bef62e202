import type { Casing } from './casing.ts';
import type { CodedNetwork } from './kernel-layers.ts';
import { fitsKernel, makeKernelScorer } from './kernel-scorer.ts';
import { type CodedMatrix, hasMachine } from './machine.ts';
import { INPUT_TABLES, matrixSizes, type NetworkShape } from './parser-network.ts';
import { makePlainScorer } from './plain-scorer.ts';
import type { Scorer } from './scorer.ts';
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
  const root = labels.indexOf('root');
  const network = readNetwork(weights, shape, words);
  const vocabulary = new Map(
    new TextDecoder()
      .decode(weights.u8('vocabulary'))
      .split('\n')
      .map((w, i) => [w, i + 1]),
  );
  const hasFast = hasMachine() && fitsKernel(shape);
  const fast = hasFast
    ? makeKernelScorer(network, { vocabulary, longest: LONGEST_SENTENCE, root })
    : undefined;
  let plain: Scorer | undefined;
  const usual = new ParseState(LONGEST_SENTENCE, labels.length, root);
  const parse = (forms: readonly string[], tags: Int32Array, casing: Casing): ParseTree => {
    const size = forms.length;
    const isUsual = size <= LONGEST_SENTENCE;
    let scorer = isUsual ? fast : undefined;
    scorer ??= plain ??= makePlainScorer(network, vocabulary);
    const state = isUsual ? usual : new ParseState(size, labels.length, root);
    state.restart(size);
    if (size > 0) scorer.read(forms, tags, casing);
    // With an empty stack there is nothing to choose: the next word is shifted.
    while (!state.isDone) state.apply(state.depth === 0 ? 0 : scorer.choose(state));
    const deprels = new Array<string>(size);
    for (let i = 0; i < size; i++) deprels[i] = labels[state.labels[i]!]!;
    return { heads: state.heads.slice(0, size), deprels };
  };
  return { parse };
}

const LOOKED_UP: ReadonlySet<string> = new Set(INPUT_TABLES.map(([name]) => name));

/** Matrices are stored as bytes with one scale a row. */
function readNetwork(weights: Weights, shape: NetworkShape, words: WordTable): CodedNetwork {
  const parameters: Record<string, Float32Array> = {};
  const coded: Record<string, CodedMatrix> = {};
  for (const [name, [rows, columns]] of Object.entries(matrixSizes(shape))) {
    const codes = weights.i8(name);
    const scales = weights.f32(`${name}.scale`);
    const matrix = new Float32Array(rows * columns);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) matrix[r * columns + c] = codes[r * columns + c]! * scales[r]!;
    }
    parameters[name] = matrix;
    if (!LOOKED_UP.has(name)) coded[name] = { codes, scales };
  }
  return { parameters, shape, coded, words };
}
