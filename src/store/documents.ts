import type { Hash } from '../model/page.ts';
import type { Facet } from '../model/search.ts';

export type { DocumentSummary, Facet, SearchHit } from '../model/search.ts';

/** What can be asked of kept documents, and what is answered. */

/** Filters of lists and searches; those given must all hold. */
export interface DocumentFilter {
  readonly outlet?: string;
  readonly language?: string;
  /**
   * Published on or after, before or on: ISO 8601, a date or partial date. A document that is dated only
   * roughly (`2020-12`) is found wherever it may belong; one without a date is not.
   */
  readonly from?: string;
  readonly to?: string;
  /** Carries an event of this PLOVER type; with `realis`, one event that has both. */
  readonly eventType?: string;
  readonly realis?: string;
  readonly stance?: string;
  /** Carries an event of this mode, a claim of this certainty, names this actor: known once its report is made. */
  readonly mode?: string;
  readonly certainty?: string;
  readonly actor?: string;
  /** One of these outlets. */
  readonly outlets?: readonly string[];
  /** Known here only since after this instant. */
  readonly knownAfter?: string;
  /** ISO 3166-1 alpha-2 of a place in it. */
  readonly country?: string;
  /** `latest`: of several versions at one address only the newest. `all`, the default: each of them. */
  readonly versions?: 'latest' | 'all';
  /** What was known at this instant (a date: at its end): nothing kept or published later is seen. */
  readonly asOf?: string;
}

/**
 * Newest first by `order` (default `published`, undated ones last), `limit` rows (default 50, at most 500). A
 * cursor goes on where the last answer ended, without what arrived since; it is opaque.
 */
export interface ListRequest extends DocumentFilter {
  readonly limit?: number;
  readonly cursor?: string;
  readonly order?: 'published' | 'seen';
}

export interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  /** Present where more rows follow. */
  readonly cursor?: string;
}

/**
 * Full-text search in titles, texts (which hold the claims' words) and the usual names of who and what is
 * mentioned there. Best first; case, accents and vowel points make no difference. Limit and cursor as in lists.
 */
export interface SearchRequest extends DocumentFilter {
  /**
   * Words, `"a phrase"`, `-without`, `prefix*`; anything else in it is taken as words. Without a word to look
   * for, nothing is found.
   */
  readonly query: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Values to offer as filters, with how many documents carry each. */
export interface Facets {
  readonly outlets: readonly Facet[];
  readonly languages: readonly Facet[];
  readonly eventTypes: readonly Facet[];
  readonly realis: readonly Facet[];
  readonly stances: readonly Facet[];
  readonly countries: readonly Facet[];
}

/** One time that a page's bytes were seen somewhere. */
export interface Sighting {
  readonly bytes: Hash;
  readonly document: Hash;
  readonly url?: string;
  readonly file?: string;
  readonly seen: string;
}

/** Documents with every version, distinct pages, and what is in the latest reading of each document. */
export interface StoreCounts {
  readonly documents: number;
  readonly pages: number;
  readonly sightings: number;
  readonly claims: number;
  readonly events: number;
}
