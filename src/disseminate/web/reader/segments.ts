import type { Span } from '../../../model/span.ts';

/** A stretch of text with a meaning laid over it. Marks may overlap in any way. */
export interface Mark extends Span {
  readonly layer: 'claim' | 'source' | 'cue' | 'event' | 'time' | 'place' | 'name' | 'figure' | 'match';
  /** Id of the claim, event, time, place or entity. */
  readonly id: string;
}

/** A piece of text over all of which the same marks lie. */
export interface Segment<M extends Span = Mark> extends Span {
  readonly marks: readonly M[];
}

/**
 * Cuts a range of text wherever a mark begins or ends. The pieces join up to the whole range, in order; marks that
 * reach beyond the range are cut off at its ends, and empty ones are left out.
 *
 * @example
 * const claim = { start: 0, end: 8, layer: 'claim', id: 'c1' };
 * const event = { start: 4, end: 12, layer: 'event', id: 'v1' };
 * cutIntoSegments({ start: 0, end: 14 }, [claim, event]).map((segment) => segment.marks.length); // [1, 2, 1, 0]
 */
export function cutIntoSegments<M extends Span>(range: Span, marks: readonly M[]): readonly Segment<M>[] {
  const inside = marks.filter(
    (mark) => mark.start < range.end && mark.end > range.start && mark.start < mark.end,
  );
  const cuts = new Set([range.start, range.end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, range.start));
    cuts.add(Math.min(mark.end, range.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const byStart = inside.toSorted((a, b) => a.start - b.start);
  const segments: Segment<M>[] = [];
  let open: M[] = [];
  let next = 0;
  for (const [index, start] of ordered.entries()) {
    const end = ordered[index + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > start);
    for (let mark = byStart[next]; mark !== undefined && mark.start <= start; mark = byStart[++next]) {
      if (mark.end > start) open.push(mark);
    }
    segments.push({ start, end, marks: open });
  }
  return segments;
}

/** The paragraphs of a text: runs of lines between blank ones, without the line ends around them. */
export function findParagraphs(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const blank = text.indexOf('\n\n', start);
    const end = blank < 0 ? text.length : blank;
    if (text.slice(start, end).trim() !== '') paragraphs.push({ start, end });
    start = end;
    while (text[start] === '\n') start++;
  }
  return paragraphs;
}
