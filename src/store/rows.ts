import type { Reading } from '../model/reading.ts';
import { type InstantRange, parseRange } from './instants.ts';
import { makeExcerpt } from './matches.ts';
import type { ClaimTable, EventTable, MarkKind, ReadingTable } from './tables.ts';
import { foldText } from './words.ts';

type Derived<Table> = Omit<Table, 'reading'>;

/** What the rows of a reading hold besides keys and the time of keeping. */
export type ReadingColumns = Omit<
  ReadingTable,
  'key' | 'document' | 'known_since' | 'known_until' | 'superseded_by'
>;

/** What the search index is given: folded words with single spaces. */
export interface IndexText {
  readonly title: string;
  readonly text: string;
  readonly names: string;
}

/** Characters of text that lists show. */
const EXCERPT_LENGTH = 280;

/** The columns of `reading`. */
export function makeReadingColumns(reading: Reading, text: string): ReadingColumns {
  const { document } = reading;
  const published = document.published === undefined ? undefined : parseRange(document.published);
  return {
    engine: reading.engine,
    bytes: document.bytes,
    url: document.url ?? null,
    file: document.file ?? null,
    outlet: document.outlet ?? null,
    outlet_evidence: document.outletEvidence ?? null,
    title: document.title ?? null,
    published: document.published ?? null,
    published_evidence: document.publishedEvidence ?? null,
    published_from: published?.first ?? '',
    published_to: published?.last ?? '',
    seen: parseRange(document.seen)?.first ?? document.seen,
    language: document.language ?? null,
    excerpt: makeExcerpt(text, EXCERPT_LENGTH),
    claims: reading.claims.length,
    events: reading.events.length,
  };
}

export function makeClaimRows(reading: Reading): readonly Derived<ClaimTable>[] {
  return reading.claims.map((claim, number) => ({
    number,
    id: claim.id,
    start: claim.start,
    end: claim.end,
    stance: claim.stance ?? null,
    certainty: claim.certainty,
    polarity: claim.polarity,
  }));
}

export function makeEventRows(reading: Reading): readonly Derived<EventTable>[] {
  const countries = new Map(reading.places.map((place) => [place.id, place.country]));
  // Most events of a document share a day or two.
  const days = new Map<string | undefined, InstantRange | undefined>([[undefined, undefined]]);
  const parseDay = (date: string | undefined): InstantRange | undefined => {
    if (date !== undefined && !days.has(date)) days.set(date, parseRange(date));
    return days.get(date);
  };
  return reading.events.map((event, number) => ({
    number,
    id: event.id,
    claim: event.claim,
    type: event.plover.type,
    realis: event.realis,
    background: event.background ? 1 : 0,
    valid_from: parseDay(event.when?.from)?.first ?? null,
    valid_to: parseDay(event.when?.to)?.last ?? null,
    country: (event.where !== undefined && countries.get(event.where)) || null,
  }));
}

/** Each value once, whatever the number of claims, events or places that carry it. */
export function makeMarks(reading: Reading): readonly (readonly [MarkKind, string])[] {
  const marks: [MarkKind, string][] = [];
  const add = (kind: MarkKind, values: Iterable<string | undefined>) => {
    for (const value of new Set(values)) if (value !== undefined) marks.push([kind, value]);
  };
  add(
    'eventType',
    reading.events.map((event) => event.plover.type),
  );
  add(
    'realis',
    reading.events.map((event) => event.realis),
  );
  add(
    'stance',
    reading.claims.map((claim) => claim.stance),
  );
  add(
    'country',
    reading.places.map((place) => place.country),
  );
  return marks;
}

/**
 * What the search index is given. The claims' contents are passages of the text and are found there; the names
 * are those under which who and what is mentioned is usually known, where the text spells them otherwise.
 */
export function makeIndexText(reading: Reading, text: string): IndexText {
  return {
    title: foldText(reading.document.title ?? ''),
    text: foldText(text),
    names: [...new Set(listOtherNames(reading).map(({ name }) => foldText(name)))].join(' '),
  };
}

/** Names of entities and places with the mentions that are spelt otherwise. */
export function listOtherNames(
  reading: Reading,
): readonly { readonly name: string; readonly mentions: readonly { start: number; end: number }[] }[] {
  const named = [
    ...reading.entities.map(({ name, mentions }) => ({ name, mentions })),
    ...reading.places.map((place) => ({ name: place.name, mentions: [place] })),
  ];
  return named.flatMap(({ name, mentions }) => {
    const folded = foldText(name);
    const others = mentions.filter((mention) => foldText(mention.text) !== folded);
    return others.length === 0 ? [] : [{ name, mentions: others.map(({ start, end }) => ({ start, end })) }];
  });
}
