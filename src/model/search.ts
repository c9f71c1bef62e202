import type { Reliability } from './grade.ts';
import type { Hash } from './page.ts';
import type { SavedSearch, SearchTerms } from './saved-search.ts';
import type { Span } from './span.ts';

/* What is searched for, and what is found. */

export const SEARCHED = ['documents', 'claims', 'events'] as const;
export type Searched = (typeof SEARCHED)[number];

export const ENTRY_KINDS = ['claim', 'event'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One row of a list: enough to choose by, nothing that needs the whole reading. */
export interface DocumentSummary {
  readonly id: Hash;
  readonly version: number;
  /** The version that stood at the same address or in the same file before. */
  readonly previous?: Hash;
  readonly title?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly file?: string;
  readonly published?: string;
  readonly seen: string;
  readonly language?: string;
  /** First characters of the text. */
  readonly excerpt: string;
  readonly claims: number;
  readonly events: number;
}

export interface SearchHit extends DocumentSummary {
  /** Where the words stand: UTF-16 offsets into the document's text; empty where they stand only in the title. */
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  /** The same for the title. */
  readonly titleMatches: readonly { readonly start: number; readonly end: number }[];
  /** Text around the first match, with the matches' offsets in it. */
  readonly snippet: {
    readonly text: string;
    readonly marks: readonly { readonly start: number; readonly end: number }[];
  };
  /** Ids of claims of the document in which a match stands. */
  readonly matchedClaims: readonly string[];
}

export interface Facet {
  readonly value: string;
  readonly count: number;
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

/** Filters of a search by their names, as its address has them. */
export const SEARCH_TERMS = [
  ...[
    'q',
    'outlet',
    'grade',
    'language',
    'from',
    'to',
    'happensFrom',
    'happensTo',
    'eventType',
    'mode',
    'realis',
  ],
  ...['stance', 'certainty', 'country', 'actor', 'actorName', 'place', 'origins', 'versions'],
] as const;

/** What is asked: words and filters, all of which must hold. */
export interface SearchQuestion {
  readonly of: Searched;
  readonly terms: SearchTerms;
  /** Known here only since after this instant. */
  readonly knownAfter?: string;
  readonly asOf?: string;
}

/** What the picture says of something that was found, as of the instant of the question. */
export interface FoundWeight {
  /** Of its outlet. */
  readonly grade?: Reliability;
  /** Origins of the incident that it tells of or, where it tells of none, of its document's story. */
  readonly confirmed?: number;
  readonly possible?: number;
  readonly story?: string;
  /** True where it was set aside: nothing rests on it any more. */
  readonly isSetAside?: true;
}

export type Found = (SearchHit | EntryHit) & { readonly weight?: FoundWeight };

/** Where rows are fewer than asked for and there is a cursor, so many had to be looked through. */
export interface SearchAnswer {
  readonly of: Searched;
  readonly rows: readonly Found[];
  readonly cursor?: string;
}

/** A saved search with how much of what it finds is known only since somebody last looked. */
export interface SavedSearchRow extends SavedSearch {
  readonly news: { readonly count: number; readonly isWhole: boolean };
}

/** What may be said of a search that is saved. */
export interface SearchDraft {
  readonly name: string;
  readonly of: Searched;
  readonly terms: SearchTerms;
  readonly by: string;
  readonly isAlert?: boolean;
}

/** What may be changed of a saved search. */
export interface SearchChange {
  readonly name?: string;
  /** The name that the person saw, where another is given: if it is another by now, nothing is changed. */
  readonly nameBefore?: string;
  readonly isAlert?: boolean;
  /** True where somebody has looked at what it finds now. */
  readonly isSeen?: boolean;
}

/** Searching, and the searches that are kept, as `disseminate` may ask for them. */
export interface Searching {
  /** Documents best first where words are given, else the newest first; claims and events the newest first. */
  search(
    question: SearchQuestion,
    page?: { readonly limit?: number; readonly cursor?: string; readonly isWeighed?: boolean },
  ): Promise<SearchAnswer>;
  /** Up to some thousand; facets leave out `origins`. */
  countFound(question: SearchQuestion): Promise<FoundCount>;
  listSavedSearches(): Promise<readonly SavedSearchRow[]>;
  /** @throws RequestError where there are too many already. */
  saveSearch(draft: SearchDraft): Promise<SavedSearch>;
  /** Both give undefined, or false, where there is none of that id. */
  /** @throws DecisionError where somebody else has renamed it meanwhile. */
  changeSearch(id: string, change: SearchChange): Promise<SavedSearch | undefined>;
  deleteSearch(id: string): Promise<boolean>;
}
