/** A point on the globe: degrees, WGS 84. */
export interface GlobePoint {
  readonly lat: number;
  readonly lon: number;
}

/** Kilometres of the globe's diameter. */
const DIAMETER = 12_742;
const RADIANS = Math.PI / 180;

/**
 * Kilometres between two points on the globe, the shorter way round (haversine).
 *
 * @example
 * measureDistance({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }); // 111.19…
 */
export function measureDistance(a: GlobePoint, b: GlobePoint): number {
  const chord =
    Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2 +
    Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(((b.lon - a.lon) * RADIANS) / 2) ** 2;
  return DIAMETER * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A longitude between -180 (included) and 180. */
export function wrapLongitude(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

/**
 * A ring of points with longitudes that run on instead of jumping at the date line: each side goes the shorter way round. One that
 * runs once round the globe holds a pole, the one on whose half most of it lies, and is closed over it.
 */
export function unrollRing(ring: readonly GlobePoint[]): readonly GlobePoint[] {
  const [first] = ring;
  if (first === undefined) return [];
  const unrolled: GlobePoint[] = [{ lat: first.lat, lon: first.lon }];
  let lon = first.lon;
  for (const point of ring.slice(1)) {
    lon += wrapLongitude(point.lon - lon);
    unrolled.push({ lat: point.lat, lon });
  }
  const back = lon + wrapLongitude(first.lon - lon);
  if (Math.abs(back - first.lon) < 180) return unrolled;
  // A little beyond it, so that the pole itself lies within.
  const pole = ring.reduce((sum, { lat }) => sum + lat, 0) >= 0 ? 91 : -91;
  return [
    ...unrolled,
    { lat: first.lat, lon: back },
    { lat: pole, lon: back },
    { lat: pole, lon: first.lon },
  ];
}

/** Whether a point lies within a ring; sides run straight in degrees. */
export function isInRing(point: GlobePoint, ring: readonly GlobePoint[]): boolean {
  const unrolled = unrollRing(ring);
  return [-360, 0, 360].some((turn) => isInFlat({ lat: point.lat, lon: point.lon + turn }, unrolled));
}

function isInFlat({ lat, lon }: GlobePoint, ring: readonly GlobePoint[]): boolean {
  let isInside = false;
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before !== undefined && corner.lat > lat !== before.lat > lat) {
      const share = (lat - corner.lat) / (before.lat - corner.lat);
      if (lon < corner.lon + share * (before.lon - corner.lon)) isInside = !isInside;
    }
    before = corner;
  }
  return isInside;
}

/** Degrees that a piece of a side may have, so that it is as good as straight on the globe. */
const PIECE = 1;

/** Kilometres from a point to the nearest side of a ring. */
export function measureToRing(point: GlobePoint, ring: readonly GlobePoint[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  ring.forEach((from, at) => {
    const to = ring[(at + 1) % ring.length] ?? from;
    const [lat, lon] = [to.lat - from.lat, wrapLongitude(to.lon - from.lon)];
    const pieces = Math.max(1, Math.ceil(Math.hypot(lat, lon) / PIECE));
    const place = (share: number): GlobePoint => ({
      lat: from.lat + share * lat,
      lon: from.lon + share * lon,
    });
    for (let piece = 0; piece < pieces; piece++) {
      const ends = [place(piece / pieces), place((piece + 1) / pieces)] as const;
      nearest = Math.min(nearest, measureToPiece(point, ends));
    }
  });
  return nearest;
}

/** To a piece so short that the globe is flat beside it. */
function measureToPiece(point: GlobePoint, [from, to]: readonly [GlobePoint, GlobePoint]): number {
  const narrow = Math.cos(((from.lat + to.lat) / 2) * RADIANS);
  const [x, y] = [(to.lon - from.lon) * narrow, to.lat - from.lat];
  const [px, py] = [wrapLongitude(point.lon - from.lon) * narrow, point.lat - from.lat];
  const length = x * x + y * y;
  const share = length === 0 ? 0 : Math.min(Math.max((px * x + py * y) / length, 0), 1);
  return measureDistance(point, {
    lat: from.lat + share * (to.lat - from.lat),
    lon: from.lon + share * (to.lon - from.lon),
  });
}

/** The point so many kilometres from another, in a direction in degrees from the north over the east. */
export function findPointAt(from: GlobePoint, km: number, direction: number): GlobePoint {
  const angle = (2 * km) / DIAMETER;
  const [lat, turn] = [from.lat * RADIANS, direction * RADIANS];
  const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(turn);
  const there = Math.asin(Math.min(1, Math.max(-1, sine)));
  const along = Math.atan2(
    Math.sin(turn) * Math.sin(angle) * Math.cos(lat),
    Math.cos(angle) - Math.sin(lat) * Math.sin(there),
  );
  return { lat: there / RADIANS, lon: wrapLongitude(from.lon + along / RADIANS) };
}
