/**
 * `agency` serves other outlets · `state` owned, paid or run by a state · `independent` neither · `ngo` · `official` speaks for a state or body ·
 * `warning` official warnings: travel advice, disaster alerts, notices to shipping.
 */
export const SOURCE_TYPES = ['agency', 'state', 'independent', 'ngo', 'official', 'warning'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** Something that publishes or relays, and where its reports are to be found. */
export interface Source {
  readonly kind: 'source';
  /** Unique in the file: `harbour-wire`. */
  readonly id: string;
  /** Name of the outlet, as its reports shall carry it. */
  readonly name: string;
  /** Address of the feed (RSS, Atom, RDF, JSON Feed, news sitemap, preview page of a channel), or of a page that lists articles. */
  readonly feed: string;
  /** Of a page that lists articles: which of its links are articles, a star standing for any characters. */
  readonly links?: string;
  readonly homepage?: string;
  /** ISO 639-1. */
  readonly language?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly type?: SourceType;
  /** Who owns or runs it, under the name by which its other outlets go too. */
  readonly family?: string;
  /** Minutes between two looks; 15 unless given. */
  readonly every: number;
  /** Whether its addresses may be of this machine or network. */
  readonly allowPrivate: boolean;
  /** True where it is not asked for the time being. */
  readonly paused?: boolean;
}

/** How a source has been answering. */
export interface SourceHealth {
  readonly kind: 'source health';
  readonly source: string;
  readonly name: string;
  readonly feed: string;
  /** `new`: not asked yet. `alive`: the last look succeeded. `failing`: the last look failed. */
  readonly state: 'new' | 'alive' | 'failing';
  /** ISO 8601 instants. */
  readonly lastTried?: string;
  readonly lastSuccess?: string;
  /** When an item that was new came last. */
  readonly lastItem?: string;
  readonly nextDue?: string;
  /** True where it is not asked for the time being. */
  readonly paused?: boolean;
  readonly failures: number;
  /** What went wrong last, with what to do. */
  readonly problem?: string;
  /** Pages kept from it in all, and pages that could not be fetched or read. */
  readonly kept: number;
  readonly lost: number;
}
