import type { KeptAccount, LogIn } from '../../model/account.ts';
import type { AnyAlert, Delivery, Signed } from '../../model/alert.ts';
import type { AuditEntry, AuditFacts } from '../../model/audit.ts';
import type { ProblemVersion, ProblemVersionRow } from '../../model/definition.ts';
import type { Document } from '../../model/document.ts';
import { StoreError } from '../../model/errors.ts';
import type { EventFile } from '../../model/event-count.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Hash } from '../../model/page.ts';
import type { SavedSearch } from '../../model/saved-search.ts';
import type { WatchArea } from '../../model/watch-area.ts';
import type { EntryFilter, EntryHit, EntryKind, EntryRequest, FoundCount } from '../entries.ts';
import type {
  AccountChanged,
  CheckResult,
  DocumentFilter,
  DocumentSummary,
  Facets,
  KeptChange,
  ListAnswer,
  ListRequest,
  NotedRequest,
  SearchHit,
  SearchRequest,
  Sighting,
  SourceState,
  StoreCounts,
  WatchAreaChange,
} from '../store.ts';
import type { LedgerTable } from '../tables.ts';
import * as accounts from './accounts.ts';
import * as alerts from './alerts.ts';
import * as audit from './audit.ts';
import { checkDatabase, listPages } from './check.ts';
import * as counts from './counts.ts';
import { Database, sqlite } from './database.ts';
import { indexReports } from './entries.ts';
import { countEntries, searchEntries } from './entry-search.ts';
import * as eventCounts from './event-counts.ts';
import { countFacets } from './facets.ts';
import { countDocuments } from './found-documents.ts';
import * as history from './history.ts';
import * as judgements from './judgements.ts';
import * as ledger from './ledger.ts';
import * as lists from './lists.ts';
import {
  type AlertMessage,
  type AuditRequest,
  type EngineOptions,
  type EntryAnswer,
  type EntryMessage,
  type EventCountMessage,
  type EventCountRequest,
  type HistoryMessage,
  type HistoryRequest,
  type JudgementRequest,
  type LedgerRequest,
  type NumberedMessage,
  type ProblemVersionRequest,
  parseReading,
  type ReadingMessage,
  type ReportMessage,
  type UnreportedMessage,
} from './messages.ts';
import * as noted from './noted.ts';
import { openDatabase, readSetting, writeSetting } from './open.ts';
import * as problemVersions from './problem-versions.ts';
import * as reader from './reader.ts';
import * as reports from './reports.ts';
import * as savedSearches from './saved-searches.ts';
import { search } from './search.ts';
import { putSecond } from './second.ts';
import * as sources from './sources.ts';
import { Tally } from './tally.ts';
import * as watchAreas from './watch-areas.ts';
import { putEntries, putSighting } from './writer.ts';

/** Answers kept for as long as nothing is written. */
const MAX_FACETS = 50;

/**
 * The store's questions and orders to its database, one after the other and synchronous. It runs in a thread of
 * its own; everything that goes in and out is plain data. Times are handed in: it has no clock.
 */
export class StoreEngine {
  readonly #database: Database;
  /** Answers about the whole store, which take longest and are asked for most. */
  readonly #facets = new Map<string, Facets>();
  readonly #tally = new Tally();
  /** State of the file at which they hold. */
  #facetsState = '';
  #writes = 0;

  constructor(options: EngineOptions) {
    this.#database = openDatabase(options);
  }

