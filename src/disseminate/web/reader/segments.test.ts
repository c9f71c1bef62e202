import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoSegments, findParagraphs } from './segments.ts';

const span = (start: number, end: number) => ({ start, end });

describe('cutIntoSegments', () => {
  it('cuts where overlapping marks begin and end', () => {
    const a = span(2, 6);
    const b = span(4, 9);
    expect(cutIntoSegments(span(0, 10), [a, b])).toEqual([
      { start: 0, end: 2, marks: [] },
      { start: 2, end: 4, marks: [a] },
      { start: 4, end: 6, marks: [a, b] },
      { start: 6, end: 9, marks: [b] },
      { start: 9, end: 10, marks: [] },
    ]);
  });

  it('keeps to its range and leaves out what lies beside it or is empty', () => {
    const across = span(0, 100);
    expect(cutIntoSegments(span(10, 20), [across, span(0, 10), span(20, 30), span(15, 15)])).toEqual([
      { start: 10, end: 20, marks: [across] },
    ]);
  });

  it('puts together to the whole, each character under exactly the marks that hold it', () => {
    const marks = fc.array(
      fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => span(Math.min(a, b), Math.max(a, b))),
    );
    fc.assert(
      fc.property(marks, fc.nat(20), fc.integer({ min: 21, max: 40 }), (all, start, end) => {
        const segments = cutIntoSegments(span(start, end), all);
        expect(segments[0]?.start).toBe(start);
        expect(segments.at(-1)?.end).toBe(end);
        for (const [index, segment] of segments.entries()) {
          expect(segment.start).toBeLessThan(segment.end);
          if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end);
          for (let at = segment.start; at < segment.end; at++) {
            const holding = all.filter((mark) => mark.start <= at && at < mark.end);
            expect(segment.marks).toHaveLength(holding.length);
            expect(new Set(segment.marks)).toEqual(new Set(holding));
          }
        }
      }),
    );
  });
});

describe('findParagraphs', () => {
  it('finds the runs between blank lines', () => {
    const text = 'One line\nand another.\n\nSecond.\n\n\n\nThird.';
    expect(findParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'One line\nand another.',
      'Second.',
      'Third.',
    ]);
  });

  it('finds none where there are no words', () => {
    expect(findParagraphs('')).toEqual([]);
    expect(findParagraphs('\n\n \n\n')).toEqual([]);
  });
});
