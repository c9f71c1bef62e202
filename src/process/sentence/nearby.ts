import type { Span } from '../../model/span.ts';

/**
 * For each sentence the spans that touch it, in their own order: what is asked of a sentence is then looked for among
 * these, not among all of a long document.
 *
 * @param sentences in text order, without overlap
 */
export function groupBySentence<T extends Span>(
  sentences: readonly Span[],
  spans: readonly T[],
): readonly (readonly T[])[] {
  const none: T[] = [];
  const groups = new Array<T[]>(sentences.length).fill(none);
  for (const span of spans) {
    for (let s = firstEndingAfter(sentences, span.start); s < sentences.length; s++) {
      if (sentences[s]!.start >= span.end) break;
      if (groups[s] === none) groups[s] = [span];
      else groups[s]!.push(span);
    }
  }
  return groups;
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of the spans that start from `from` on and before `to`; the spans in order of their starts. */
export function startingWithin<T extends Span>(
  spans: readonly T[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < spans.length && spans[end]!.start < to) end++;
  return spans.slice(low, end);
}
