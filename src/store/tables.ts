import type { Generated } from 'kysely';

/**
 * The tables as both forms of the store have them (`migrations/` makes them). Keys are numbers of the store's
 * own; hashes and instants are text, instants in UTC with milliseconds, so that they compare as text.
 */
export interface StoreTables {
  setting: SettingTable;
  page: PageTable;
  document: DocumentTable;
  document_text: DocumentTextTable;
  sighting: SightingTable;
  reading: ReadingTable;
  reading_content: ReadingContentTable;
  claim: ClaimTable;
  event: EventTable;
  mark: MarkTable;
}

export interface SettingTable {
  name: string;
  value: string;
  known_since: string;
}

/** Bytes that were seen; they themselves are in the archive. */
export interface PageTable {
  hash: string;
  length: number;
  known_since: string;
}

export interface DocumentTable {
  key: Generated<number>;
  id: string;
  /** Key of the first document at the same address: all its versions have it in common. */
  series: number;
  version: number;
  previous: string | null;
  known_since: string;
}

/** A document's text never changes (its hash is in the id), so it is kept once, apart from its readings. */
export interface DocumentTextTable {
  document: number;
  /** Packed UTF-8. */
  content: Uint8Array;
}

export interface SightingTable {
  key: Generated<number>;
  document: number;
  bytes: string;
  /** Normalised address or file: see `makeAddress`. */
  address: string | null;
  url: string | null;
  file: string | null;
  /** Response headers as JSON. */
  headers: string | null;
  seen: string;
  known_since: string;
}

/** One reading of a document, with what lists show and filters ask for. */
export interface ReadingTable {
  key: Generated<number>;
  document: number;
  engine: string;
  known_since: string;
  /** When a newer reading took its place, and the key of that reading. */
  known_until: string | null;
  superseded_by: number | null;
  /** Hash of the bytes that were read. */
  bytes: string;
  url: string | null;
  file: string | null;
  outlet: string | null;
  outlet_evidence: string | null;
  title: string | null;
  published: string | null;
  published_evidence: string | null;
  /** First and last instant that `published` covers; empty where it is unknown, which sorts before all dates. */
  published_from: string;
  published_to: string;
  seen: string;
  language: string | null;
  excerpt: string;
  claims: number;
  events: number;
}

/** The whole reading as packed JSON, without the document's text. */
export interface ReadingContentTable {
  reading: number;
  content: Uint8Array;
}

export interface ClaimTable {
  reading: number;
  number: number;
  id: string;
  start: number;
  end: number;
  stance: string | null;
  certainty: string;
  polarity: string;
}

export interface EventTable {
  reading: number;
  number: number;
  id: string;
  claim: string;
  type: string;
  realis: string;
  background: number;
  /** Valid time: first and last instant at which it is said to have happened or to happen. */
  valid_from: string | null;
  valid_to: string | null;
  country: string | null;
}

export const MARK_KINDS = ['eventType', 'realis', 'stance', 'country'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What a reading carries at least once: what filters offer and ask for. */
export interface MarkTable {
  reading: number;
  kind: MarkKind;
  value: string;
}
