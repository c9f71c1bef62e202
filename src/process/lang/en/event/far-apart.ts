import type { PlaceMention } from '../../../../model/place.ts';

/** Kilometres that two names for one scene may lie apart: a town and the base near it, a city and its province. */
const NEAR: Readonly<Partial<Record<PlaceMention['precision'], number>>> = {
  site: 80,
  city: 80,
  district: 120,
  region: 400,
};

/** Whether two places cannot be the scene of one happening. What is not known well enough is not far apart. */
export function isFarApart(a: PlaceMention | undefined, b: PlaceMention | undefined): boolean {
  if (a === undefined || b === undefined || a.name === b.name) return false;
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return true;
  const [nearA, nearB] = [NEAR[a.precision], NEAR[b.precision]];
  if (nearA === undefined || nearB === undefined) return false;
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return false;
  return kilometres({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) > Math.max(nearA, nearB);
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** On the flat, which is good enough below a thousand kilometres. */
function kilometres(a: Point, b: Point): number {
  const degree = 111.2;
  const middle = ((a.lat + b.lat) / 2) * (Math.PI / 180);
  const east = Math.abs(a.lon - b.lon);
  const across = Math.min(east, 360 - east) * Math.cos(middle);
  return degree * Math.hypot(a.lat - b.lat, across);
}
