import { expect, it } from 'vitest';
import { findFingerprints } from './fingerprints.ts';

const count = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `w${from + i}`);
const hashes = (words: readonly string[]) => findFingerprints(words).map(({ hash }) => hash);

it('shares a fingerprint wherever eight words in a row are shared', () => {
  for (let start = 0; start < 40; start++) {
    const passage = count(start, start + 8);
    const one = new Set(hashes([...count(100, 111), ...passage, ...count(200, 217)]));
    const other = hashes([...count(300, 303), ...passage, ...count(400, 409)]);
    expect(other.some((hash) => one.has(hash))).toBe(true);
  }
});

it('shares none with other words or the same words in another order', () => {
  const one = new Set(hashes(count(0, 50)));
  expect(hashes(count(50, 100)).filter((hash) => one.has(hash))).toEqual([]);
  expect(hashes(count(0, 50).reverse()).filter((hash) => one.has(hash))).toEqual([]);
});

it('leaves no gap wider than a window between neighbours', () => {
  const at = findFingerprints(count(0, 300)).map((fingerprint) => fingerprint.at);
  for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeLessThanOrEqual(4);
  expect(at.length).toBeLessThan(200);
});

it('has none for fewer words than a sequence, and no more than the limit', () => {
  expect(findFingerprints(count(0, 4))).toEqual([]);
  expect(findFingerprints(count(0, 5))).toHaveLength(1);
  expect(findFingerprints(count(0, 900), { limit: 10 })).toHaveLength(10);
});
