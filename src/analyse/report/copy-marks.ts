import type { Document } from '../../model/document.ts';
import type { CreditForm, CreditMark } from '../../model/report.ts';

/** A last line longer than this is no line of credits. */
const LONGEST_LINE = 120;
/** A dateline ends within so many characters. */
const LONGEST_DATELINE = 120;

const DATELINE = /^[\p{Lu}][^\n()]{1,70}\(([\p{L}][\p{L}\p{N} .&/-]{1,40})\)\s{0,2}[-–—]/u;
/** "(Reuters)", "- AFP" behind the last sentence. */
const AT_END = /(?:\(([\p{L}][^()\n]{1,50})\)\.?|\s[-–—]{1,2}\s?(\p{Lu}[\p{L}\p{N} .&'’-]{1,40}))\s{0,3}$/u;
const PART =
  /(?:additional|further|some|with)\s(?:\p{L}{1,12}\s){0,2}(?:reporting|material|information|files|input|contributions?|inputs)\s(?:by|from)\s|contributed\sto\sthis|with\s(?:files|agencies)/iu;
const LINE =
  /^(?:compiled|adapted|taken|republished|sourced)\s(?:by|from)\s|^(?:reporting|report|text|material|files)\s(?:by|from)\s|^(?:source|sources|via|from|by|credit)\s{0,1}[:\s]\s{0,1}/iu;
const TAIL = /\s(?:reports|staff|dispatches|writers?|contributed.{0,40})\.?$/iu;

/**
 * Marks that a text is, wholly or in part, an agency's or another paper's: the dateline, the byline, a name at the end, a line
 * of sources.
 *
 * @example
 * findCopyMarks(document); // [{ form: 'copy', name: 'Reuters' }]
 */
export function findCopyMarks(document: Document): readonly CreditMark[] {
  const { text, byline, removed } = document;
  const marks: CreditMark[] = [];
  const add = (form: CreditForm, names: string) => {
    for (const name of splitNames(names)) marks.push({ form, name });
  };
  if (byline !== undefined) add('copy', byline);
  for (const line of removed) {
    if (line.why === 'byline' || line.why === 'source note') addLine(line.text, add);
  }
  const dateline = DATELINE.exec(text.slice(0, LONGEST_DATELINE))?.[1];
  if (dateline !== undefined) add('copy', dateline);
  const end = AT_END.exec(text.slice(-LONGEST_LINE));
  const named = end?.[1] ?? end?.[2];
  if (named !== undefined && !addLine(named, add)) add('copy', named);
  addLine(findLastLine(text), add);
  return marks;
}

/** A line of credits, read; false where it is none. */
function addLine(line: string, add: (form: CreditForm, names: string) => void): boolean {
  if (line === '' || line.length > LONGEST_LINE) return false;
  const part = PART.exec(line);
  if (part !== null) {
    // "Reuters contributed to this report" has the name in front.
    const rest = line.slice(part.index + part[0].length);
    add('part', rest.trim() === '' || /^\s?report/i.test(rest) ? line.slice(0, part.index) : rest);
    return true;
  }
  const opening = LINE.exec(line);
  if (opening !== null) {
    add('copy', line.slice(opening.index + opening[0].length));
    return true;
  }
  // A name and nothing else: at most five words, each with a capital.
  const words = line.replace(/[().]/g, '').trim().split(/\s+/);
  if (words.length > 5 || !words.every((word) => /^[\p{Lu}\p{N}&]/u.test(word))) return false;
  add('copy', line);
  return true;
}

/** The last paragraph, or the last sentence where that is a credit without a verb of its own. */
function findLastLine(text: string): string {
  const tail = text.slice(-400).trimEnd();
  const paragraph = tail.slice(tail.lastIndexOf('\n') + 1);
  if (paragraph.length <= LONGEST_LINE && paragraph.length < text.length) return paragraph;
  const before = tail.slice(0, -1);
  return tail
    .slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('” '), before.lastIndexOf('" ')) + 1)
    .trim();
}

/** Single names of "Reuters, AFP and the Harbour Wire". */
function splitNames(names: string): readonly string[] {
  return names
    .split(/,|;|\/|\sand\s|\n/)
    .map((name) =>
      name
        .replace(TAIL, '')
        .replace(/^[\s(]*(?:by|the|and)?\s/i, '')
        .replace(/[).\s]+$/, '')
        .replace(/^[\s(]+/, ''),
    )
    .filter((name) => name.length > 1 && name.length <= 60)
    .slice(0, 6);
}
