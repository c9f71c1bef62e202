import type { EventType, Realis } from '../../../model/event.ts';
import type { MapRow } from '../../../model/map.ts';
import type { PlacePrecision } from '../../../model/place.ts';
import { isAtPoint } from '../../../model/watch-area.ts';
import { findWorldX, findWorldY } from './view.ts';

/* What is drawn where: incidents at their point, and those of whole countries, regions and seas apart from them. */

/** How it is told, by the lines that stand for it: solid, dashed, dotted, struck through. */
export const TELLINGS = ['happened', 'prepared', 'threatened', 'denied'] as const;
export type Telling = (typeof TELLINGS)[number];

/** As `findLineStyle` draws them elsewhere. */
const BY_REALIS: Readonly<Record<Realis, Telling>> = {
  occurred: 'happened',
  ongoing: 'happened',
  recurrent: 'happened',
  ordered: 'prepared',
  prepared: 'prepared',
  exercise: 'prepared',
  threatened: 'threatened',
  expected: 'threatened',
  possible: 'threatened',
  conditional: 'threatened',
  denied: 'denied',
};

export function findTelling({ realis }: Pick<MapRow, 'realis'>): Telling {
  return BY_REALIS[realis];
}

/** Kinds of event that have a form of their own on the map. */
export const FORMS = ['force', 'readiness', 'threat', 'pressure', 'protest', 'words', 'contact'] as const;
export type Form = (typeof FORMS)[number];

export const FORM_OF: Readonly<Record<EventType, Form>> = {
  ASSAULT: 'force',
  MOBILIZE: 'readiness',
  THREATEN: 'threat',
  COERCE: 'pressure',
  SANCTION: 'pressure',
  PROTEST: 'protest',
  REQUEST: 'words',
  ACCUSE: 'words',
  REJECT: 'words',
  AGREE: 'contact',
  CONSULT: 'contact',
  SUPPORT: 'contact',
  CONCEDE: 'contact',
  COOPERATE: 'contact',
  AID: 'contact',
  RETREAT: 'contact',
};

/** An incident at a point of the world. */
export interface PlacedRow {
  readonly row: MapRow;
  readonly x: number;
  readonly y: number;
  readonly telling: Telling;
}

/** A country, region or sea of which no more is known than that it was somewhere there. */
export interface WidePlace {
  readonly key: string;
  readonly name: string;
  readonly precision: PlacePrecision;
  readonly x: number;
  readonly y: number;
  readonly rows: readonly PlacedRow[];
}

export interface MapMarks {
  readonly points: readonly PlacedRow[];
  readonly wide: readonly WidePlace[];
  /** Those whose place is not known, or has no coordinates. */
  readonly unplaced: readonly MapRow[];
}

export function makeMarks(rows: readonly MapRow[]): MapMarks {
  const points: PlacedRow[] = [];
  const unplaced: MapRow[] = [];
  const wide = new Map<string, WidePlace & { readonly rows: PlacedRow[] }>();
  for (const row of rows) {
    const { where } = row;
    if (where?.lat === undefined || where.lon === undefined || where.precision === 'unknown') {
      unplaced.push(row);
      continue;
    }
    const [x, y] = [findWorldX(where.lon), findWorldY(where.lat)];
    const placed = { row, x, y, telling: findTelling(row) };
    if (isAtPoint(where)) {
      points.push(placed);
      continue;
    }
    const key = findPlaceKey(where.lat, where.lon);
    const { name, precision } = where;
    const known = wide.get(key) ?? { key, name, precision, x, y, rows: [] };
    known.rows.push(placed);
    wide.set(key, known);
  }
  return { points, wide: [...wide.values()], unplaced };
}

/** A place as an address carries it: `33.34,44.4`. */
export function findPlaceKey(lat: number, lon: number): string {
  return `${Number(lat.toFixed(3))},${Number(lon.toFixed(3))}`;
}

export function isAtPlace({ where }: Pick<MapRow, 'where'>, key: string): boolean {
  return where?.lat !== undefined && where.lon !== undefined && findPlaceKey(where.lat, where.lon) === key;
}

/** How many of each telling, in the order of `TELLINGS`. */
export function countTellings(rows: readonly Pick<PlacedRow, 'telling'>[]): readonly number[] {
  const counts = TELLINGS.map(() => 0);
  for (const { telling } of rows) counts[TELLINGS.indexOf(telling)]! += 1;
  return counts;
}
