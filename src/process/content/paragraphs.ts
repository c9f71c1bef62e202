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
  const wrapped = isWrapped(groups);
  const lines = groups.flatMap((group) => {
    const paragraphs = wrapped ? joinWrapped(group) : group.map(squeeze);
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

const NARROWEST = 50;
const WIDEST = 100;
/** Share of the lines within groups that must be about as wide as the text. */
const FULL_SHARE = 0.6;

/**
 * Whether lines were broken at a fixed width: none is much wider than the rest, and nearly all that have a line after
 * them in their group are nearly as wide as it.
 */
function isWrapped(groups: readonly (readonly string[])[]): boolean {
  const inner = groups.flatMap((group) => group.slice(0, -1).map((line) => line.trimEnd().length));
  const longest = groups.reduce(
    (most, group) => group.reduce((max, line) => Math.max(max, line.trimEnd().length), most),
    0,
  );
  if (inner.length < 2 || longest < NARROWEST || longest > WIDEST) return false;
  const full = inner.filter((length) => length >= longest - 18).length;
  return full >= inner.length * FULL_SHARE;
}

const LIST_ITEM = /^\s{0,8}(?:[•·▪*–—-]|\(?\d{1,2}[.)])\s/;

/** One group of broken lines as paragraphs: a short line, a list item and an indented line begin or end one. */
function joinWrapped(group: readonly string[]): string[] {
  const width = group.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const paragraphs: string[][] = [];
  let previous = '';
  for (const line of group) {
    const begins =
      previous === '' ||
      LIST_ITEM.test(line) ||
      isShortLine(previous, line, width) ||
      isIndented(line, previous);
    if (begins) paragraphs.push([line]);
    else paragraphs.at(-1)!.push(line);
    previous = line;
  }
  return paragraphs.map((lines) => squeeze(joinLines(lines)));
}

/** A line that had room for the next line's first word was ended on purpose. */
function isShortLine(previous: string, line: string, width: number): boolean {
  const firstWord = line.trim().split(/\s/)[0]!.length;
  return previous.trimEnd().length + 1 + firstWord < Math.max(width, NARROWEST) - 6;
}

function isIndented(line: string, previous: string): boolean {
  return /^(?: {2,}|\t)/.test(line) && !/^(?: {2,}|\t)/.test(previous);
}

/** A word broken at a hyphen keeps it and loses only the line break. */
function joinLines(lines: readonly string[]): string {
  let text = '';
  const parts: string[] = [];
  for (const line of lines) {
    parts.push(
      text !== '' && !(/\p{L}-$/u.test(text) && /^\s{0,8}\p{L}/u.test(line)) ? ' ' : '',
      line.trim(),
    );
    text = line.trimEnd();
  }
  return parts.join('');
}
