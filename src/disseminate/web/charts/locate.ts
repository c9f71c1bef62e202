import type { Position } from 'geojson';
import type { PlacePrecision } from '../../../model/place.ts';

/** A piece of the earth around a place, and how it is laid on a picture. */
export interface Window {
  readonly width: number;
  readonly height: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Pixels of a degree of longitude and of latitude. */
  readonly perLon: number;
  readonly perLat: number;
}

/** Degrees of latitude from the middle to the edge: the vaguer the place, the more is shown around it. */
const REACH: Readonly<Record<PlacePrecision, number>> = {
  site: 5,
  district: 5,
  city: 5,
  region: 9,
  country: 12,
  sea: 12,
  unknown: 12,
};

/** Degrees within which the spot may lie, for the ring around it; nothing where the spot itself is known. */
export const SPREAD: Readonly<Partial<Record<PlacePrecision, number>>> = {
  region: 3,
  country: 4,
  sea: 4,
  unknown: 4,
};

/**
 * The window on a place: a plate whose degrees are as wide as they are in the middle of it.
 *
 * @example
 * makeWindow({ lat: 33.3, lon: 44.4, precision: 'city' }, { width: 320, height: 200 }).north; // 38.3
 */
export function makeWindow(
  { lat, lon, precision }: { readonly lat: number; readonly lon: number; readonly precision: PlacePrecision },
  { width, height }: { readonly width: number; readonly height: number },
): Window {
  const reach = REACH[precision];
  const perLat = height / (2 * reach);
  // Near a pole a degree of longitude is nothing; there the plate is stretched no further.
  const perLon = perLat * Math.max(Math.cos((lat * Math.PI) / 180), 0.2);
  const half = width / 2 / perLon;
  return {
    width,
    height,
    west: lon - half,
    east: lon + half,
    south: lat - reach,
    north: lat + reach,
    perLon,
    perLat,
  };
}

/** A point as it lies on the picture. */
export function project([lon = 0, lat = 0]: Position, { west, north, perLon, perLat }: Window): Position {
  return [(lon - west) * perLon, (north - lat) * perLat];
}

/** Rings as one path, moved around the earth by whole turns so that they lie where the window is; nothing where none does. */
export function drawRings(rings: readonly (readonly Position[])[], window: Window): string {
  return rings
    .flatMap((ring) => [-360, 0, 360].map((turn) => ring.map(([lon = 0, lat = 0]) => [lon + turn, lat])))
    .filter((ring) => isNear(ring, window))
    .map((ring) => `M${ring.map((point) => project(point, window).map(round).join(' ')).join('L')}Z`)
    .join('');
}

function isNear(ring: readonly Position[], { west, east, south, north }: Window): boolean {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of ring) {
    left = Math.min(left, lon);
    right = Math.max(right, lon);
    low = Math.min(low, lat);
    high = Math.max(high, lat);
  }
  // A ring around the whole earth is an artefact of where the map is cut open.
  return right - left < 350 && left < east && right > west && low < north && high > south;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** What a name takes up on the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const touches = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

/** Whether a point of the picture lies on land: it crosses the rings an odd number of times. */
function isOn(land: readonly (readonly Position[])[], [x = 0, y = 0]: Position): boolean {
  let isIn = false;
  for (const ring of land) {
    for (const [at, [ax = 0, ay = 0]] of ring.entries()) {
      const [bx = 0, by = 0] = ring[(at + 1) % ring.length]!;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
    }
  }
  return isIn;
}

/** Pixels between the points at which land is looked for. */
const GRID = 8;

/**
 * Where the middle of a name can stand: on the land itself, near the middle of what is in sight of it, whole within the picture, and
 * clear of what stands there already. Nothing where there is no such place.
 */
export function findNamePlace(
  rings: readonly (readonly Position[])[],
  { window, size, taken = [] }: NamePlaceOptions,
): Position | undefined {
  const land = rings.map((ring) => ring.map((point) => project(point, window)));
  const spots: Position[] = [];
  for (let x = GRID / 2; x < window.width; x += GRID)
    for (let y = GRID / 2; y < window.height; y += GRID) if (isOn(land, [x, y])) spots.push([x, y]);
  const middle = (at: 0 | 1) => spots.reduce((sum, spot) => sum + spot[at]!, 0) / spots.length;
  const [middleX, middleY] = [middle(0), middle(1)];
  const far = ([x = 0, y = 0]: Position) => Math.hypot(x - middleX, y - middleY);
  const fits = ([x = 0, y = 0]: Position) =>
    x > size.width / 2 &&
    x < window.width - size.width / 2 &&
    y > size.height / 2 &&
    y < window.height - size.height / 2 &&
    !taken.some((box) => touches(box, { x, y, ...size })) &&
    // A name that hangs over a border by more than a little would seem to be the neighbour's.
    [-0.4, 0.4].every((side) => isOn(land, [x + side * size.width, y]));
  return spots.filter(fits).toSorted((a, b) => far(a) - far(b))[0];
}

interface NamePlaceOptions {
  readonly window: Window;
  readonly size: Pick<Box, 'width' | 'height'>;
  readonly taken?: readonly Box[];
}
