import type { Document } from '../../model/document.ts';
import type { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import type { KeptPastEvent } from '../store.ts';
import type { StoreEngine } from './engine.ts';

/** What goes between the store and the thread of its engine: plain data, large things as JSON. */

/** A page whose bytes are in the archive, with its reading. */
export interface EntryMessage {
  readonly page: {
    readonly hash: Hash;
    readonly length: number;
    readonly seen: string;
    readonly url?: string;
    readonly file?: string;
    /** JSON. */
    readonly headers?: string;
  };
  /** JSON of the reading; the text of its document is empty there. */
  readonly reading: string;
  readonly text: string;
  readonly isUrlGiven: boolean;
}

/** What became of an entry. Of a document that is new the sender has all but the version. */
export type EntryAnswer =
  | { readonly status: 'added'; readonly version: number }
  | { readonly status: 'changed'; readonly version: number; readonly previous: Hash }
  | { readonly status: 'unchanged'; readonly document: Document; readonly reread: boolean };

/** A reading, unpacked and not yet parsed. */
export interface ReadingMessage {
  readonly reading: string;
  readonly text: string;
  readonly version: number;
}

/** The whole reading of a message. */
export function parseReading({ reading: json, text, version }: ReadingMessage): Reading {
  const reading = JSON.parse(json) as Reading;
  return { ...reading, document: { ...reading.document, version, text } };
}

/** A reading that waits for its report. */
export interface UnreportedMessage extends ReadingMessage {
  /** The reading's key: what the next list goes on from. */
  readonly key: number;
  readonly series: Hash;
  readonly knownSince: string;
}

/** A report to be kept, with what tells the reading that it was made of. */
export interface ReportMessage {
  readonly document: Hash;
  readonly knownSince: string;
  /** JSON of the report with its trace. */
  readonly json: string;
}

/** A report or an entry of the ledger: JSON as it is kept. */
export interface NumberedMessage {
  readonly number: number;
  readonly json: string;
}

export interface LedgerRequest {
  readonly problem?: string;
  readonly after: number;
  readonly asOf?: string;
  readonly limit: number;
}

export interface AuditRequest {
  readonly before?: number;
  readonly by?: string;
  readonly operation?: string;
  readonly limit: number;
}

export interface ProblemVersionRequest {
  readonly problem?: string;
  readonly asOf?: string;
}

export interface JudgementRequest {
  readonly after: number;
  readonly asOf?: string;
  readonly limit: number;
}

/** A past event with its key. */
export interface HistoryMessage {
  readonly key: number;
  readonly event: KeptPastEvent;
}

export interface HistoryRequest {
  readonly asOf?: string;
  /** The row that the last message ended with. */
  readonly after?: { readonly date: string; readonly key: number };
  readonly limit: number;
}

/** A count with where it stands in the order of listing. */
export interface EventCountMessage {
  readonly day: number;
  readonly source: number;
  readonly target: number;
  readonly root: number;
  readonly file: number;
  readonly count: number;
  readonly sourceName: string;
  readonly targetName: string;
}

export interface EventCountRequest {
  readonly asOf?: string;
  readonly from?: string;
  readonly after?: Omit<EventCountMessage, 'count' | 'sourceName' | 'targetName'>;
  readonly limit: number;
}

/** An alert and what became of it, as JSON. */
export interface AlertMessage {
  readonly alert: string;
  readonly isReplayed: boolean;
  readonly deliveries: readonly string[];
}

/** Names of the engine's methods. */
export type EngineMethod = keyof StoreEngine;

/** What an engine is opened with. */
export interface EngineOptions {
  readonly folder: string;
  readonly readOnly: boolean;
  /** Name and version: `tocsin 0.1.0`. */
  readonly program: string;
  /** When it is opened: ISO 8601 instant. */
  readonly now: string;
}

/** To the thread. */
export interface CallMessage {
  readonly call: number;
  readonly method: EngineMethod;
  readonly args: readonly unknown[];
}

/** From the thread: one for each call, and first one (call 0) when the engine is open. */
export type AnswerMessage =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly failure: Failure };

/** A StoreError in parts, since errors of own classes do not survive the way between threads. */
export interface Failure {
  readonly source: string;
  readonly problem: string;
  readonly remedy: string;
}

export function makeFailure(error: StoreError): Failure {
  const { source, remedy, message } = error;
  return { source, remedy, problem: message.slice(source.length + 2, message.length - remedy.length - 2) };
}
