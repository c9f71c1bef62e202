import { squeeze } from './whitespace.ts';

/** One paragraph of a plain text. */
export interface TextLine {
  readonly text: string;
  /** Whether blank lines, or the text's ends, stand on both sides. */
  readonly isAlone: boolean;
}

/** Most characters that are read of a plain text. */
const LONGEST_SOURCE = 4_000_000;

/**
 * Paragraphs of a plain text. Lines broken at a fixed width (mail, wires) are joined again, blank lines parting
 * them; otherwise each line is a paragraph.
 *
 * @example
 * splitParagraphs('One line.\r\nAnother.\r\n').lines.map((line) => line.text); // ['One line.', 'Another.']
 */
export function splitParagraphs(source: string): { lines: TextLine[]; cut?: string } {
  const groups = groupLines(source.slice(0, LONGEST_SOURCE));
  const width = measureWidth(groups);
  const wrapped = isWrapped(groups, width);
  const lines = groups.flatMap((group) => {
    const paragraphs = wrapped ? joinWrapped(group, width) : group.map(squeeze);
    const shown = paragraphs.filter((text) => text !== '');
    return shown.map((text) => ({ text, isAlone: shown.length === 1 }));
  });
  if (source.length <= LONGEST_SOURCE) return { lines };
  return { lines, cut: `characters after the first ${LONGEST_SOURCE} of the text` };
}

/** Runs of lines between blank lines, indents kept. */
function groupLines(source: string): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  for (const line of source.split(/\r\n|[\n\r\u0085\u2028\u2029\f]/)) {
    if (squeeze(line) === '') {
      if (group.length > 0) groups.push(group);
      group = [];
    } else group.push(line);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function measureWidth(groups: readonly (readonly string[])[]): number {
  let width = 0;
  for (const group of groups) for (const line of group) width = Math.max(width, line.trimEnd().length);
  return width;
}

const NARROWEST = 50;
const WIDEST = 100;
/** Share of the lines within groups that must be about as wide as the text. */
const FULL_SHARE = 0.6;

/**
 * Whether lines were broken at a fixed width: none is much wider than the rest, and nearly all that have a line after
 * them in their group are nearly as wide as it.
 */
function isWrapped(groups: readonly (readonly string[])[], longest: number): boolean {
  const inner = groups.flatMap((group) => group.slice(0, -1).map((line) => line.trimEnd().length));
  if (inner.length < 2 || longest < NARROWEST || longest > WIDEST) return false;
  const full = inner.filter((length) => length >= longest - 18).length;
  return full >= inner.length * FULL_SHARE;
}

const LIST_ITEM = /^\s{0,8}(?:[•·▪*–—-]|\(?\d{1,2}[.)])\s/;

/** One group of broken lines as paragraphs: a short line, a list item and an indented line begin or end one. */
function joinWrapped(group: readonly string[], width: number): string[] {
  const paragraphs: string[][] = [];
  for (const line of group) {
    const current = paragraphs.at(-1);
    if (current === undefined || beginsParagraph(line, current, width)) paragraphs.push([line]);
    else current.push(line);
  }
  return paragraphs.map((lines) => squeeze(joinLines(lines)));
}

function beginsParagraph(line: string, current: readonly string[], width: number): boolean {
  if (LIST_ITEM.test(line)) return true;
  const previous = current.at(-1)!;
  const isIndented = /^(?: {2,}|\t)/.test(line);
  // The lines of a list item after its first are indented to stand below it.
  if (LIST_ITEM.test(current[0]!) && isIndented) return false;
  if (isIndented && !/^(?: {2,}|\t)/.test(previous)) return true;
  return isShortLine(previous, line, width);
}

/** A line that had room for the next line's first word was ended on purpose. */
function isShortLine(previous: string, line: string, width: number): boolean {
  if (BROKEN_WORD.test(previous)) return false;
  const firstWord = line.trim().split(/\s/)[0]!.length;
  return previous.trimEnd().length + 1 + firstWord < width - 6;
}

const BROKEN_WORD = /\p{L}-\s{0,5}$/u;

/** A word broken at a hyphen keeps it and loses only the line break. */
function joinLines(lines: readonly string[]): string {
  let text = '';
  const parts: string[] = [];
  for (const line of lines) {
    parts.push(
      text !== '' && !(BROKEN_WORD.test(text) && /^\s{0,8}\p{Ll}/u.test(line)) ? ' ' : '',
      line.trim(),
    );
    text = line.trimEnd();
  }
  return parts.join('');
}
