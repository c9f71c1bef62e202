import type { Span } from '../../../../model/span.ts';

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
  if (last.text !== text) last = { text, found: searchQuotations(text) };
  return last.found;
}

// Claims and coreference ask for those of the same document one after the other.
let last: { readonly text: string; readonly found: readonly Quotation[] } = { text: '', found: [] };

function searchQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: number | undefined;
  let opening = 1;
  const push = (innerEnd: number, end: number): void => {
    if (open === undefined || innerEnd - open <= opening || end - open > LONGEST) return;
    found.push({ start: open, end, inner: { start: open + opening, end: innerEnd } });
  };
  for (let i = 0; i < text.length; i++) {
    if (!mayMark(text.charCodeAt(i))) continue;
    const mark = text[i]!;
    const isBreak = mark === '\n' && text[i + 1] === '\n';
    // Wire copy writes two apostrophes, or two grave accents, for a double mark.
    const width = (mark === "'" || mark === '`') && text[i + 1] === mark ? 2 : 1;
    const isStraight = mark === '"' || (width === 2 && mark === "'");
    if (open === undefined) {
      if (
        OPENING.has(mark) ||
        (width === 2 && mark === '`') ||
        (isStraight && (!isWordBefore(text, i) || isWordAfter(text, i + width - 1)))
      ) {
        open = i;
        opening = width;
      }
    } else if (isBreak) {
      push(i, i);
      open = undefined;
    } else if (CLOSING.has(mark) || isStraight || (mark === '“' && !isWordAfter(text, i))) {
      push(i, i + width);
      open = undefined;
    } else if (OPENING.has(mark)) {
      open = i;
      opening = width;
    }
    i += width - 1;
  }
  push(text.length, text.length);
  return found;
}

/** Whether a UTF-16 unit may begin or end a quotation: any of the marks above, the plain ones, or a line break. */
const mayMark = (unit: number): boolean =>
  unit === 0x0a ||
  unit === 0x22 ||
  unit === 0x27 ||
  unit === 0x60 ||
  unit === 0xab ||
  unit === 0xbb ||
  (unit >= 0x201c && unit <= 0x201f);

const isWordBefore = (text: string, i: number) => i > 0 && /[\p{L}\p{N}.,!?]/u.test(text[i - 1]!);
const isWordAfter = (text: string, i: number) => i + 1 < text.length && /[\p{L}\p{N}]/u.test(text[i + 1]!);
