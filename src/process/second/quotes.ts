import type { Span } from '../../model/span.ts';

/**
 * A text in the form in which quoted words are looked for: runs of white space are one blank, quotation marks are plain, and
 * characters that nobody sees are left out. Every character knows where it stands in the text itself.
 */
export interface QuotedText {
  readonly text: string;
  readonly plain: string;
  /** Of each code unit of `plain`, where it starts in `text`; one more for the end. */
  readonly starts: Int32Array;
}

/**
 * Characters without a visible form: soft hyphens, joiners, marks of direction, tags, variation selectors, controls. They can hide
 * words from people that a model still reads.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\ufe00-\ufe0f]|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|\udb40[\udc00-\udfff]/g;
const SPACE = /\s/;
const DOUBLE = /[“”„‟«»]/;
const SINGLE = /[‘’‚‛`´]/;
const LETTER = /[\p{L}\p{N}]/u;

/** A text without characters that nobody sees; this is what a model is shown. */
export function showVisible(text: string): string {
  return text.replace(UNSEEN, '');
}

function plainOf(unit: string): string {
  if (DOUBLE.test(unit)) return '"';
  return SINGLE.test(unit) ? "'" : unit;
}

/** Prepares a text for `findQuote`. Linear in its length. */
export function prepareQuotes(text: string): QuotedText {
  const starts = new Int32Array(text.length + 1);
  const units: string[] = [];
  let length = 0;
  let hidden = 0;
  const gone = [...text.matchAll(UNSEEN)].map(({ index, 0: { length } }) => [index, index + length] as const);
  for (let i = 0; i < text.length; i++) {
    while (hidden < gone.length && gone[hidden]![1] <= i) hidden++;
    if (hidden < gone.length && gone[hidden]![0] <= i) continue;
    const unit = text[i]!;
    const isSpace = SPACE.test(unit);
    if (isSpace && units[length - 1] === ' ') continue;
    units.push(isSpace ? ' ' : plainOf(unit));
    starts[length++] = i;
  }
  starts[length] = text.length;
  return { text, plain: units.join(''), starts: starts.subarray(0, length + 1) };
}

/** Quoted words in the same form, without blanks around them. */
export function plainQuote(words: string): string {
  return prepareQuotes(words).plain.trim();
}

/** Places at which one quotation is looked for at most: words that stand so often are no evidence. */
const MOST_PLACES = 50;

/**
 * Where quoted words stand in a text, whole words only, in order.
 *
 * @param within Only in this range of the text.
 * @example
 * findQuotes(prepareQuotes('Iran and Iranian  ships'), 'Iranian ships'); // [{ start: 9, end: 23 }]
 */
export function findQuotes(quoted: QuotedText, words: string, within?: Span): readonly Span[] {
  const sought = plainQuote(words);
  if (sought === '' || sought.length > quoted.plain.length) return [];
  const { plain, starts } = quoted;
  const last = within === undefined ? plain.length : findUnit(starts, within.end);
  const found: Span[] = [];
  let at = plain.indexOf(sought, within === undefined ? 0 : findUnit(starts, within.start));
  while (at >= 0 && at + sought.length <= last && found.length < MOST_PLACES) {
    const end = at + sought.length;
    if (!isInsideWord(plain, at) && !isInsideWord(plain, end))
      found.push({ start: starts[at]!, end: starts[end - 1]! + 1 });
    at = plain.indexOf(sought, at + 1);
  }
  return found;
}

/** The first unit that starts at or behind an offset. */
function findUnit(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a boundary cuts a word, or a character of two units, in two. */
function isInsideWord(plain: string, at: number): boolean {
  const before = plain[at - 1];
  const after = plain[at];
  if (before === undefined || after === undefined) return false;
  if (/[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(after)) return true;
  return LETTER.test(before) && LETTER.test(after);
}

/** Of several ranges the one nearest to another; of two equally near the one before it. */
export function chooseNearest(found: readonly Span[], to: Span): Span | undefined {
  const distance = ({ start, end }: Span) => Math.max(0, start - to.end, to.start - end);
  return found.reduce<Span | undefined>(
    (best, next) => (best === undefined || distance(next) < distance(best) ? next : best),
    undefined,
  );
}
