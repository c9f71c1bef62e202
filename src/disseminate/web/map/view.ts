import { type GlobePoint, wrapLongitude } from '../../../model/globe.ts';

/* Where a map looks, in Mercator's projection: the same for every way of drawing it. The world is a square from 0 to 1. */

export interface MapView {
  readonly lat: number;
  readonly lon: number;
  /** 0: the world is 512 pixels wide; one more doubles it. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Pixel = readonly [x: number, y: number];

/** Beyond these the projection has no end. */
const POLE = 85.05;
export const ZOOMS = { least: 0, most: 12 } as const;
const WORLD = 512;
const RADIANS = Math.PI / 180;

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

export const findWorldX = (lon: number): number => (lon + 180) / 360;

export function findWorldY(lat: number): number {
  const sine = Math.sin(clamp(lat, -POLE, POLE) * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export const findLon = (x: number): number => x * 360 - 180;
export const findLat = (y: number): number => Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS;

/** Pixels that the world is wide. */
export const findScale = (zoom: number): number => WORLD * 2 ** zoom;

/** A view that looks at the world and not beyond it: the window is filled, and hardly anything is in it twice. */
export function limitView({ lat, lon, zoom }: MapView, { width, height }: Size): MapView {
  const least = Math.max(ZOOMS.least, Math.log2(Math.max(width, height) / WORLD));
  const near = clamp(zoom, least, ZOOMS.most);
  const half = height / 2 / findScale(near);
  const y = half >= 0.5 ? 0.5 : clamp(findWorldY(lat), half, 1 - half);
  return { lat: findLat(y), lon: wrapLongitude(lon), zoom: near };
}

/** What a view shows in a window of some size. */
export class Window {
  readonly view: MapView;
  readonly size: Size;
  readonly scale: number;
  /** Of the window's corner, in the world. */
  readonly left: number;
  readonly top: number;

  constructor(view: MapView, size: Size) {
    this.view = view;
    this.size = size;
    this.scale = findScale(view.zoom);
    this.left = findWorldX(view.lon) - size.width / 2 / this.scale;
    this.top = findWorldY(view.lat) - size.height / 2 / this.scale;
  }

  /** A place of the world, in the copy of it that has the number (0: the one in the middle). */
  place(x: number, y: number, copy = 0): Pixel {
    return [(x + copy - this.left) * this.scale, (y - this.top) * this.scale];
  }

  project({ lat, lon }: GlobePoint): Pixel {
    const x = findWorldX(lon);
    const middle = findWorldX(this.view.lon);
    return this.place(x + Math.round(middle - x), findWorldY(lat));
  }

  unproject([x, y]: Pixel): GlobePoint {
    return {
      lon: wrapLongitude(findLon(this.left + x / this.scale)),
      lat: findLat(clamp(this.top + y / this.scale, 0, 1)),
    };
  }

  /** Numbers of the copies of the world in which something between two places is in sight. */
  listCopies(from = 0, to = 1): readonly number[] {
    const first = Math.ceil(this.left - to);
    const last = Math.floor(this.left + this.size.width / this.scale - from);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  }

  isInSight(x: number, y: number): boolean {
    const down = (y - this.top) * this.scale;
    if (down < 0 || down > this.size.height) return false;
    return Math.floor(this.left + this.size.width / this.scale - x) >= Math.ceil(this.left - x);
  }

  /** The view after zooming so that what is at a pixel stays there. */
  zoomAt([x, y]: Pixel, by: number): MapView {
    const { view, size } = this;
    const zoom = limitView({ ...view, zoom: view.zoom + by }, size).zoom;
    const scale = findScale(zoom);
    const [worldX, worldY] = [this.left + x / this.scale, this.top + y / this.scale];
    return limitView(
      {
        lon: findLon(worldX - (x - size.width / 2) / scale),
        lat: findLat(clamp(worldY - (y - size.height / 2) / scale, 0, 1)),
        zoom,
      },
      size,
    );
  }

  moveBy(x: number, y: number): MapView {
    const { view, size, scale } = this;
    return limitView(
      {
        lon: findLon(findWorldX(view.lon) + x / scale),
        lat: findLat(clamp(findWorldY(view.lat) + y / scale, 0, 1)),
        zoom: view.zoom,
      },
      size,
    );
  }
}

/** Room left round what a view is fitted to, as a share. */
const ROOM = 0.14;

/** The view that shows all of some points, over the date line where that is shorter; the whole world without any. */
export function fitView(points: readonly GlobePoint[], size: Size, closest = 7): MapView {
  if (points.length === 0) return limitView({ lat: 20, lon: 10, zoom: 0 }, size);
  const across = points.map(({ lon }) => findWorldX(wrapLongitude(lon))).sort((a, b) => a - b);
  const [first = 0, last = 0] = [across[0], across.at(-1)];
  // The widest part of the globe without a point is what need not be shown.
  let gap = { size: first + 1 - last, after: last };
  across.slice(1).forEach((x, at) => {
    const before = across[at] ?? x;
    if (x - before > gap.size) gap = { size: x - before, after: before };
  });
  const width = 1 - gap.size;
  const start = gap.after + gap.size;
  const down = points.map(({ lat }) => findWorldY(lat));
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  const findZoom = (pixels: number, share: number) => Math.log2((pixels * (1 - 2 * ROOM)) / (WORLD * share));
  const zoom = Math.min(
    findZoom(size.width, Math.max(width, 1e-9)),
    findZoom(size.height, Math.max(bottom - top, 1e-9)),
  );
  return limitView(
    {
      lon: findLon((start + width / 2) % 1),
      lat: findLat((top + bottom) / 2),
      zoom: Math.min(zoom, closest),
    },
    size,
  );
}

/** A view as an address carries it: `33.31,44.36,5.2`. */
export function formatView({ lat, lon, zoom }: MapView): string {
  const digits = zoom > 8 ? 4 : 3;
  return `${Number(lat.toFixed(digits))},${Number(lon.toFixed(digits))},${Number(zoom.toFixed(2))}`;
}

export function parseView(text: string | undefined): MapView | undefined {
  const parts = (text ?? '').split(',').map(Number);
  const [lat = Number.NaN, lon = Number.NaN, zoom = Number.NaN] = parts;
  const isView =
    parts.length === 3 &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180 &&
    zoom >= ZOOMS.least &&
    zoom <= ZOOMS.most;
  return isView ? { lat, lon, zoom } : undefined;
}
