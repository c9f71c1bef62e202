import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fine from 'world-atlas/countries-50m.json?url';
import coarse from 'world-atlas/countries-110m.json?url';
import { MAP_FAILURES } from '../words/text/map.ts';
import { findWorldX, findWorldY } from './view.ts';

/* Shapes of countries and the large cities: files of our own, fetched from where the workbench came from. */

export type Detail = 'coarse' | 'fine';
export type Countries = FeatureCollection<Polygon | MultiPolygon, { readonly name: string }>;

const FILES: Readonly<Record<Detail, string>> = { coarse, fine };

/** A country as a canvas draws it, in world units from 0 to 1. */
export interface Outline {
  readonly name: string;
  readonly path: Path2D;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where its name is written, and how much room it has there. */
  readonly label: { readonly x: number; readonly y: number; readonly width: number };
}

export interface City {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly isCapital: boolean;
}

const countries = new Map<Detail, Promise<Countries>>();
const outlines = new Map<Detail, Promise<readonly Outline[]>>();
let cities: Promise<readonly City[]> | undefined;

async function fetchCountries(detail: Detail): Promise<Countries> {
  const response = await fetch(FILES[detail]);
  if (!response.ok) throw new Error(MAP_FAILURES.shapes(response.status));
  const topology = (await response.json()) as Topology<{
    countries: GeometryCollection<{ readonly name: string }>;
  }>;
  return feature(topology, topology.objects.countries) as Countries;
}

/** Kept once fetched; what failed is tried again the next time. */
function keep<Key, Value>(
  kept: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

export function loadCountries(detail: Detail): Promise<Countries> {
  return keep(countries, detail, () => fetchCountries(detail));
}

export function loadOutlines(detail: Detail): Promise<readonly Outline[]> {
  return keep(outlines, detail, async () =>
    (await loadCountries(detail)).features.map(({ geometry, properties }) =>
      makeOutline(
        properties.name,
        geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
      ),
    ),
  );
}

export function loadCities(): Promise<readonly City[]> {
  cities ??= import('./cities.json').then(({ default: rows }) =>
    (rows as [string, number, number, number][]).map(([name, lat, lon, isCapital]) => ({
      name,
      x: findWorldX(lon),
      y: findWorldY(lat),
      isCapital: isCapital === 1,
    })),
  );
  return cities;
}

function makeOutline(name: string, polygons: readonly (readonly Position[][])[]): Outline {
  const path = new Path2D();
  const box = { left: 1, right: 0, top: 1, bottom: 0 };
  let largest: readonly (readonly [number, number])[] = [];
  let most = 0;
  for (const rings of polygons)
    rings.forEach((ring, at) => {
      const points = ring.map(([lon = 0, lat = 0]) => [findWorldX(lon), findWorldY(lat)] as const);
      points.forEach(([x, y], corner) => {
        if (corner === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
      });
      path.closePath();
      const area = at === 0 ? Math.abs(measureArea(points)) : 0;
      if (area > most) {
        most = area;
        largest = points;
      }
    });
  return { name, path, ...box, label: findLabel(largest) };
}

function measureArea(points: readonly (readonly [number, number])[]): number {
  return points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** The middle of the widest stretch of a shape along a few lines through it: a name written there lies on the country. */
function findLabel(points: readonly (readonly [number, number])[]): Outline['label'] {
  const down = points.map(([, y]) => y);
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  let best = { x: points[0]?.[0] ?? 0, y: points[0]?.[1] ?? 0, width: 0 };
  for (const share of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const y = top + (bottom - top) * share;
    const crossings = points
      .flatMap(([x, from], at) => {
        const [nextX, to] = points[(at + 1) % points.length] ?? [x, from];
        return from > y === to > y ? [] : [x + ((y - from) / (to - from)) * (nextX - x)];
      })
      .sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [left = 0, right = 0] = [crossings[at], crossings[at + 1]];
      // A line nearer to the middle is kept unless another gives much more room.
      if (right - left > best.width * 1.15) best = { x: (left + right) / 2, y, width: right - left };
    }
  }
  return best;
}
