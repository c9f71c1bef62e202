import type { KeptAccount, LogIn } from '../model/account.ts';
import type { AnyAlert, Delivery, Signed } from '../model/alert.ts';
import type { AuditEntry, AuditFacts } from '../model/audit.ts';
import type { Assignment, Comment } from '../model/comment.ts';
import type { ProblemVersion, ProblemVersionRow } from '../model/definition.ts';
import type { Document } from '../model/document.ts';
import type { EventCount, EventFile } from '../model/event-count.ts';
import type { LedgerEntry } from '../model/forecast.ts';
import type { PastEvent } from '../model/history.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Hash, Page } from '../model/page.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Review } from '../model/review.ts';
import type { SavedSearch } from '../model/saved-search.ts';
import type { SourceHealth } from '../model/source.ts';
import type { WatchArea, WatchAreaDraft } from '../model/watch-area.ts';
import type {
  DocumentFilter,
  DocumentSummary,
  Facets,
  ListAnswer,
  ListRequest,
  SearchHit,
  SearchRequest,
  Sighting,
  StoreCounts,
} from './documents.ts';
import type { EntryFilter, EntryHit, EntryKind, EntryRequest, FoundCount } from './entries.ts';

export type {
  DocumentFilter,
  DocumentSummary,
  Facet,
  Facets,
  ListAnswer,
  ListRequest,
  SearchHit,
  SearchRequest,
  Sighting,
  StoreCounts,
} from './documents.ts';

export type {
  EntryFilter,
  EntryHit,
  EntryKind,
  EntryRequest,
  FoundCount,
} from './entries.ts';

/** What a page that was offered turned out to be. */
export type PutOutcome =
  | { readonly status: 'added'; readonly document: Document }
  /** Same address or file as an earlier document, other text: kept as its next version. */
  | { readonly status: 'changed'; readonly document: Document; readonly previous: Hash }
  /**
   * Bytes or text already known; the sighting was recorded. `reread` where a newer engine's reading of it took
   * the place of the one kept.
   */
  | { readonly status: 'unchanged'; readonly document: Document; readonly reread?: true };

/** A page with what was read from it. `document.version` of the reading is set by the store. */
export interface StoreEntry {
  readonly page: Page;
  readonly reading: Reading;
  /** True where a person vouches for the page's address: the document takes it, whatever stood there. */
  readonly isUrlGiven?: boolean;
}

/** A document that was kept and has not been put into the picture yet. */
export interface UnreportedReading {
  readonly reading: Reading;
  /** First document at the same address. */
  readonly series: Hash;
  readonly knownSince: string;
}

/** A report with what the grouping of later ones needs of it (plain data that only `analyse` understands). */
export interface StoredReport {
  readonly report: Report;
  readonly trace: unknown;
}

/** The same with its number: reports are numbered in the order in which they were put. */
export interface NumberedReport extends StoredReport {
  readonly number: number;
}

/** A past event with the instant since when it is known here. */
export interface KeptPastEvent extends PastEvent {
  readonly knownSince: string;
}

/** What is remembered of a source between two looks. */
export interface SourceState extends SourceHealth {
  /** Validators of the last answer, sent back so that an unchanged feed need not be sent again. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Until when the server wants to be left alone: ISO 8601 instant. */
  readonly notBefore?: string;
  /** Items whose page could not be had, with how often it was tried: they are tried again a few times. */
  readonly retries?: readonly {
    readonly url: string;
    readonly attempts: number;
    /** When the feed says that it was published: ISO 8601. */
    readonly published?: string;
  }[];
  /** Looks that found something new, in so many minutes of watching; earlier ones count less. */
  readonly pace?: { readonly changes: number; readonly minutes: number };
}

/** What of an account is kept anew; `disabled` null where it may log in again. */
export interface KeptChange
  extends Partial<Pick<KeptAccount, 'displayName' | 'role' | 'password' | 'passwordSet'>> {
  readonly disabled?: string | null;
}

/** What became of a change: there must always be an admin who may log in, once there was one. */
export type AccountChanged =
  | { readonly outcome: 'changed'; readonly account: KeptAccount }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'last admin' };

