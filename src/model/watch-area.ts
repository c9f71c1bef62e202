import type { EventType } from './event.ts';
import { type GlobePoint, isInRing, measureDistance, measureToRing } from './globe.ts';
import type { Location } from './report.ts';

/** What is watched for around an area, and how far out. */
export interface AreaHazard {
  /** PLOVER type, or whatever happens. */
  readonly type: EventType | 'any';
  /** Only this mode of the type: `heavy-weapons`. */
  readonly mode?: string;
  /** Kilometres around the area's point, or out from its outline. */
  readonly km: number;
}

/** Where an area is: a point, or an outline whose sides run straight in degrees, the shorter way round. */
export type AreaShape =
  | ({ readonly kind: 'point' } & GlobePoint)
  | { readonly kind: 'outline'; readonly points: readonly GlobePoint[] };

/** What a person draws and writes down. */
export interface WatchAreaDraft {
  readonly name: string;
  readonly shape: AreaShape;
  readonly hazards: readonly AreaHazard[];
  readonly note?: string;
  /** Who says so. */
  readonly by: string;
}

/** A part of the world that the desk watches. It is the desk's own matter and stands in nothing that is sent out. */
export interface WatchArea extends WatchAreaDraft {
  readonly kind: 'watch area';
  /** `w1`. */
  readonly id: string;
  /** From 1; one more with each change. */
  readonly version: number;
  /** ISO 8601 instants of its first version and of this one. */
  readonly made: string;
  readonly changed: string;
}

/** What an area may hold. */
export const AREA_LIMITS = {
  name: 120,
  note: 500,
  by: 120,
  hazards: 20,
  corners: 200,
  leastKm: 0.1,
  mostKm: 5_000,
} as const;

/** Reading and drawing of areas. */
export interface WatchAreas {
  /** In the order in which they were first drawn; as they stood at an instant. */
  listWatchAreas(request?: { readonly asOf?: string }): Promise<readonly WatchArea[]>;
  addWatchArea(draft: WatchAreaDraft): Promise<WatchArea>;
  /** @throws DecisionError where there is no such area, or it has another version than the one that was changed. */
  changeWatchArea(id: string, draft: WatchAreaDraft, base: number): Promise<WatchArea>;
  /** Answers the area as it stood last; throws as `changeWatchArea` does. */
  removeWatchArea(id: string, by: string, base: number): Promise<WatchArea>;
}

/** Kilometres around its point within which a place of that precision may lie; absent where a point says nothing. */
const REACH: Readonly<Partial<Record<Location['precision'], number>>> = {
  site: 0,
  district: 15,
  city: 25,
  region: 300,
  sea: 800,
};

/** Kilometres around its point within which a place of that precision may lie; undefined where a point says nothing. */
export function findReach({ precision }: Pick<Location, 'precision'>): number | undefined {
  return REACH[precision];
}

/** Precisions that are shown, and counted, at a point. */
const LOCAL: readonly Location['precision'][] = ['site', 'district', 'city'];

/** Whether a place is known well enough to stand at a point of a map. */
export function isAtPoint({ precision }: Pick<Location, 'precision'>): boolean {
  return LOCAL.includes(precision);
}

export type AreaRelation = 'inside' | 'perhaps' | 'outside' | 'unknown';

/** Kilometres from an area's point or outline; 0 within an outline. */
export function measureToArea(point: GlobePoint, shape: AreaShape): number {
  if (shape.kind === 'point') return measureDistance(point, shape);
  return isInRing(point, shape.points) ? 0 : measureToRing(point, shape.points);
}

/**
 * How a place stands to an area. `inside`: its point lies within the distance, and it is no more than a city. `perhaps`: it is known
 * so roughly that it may. `unknown`: it has no point, or is a whole country.
 */
export function relateToArea(
  place: Pick<Location, 'lat' | 'lon' | 'precision'>,
  shape: AreaShape,
  km: number,
): AreaRelation {
  if (place.lat === undefined || place.lon === undefined) return 'unknown';
  return relateAt(measureToArea({ lat: place.lat, lon: place.lon }, shape), place, km);
}

/** The same of a place whose distance has been measured: for several hazards it is so once. */
export function relateAt(distance: number, place: Pick<Location, 'precision'>, km: number): AreaRelation {
  const reach = REACH[place.precision];
  if (reach === undefined) return 'unknown';
  if (distance <= km && isAtPoint(place)) return 'inside';
  return distance <= km + reach ? 'perhaps' : 'outside';
}

/** Whether an event is of a hazard's kind. */
export function isOfHazard(
  event: { readonly type: EventType; readonly mode?: string },
  { type, mode }: Pick<AreaHazard, 'type' | 'mode'>,
): boolean {
  return (type === 'any' || type === event.type) && (mode === undefined || mode === event.mode);
}
