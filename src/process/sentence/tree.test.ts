import { describe, expect, it } from 'vitest';
import type { ParsedSentence } from './parsed.ts';
import { childrenOf, pathBetween, rootOf, subtreeSpan } from './tree.ts';

function makeSentence(words: string, heads: readonly number[]): ParsedSentence {
  let at = 0;
  const tokens = words.split(' ').map((text, i) => {
    const start = at;
    at += text.length + 1;
    return { start, end: at - 1, text, lemma: text, upos: 'X', xpos: 'FW', head: heads[i]!, deprel: 'dep' };
  });
  return { start: 0, end: at - 1, tokens, paragraph: 0 };
}

// the old minister of trade resigned today
const SENTENCE = makeSentence('the old minister of trade resigned today', [2, 2, 5, 4, 2, -1, 5]);

describe('tree', () => {
  it('gives children in text order', () => {
    expect(childrenOf(SENTENCE, 2)).toEqual([0, 1, 4]);
    expect(childrenOf(SENTENCE, 6)).toEqual([]);
    expect(childrenOf(SENTENCE, 99)).toEqual([]);
  });

  it('gives the stretch of a subtree', () => {
    expect(subtreeSpan(SENTENCE, 2)).toEqual({ lo: 0, hi: 4, contiguous: true });
    expect(subtreeSpan(SENTENCE, 5)).toEqual({ lo: 0, hi: 6, contiguous: true });
    expect(subtreeSpan(SENTENCE, 3)).toEqual({ lo: 3, hi: 3, contiguous: true });
  });

  it('says where a subtree has a gap', () => {
    const crossing = makeSentence('a b c d', [2, -1, 1, 1]);
    expect(subtreeSpan(crossing, 2)).toEqual({ lo: 0, hi: 2, contiguous: false });
  });

  it('finds the root and the path between two words', () => {
    expect(rootOf(SENTENCE)).toBe(5);
    expect(pathBetween(SENTENCE, 0, 6)).toEqual({ up: [0, 2, 5], down: [6] });
    expect(pathBetween(SENTENCE, 4, 2)).toEqual({ up: [4, 2], down: [] });
    expect(pathBetween(SENTENCE, 5, 3)).toEqual({ up: [5], down: [2, 4, 3] });
  });

  it('has no root where there are no words', () => {
    expect(rootOf({ start: 0, end: 0, tokens: [], paragraph: 0 })).toBe(-1);
  });

  it('walks a chain of ten thousand words', () => {
    const size = 10_000;
    const chain = makeSentence(
      Array(size).fill('x').join(' '),
      Array.from({ length: size }, (_, i) => i - 1),
    );
    expect(subtreeSpan(chain, 0)).toEqual({ lo: 0, hi: size - 1, contiguous: true });
    expect(pathBetween(chain, size - 1, 0)!.up).toHaveLength(size);
  });
});