/** A watch area that is drawn, changed or (without `draft`) removed. */
export interface WatchAreaChange {
  /** Of the area; a new one without. */
  readonly id?: string;
  /** The version that was changed; absent of a new one. */
  readonly base?: number;
  readonly draft?: WatchAreaDraft;
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** A comment or an assignment as it is to be from `changed` on; number and version are given by the store. */
export type NotedDraft<Kept extends Comment | Assignment> = Omit<Kept, 'kind' | 'id' | 'version' | 'made'>;

/** The version that was changed. */
export interface NotedBase {
  readonly id: string;
  readonly base: number;
}

/** Which of what people noted is asked for. */
export interface NotedRequest {
  /** Key of a thing; with `*` at the end, of all whose key begins so. */
  readonly of?: string;
  readonly asOf?: string;
}

/** How thoroughly to look. */
export interface CheckRequest {
  /** Which pages to unpack and compare with their hash: some hundred (the default), or each. */
  readonly pages?: 'sample' | 'all';
}

/** One thing that `doctor` looked at. */
export interface CheckResult {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'failed';
  /** What was found. */
  readonly finding: string;
  /** What to do about it, where something is to be done. */
  readonly remedy?: string;
}

/** What went into a backup. */
export interface BackupReport {
  readonly file: string;
  readonly documents: number;
  readonly pages: number;
  /** Pages that the store has lost and that therefore are not in the copy either. */
  readonly missing: readonly Hash[];
}

/**
 * Where Tocsin keeps what it saw and read. Two forms (embedded and, for several machines, cluster) stand behind
 * it and pass one suite. Nothing is overwritten: a new reading of a document is a new row with its own
 * `knownSince`, and every question may be asked as of an earlier instant: then nothing kept later is seen, and nothing that was
 * published later, whenever it was kept.
 *
 * All methods reject with a `StoreError` that says what to do; after `close` they all do.
 */
export interface Store {
  /**
   * Keeps pages and their readings, all or none of the batch; answers in the same order. `at` is given in a replay: the
   * instant at which they came to be known then; the present one unless given.
   */
  put(entries: readonly StoreEntry[], at?: string): Promise<readonly PutOutcome[]>;
  /**
   * Keeps a reading to which a second reader has added, in place of the first reading that it was made from. Answers false, and keeps
   * nothing, where that is not the document's current reading any more.
   */
  putSecond(reading: Reading): Promise<boolean>;
  /** The document read from exactly these bytes, if they were seen before. Records nothing. */
  findByBytes(bytes: Hash): Promise<Document | undefined>;
  /** Records that a page already known was seen again; `at` as in `put`. */
  recordSighting(sighting: Sighting, at?: string): Promise<void>;
  getDocument(id: Hash, asOf?: string): Promise<Document | undefined>;
  /** Every version seen at the same address or file, oldest first. */
  getVersions(id: Hash, asOf?: string): Promise<readonly DocumentSummary[]>;
  /** Oldest first. */
  getSightings(id: Hash, asOf?: string): Promise<readonly Sighting[]>;
  /** The latest reading of a document (as of an instant). */
  getReading(id: Hash, asOf?: string): Promise<Reading | undefined>;
  listDocuments(request: ListRequest): Promise<ListAnswer<DocumentSummary>>;
  search(request: SearchRequest): Promise<ListAnswer<SearchHit>>;
  getFacets(filter: DocumentFilter): Promise<Facets>;
  /** Claims or events, the newest first. */
  searchEntries(request: EntryRequest): Promise<ListAnswer<EntryHit>>;
  /** How many claims or events fit, and what they carry: the newest of them where there are too many to look at each. */
  countEntries(kind: EntryKind, filter: EntryFilter): Promise<FoundCount>;
  /** The same of documents; with a query of those that hold its words. */
  countDocuments(filter: DocumentFilter & { readonly query?: string }): Promise<FoundCount>;
  /**
   * Takes claims and events of reports into the search that were kept before there was one, so many at most; answers how many reports
   * still wait. Those of later reports are found at once.
   */
  indexReports(limit: number): Promise<number>;

  /** In the order in which they were saved. */
  listSavedSearches(): Promise<readonly SavedSearch[]>;
  /** Keeps a saved search in place of what was there under its id. */
  putSavedSearch(search: SavedSearch): Promise<void>;
  /** Answers false where there is none of that id. */
  deleteSavedSearch(id: string): Promise<boolean>;
  /** The page's bytes as they were seen. */
  getPageContent(bytes: Hash): Promise<Uint8Array | undefined>;
  /** Documents whose id starts with these characters (after `sha256:`), at most `limit`. */
  findByPrefix(prefix: string, limit: number): Promise<readonly Hash[]>;
  count(asOf?: string): Promise<StoreCounts>;
  /** Whether a page from this address was ever kept (addresses are compared as `put` does). */
  hasAddress(url: string): Promise<boolean>;

