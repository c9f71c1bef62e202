/** A past event from an event data set or a list, for base rates: one row of an imported file. */
export interface PastEvent {
  readonly kind: 'past event';
  /** ISO 8601 day. */
  readonly date: string;
  readonly actor?: string;
  readonly recipient?: string;
  /** CAMEO code, two to four digits. */
  readonly cameo?: string;
  readonly place?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Name of the file it is from, and its line there. */
  readonly source: string;
  readonly line: number;
}
