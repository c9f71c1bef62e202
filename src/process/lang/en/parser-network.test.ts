import { describe, expect, it } from 'vitest';
import {
  actionRows,
  INPUT,
  lookUp,
  matrixSizes,
  type NetworkShape,
  ROWS,
  stateOffsets,
  VECTOR,
  VECTOR_SCALE,
  vocabularyForm,
  writeRows,
} from './parser-network.ts';
import type { WordTable } from './words.ts';

const SHAPE: NetworkShape = { words: 10, tags: 5, labels: 3, channels: 4, hidden: 8, dilations: [1, 0] };

/** A table of two words, of which only “border” is found; every number of its vector is eight steps of a half. */
const WORDS: WordTable = {
  width: VECTOR,
  row: (lower) => (lower === 'border' ? 1 : -1),
  cluster: () => -1,
  vectors: new Int8Array(2 * VECTOR).fill(8),
  scale: new Float32Array(VECTOR).fill(0.5),
};

describe('matrixSizes', () => {
  it('gives every layer its own matrices and the products a multiple of four rows', () => {
    const sizes = matrixSizes(SHAPE);
    expect(Object.keys(sizes)).toEqual(
      expect.arrayContaining(['conv0.0', 'conv0.2', 'gate1.update', 'gate1.value']),
    );
    expect(Object.keys(sizes)).not.toContain('conv1.0');
    expect(sizes['action']).toEqual([8, 8]);
    expect(actionRows(SHAPE)).toBe(8);
  });
});

describe('lookUp', () => {
  it('puts the vector of the word table behind what was learnt, noughts for a word that it does not hold', () => {
    const parameters = Object.fromEntries(
      Object.entries(matrixSizes(SHAPE)).map(([name, [rows, columns]]) => [
        name,
        new Float32Array(rows * columns).fill(name === 'word' ? 2 : 0),
      ]),
    );
    const network = { parameters, shape: SHAPE, words: WORDS };
    const input = new Float32Array(INPUT);
    lookUp(network, Int32Array.of(3, 0, 0, 0, 4, 1), input);
    expect(input[0]).toBe(2);
    expect([...input.subarray(INPUT - VECTOR)]).toEqual(
      Array.from({ length: VECTOR }, () => Math.fround(8 * 0.5 * VECTOR_SCALE)),
    );
    lookUp(network, Int32Array.of(0, 0, 0, 0, 1, -1), input);
    expect(input.subarray(INPUT - VECTOR).every((value) => value === 0)).toBe(true);
  });
});

describe('stateOffsets', () => {
  it('leaves each table its room within the matrix', () => {
    const offsets = [...stateOffsets(SHAPE)];
    expect(offsets.slice(0, 6)).toEqual([0, 4, 8, 12, 16, 20]);
    expect(offsets.at(-1)! + 4).toBe(matrixSizes(SHAPE)['state']![0]);
  });
});

describe('writeRows', () => {
  it('knows a word of the vocabulary in any case and an unknown one as row nought', () => {
    const vocabulary = new Map([['border', 3]]);
    const rows = new Int32Array(2 * ROWS);
    writeRows('Border', { casing: 'running', tag: 4, vocabulary, words: WORDS }, rows, 0);
    writeRows('Zork', { casing: 'running', tag: 1, vocabulary, words: WORDS }, rows, ROWS);
    expect([rows[0], rows[4], rows[ROWS], rows[ROWS + 4]]).toEqual([3, 4, 0, 1]);
    expect([rows[5], rows[ROWS + 5]]).toEqual([1, -1]);
  });

  it('takes figures for one another', () => {
    expect(vocabularyForm('F-16', 'running')).toBe('f-00');
  });
});
