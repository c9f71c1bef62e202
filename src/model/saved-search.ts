/** What a search asks for: words and filters by their names, as the address of the search has them. */
export type SearchTerms = Readonly<Record<string, string>>;

/** A search that the desk keeps. */
export interface SavedSearch {
  readonly kind: 'saved search';
  /** `q1a2b3c4d5e6f`. */
  readonly id: string;
  readonly name: string;
  /** Whether documents, claims or events are looked for. */
  readonly of: 'documents' | 'claims' | 'events';
  readonly terms: SearchTerms;
  /** Who saved it, as they gave their name. */
  readonly by: string;
  /** ISO 8601 instants: when it was saved, and when somebody last looked at what it finds. */
  readonly created: string;
  readonly seen: string;
  /** Since when what it newly finds is told as alerts; absent where it is not. */
  readonly alert?: {
    readonly since: string;
    /** What was known by then has been told or was there before. */
    readonly until: string;
    /** Happenings that were told, by the day: `{ day: '2020-12-11', count: 2 }`. */
    readonly told?: { readonly day: string; readonly count: number };
    /** Incidents and stories that were told of already, the latest at the end. */
    readonly happenings: readonly string[];
  };
}
