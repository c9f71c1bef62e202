import { describe, expect, test } from 'vitest';
import { hashString } from '../hash.ts';
import { packWeights, parseWeights } from '../weights.ts';
import { loadNameClusters, makeRareWords } from './name-clusters.ts';

describe('makeRareWords', () => {
  test('finds each packed word and no other', () => {
    const words = ['alpha', 'beta', 'gamma'].sort((a, b) => (hashString(a) >>> 0) - (hashString(b) >>> 0));
    const sizes = new Uint8Array(1 << 16);
    for (const word of words) sizes[hashString(word) >>> 16]!++;
    const facts = { model: 'test', made: '2026-11-22', licence: 'none', data: {}, settings: {} };
    const lower = Uint16Array.from(words, (word) => hashString(word) & 0xffff);
    const bytes = packWeights(facts, { sizes, lower, clusters: Uint16Array.of(7, 8, 9) });
    const rare = makeRareWords(parseWeights(bytes, 'test'));
    expect(words.map((word) => rare.find(hashString(word)))).toEqual([7, 8, 9]);
    expect(rare.find(hashString('delta'))).toBe(-1);
  });
});

describe('loadNameClusters', () => {
  const clusters = loadNameClusters();

  test('puts words that are used alike together', () => {
    expect(clusters.of('militia')[2]).toBe(clusters.of('guerrilla')[2]);
    expect(clusters.of('militia')[2]).not.toBe(clusters.of('apple')[2]);
  });

  test('gives zeros for what is no word', () => {
    expect(clusters.of('zzqxv')).toEqual([0, 0, 0]);
  });
});
