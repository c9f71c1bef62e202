import { describe, expect, it } from 'vitest';
import {
  actionRows,
  matrixSizes,
  type NetworkShape,
  ROWS,
  stateOffsets,
  vocabularyForm,
  writeRows,
} from './parser-network.ts';

const SHAPE: NetworkShape = { words: 10, tags: 5, labels: 3, channels: 4, hidden: 8, dilations: [1, 0] };

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
    writeRows('Border', { casing: 'running', tag: 4, vocabulary }, rows, 0);
    writeRows('Zork', { casing: 'running', tag: 1, vocabulary }, rows, ROWS);
    expect([rows[0], rows[4], rows[ROWS], rows[ROWS + 4]]).toEqual([3, 4, 0, 1]);
  });

  it('takes figures for one another', () => {
    expect(vocabularyForm('F-16', 'running')).toBe('f-00');
  });
});
