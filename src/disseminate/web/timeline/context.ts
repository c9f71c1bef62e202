import type { Span } from '../../../model/span.ts';

/** Characters shown before and after the words in question. */
const BEFORE = 60;
const AFTER = 90;

export interface Context {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** The last place at which a cut at `from` does not split a word, within a few characters. */
function moveToWord(text: string, from: number, until: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < Math.min(from + 20, until) ? space + 1 : from;
}

/**
 * Words with what stands around them in their sentence, cut at words where that is long.
 *
 * @example
 * findContext('He left. Rockets hit the harbour.', { start: 17, end: 20 }, { start: 9, end: 33 });
 * // { before: 'Rockets ', words: 'hit', after: ' the harbour.' }
 */
export function findContext(text: string, words: Span, sentence: Span | undefined): Context {
  const start = sentence?.start ?? Math.max(0, words.start - BEFORE);
  const end = sentence?.end ?? words.end + AFTER;
  const isLongBefore = words.start - start > BEFORE;
  const isLongAfter = end - words.end > AFTER;
  const from = isLongBefore ? moveToWord(text, words.start - BEFORE, words.start) : start;
  const space = text.lastIndexOf(' ', words.end + AFTER);
  const to = isLongAfter ? (space > words.end ? space : words.end + AFTER) : end;
  return {
    before: `${isLongBefore ? '… ' : ''}${text.slice(from, words.start)}`,
    words: text.slice(words.start, words.end),
    after: `${text.slice(words.end, to)}${isLongAfter ? ' …' : ''}`,
  };
}
