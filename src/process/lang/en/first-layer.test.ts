import { describe, expect, it } from 'vitest';
import { makeFirstLayer } from './first-layer.ts';
import { convolve } from './layers.ts';
import { INPUT, lookUp, matrixSizes, type Network, ROWS, VECTOR, writeRows } from './parser-network.ts';
import type { WordTable } from './words.ts';

const SHAPE = { words: 3, tags: 4, labels: 2, channels: 8, hidden: 4, dilations: [1] };
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

function makeNetwork(): Network {
  const parameters = Object.fromEntries(
    Object.entries(matrixSizes(SHAPE)).map(([name, [rows, columns]], n) => [
      name,
      Float32Array.from({ length: rows * columns }, (_, k) => Math.sin(7.3 * k + n)),
    ]),
  );
  return { parameters, shape: SHAPE, words: WORDS };
}

/** The layer as a convolution over the whole input. */
function convolveAll(network: Network, forms: readonly string[], tags: Int32Array): Float32Array {
  const below = new Float32Array(forms.length * INPUT);
  const rows = new Int32Array(ROWS);
  for (const [i, form] of forms.entries()) {
    writeRows(form, { casing: 'running', tag: tags[i]!, vocabulary: VOCABULARY, words: WORDS }, rows, 0);
    lookUp(network, rows, below.subarray(i * INPUT, (i + 1) * INPUT));
  }
  const layer = { l: 0, below, size: forms.length, channels: SHAPE.channels };
  return convolve(network.parameters, layer, SHAPE.dilations[0]!);
}

function greatestGap(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((gap, value, k) => Math.max(gap, Math.abs(value - b[k]!)), 0);
}

describe('makeFirstLayer', () => {
  const network = makeNetwork();
  const tags = Int32Array.of(3, 1, 0, 1, 2);

  it('gives what the convolution gives, for new forms and for known ones', () => {
    const first = makeFirstLayer(network, VOCABULARY);
    const forms = ['The', 'port', 'of', 'Port', 'port'];
    for (const words of [forms, forms.slice(3), forms.slice(1, 2), forms]) {
      const own = first.run(words, tags.subarray(0, words.length), 'running');
      expect(own.some((value) => value > 0)).toBe(true);
      expect(greatestGap(own, convolveAll(network, words, tags))).toBeLessThan(1e-3);
    }
  });

  it('tells forms apart by tag and by casing', () => {
    const first = makeFirstLayer(network, VOCABULARY);
    const run = (tag: number, casing: 'running' | 'headline') => [
      ...first.run(['Port'], Int32Array.of(tag), casing),
    ];
    expect(run(1, 'running')).not.toEqual(run(2, 'running'));
    expect(run(1, 'running')).not.toEqual(run(1, 'headline'));
  });

  it('begins anew when its table is full, and reads on as before', () => {
    const first = makeFirstLayer(network, VOCABULARY);
    const before = first.run(['The', 'port'], tags.subarray(0, 2), 'running');
    for (let round = 0; round < 30; round++) {
      const strange = Array.from({ length: 400 }, (_, k) => `w${round}x${k}`);
      first.run(strange, new Int32Array(400), 'running');
    }
    expect(first.run(['The', 'port'], tags.subarray(0, 2), 'running')).toEqual(before);
  });

  it('refuses a sentence that is longer than its table', () => {
    const first = makeFirstLayer(network, VOCABULARY);
    expect(() => first.run(new Array(9000).fill('a'), new Int32Array(9000), 'running')).toThrow('too long');
  });
});