  put(entries: readonly EntryMessage[], at: string): readonly EntryAnswer[] {
    // The file's own count of changes leaves out those of this connection.
    this.#writes++;
    return putEntries(this.#database, entries, at);
  }

  putSecond(message: Pick<EntryMessage, 'reading' | 'text'>, at: string): boolean {
    this.#writes++;
    return putSecond(this.#database, message, at);
  }

  recordSighting(sighting: Sighting, at: string): void {
    putSighting(this.#database, sighting, at);
  }

  findByBytes(bytes: Hash): Document | undefined {
    return reader.findByBytes(this.#database, bytes);
  }

  getDocument(id: Hash, asOf?: string): Document | undefined {
    const message = reader.findReading(this.#database, id, asOf);
    return message && parseReading(message).document;
  }

  getReading(id: Hash, asOf?: string): ReadingMessage | undefined {
    return reader.findReading(this.#database, id, asOf);
  }

  getVersions(id: Hash, asOf?: string): readonly DocumentSummary[] {
    return lists.listVersions(this.#database, id, asOf);
  }

  getSightings(id: Hash, asOf?: string): readonly Sighting[] {
    return lists.listSightings(this.#database, id, asOf);
  }

  listDocuments(request: ListRequest): ListAnswer<DocumentSummary> {
    return lists.listDocuments(this.#database, request);
  }

  search(request: SearchRequest): ListAnswer<SearchHit> {
    return search(this.#database, request);
  }

  getFacets(filter: DocumentFilter): Facets {
    const state = `${this.#writes} ${this.#database.pragma('data_version')}`;
    if (state !== this.#facetsState || this.#facets.size >= MAX_FACETS) this.#facets.clear();
    this.#facetsState = state;
    const question = JSON.stringify(filter);
    const facets = this.#facets.get(question) ?? this.#countFacets(filter);
    this.#facets.set(question, facets);
    return facets;
  }

  #countFacets(filter: DocumentFilter): Facets {
    const isOfAll = Object.values(filter).every((value) => value === undefined);
    return isOfAll ? this.#tally.count(this.#database) : countFacets(this.#database, filter);
  }

  searchEntries(request: EntryRequest): ListAnswer<EntryHit> {
    return searchEntries(this.#database, request);
  }

  countEntries(kind: EntryKind, filter: EntryFilter): FoundCount {
    return countEntries(this.#database, kind, filter);
  }

  countDocuments(filter: DocumentFilter & { readonly query?: string }): FoundCount {
    return countDocuments(this.#database, filter);
  }

  indexReports(limit: number): number {
    return indexReports(this.#database, limit);
  }

  putSavedSearch(search: SavedSearch): void {
    savedSearches.putSavedSearch(this.#database, search);
  }

  deleteSavedSearch(id: string): boolean {
    return savedSearches.deleteSavedSearch(this.#database, id);
  }

  listSavedSearches(): readonly string[] {
    return savedSearches.listSavedSearches(this.#database);
  }

  findByPrefix(prefix: string, limit: number): readonly Hash[] {
    return reader.findByPrefix(this.#database, prefix, limit);
  }

  count(asOf?: string): StoreCounts {
    return counts.count(this.#database, asOf);
  }

  hasAddress(url: string): boolean {
    return reader.hasAddress(this.#database, url);
  }

  listUnreported(request: { readonly after: number; readonly limit: number }): readonly UnreportedMessage[] {
    return reports.listUnreported(this.#database, request);
  }

  putReports(messages: readonly ReportMessage[]): void {
    reports.putReports(this.#database, messages);
  }

  listReports(request: { readonly after: number; readonly limit: number }): readonly NumberedMessage[] {
    return reports.listReports(this.#database, request);
  }

  putHistory(events: string, when: { readonly now: string; readonly at: string | undefined }): number {
    return history.putHistory(this.#database, events, when);
  }

  listHistory(request: HistoryRequest): readonly HistoryMessage[] {
    return history.listHistory(this.#database, request);
  }

  getHistoryState(): number {
    return history.getHistoryState(this.#database);
  }

  findEventFile(hash: string): EventFile | undefined {
    return eventCounts.findEventFile(this.#database, hash);
  }

  putEventCounts(file: EventFile, counts: string, after: number): void {
    eventCounts.putEventCounts(this.#database, file, { counts, after });
  }

  listEventFiles(asOf?: string): readonly EventFile[] {
    return eventCounts.listEventFiles(this.#database, asOf);
  }

  listEventCounts(request: EventCountRequest): readonly EventCountMessage[] {
    return eventCounts.listEventCounts(this.#database, request);
  }

  appendLedger(rows: readonly LedgerTable[]): void {
    ledger.appendLedger(this.#database, rows);
  }

  listLedger(request: LedgerRequest): readonly NumberedMessage[] {
    return ledger.listLedger(this.#database, request);
  }

  addJudgement(judgement: Omit<Judgement, 'kind' | 'id'>): Judgement {
    return judgements.addJudgement(this.#database, judgement);
  }

  listJudgements(request: JudgementRequest): readonly NumberedMessage[] {
    return judgements.listJudgements(this.#database, request);
  }

  putProblemVersion(version: Omit<ProblemVersion, 'kind'>): boolean {
    return problemVersions.putProblemVersion(this.#database, version);
  }

  listProblemVersions(request: ProblemVersionRequest): readonly ProblemVersionRow[] {
    return problemVersions.listProblemVersions(this.#database, request);
  }

  findProblemVersion(problem: string, version: string): ProblemVersion | undefined {
    return problemVersions.findProblemVersion(this.#database, problem, version);
  }

  putWatchArea(change: WatchAreaChange): WatchArea | undefined {
    return watchAreas.putWatchArea(this.#database, change);
  }

  listWatchAreas(asOf?: string): readonly string[] {
    return watchAreas.listWatchAreas(this.#database, asOf);
  }

  putNoted(message: noted.NotedMessage): string | undefined {
    return noted.putNoted(this.#database, message);
  }

  listNoted(kind: noted.NotedKind, request: NotedRequest): readonly string[] {
    return noted.listNoted(this.#database, kind, request);
  }

  markRead(owner: string, entries: readonly string[], at: string | undefined): void {
    noted.markRead(this.#database, owner, { entries, at });
  }

  listRead(owner: string): readonly string[] {
    return noted.listRead(this.#database, owner);
  }

  putAlert(alert: Signed<AnyAlert>, isReplayed: boolean): void {
    alerts.putAlert(this.#database, alert, isReplayed);
  }

  listAlerts(request: { readonly problem?: string; readonly limit: number }): readonly AlertMessage[] {
    return alerts.listAlerts(this.#database, request);
  }

  listLatestAlerts(): readonly string[] {
    return alerts.listLatestAlerts(this.#database);
  }

  putDelivery(delivery: Delivery): void {
    alerts.putDelivery(this.#database, delivery);
  }

  putSourceState(state: SourceState): void {
    sources.putSourceState(this.#database, state);
  }

  listSourceStates(): readonly string[] {
    return sources.listSourceStates(this.#database);
  }

  findSourceState(source: string): string | undefined {
    return sources.findSourceState(this.#database, source);
  }

  addAccount(account: KeptAccount): boolean {
    return accounts.addAccount(this.#database, account);
  }

  listAccounts(): readonly KeptAccount[] {
    return accounts.listAccounts(this.#database);
  }

  findAccount(name: string): KeptAccount | undefined {
    return accounts.findAccount(this.#database, name);
  }

  changeAccount(name: string, change: KeptChange): AccountChanged {
    return accounts.changeAccount(this.#database, name, change);
  }

  addLogIn(logIn: LogIn, gone: string): void {
    accounts.addLogIn(this.#database, logIn, gone);
  }

  findLogIn(hash: string): { readonly logIn: LogIn; readonly account: KeptAccount } | undefined {
    return accounts.findLogIn(this.#database, hash);
  }

  touchLogIn(hash: string, at: string): void {
    accounts.touchLogIn(this.#database, hash, at);
  }

  revokeLogIns(of: { readonly hash: string } | { readonly account: string }, at: string): void {
    accounts.revokeLogIns(this.#database, of, at);
  }

  appendAudit(facts: AuditFacts): AuditEntry {
    return audit.appendAudit(this.#database, facts);
  }

  listAudit(request: AuditRequest): readonly NumberedMessage[] {
    return audit.listAudit(this.#database, request);
  }

  exportAudit(request: { readonly after: number; readonly limit: number }): readonly NumberedMessage[] {
    return audit.exportAudit(this.#database, request);
  }

  getSetting(name: string): string | undefined {
    return readSetting(this.#database, name);
  }

  setSetting(name: string, value: string, now: string): void {
    this.#database.transaction(() => writeSetting(this.#database, { name, value, known_since: now }));
  }

  check(): readonly CheckResult[] {
    return checkDatabase(this.#database);
  }

  /** Hashes of the pages that are referred to and begin with these digits. */
  listPages(digits: string): readonly Hash[] {
    return listPages(this.#database, digits);
  }

  /**
   * Writes the database in one consistent state into a new file; answers how many documents it holds. Nobody is logged in
   * there: whoever was logged out since must not be in again once the copy is restored.
   */
  copyDatabase(file: string): number {
    this.#database.runSql('vacuum into ?', [file]);
    const copy = new Database(file);
    try {
      copy.run(sqlite.deleteFrom('session'));
      return counts.count(copy, undefined).documents;
    } finally {
      copy.close();
    }
  }

  /**
   * Writes the log into the file, so that the file alone is whole. Where that cannot be done, on a full disk or
   * one that is read-only, nothing is lost: the log stays and is read with the file.
   */
  close(): void {
    try {
      this.#database.checkpoint();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    } finally {
      this.#database.close();
    }
  }
}
