import { describe, expect, it } from 'vitest';
import { makeCache } from './cache.ts';

describe('makeCache', () => {
  it('gives back what was put in', () => {
    const cache = makeCache<number>(10);
    cache.set('port', 1);
    expect([cache.get('port'), cache.get('fort')]).toEqual([1, undefined]);
  });

  it('keeps what is used and forgets what is not', () => {
    const cache = makeCache<number>(10);
    cache.set('used', 1);
    cache.set('unused', 2);
    for (let i = 0; i < 100; i++) {
      cache.set(`word${i}`, i);
      expect(cache.get('used')).toBe(1);
    }
    expect(cache.get('unused')).toBeUndefined();
    expect(
      Array.from({ length: 100 }, (_, i) => cache.get(`word${i}`)).filter((v) => v !== undefined).length,
    ).toBeLessThan(21);
  });
});
