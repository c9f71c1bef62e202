import type { Reading } from '../../model/reading.ts';
import type { DropCounts, DropReason } from '../../model/second.ts';
import { isOverlapping, type Span } from '../../model/span.ts';
import { findQuotations, type Quotation } from '../lang/en/claim/quotes.ts';
import type { SecondLexicon } from './lexicon.ts';
import { prepareQuotes, type QuotedText } from './quotes.ts';

/** Counts what is dropped, by reason. */
export class Drops {
  readonly #counts = new Map<DropReason, number>();

  add(reason: DropReason, count = 1): undefined {
    if (count > 0) this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
    return undefined;
  }

  get counts(): DropCounts {
    return Object.fromEntries(this.#counts);
  }
}

/** What an offered finding is held against: the text, the first reading of it, and the tables. */
export interface Evidence {
  readonly reading: Reading;
  readonly quoted: QuotedText;
  readonly quotations: readonly Quotation[];
  readonly lexicon: SecondLexicon;
  readonly drops: Drops;
}

export function makeEvidence(reading: Reading, lexicon: SecondLexicon): Evidence {
  const { text } = reading.document;
  return {
    reading,
    quoted: prepareQuotes(text),
    quotations: findQuotations(text),
    lexicon,
    drops: new Drops(),
  };
}

/** The sentences that a range touches, with so many more on both sides. */
export function findAround({ reading: { sentences } }: Evidence, span: Span, more = 0): Span {
  const first = findFirst(sentences, span);
  let last = first;
  while (last + 1 < sentences.length && sentences[last + 1]!.start < span.end) last++;
  const from = sentences[Math.max(0, first - more)];
  const to = sentences[Math.min(sentences.length - 1, last + more)];
  if (from === undefined || to === undefined) return span;
  return { start: Math.min(from.start, span.start), end: Math.max(to.end, span.end) };
}

/** Index of the first sentence that ends behind the start of a range. */
function findFirst(sentences: readonly Span[], { start }: Span): number {
  let low = 0;
  let high = Math.max(0, sentences.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many sentences a range touches. */
export function countSentences({ reading: { sentences } }: Evidence, span: Span): number {
  let count = 0;
  for (let i = findFirst(sentences, span); i < sentences.length && sentences[i]!.start < span.end; i++)
    count++;
  return count;
}

export const sliceOf = ({ reading }: Evidence, { start, end }: Span): string =>
  reading.document.text.slice(start, end);

/** The words of a range on one line. */
export const wordsOf = (evidence: Evidence, span: Span): string =>
  sliceOf(evidence, span).replace(/\s+/g, ' ').trim();

export const touches = (spans: readonly Span[], span: Span): boolean =>
  spans.some((each) => isOverlapping(each, span));
