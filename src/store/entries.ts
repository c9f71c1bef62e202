import type { Hash } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import type { Facet } from './documents.ts';

/** What can be asked of single claims and events, and what is answered. They are known here once their document has its report. */

export const ENTRY_KINDS = ['claim', 'event'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Filters of claims and events; those given must all hold. */
export interface EntryFilter {
  /**
   * Words, `"a phrase"`, `-without`, `prefix*` (of three letters or more): in what is said and in the names of who says it, who takes
   * part and where. Absent: whatever fits the filters.
   */
  readonly query?: string;
  readonly outlet?: string;
  /** One of these outlets; at most 500 of them are looked at. */
  readonly outlets?: readonly string[];
  readonly language?: string;
  /** Its document was published on or after, before or on; as in lists of documents. */
  readonly from?: string;
  readonly to?: string;
  /** Of events: said to happen on or after, before or on. */
  readonly happensFrom?: string;
  readonly happensTo?: string;
  /** Of a claim: it carries an event of this PLOVER type; with `realis`, one event that has both. */
  readonly eventType?: string;
  readonly mode?: string;
  readonly realis?: string;
  /** Of an event: of the claim that carries it. */
  readonly stance?: string;
  readonly certainty?: string;
  /** ISO 3166-1 alpha-2 of where an event takes place. */
  readonly country?: string;
  /** Record of an actor that says it or takes part: `register:qassem-soleimani`. */
  readonly actor?: string;
  /** Words that stand together in a name of who says it or takes part. */
  readonly actorName?: string;
  /** Words that stand together in the name of a place. */
  readonly place?: string;
  /** Known here only since after this instant. */
  readonly knownAfter?: string;
  readonly versions?: 'latest' | 'all';
  readonly asOf?: string;
}

/**
 * Newest publication first, by the hour. An answer may have fewer rows than asked for and still a cursor: so many had to be looked
 * through. Limit and cursor as in lists.
 */
export interface EntryRequest extends EntryFilter {
  readonly of: EntryKind;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Somebody who says it, or takes part. */
export interface EntryParty {
  readonly name: string;
  readonly record?: string;
}

/** An event by what lists show of it. */
export interface EntryEvent {
  readonly type?: string;
  readonly mode?: string;
  readonly realis?: string;
  readonly actors?: readonly EntryParty[];
  readonly recipients?: readonly EntryParty[];
  readonly place?: string;
  readonly country?: string;
}

/** What is kept of a claim or an event beside its words. */
export interface EntryDetail extends EntryEvent {
  readonly stance?: string;
  readonly certainty: string;
  readonly polarity: string;
  /** The innermost who is named; absent where the outlet itself says it. */
  readonly speaker?: EntryParty;
  /** The incident, or the first of those, that it tells of. */
  readonly incident?: string;
  /** Of a claim: the events that it carries. */
  readonly carries?: readonly EntryEvent[];
  /** Of an event: the claim that carries it. */
  readonly claim?: string;
  readonly background?: true;
  /** Said to happen: as precisely as the text says. */
  readonly when?: { readonly from: string; readonly to?: string };
}

/** A claim or an event that was found. */
export interface EntryHit extends EntryDetail {
  readonly kind: EntryKind;
  readonly id: string;
  readonly document: Hash;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly language?: string;
  /** Since when it is known here. */
  readonly knownSince: string;
  /** Where it stands in the document's text. */
  readonly start: number;
  readonly end: number;
  /** Its words, with where those that were looked for stand in them. */
  readonly snippet: { readonly text: string; readonly marks: readonly Span[] };
}

/** How many were found, and what they carry. */
export interface FoundCount {
  readonly count: number;
  /** False where there are more than could be looked at: then the newest were counted. */
  readonly isWhole: boolean;
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
}
