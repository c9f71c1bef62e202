import { isCaptionLine } from './captions.ts';
import type { DayMonthOrder } from './dates.ts';
import { findFurniture, isClosingHeading } from './furniture.ts';
import { findByline, isAuthorNote, isClosingCredit, isDateLine, isTimeStamp } from './lines.ts';
import type { TextLine } from './paragraphs.ts';
import { endsSentence, measureLength } from './select.ts';

/** The share of the running text that must stand before the site's end of the page. */
const CLOSING_SHARE = 0.6;

/** Why each line from the first running text on is left out; undefined where it belongs to the text. */
export function decideBody(
  lines: readonly TextLine[],
  order: DayMonthOrder | undefined,
): (string | undefined)[] {
  const whys = lines.map((line) => findLineWhy(line.text, order));
  const total = lines.reduce((sum, line) => sum + (isRunning(line.text) ? line.text.length : 0), 0);
  let before = 0;
  let closing: string | undefined;
  lines.forEach(({ text }, i) => {
    // Dates within a text are part of it; only at its end do they belong to the site.
    if (whys[i] === 'date line' && before > 0 && before < total) whys[i] = undefined;
    const why = whys[i];
    const isHeading = why !== undefined && isClosingHeading(text) && !isPointer(text);
    if (isHeading && before >= total * CLOSING_SHARE) closing = why;
    // Nothing that reads as a sentence is given up for what stands above it.
    if (why === undefined && closing !== undefined && !isSentence(text)) whys[i] = closing;
    if (why === undefined && isCaptionLabel(lines[i - 1]?.text) && text.length <= LONGEST_CAPTION)
      whys[i] = 'caption';
    if (isHeading && closing === undefined) markList(lines, whys, i);
    if (isRunning(text)) before += text.length;
  });
  markAuthorNotes(lines, whys);
  return whys;
}

/** `Read more: Port closed`: the pointer and what it leads to are one line, and the article goes on below. */
function isPointer(text: string): boolean {
  return /[:|»>–—]\s{0,3}[^\s:|»>–—]/.test(text);
}

/** A line with a full stop at its end and some words. */
function isSentence(text: string): boolean {
  return isRunning(text) || (/[.。।][)"”»’'\]]{0,2}$/.test(text) && text.split(' ').length >= 4);
}

const LONGEST_CAPTION = 250;

/** `Image caption` above a caption. */
export function isCaptionLabel(text: string | undefined): boolean {
  return text !== undefined && text.length <= 30 && /^(?:image|media|photo|video) caption\s?:?$/i.test(text);
}

/** Titles in a list of other articles: more are a page's end. */
const LONGEST_LIST = 8;
const LIST_ITEM = /^(?:[•·▪*–—-]|\d{1,2}[.)])\s/;

/** The titles below the name of a list of other articles, in the middle of a text. */
function markList(lines: readonly TextLine[], whys: (string | undefined)[], at: number): void {
  let end = at + 1;
  while (end < lines.length && end - at <= LONGEST_LIST && !isSentence(lines[end]!.text)) end++;
  const items = lines.slice(at + 1, end);
  // One line may be a heading of the article; two, or list items, are titles.
  const isList = items.length >= 2 || items.every(({ text }) => LIST_ITEM.test(text));
  for (let i = at + 1; i < end && isList && end - at <= LONGEST_LIST; i++) whys[i] ??= whys[at];
}

/** How many of the last kept lines are looked at for what is said about the author. */
const AUTHOR_NOTE_LINES = 5;

function markAuthorNotes(lines: readonly TextLine[], whys: (string | undefined)[]): void {
  const kept = lines.map((_, i) => i).filter((i) => whys[i] === undefined);
  if (kept.length < 4) return;
  for (const i of kept.slice(-AUTHOR_NOTE_LINES)) {
    const { text } = lines[i]!;
    if (isAuthorNote(text)) whys[i] = 'author note';
  }
}

/** Why a line of plain text is left out by its words and shape alone, if it is. */
export function findLineWhy(text: string, order: DayMonthOrder | undefined): string | undefined {
  const furniture = findFurniture(text);
  if (furniture !== undefined) return furniture;
  if (
    /^(?:[-–—=_*#~.·•]\s?){2,}$|^(?:-\s?30\s?-|#{2,}|ends|\(ends\)|end)$/i.test(text.slice(0, 200)) &&
    text.length <= 200
  )
    return 'mark';
  if (isTimeStamp(text)) return 'time stamp';
  if (isClosingCredit(text)) return 'byline';
  if (isDateLine(text, order)) return 'date line';
  if (findByline(text) !== undefined) return 'byline';
  return isCaptionLine(text) || isCaptionLabel(text) ? 'caption' : undefined;
}

/** Whether a line is running text of an article. Titles end in quotation and question marks, seldom in full stops. */
export function isRunning(text: string): boolean {
  const length = measureLength(text);
  if (length >= 200) return true;
  return length >= 70 && (/[.…。।:][)"”»’'\]]{0,2}$/u.test(text) || (length >= 130 && endsSentence(text)));
}
