import type { Span } from '../../model/span.ts';

/** Words in quotation marks: `inner` without, the range itself with the marks. */
export interface Quotation extends Span {
  readonly inner: Span;
}

const OPENING = new Set(['“', '«', '„', '‟']);
const CLOSING = new Set(['”', '»']);
/** A quotation that never closes ends with its paragraph; one longer than this is no quotation. */
const LONGEST = 6000;

/**
 * Quotations in running text, in order, not overlapping. Curly and straight double marks and guillemets count;
 * single marks do not (they are apostrophes more often). By the custom of news, a quotation that runs over
 * several paragraphs opens anew in each and closes only in the last: each paragraph's part is one Quotation.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: number | undefined;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    const isBreak = mark === '\n' && text[i + 1] === '\n';
    if (open === undefined) {
      if (
        OPENING.has(mark) ||
        (mark === '"' && !isWordBefore(text, i)) ||
        (mark === '"' && isWordAfter(text, i))
      )
        open = i;
    } else if (isBreak) {
      pushQuotation(found, open, i, i);
      open = undefined;
    } else if (CLOSING.has(mark) || mark === '"' || (mark === '“' && !isWordAfter(text, i))) {
      pushQuotation(found, open, i, i + 1);
      open = undefined;
    } else if (OPENING.has(mark)) {
      open = i;
    }
  }
  if (open !== undefined) pushQuotation(found, open, text.length, text.length);
  return found;
}

function pushQuotation(found: Quotation[], open: number, innerEnd: number, end: number): void {
  if (innerEnd - open > 1 && end - open <= LONGEST) {
    found.push({ start: open, end, inner: { start: open + 1, end: innerEnd } });
  }
}

const isWordBefore = (text: string, i: number) => i > 0 && /[\p{L}\p{N}.,!?]/u.test(text[i - 1]!);
const isWordAfter = (text: string, i: number) => i + 1 < text.length && /[\p{L}\p{N}]/u.test(text[i + 1]!);
