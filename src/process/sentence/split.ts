import type { Span } from '../../model/span.ts';

const LONGEST = 4000;
const CLOSERS = '"\'”“’»）)]」』】›';
const ENDS = '.!?…؟۔।॥。！？｡';
/** These end a sentence even where no blank follows. */
const FULL_WIDTH = '。！？｡।॥؟۔';

/**
 * Splits text of any language into sentences by punctuation and line breaks alone, for languages that have no
 * engine of their own. Knows no abbreviations; a stop inside a number or before a small letter is no end.
 *
 * @returns spans without white space at either end, ascending, none empty
 * @example
 * splitSentences('他来了。她走了。').length; // 2
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const end = endAt(text, at, start);
    if (end < 0) {
      at++;
      continue;
    }
    pushTrimmed(text, start, end, spans);
    start = end;
    at = end;
  }
  pushTrimmed(text, start, text.length, spans);
  return spans;
}

/** Where the sentence ends if the character at `at` ends it, else -1. */
function endAt(text: string, at: number, start: number): number {
  const sign = text[at]!;
  if (sign === '\n') return at + 1;
  if (at - start >= LONGEST && (sign === ' ' || at - start >= 2 * LONGEST)) {
    return isLowSurrogate(text, at) ? -1 : at;
  }
  if (!ENDS.includes(sign)) return -1;
  let end = at + 1;
  while (end < text.length && end - at < 100 && ENDS.includes(text[end]!)) end++;
  while (end < text.length && end - at < 100 && CLOSERS.includes(text[end]!)) end++;
  if (end >= text.length || FULL_WIDTH.includes(sign)) return end;
  if (!/\s/.test(text[end]!)) return -1;
  return continues(text, at, end, start) ? -1 : end;
}

/** Signs that the stop was none: a small letter follows, or a single letter stands before it. */
function continues(text: string, at: number, end: number, start: number): boolean {
  let next = end;
  while (next < text.length && next < end + 3 && /[ \t\u00a0]/.test(text[next]!)) next++;
  if (/\p{Ll}/u.test(text[next] ?? '')) return true;
  if (text[at] !== '.') return false;
  const isInitial =
    /\p{L}/u.test(text[at - 1] ?? '') && (at - 1 === start || /[\s.]/.test(text[at - 2] ?? ' '));
  const isListNumber = /^\d{1,3}$/.test(text.slice(Math.max(start, at - 4), at).trim());
  return isInitial || (isListNumber && text.slice(start, at).trim().length <= 3);
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function pushTrimmed(text: string, start: number, end: number, spans: Span[]): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  if (from < to) spans.push({ start: from, end: to });
}