  /** Current readings without a report, in the order in which they were kept; at most 1000. */
  listUnreported(limit: number): Promise<readonly UnreportedReading[]>;
  /**
   * Keeps reports, all or none; one that is there already (of the same reading) stays as it is, and one of a reading that a newer,
   * reported one has replaced is passed over. Its `document` and `knownSince` tell the reading, since when it is known: rejects
   * where none has both.
   */
  putReports(reports: readonly StoredReport[]): Promise<void>;
  /** Reports with a number above `after`, in order of their numbers; at most 1000. */
  listReports(request: {
    readonly after?: number;
    readonly limit: number;
  }): Promise<readonly NumberedReport[]>;

  /**
   * Adds past events; a row of a file that is there already is not added twice. Answers how many are new. They are known since
   * `at`, or else since now.
   */
  putHistory(events: readonly PastEvent[], at?: string): Promise<number>;
  /** In order of their days; as of an instant without what was told later, and without later days. */
  listHistory(asOf?: string): Promise<readonly KeptPastEvent[]>;
  /** A number that changes whenever past events are added: whoever keeps them need not list them again before. */
  getHistoryState(): Promise<number>;

  /** How far a file of events, by its hash, was read; undefined where nothing of it is kept. */
  findEventFile(hash: string): Promise<EventFile | undefined>;
  /**
   * Adds counts of a file and keeps how far it has been read, both or neither, so that an import that was cut off can go on. Counts are
   * known once the file's `knownSince` is given: half a file would look like a time in which less happened. Rejects where
   * the file is finished already, or somebody else has read further meanwhile than `after` records.
   */
  putEventCounts(
    file: EventFile,
    counts: readonly EventCount[],
    request: { readonly after: number },
  ): Promise<void>;
  /** Files that were read to their end by an instant, in the order in which that was. */
  listEventFiles(asOf?: string): Promise<readonly EventFile[]>;
  /**
   * Counts of these files, in the order of their days, portion by portion; as of an instant only of days before its day, since a
   * day's count is known when it is over. Of days before `from` (ISO 8601) none.
   */
  exportEventCounts(request?: {
    readonly asOf?: string;
    readonly from?: string;
  }): AsyncIterable<readonly EventCount[]>;

  /**
   * Appends entries to the ledger, all or none. Rejects where the first does not follow the last one kept (somebody else has
   * written meanwhile), and where a hash is not the entry's own.
   */
  appendLedger(entries: readonly LedgerEntry[]): Promise<void>;
  /** In order of their numbers, with a number above `after`; filed by `asOf`. All of them unless a limit is given. */
  listLedger(request?: {
    readonly problem?: string;
    readonly after?: number;
    readonly asOf?: string;
    readonly limit?: number;
  }): Promise<readonly LedgerEntry[]>;
  /** Each line of the ledger as it is kept, for checking it: no line is parsed. */
  exportLedger(): AsyncIterable<string>;

  /** Keeps what a person decided and answers it with its id. Nothing that was kept is ever changed. */
  addJudgement(judgement: Omit<Judgement, 'kind' | 'id'>): Promise<Judgement>;
  /** In the order in which they were made; made by `asOf`. */
  listJudgements(request?: { readonly asOf?: string }): Promise<readonly Judgement[]>;

  /**
   * Keeps a version of a problem file that comes into use, with its text; answers false where it is in use already. Rejects where its hash is
   * not that of its text.
   */
  putProblemVersion(version: Omit<ProblemVersion, 'kind'>): Promise<boolean>;
  /** In the order in which they came into use; in use by `asOf`. */
  listProblemVersions(request?: {
    readonly problem?: string;
    readonly asOf?: string;
  }): Promise<readonly ProblemVersionRow[]>;
  getProblemVersion(problem: string, version: string): Promise<ProblemVersion | undefined>;

  /**
   * Keeps the next version of a watch area and answers it; undefined, and nothing kept, where the area has another version than the one
   * that was changed, or is there no longer.
   */
  putWatchArea(change: WatchAreaChange): Promise<WatchArea | undefined>;
  /** In the order in which they were first drawn; as they stood at `asOf`. */
  listWatchAreas(request?: { readonly asOf?: string }): Promise<readonly WatchArea[]>;

