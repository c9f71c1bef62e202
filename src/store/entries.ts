import type { EntryKind } from '../model/search.ts';

export type {
  EntryDetail,
  EntryEvent,
  EntryHit,
  EntryKind,
  EntryParty,
  FoundCount,
} from '../model/search.ts';

/** What can be asked of single claims and events, and what is answered. They are known here once their document has its report. */

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
