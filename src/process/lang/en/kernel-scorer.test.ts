import { describe, expect, it } from 'vitest';
import { fitsKernel, makeKernelScorer } from './kernel-scorer.ts';
import type { CodedMatrix } from './machine.ts';
import { matrixSizes, type NetworkShape, VECTOR } from './parser-network.ts';
import { makePlainScorer } from './plain-scorer.ts';
import type { Scorer } from './scorer.ts';
import { ParseState } from './transitions.ts';
import type { WordTable } from './words.ts';

const SHAPE: NetworkShape = {
  words: 3,
  tags: 4,
  labels: 6,
  channels: 32,
  hidden: 16,
  dilations: [1, 2, 0],
};
const ROOT = 2;
const LONGEST = 30;
const WORDS: WordTable = {
  width: VECTOR,
  row: (lower) => (lower === 'port' ? 0 : -1),
  cluster: () => -1,
  vectors: Int8Array.from({ length: VECTOR }, (_, k) => k - 30),
  scale: new Float32Array(VECTOR).fill(0.1),
};
const VOCABULARY = new Map([
  ['the', 1],
  ['port', 2],
]);

/** A network whose weights look random. */
function makeNetwork(seed: number) {
  const parameters: Record<string, Float32Array> = {};
  const coded: Record<string, CodedMatrix> = {};
  for (const [n, [name, [rows, columns]]] of Object.entries(matrixSizes(SHAPE)).entries()) {
    const codes = Int8Array.from(
      { length: rows * columns },
      (_, k) => 127 * Math.sin(7.3 * k * k + n + seed),
    );
    const scales = Float32Array.from({ length: rows }, (_, r) => (1 + (r % 3)) / 500);
    coded[name] = { codes, scales };
    parameters[name] = Float32Array.from(codes, (code, k) => code * scales[Math.floor(k / columns)]!);
  }
  return { parameters, coded, shape: SHAPE, words: WORDS };
}

/** The actions by which a sentence is parsed. */
function parse(scorer: Scorer, forms: readonly string[], tags: Int32Array): number[] {
  const state = new ParseState(forms.length, SHAPE.labels, ROOT);
  const actions: number[] = [];
  scorer.read(forms, tags, 'running');
  while (!state.isDone) {
    const action = state.depth === 0 ? 0 : scorer.choose(state);
    expect(state.isLegal(action)).toBe(true);
    actions.push(action);
    state.apply(action);
  }
  return actions;
}

describe('makeKernelScorer', () => {
  it('chooses what the plain scorer chooses, in long and in short sentences', () => {
    const kinds = new Set<number>();
    for (const seed of [1, 2, 3, 4]) {
      const network = makeNetwork(seed);
      const kernel = makeKernelScorer(network, { vocabulary: VOCABULARY, longest: LONGEST, root: ROOT });
      const plain = makePlainScorer(network, VOCABULARY);
      for (const size of [1, 2, LONGEST, 3, 7, 16, 1]) {
        const forms = Array.from({ length: size }, (_, k) => ['the', 'Port', `w${size}x${k}`][k % 3]!);
        const tags = Int32Array.from(forms, (form, k) => (form.length + k) % SHAPE.tags);
        const actions = parse(kernel, forms, tags);
        expect(actions).toEqual(parse(plain, forms, tags));
        for (const action of actions) kinds.add(Math.ceil(action / SHAPE.labels));
      }
    }
    // Shift, left and right.
    expect(kinds.size).toBe(3);
  });
});

describe('fitsKernel', () => {
  it('takes vectors by sixteen numbers, of a length whose sums stay whole', () => {
    expect(fitsKernel(SHAPE)).toBe(true);
    expect(fitsKernel({ ...SHAPE, channels: 40 })).toBe(false);
    expect(fitsKernel({ ...SHAPE, hidden: 1024 })).toBe(false);
  });
});
