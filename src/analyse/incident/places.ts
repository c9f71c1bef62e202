import { measureDistance } from '../../model/globe.ts';
import type { PlacePrecision } from '../../model/place.ts';
import type { Location } from '../../model/report.ts';
import { foldName, splitName } from '../origin/names.ts';
import { isPlaceFiller } from './words.ts';

/** How two places stand to each other: one and the same, one within the other, too far apart for one happening. */
export type PlaceRelation = 'same' | 'within' | 'apart' | 'unknown';

/** Kilometres around its point that a place may cover. */
const REACH: Readonly<Record<PlacePrecision, number>> = {
  site: 10,
  district: 15,
  city: 25,
  region: 300,
  country: 0,
  sea: 800,
  unknown: 0,
};

/** Kilometres from one degree of latitude to the next, at least. */
const DEGREE = 111;

/** A place's name without what does not tell it from others at its ends: `k 1` for "K-1 Air Base". */
export function makePlaceKey(name: string): string {
  const words = splitName(foldName(name));
  const first = words.findIndex((word) => !isPlaceFiller(word));
  const last = words.findLastIndex((word) => !isPlaceFiller(word));
  return first === -1 ? words.join(' ') : words.slice(first, last + 1).join(' ');
}

/** Whether a place is finer than a region. */
export function isLocal(place: Location): boolean {
  return place.precision === 'site' || place.precision === 'district' || place.precision === 'city';
}

/**
 * Compares two places at the precision that each is stated with.
 *
 * @example
 * comparePlaces(greenZone, baghdad); // 'within'
 * comparePlaces(baghdad, erbil); // 'apart'
 */
export function comparePlaces(a: Location, b: Location): PlaceRelation {
  if (a.country === b.country && isSameName(a.name, b.name)) return 'same';
  const isKnown = (place: Location) => place.country !== undefined || place.lat !== undefined;
  if (!isKnown(a) || !isKnown(b)) return 'unknown';
  const isOtherCountry = a.country !== undefined && b.country !== undefined && a.country !== b.country;
  if (a.precision === 'country' || b.precision === 'country') return isOtherCountry ? 'apart' : 'within';
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) {
    return isOtherCountry ? 'apart' : 'unknown';
  }
  // On two sides of a border, and yet one place: only where they are close.
  const both = REACH[a.precision] + REACH[b.precision];
  const reach = isOtherCountry ? Math.min(both, 30) : both;
  // Most are told apart without working out sines.
  if (Math.abs(a.lat - b.lat) * DEGREE > reach) return 'apart';
  const distance = measureDistance({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });
  return distance <= reach ? 'within' : 'apart';
}

const isSameName = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();
