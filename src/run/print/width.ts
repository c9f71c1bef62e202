/**
 * Text that came from a page, made harmless for a terminal: no control characters, so no escape sequence can move the cursor,
 * retitle the window or hide anything, and no marks that reverse the direction of what follows. Line ends become spaces.
 */
export function clean(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character each. Made at the first need: plain text has none. */
function segment(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

const ASCII = /^[\x20-\x7e]*$/;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const STYLE = /\u001b\[[0-9;]*m/g;

/** Columns that text takes in a terminal; style sequences take none, Chinese and the like two a character. */
export function measure(text: string): number {
  const bare = text.includes('\u001b') ? text.replace(STYLE, '') : text;
  if (ASCII.test(bare)) return bare.length;
  let columns = 0;
  for (const { segment: character } of segment(bare)) {
    if (/^\p{Mn}+$/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/**
 * Breaks text into lines of at most `width` columns, at spaces where there are any.
 *
 * @example
 * wrap('The ferry was held on Monday', 12); // ['The ferry', 'was held on', 'Monday']
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ').flatMap((each) => breakWord(each, width))) {
    if (word === '') continue;
    const columns = measure(word);
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line = line === '' ? word : `${line} ${word}`;
    used += (used === 0 ? 0 : 1) + columns;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Facts with a dot between them, on as many lines as they need; where a line breaks, the dot stays with what it follows. */
export function wrapFacts(facts: readonly string[], width: number): readonly string[] {
  return wrap(facts.join('\u00a0· '), width).map((line) => line.replaceAll('\u00a0·', ' ·'));
}

/** A word too long for a line, in pieces. */
function breakWord(word: string, width: number): readonly string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment: character } of segment(word)) {
    if (piece !== '' && measure(piece) + measure(character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Text cut to a number of columns, with `…` where something was cut. */
export function shorten(text: string, width: number): string {
  if (measure(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment: character } of segment(text)) {
    const columns = measure(character);
    if (used + columns > width - 1) break;
    kept += character;
    used += columns;
  }
  return `${kept.trimEnd()}…`;
}

/** Text filled up with spaces to a number of columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measure(text)));
}
