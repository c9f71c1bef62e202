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
  report: ReportTable;
  unreported: UnreportedTable;
  history: HistoryTable;
  ledger: LedgerTable;
  judgement: JudgementTable;
  problem_version: ProblemVersionTable;
  watch_area: WatchAreaTable;
  noted: NotedTable;
  inbox_read: InboxReadTable;
  event_file: EventFileTable;
  event_actor: EventActorTable;
  event_count: EventCountTable;
  alert: AlertTable;
  delivery: DeliveryTable;
  source_state: SourceStateTable;
  account: AccountTable;
  session: SessionTable;
  audit: AuditTable;
  claim_entry: EntryTable;
  event_entry: EntryTable;
  claim_word: EntryWordTable;
  event_word: EntryWordTable;
  unindexed: UnindexedTable;
  saved_search: SavedSearchTable;
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

export const MARK_KINDS = [
  'eventType',
  'realis',
  'stance',
  'country',
  // Known once the reading has its report.
  'mode',
  'certainty',
  'actor',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What a reading carries at least once: what filters offer and ask for. */
export interface MarkTable {
  reading: number;
  kind: MarkKind;
  value: string;
}

/** What was made of a reading for the comparison with others. It is known since its reading is. */
export interface ReportTable {
  /** Counts up in the order in which reports were put. */
  number: Generated<number>;
  reading: number;
  /** Report and trace as packed JSON. */
  content: Uint8Array;
}

/** Current readings that wait for their report: looking for them among all readings would take longer the more there are. */
export interface UnreportedTable {
  reading: number;
}

/** One row of an imported file of past events. */
export interface HistoryTable {
  key: Generated<number>;
  /** Name of the file. */
  source: string;
  line: number;
  /** ISO 8601 day. */
  date: string;
  actor: string | null;
  recipient: string | null;
  cameo: string | null;
  place: string | null;
  country: string | null;
  known_since: string;
}

/** One line of the ledger. What stands beside `content` is taken from it, to find it by. */
export interface LedgerTable {
  number: number;
  hash: string;
  previous: string | null;
  filed: string;
  problem: string;
  /** `forecast` or `settlement`. */
  kind: string;
  /** The whole entry as canonical JSON, so that anybody who changes a byte of it is found out. */
  content: string;
}

/** What a person decided. What stands beside `content` is taken from it, to find it by. */
export interface EventFileTable {
  key: Generated<number>;
  hash: string;
  name: string;
  format: string;
  records: number;
  used: number;
  skipped: number;
  /** Null while it is being read. */
  known_since: string | null;
}

export interface EventActorTable {
  key: Generated<number>;
  name: string;
}

/** Counts of one day, pair and root, of one file. */
export interface EventCountTable {
  /** Days from 1970-01-01. */
  day: number;
  source: number;
  target: number;
  root: number;
  file: number;
  count: number;
}

export interface JudgementTable {
  number: number;
  made: string;
  verdict: string;
  /** The whole judgement as JSON. */
  content: string;
}

export interface ProblemVersionTable {
  number: number;
  problem: string;
  version: string;
  since: string;
  file: string;
  /** The text of the file. */
  content: string;
}

/** A version of an area that the desk has drawn. */
export interface WatchAreaTable {
  number: number;
  area: number;
  version: number;
  changed: string;
  /** 1 where it is drawn no longer from then on. */
  removed: number;
  /** The whole area as JSON. */
  content: string;
}

/** A version of a comment, of an assignment or (only ever the first) of a review. */
export interface NotedTable {
  number: number;
  kind: 'comment' | 'assignment' | 'review';
  /** Numbers of each kind are its own. */
  item: number;
  version: number;
  changed: string;
  /** Key of what it is about. */
  thing: string;
  /** The whole of it as JSON. */
  content: string;
}

/** That somebody has read what is for them. */
export interface InboxReadTable {
  owner: string;
  entry: string;
  at: string;
}

/** The latest update of an alert. */
export interface AlertTable {
  key: Generated<number>;
  id: string;
  problem: string;
  update_number: number;
  issued: string;
  /** 1 where it was made in a replay. */
  replayed: number;
  /** The signed alert as JSON. */
  content: string;
}

/** What became of an alert in one channel, as JSON. */
export interface DeliveryTable {
  alert: string;
  channel: string;
  content: string;
}

/** What is remembered of a source, as JSON. */
export interface SourceStateTable {
  source: string;
  content: string;
}

/** Somebody who may log in. */
export interface AccountTable {
  name: string;
  display_name: string;
  role: string;
  /** Argon2id in PHC form. */
  password: string;
  password_set: string;
  created: string;
  disabled: string | null;
}

export interface SessionTable {
  /** SHA-256 of the token. */
  hash: string;
  account: string;
  created: string;
  expires: string;
  last_used: string;
  revoked: string | null;
}

/** One line of the audit log. What stands beside `content` is taken from it, to find it by. */
export interface AuditTable {
  number: number;
  hash: string;
  previous: string | null;
  at: string;
  who: string | null;
  operation: string;
  /** The whole entry as canonical JSON. */
  content: string;
}

/** A claim or an event as the search knows it; its words stand in the index under the same key. */
export interface EntryTable {
  /** Hour of publication, then a number within the hour: see `entry-keys.ts`. */
  key: number;
  reading: number;
  /** Id of the claim or event in the reading. */
  id: string;
  /** Where the words stand in the document's text. */
  start: number;
  end: number;
  /** Of an event: first and last instant at which it is said to happen. */
  valid_from: string | null;
  valid_to: string | null;
  /** What lists show and count, as JSON. */
  detail: string;
}

/** The search index of entries: only its keys can be read back. */
export interface EntryWordTable {
  rowid: number;
}

/** Readings whose report is not yet in the index of claims and events. */
export interface UnindexedTable {
  reading: number;
}

export interface SavedSearchTable {
  id: string;
  created: string;
  /** The whole saved search as JSON. */
  content: string;
}
