/** So many events of one kind that one actor directed at another on one day, as imported data have them. */
export interface EventCount {
  /** ISO 8601 day. */
  readonly day: string;
  /** ISO 3166-1 alpha-2 of a country, else a name; "" where the data do not tell. */
  readonly source: string;
  readonly target: string;
  /** CAMEO root: `01` (public statement) to `20` (mass violence). */
  readonly root: string;
  readonly count: number;
}

export const EVENT_FORMATS = ['gdelt', 'acled', 'icews', 'polecat', 'csv'] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

/** How far a file of events has been read. */
export interface EventFile {
  /** SHA-256 of its bytes: the same file under another name is the same. */
  readonly hash: string;
  readonly name: string;
  readonly format: EventFormat;
  /** Records read, used, and passed over for something wrong with them. */
  readonly records: number;
  readonly used: number;
  readonly skipped: number;
  /** Since when all of it is known here, an ISO 8601 instant; absent while its import is not finished. */
  readonly knownSince?: string;
}
