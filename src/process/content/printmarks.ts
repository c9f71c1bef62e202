import type { Removed } from '../../model/document.ts';
import type { TextLine } from './paragraphs.ts';

/** What a browser prints at the head and foot of each sheet: when, the page's title, its address, the sheet's number. */
const SHEET_HEAD =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}[:.]\d{2}(?:\s?[ap]m)?\s{1,3}(?=\S{2})(?!.{0,200}[.!?]$)/i;
const SHEET_FOOT =
  /^(?:https?|file):\/\/\S{1,500}(?:\s\d{1,3}\s?(?:\/|of|von|de)\s?\d{1,3}|\s\d{1,2}[./]\d{1,2}[./]\d{2,4})?$/i;
const SHEET_NUMBER =
  /^(?:page\s|seite\s)?\d{1,3}\s?(?:\/|of|von)\s?\d{1,3}(?:\s\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s\d{1,2}[:.]\d{2})?$/i;
/** Marks of this kind are met at least so often on a printed page. */
const LEAST_MARKS = 2;

/**
 * Takes the heads and feet of printed sheets out of a text, also from between the halves of a paragraph. One such line
 * alone is none: texts give addresses too.
 */
export function dropPrintMarks(lines: readonly TextLine[]): {
  lines: readonly TextLine[];
  removed: Removed[];
} {
  const marks = lines.filter(({ text }) => isMark(text));
  if (
    marks.length < LEAST_MARKS ||
    !marks.some(({ text }) => SHEET_HEAD.test(text) || /\s\d{1,3}\s?\/\s?\d{1,3}$/.test(text))
  )
    return { lines, removed: [] };
  return {
    lines: lines.filter(({ text }) => !isMark(text)),
    removed: marks.map(({ text }) => ({ text, why: 'mark of a printed sheet' })),
  };
}

function isMark(text: string): boolean {
  if (text.length > 500) return false;
  return (text.length <= 250 && SHEET_HEAD.test(text)) || SHEET_FOOT.test(text) || SHEET_NUMBER.test(text);
}
