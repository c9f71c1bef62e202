import { describe, expect, it } from 'vitest';
import { groupBySentence, startingWithin } from './nearby.ts';

const span = (start: number, end: number) => ({ start, end });

describe('groupBySentence', () => {
  const sentences = [span(0, 10), span(12, 20), span(20, 30)];

  it('puts a span with every sentence that it touches', () => {
    const [a, b, c] = [span(3, 5), span(8, 13), span(19, 30)];
    expect(groupBySentence(sentences, [a, b, c])).toEqual([[a, b], [b, c], [c]]);
  });

  it('takes neither what only borders on a sentence nor what lies between two', () => {
    expect(groupBySentence(sentences, [span(10, 12), span(30, 40)])).toEqual([[], [], []]);
  });

  it('keeps the order in which the spans come', () => {
    const [late, early] = [span(7, 9), span(1, 2)];
    expect(groupBySentence(sentences, [late, early])[0]).toEqual([late, early]);
  });
});

describe('startingWithin', () => {
  it('gives what starts in the range, its end left out', () => {
    const spans = [span(0, 4), span(5, 50), span(5, 6), span(9, 10)];
    expect(startingWithin(spans, { from: 5, to: 9 })).toEqual([span(5, 50), span(5, 6)]);
    expect(startingWithin(spans, { from: 11, to: 90 })).toEqual([]);
  });
});
