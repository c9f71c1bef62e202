import { describe, expect, it } from 'vitest';
import { findCasing } from './casing.ts';
import { argmax, findRow, makeTable, makeTagger } from './tagger.ts';
import { readWeights } from './weights.ts';
import { loadWords } from './words.ts';

const folder = new URL('../../../../models/', import.meta.url);
const tagger = makeTagger(readWeights(folder, 'en-tagger.bin'), loadWords(folder));

function tag(text: string): string[] {
  const forms = text.split(' ');
  return [...tagger.tag(forms, findCasing(forms))].map((c) => tagger.classes[c]!.split('|')[1]!);
}

describe('the English tagger', () => {
  it.each([
    ['Militias withdrew from the city on Friday .', 'NNS VBD IN DT NN IN NNP .'],
    ['She will lead the talks', 'PRP MD VB DT NNS'],
    ['The judge ordered him to leave', 'DT NN VBD PRP TO VB'],
    ['THE TALKS HAVE FAILED', 'DT NNS VBP VBN'],
  ])('%s', (text, expected) => {
    expect(tag(text).join(' ')).toBe(expected);
  });

  it('does the same whatever it read before', () => {
    const text = 'Rebels took two hills near the old border';
    const before = tag(text);
    for (let i = 0; i < 50; i++) tag(`word${i} Other${i} x`);
    expect(tag(text)).toEqual(before);
  });

  it('gives nothing for nothing', () => {
    expect(tagger.tag([], 'running')).toHaveLength(0);
  });
});

describe('makeTable and findRow', () => {
  it('finds every hash it was given and no other', () => {
    const hashes = Int32Array.from({ length: 3000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
    const table = makeTable(hashes);
    for (let row = 0; row < hashes.length; row++) expect(findRow(table, hashes, hashes[row]!)).toBe(row);
    expect(findRow(table, hashes, 12345)).toBe(-1);
  });
});

describe('argmax', () => {
  it('takes the first of the greatest', () => {
    expect(argmax(Float32Array.of(-1, 4, 4, 2))).toBe(1);
  });
});
