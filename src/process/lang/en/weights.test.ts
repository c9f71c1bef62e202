import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packWeights, parseWeights, readWeights } from './weights.ts';

const FACTS = {
  model: 'tagger',
  made: '2026-11-22',
  licence: 'CC BY-SA 4.0',
  data: {},
  settings: { classes: ['A', 'B'] },
};

function sample(): Uint8Array {
  return packWeights(FACTS, {
    codes: Int8Array.of(-3, 0, 5),
    hashes: Int32Array.of(-1, 7),
    scale: Float32Array.of(0.5),
  });
}

describe('parseWeights', () => {
  it('reads back what was packed', () => {
    const weights = parseWeights(sample(), 'x.bin');
    expect([...weights.i8('codes')]).toEqual([-3, 0, 5]);
    expect([...weights.i32('hashes')]).toEqual([-1, 7]);
    expect([...weights.f32('scale')]).toEqual([0.5]);
    expect(weights.strings('classes')).toEqual(['A', 'B']);
  });

  it('refuses a changed file', () => {
    const bytes = sample();
    bytes[bytes.length - 1]! ^= 1;
    expect(() => parseWeights(bytes, 'x.bin')).toThrow(/x\.bin: .*checksum/);
  });

  it.each([0, 5, 40])('refuses a file cut off after %d bytes', (length) => {
    expect(() => parseWeights(sample().subarray(0, length), 'x.bin')).toThrow(/x\.bin/);
  });

  it('names an array that is missing or of another type', () => {
    const weights = parseWeights(sample(), 'x.bin');
    expect(() => weights.u8('codes')).toThrow(/codes/);
    expect(() => weights.i8('constructor')).toThrow(/constructor/);
    expect(() => weights.strings('labels')).toThrow(/labels/);
  });
});

describe('readWeights', () => {
  it('says which file is missing and what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'weights-'));
    try {
      expect(() => readWeights(pathToFileURL(`${folder}/`), 'none.bin')).toThrow(/none\.bin.*Install/);
      writeFileSync(join(folder, 'text.bin'), 'no weights at all');
      expect(() => readWeights(pathToFileURL(`${folder}/`), 'text.bin')).toThrow(/no weight file/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