  /**
   * Keeps a new comment or, with `before`, the next version of one; undefined, and nothing kept, where it has another version than the one
   * that was changed.
   */
  putComment(draft: NotedDraft<Comment>, before?: NotedBase): Promise<Comment | undefined>;
  /** In the order in which they were first written; as they stood at `asOf`. */
  listComments(request?: NotedRequest): Promise<readonly Comment[]>;
  /** The same of assignments. */
  putAssignment(draft: NotedDraft<Assignment>, before?: NotedBase): Promise<Assignment | undefined>;
  listAssignments(request?: NotedRequest): Promise<readonly Assignment[]>;
  /** Keeps what a second person said and answers it with its id. */
  addReview(review: Omit<Review, 'kind' | 'id'>): Promise<Review>;
  /** In the order in which they were made; `of` is the key of what was looked at. */
  listReviews(request?: NotedRequest): Promise<readonly Review[]>;
  /** Keeps that somebody has read these entries or, without an instant, that they have not. */
  markRead(owner: string, entries: readonly string[], at: string | undefined): Promise<void>;
  /** Entries that somebody has read. */
  listRead(owner: string): Promise<readonly string[]>;

  /** Keeps an alert's latest update in place of the one before; an earlier one changes nothing. */
  putAlert(alert: Signed<AnyAlert>, isReplayed: boolean): Promise<void>;
  /** The newest alert of each problem and saved search. */
  listLatestAlerts(): Promise<readonly Signed<AnyAlert>[]>;
  /** Newest first, 50 unless a limit is given. */
  listAlerts(request?: { readonly problem?: string; readonly limit?: number }): Promise<
    readonly {
      readonly alert: Signed<AnyAlert>;
      readonly isReplayed: boolean;
      readonly deliveries: readonly Delivery[];
    }[]
  >;
  /** Keeps what became of an alert in a channel in place of what was there. Rejects where the alert is not kept. */
  putDelivery(delivery: Delivery): Promise<void>;

  getSourceState(source: string): Promise<SourceState | undefined>;
  listSourceStates(): Promise<readonly SourceState[]>;
  putSourceState(state: SourceState): Promise<void>;

  /** Keeps a new account; answers false where the name is taken. Rejects where its password is not hashed. */
  addAccount(account: KeptAccount): Promise<boolean>;
  /** In the order of their names; none is ever deleted. */
  listAccounts(): Promise<readonly KeptAccount[]>;
  findAccount(name: string): Promise<KeptAccount | undefined>;
  /** Changes nothing where no admin would be left who may log in. */
  changeAccount(name: string, change: KeptChange): Promise<AccountChanged>;
  /** Keeps that somebody logged in; those log-ins are let go that expired before `gone`. */
  addLogIn(logIn: LogIn, gone: string): Promise<void>;
  findLogIn(hash: string): Promise<{ readonly logIn: LogIn; readonly account: KeptAccount } | undefined>;
  /** Keeps when a log-in was used last. */
  touchLogIn(hash: string, at: string): Promise<void>;
  /** Ends one log-in, or all of an account. */
  revokeLogIns(of: { readonly hash: string } | { readonly account: string }, at: string): Promise<void>;

  /** Writes down who did what, bound to the entry before. Nothing in this log is ever changed or taken out. */
  appendAudit(facts: AuditFacts): Promise<AuditEntry>;
  /** Newest first, with a number below `before`; 50 unless a limit is given, at most 500. */
  listAudit(request?: {
    readonly before?: number;
    readonly by?: string;
    readonly operation?: string;
    readonly limit?: number;
  }): Promise<readonly AuditEntry[]>;
  /** Each line of it as it is kept, oldest first, for checking it. */
  exportAudit(): AsyncIterable<string>;

  /** A setting of the data folder, such as `example` (which example case is loaded). */
  getSetting(name: string): Promise<string | undefined>;
  setSetting(name: string, value: string): Promise<void>;
  /** Looks at integrity, versions, lost pages and free space. */
  check(request?: CheckRequest): Promise<readonly CheckResult[]>;
  /** Writes a whole copy, pages included, into one new file while the store stays in use. */
  backup(file: string): Promise<BackupReport>;
  close(): Promise<void>;
}
