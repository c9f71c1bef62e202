import type { Signed } from './alert.ts';
import type { Audience, Marking } from './marking.ts';

/* What leaves in formats that other programs read. */

export const EXPORT_FORMATS = ['cap', 'stix', 'geojson', 'csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORTED = ['alerts', 'brief', 'incidents', 'claims', 'events', 'documents'] as const;
export type ExportedKind = (typeof EXPORTED)[number];

/** What each format can hold; the first is what it holds unless asked otherwise. */
export const HOLDS: Readonly<Record<ExportFormat, readonly ExportedKind[]>> = {
  cap: ['alerts'],
  stix: ['alerts', 'brief'],
  geojson: ['incidents'],
  csv: ['incidents', 'claims', 'events', 'alerts'],
  ndjson: ['incidents', 'claims', 'events', 'alerts', 'documents'],
};

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  cap: 'application/cap+xml; charset=utf-8',
  stix: 'application/stix+json;version=2.1',
  geojson: 'application/geo+json',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
};

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly of?: ExportedKind;
  /** Only what this warning problem rests on; of an alert or a brief: this problem's. */
  readonly problem?: string;
  /** ISO 8601; now unless given. */
  readonly asOf?: string;
  /** A stricter marking than its own. */
  readonly tlp?: Marking;
  /** Whom it is for; the desk unless given. */
  readonly audience?: Audience;
}

/** A file that is ready to go out. */
export interface ExportFile {
  readonly format: ExportFormat;
  readonly of: ExportedKind;
  readonly problem?: string;
  readonly asOf: string;
  readonly tlp: Marking;
  /** `pier-alerts.xml`. */
  readonly name: string;
  readonly mediaType: string;
  /** The file's text, bit by bit. It can be gone through again, and is the same then. */
  parts(): AsyncIterable<string>;
}

/** What the signature of a file is over: the file itself by its hash. */
export interface ExportSeal {
  readonly kind: 'export';
  readonly version: 1;
  readonly format: ExportFormat;
  readonly of: ExportedKind;
  readonly problem?: string;
  readonly asOf: string;
  readonly tlp: Marking;
  /** SHA-256 of the file's bytes, and how many these are. */
  readonly sha256: string;
  readonly bytes: number;
  readonly engine: string;
}

/** Exports as `disseminate` may ask for them. */
export interface Exporting {
  /**
   * Undefined where there is no such warning problem, or no alert of it (then).
   *
   * @throws RequestError for a format that does not hold what is asked for.
   * @throws MarkingError where its marking does not let it reach those whom it is for, or would be widened.
   */
  makeExport(request: ExportRequest): Promise<ExportFile | undefined>;
  /** The signature of a file with the desk's key, to stand beside it. */
  sealExport(file: ExportFile): Promise<Signed<ExportSeal>>;
  /** How what is of no single problem is marked: the strictest of all that are watched. */
  getMarking(): Promise<Marking>;
}
