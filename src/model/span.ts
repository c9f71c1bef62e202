/**
 * A half-open range of UTF-16 code units in a Document's text, as in JavaScript's `slice`: `start` is
 * included, `end` is not. It is the evidence that every derived value carries.
 *
 * @example
 * const span = { start: 4, end: 11 };
 * 'The embassy closed.'.slice(span.start, span.end); // 'embassy'
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range together with the characters found there: `document.text.slice(start, end) === text`. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** Whether `inner` lies wholly within `outer` (equal ranges do). */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one character. */
export function isOverlapping(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The range with its characters from `text`. */
export function makeTextSpan(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) };
}
