import { describe, expect, it } from 'vitest';
import { hashFeature, hashString } from './hash.ts';

describe('hashString', () => {
  it('depends on nothing but the characters', () => {
    expect(hashString('border')).toBe(hashString('a border', 2));
    expect(hashString('border')).not.toBe(hashString('redrob'));
  });

  it('is the same on every machine, because weight files hold it', () => {
    expect(hashString('border')).toBe(1936936817);
  });
});

describe('hashFeature', () => {
  it('tells templates and the order of values apart', () => {
    const seen = new Set<number>();
    for (let t = 0; t < 40; t++)
      for (let a = 0; a < 30; a++) for (let b = 0; b < 30; b++) seen.add(hashFeature(t, a, b));
    expect(seen.size).toBeGreaterThan(40 * 30 * 30 - 10);
  });
});
