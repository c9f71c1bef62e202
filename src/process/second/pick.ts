import type { EventType } from '../../model/event.ts';
import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { findQuotations } from '../lang/en/claim/quotes.ts';

/** What the desk watches: a document that touches none of it is not put to the second reader. */
export interface Watched {
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly events: readonly EventType[];
  /** Words or phrases in small letters, `*` at the end for any ending. */
  readonly words: readonly string[];
}

/** From this share of doubtful findings on, a second look is worth its price. */
export const DOUBTFUL = 0.3;
/** Shorter texts say too little, longer quotations are worth a claim. */
const SHORTEST_TEXT = 200;
const SHORTEST_QUOTATION = 25;

/** Events that matter to a desk that has said nothing of what it watches. */
const GRAVE: readonly EventType[] = [
  'THREATEN', 'MOBILIZE', 'COERCE', 'ASSAULT', 'SANCTION', 'PROTEST', 'RETREAT', 'REJECT',
]; // biome-ignore format: a table

/**
 * Whether a document is worth a second reading: it bears on what is watched, and the first reader was not sure of it.
 *
 * @param watched Without it, documents with events of force, threat and pressure count as relevant.
 */
export function isWorthSecond(reading: Reading, watched?: Watched): boolean {
  return isReadable(reading) && isRelevant(reading, watched) && weighDoubt(reading) >= DOUBTFUL;
}

/** Whether a second reader can be asked at all: the tables that its answers are checked by are English. */
export function isReadable({ document: { language, text } }: Reading): boolean {
  return language === 'en' && text.length >= SHORTEST_TEXT;
}

/** Whether a reading touches what is watched: its countries or words, and its events. */
export function isRelevant(reading: Reading, watched?: Watched): boolean {
  const { countries = [], words = [], events = [] } = watched ?? {};
  const types: ReadonlySet<string> = new Set(events.length > 0 ? events : GRAVE);
  const isOfType = reading.events.some(({ plover }) => types.has(plover.type));
  if (countries.length === 0 && words.length === 0) return isOfType;
  const known = new Set([...reading.places, ...reading.entities].map(({ country }) => country));
  if (countries.some((country) => known.has(country))) return true;
  const text = `${reading.document.title ?? ''}\n${reading.document.text}`.toLowerCase();
  return words.some((word) => holdsWord(text, word));
}

function holdsWord(text: string, word: string): boolean {
  const isOpen = word.endsWith('*');
  const sought = (isOpen ? word.slice(0, -1) : word).toLowerCase();
  if (sought === '') return false;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const isStart = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');
    if (isStart && (isOpen || !/[\p{L}\p{N}]/u.test(text[at + sought.length] ?? ' '))) return true;
  }
  return false;
}

/**
 * How far the first reader's findings disagree among themselves, from 0 to 1: quotations that nobody is found to say, claims of
 * an unknown source, events without anybody in them, mentions of one event that differ on whether it happened.
 */
export function weighDoubt(reading: Reading): number {
  const { claims, events, document } = reading;
  const isSaid = makeCover(claims.filter(({ chain }) => chain.length > 1).map(({ content }) => content));
  const quotations = findQuotations(document.text).filter(
    ({ start, end }) => end - start >= SHORTEST_QUOTATION,
  );
  const loose = quotations.filter((quotation) => !isSaid(quotation)).length;
  const unsaid = claims.filter(({ chain }) => chain.at(-1)!.type === 'unknown').length;
  const empty = events.filter(({ actors, recipients }) => actors.length + recipients.length === 0).length;
  const realis = new Map(events.map(({ id, realis: value }) => [id, value]));
  const torn = events.filter(
    ({ sameAs, realis: value }) => sameAs !== undefined && realis.get(sameAs) !== value,
  ).length;
  const items = quotations.length + claims.length + events.length;
  return items === 0 ? 1 : Math.min(1, (loose + unsaid + empty + torn) / items);
}

/** Whether a range shares characters with any of many; each is looked up, not compared with all. */
function makeCover(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let furthest = 0;
  const ends = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && ends[low - 1]! > start;
  };
}
