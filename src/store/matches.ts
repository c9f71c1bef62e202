import type { Span } from '../model/span.ts';
import type { QueryTerm } from './query.ts';
import { findWords, type Word } from './words.ts';

/** Most matches shown of one text; a word that is in every line needs no more to be recognised. */
const MAX_MATCHES = 200;

/** Characters of text in a snippet, about three lines. */
const SNIPPET_LENGTH = 240;
/** Characters of it before the first match. */
const SNIPPET_BEFORE = 80;

/**
 * Where the terms of a query stand in a text, in order and without overlaps. `found` holds the indexes of the
 * terms that occur at all.
 *
 * @example
 * findMatches('The embassy closed.', [{ words: ['embass'], prefix: true }]);
 * // { spans: [{ start: 4, end: 11 }], found: Set { 0 } }
 */
export function findMatches(
  text: string,
  terms: readonly QueryTerm[],
): { readonly spans: readonly Span[]; readonly found: ReadonlySet<number> } {
  const words = findWords(text);
  const spans: Span[] = [];
  const found = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    for (const [index, term] of terms.entries()) {
      if (!standsAt(words, at, term)) continue;
      found.add(index);
      if (spans.length < MAX_MATCHES) addSpan(spans, words, { first: at, last: at + term.words.length - 1 });
    }
    if (spans.length === MAX_MATCHES && found.size === terms.length) break;
  }
  return { spans, found };
}

function standsAt(words: readonly Word[], at: number, term: QueryTerm): boolean {
  const last = term.words.length - 1;
  for (const [offset, wanted] of term.words.entries()) {
    const folded = words[at + offset]?.folded;
    if (folded === undefined) return false;
    if (offset === last && term.prefix ? !folded.startsWith(wanted) : folded !== wanted) return false;
  }
  return true;
}

function addSpan(spans: Span[], words: readonly Word[], range: { first: number; last: number }): void {
  const start = words[range.first]?.start ?? 0;
  const end = words[range.last]?.end ?? 0;
  const before = spans.at(-1);
  if (before && start < before.end) {
    if (end > before.end) spans[spans.length - 1] = { start: before.start, end };
  } else {
    spans.push({ start, end });
  }
}

/**
 * The text around the first match, cut at spaces, on one line, with `…` where it was cut and the matches'
 * offsets in it. Without a match, the beginning of the text.
 */
export function makeSnippet(
  text: string,
  matches: readonly Span[],
): { readonly text: string; readonly marks: readonly Span[] } {
  const first = matches[0]?.start ?? 0;
  const start = first <= SNIPPET_BEFORE ? 0 : findBreak(text, first - SNIPPET_BEFORE, first);
  const wanted = Math.max(start + SNIPPET_LENGTH, matches[0]?.end ?? 0);
  const end =
    wanted >= text.length ? text.length : findBreakBefore(text, wanted, matches[0]?.end ?? start + 1);
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  const marks: Span[] = [];
  for (const match of matches) {
    if (match.start < start || match.end > end) continue;
    marks.push({ start: match.start + shift, end: match.end + shift });
  }
  // One character for one, so that the offsets stay right.
  const line = text.slice(start, end).replace(/\s/gu, ' ');
  return { text: lead + line + (end < text.length ? '…' : ''), marks };
}

/** First characters of a text, on one line, cut at a space. */
export function makeExcerpt(text: string, length: number): string {
  if (text.length <= length) return text.replace(/\s+/gu, ' ').trim();
  const end = findBreakBefore(text, length, Math.floor(length / 2));
  return `${text.slice(0, end).replace(/\s+/gu, ' ').trim()}…`;
}

/** The beginning of the first word after `from`, at most `to`. */
function findBreak(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (isSpace(text, at - 1) && !isSpace(text, at)) return at;
  return notInsidePair(text, from);
}

/** The end of the last word before `from`, not before `least`. */
function findBreakBefore(text: string, from: number, least: number): number {
  for (let at = from; at > least; at--) if (isSpace(text, at)) return at;
  return notInsidePair(text, from);
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0 || code === 0x3000;
}

/** A cut between the two units of one character would leave half of it on either side. */
function notInsidePair(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
