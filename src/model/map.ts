import type { EventTime, EventType, Realis } from './event.ts';
import type { Location } from './report.ts';

/** Somebody who has a part in it, by name and, where one is known, by record. */
export interface MapParty {
  readonly name: string;
  readonly record?: string;
}

/** An incident, or something prepared, threatened or feared, as a map and a timeline show it. */
export interface MapRow {
  /** Of the incident. */
  readonly id: string;
  readonly type: EventType;
  readonly mode?: string;
  readonly title: string;
  readonly realis: Realis;
  readonly when?: EventTime;
  readonly where?: Location;
  readonly actors: readonly MapParty[];
  readonly recipients: readonly MapParty[];
  readonly confirmed: number;
  readonly possible: number;
}

/** What a map may be asked for. */
export interface MapRequest {
  /** ISO 8601; now unless given. */
  readonly asOf?: string;
  /** Days in UTC: what may lie within them, the first and the last included. */
  readonly from?: string;
  readonly to?: string;
  readonly type?: EventType;
  readonly realis?: Realis;
  /** Id of an actor that has a part in it. */
  readonly actor?: string;
  readonly limit?: number;
}

/** Rows of a map, and the most that one answer may hold. */
export const MAP_ROWS = { usual: 5_000, most: 20_000 } as const;

export interface MapPicture {
  readonly kind: 'map';
  readonly asOf: string;
  /** Those with the latest mention first. */
  readonly rows: readonly MapRow[];
  /** All that fit, these and those left out. */
  readonly total: number;
}

/** What the workbench's map is drawn from. */
export interface Mapping {
  getMap(request: MapRequest): Promise<MapPicture>;
}

/** First and last day (UTC) of what is known of a time; undefined where nothing is. Instants count with their day. */
export function findDays(when: EventTime | undefined): readonly [string, string] | undefined {
  const from = when?.from ?? when?.to;
  if (from === undefined) return undefined;
  return [from.slice(0, 10), (when?.to ?? from).slice(0, 10)];
}
