import type { GlobePoint } from '../../../model/globe.ts';
import { MAP_FAILURES } from '../words/text/map.ts';
import { type City, type Detail, loadCities, loadOutlines, type Outline } from './atlas.ts';
import { type Cluster, isStack, makeClusters } from './clusters.ts';
import { listenToGestures } from './gestures.ts';
import type { MapMarks } from './marks.ts';
import { type DrawnArea, paintAreas } from './paint/areas.ts';
import { paintLand, paintNames, Room } from './paint/land.ts';
import { type Drawn, findDrawn, paintClusters, paintWide } from './paint/marks.ts';
import { type Pen, Sprites } from './paint/sprites.ts';
import type { Palette } from './palette.ts';
import {
  findLat,
  findLon,
  fitView,
  limitView,
  type MapView,
  type Pixel,
  type Size,
  Window,
  ZOOMS,
} from './view.ts';

/** What a surface shows. */
export interface SurfaceContent {
  readonly marks: MapMarks;
  readonly areas: readonly DrawnArea[];
  readonly palette: Palette;
  /** Incident that is looked at. */
  readonly chosen: string | undefined;
  /** Place that was chosen: see `findPlaceKey`. */
  readonly place: string | undefined;
  /** Whether a click sets a corner instead of opening something. */
  readonly isDrawing: boolean;
}

export interface SurfaceEvents {
  /** The map rests: at once, or after it was moved by hand. */
  readonly onView: (view: MapView, size: Size, isMoved: boolean) => void;
  readonly onOpen: (incident: string) => void;
  /** A place, or several incidents at one point, was chosen; nothing where the map beside them was clicked. */
  readonly onPlace: (at: GlobePoint | undefined) => void;
  readonly onPoint: (point: GlobePoint) => void;
  readonly onHover: (drawn: Drawn | undefined) => void;
}

/** Land that a graphics card draws, below the surface. */
export interface Land {
  show(view: MapView, size: Size): void;
  paint(palette: Palette): void;
  setDetail(detail: Detail): void;
  remove(): void;
}

/** Milliseconds after which a map that is moved no longer rests. */
const REST = 180;
const GLIDE = 140;
/** From this zoom on finer shapes are drawn. */
const FINE_ZOOM = 3.6;
const MOST_DENSITY = 2;

/** The part of a map that is drawn pixel by pixel: names, areas and marks; and land, where no graphics card draws it. */
export class Surface {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: Pen;
  #events: SurfaceEvents;
  #content: SurfaceContent;
  #size: Size = { width: 0, height: 0 };
  #view: MapView | undefined;
  #wanted: MapView | undefined;
  #land: Land | undefined;
  #outlines: readonly Outline[] = [];
  #cities: readonly City[] = [];
  #detail: Detail | undefined;
  #sprites = new Sprites(1);
  #clusters = new Map<number, readonly Cluster[]>();
  #drawn: readonly Drawn[] = [];
  #hovered: Drawn | undefined;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #stops: (() => void)[] = [];

  constructor(
    canvas: HTMLCanvasElement,
    { content, events, view }: { content: SurfaceContent; events: SurfaceEvents; view: MapView | undefined },
  ) {
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error(MAP_FAILURES.canvas);
    this.#canvas = canvas;
    this.#pen = pen;
    this.#content = content;
    this.#events = events;
    this.#wanted = view;
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(canvas);
    this.#stops.push(() => observer.disconnect());
    this.#stops.push(
      listenToGestures(canvas, {
        onMove: (x, y) => this.#go(this.#look.moveBy(x, y)),
        onZoom: (at, by) => this.#go(this.#look.zoomAt(at, by)),
        onGlide: (at, by) => this.#glide(this.#look.zoomAt(at, by)),
        onClick: (at) => this.#click(at),
        onHover: (at) => this.#hover(at),
      }),
    );
    void loadCities().then((cities) => {
      this.#cities = cities;
      this.invalidate();
    });
    this.#resize();
  }

  get view(): MapView | undefined {
    return this.#view;
  }

  get #look(): Window {
    return new Window(this.#view ?? { lat: 0, lon: 0, zoom: 1 }, this.#size);
  }

  update(content: SurfaceContent, events: SurfaceEvents): void {
    const before = this.#content;
    this.#content = content;
    this.#events = events;
    if (before.marks !== content.marks) this.#clusters.clear();
    if (before.palette !== content.palette) {
      this.#sprites = new Sprites(this.#sprites.density);
      this.#land?.paint(content.palette);
    }
    this.invalidate();
  }

  /** Has a graphics card draw the land, or draws it here. */
  setLand(land: Land | undefined): void {
    this.#land = land;
    land?.paint(this.#content.palette);
    if (this.#detail !== undefined) land?.setDetail(this.#detail);
    this.invalidate();
  }

  /** Looks somewhere else, without anybody having moved it. */
  look(view: MapView): void {
    this.#wanted = view;
    if (this.#size.width === 0) return;
    this.#view = limitView(view, this.#size);
    this.invalidate();
    this.#tellRest(false);
  }

  /** Shows all of some places of the world. */
  showAll(places: readonly { readonly x: number; readonly y: number }[]): void {
    if (this.#size.width > 0) this.#glide(fitView(places.map(toPoint), this.#size, 5));
  }

  moveBy(x: number, y: number): void {
    this.#glide(this.#look.moveBy(x, y));
  }

  zoomBy(by: number): void {
    this.#glide(this.#look.zoomAt([this.#size.width / 2, this.#size.height / 2], by));
  }

  /** The point in the middle: what Enter sets where a corner is drawn by keyboard. */
  get middle(): GlobePoint {
    return this.#look.unproject([this.#size.width / 2, this.#size.height / 2]);
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    for (const stop of this.#stops) stop();
  }

  invalidate(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0 || height === 0) return;
    const density = Math.min(window.devicePixelRatio, MOST_DENSITY);
    this.#canvas.width = Math.round(width * density);
    this.#canvas.height = Math.round(height * density);
    if (density !== this.#sprites.density) this.#sprites = new Sprites(density);
    this.#size = { width, height };
    const { points, wide } = this.#content.marks;
    const view = this.#view ?? this.#wanted ?? fitView([...points, ...wide].map(toPoint), this.#size, 5);
    this.#view = limitView(view, this.#size);
    // Painted at once: a canvas that was resized is empty.
    this.#draw();
    this.#tellRest(false);
  }

  #go(view: MapView): void {
    this.#view = view;
    this.invalidate();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#tellRest(true), REST);
  }

  #glide(to: MapView): void {
    const from = this.#view;
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (from === undefined || isStill) {
      this.#go(to);
      return;
    }
    const start = performance.now();
    const turn = ((((to.lon - from.lon + 180) % 360) + 360) % 360) - 180;
    const step = (now: number) => {
      const share = Math.min(Math.max((now - start) / GLIDE, 0), 1);
      const between = (a: number, b: number) => a + (b - a) * share;
      this.#go(
        limitView(
          { lat: between(from.lat, to.lat), lon: from.lon + turn * share, zoom: between(from.zoom, to.zoom) },
          this.#size,
        ),
      );
      if (share < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  #tellRest(isMoved: boolean): void {
    if (this.#view !== undefined) this.#events.onView(this.#view, this.#size, isMoved);
  }

  #click(at: Pixel): void {
    const events = this.#events;
    const found = this.#content.isDrawing ? undefined : findDrawn(this.#drawn, at);
    if (this.#content.isDrawing) events.onPoint(this.#look.unproject(at));
    else if (found === undefined) events.onPlace(undefined);
    else if (found.of.kind === 'wide') events.onPlace(toPoint(found.of.place));
    else this.#openCluster(found.of.cluster);
  }

  /** One incident is opened; several at one place are listed; others are looked at from closer. */
  #openCluster(cluster: Cluster): void {
    const [first] = cluster.rows;
    if (first === undefined) return;
    if (cluster.rows.length === 1) this.#events.onOpen(first.row.id);
    else if (isStack(cluster)) this.#events.onPlace(toPoint(first));
    else {
      const apart = fitView(cluster.rows.map(toPoint), this.#size, ZOOMS.most);
      // At least one step closer, or nothing would seem to happen.
      const closer = Math.min(this.#look.view.zoom + 1, ZOOMS.most);
      this.#glide({ ...apart, zoom: Math.max(apart.zoom, closer) });
    }
  }

  #hover(at: Pixel | undefined): void {
    const found = at === undefined || this.#content.isDrawing ? undefined : findDrawn(this.#drawn, at);
    this.#canvas.classList.toggle('is-over', found !== undefined);
    const isSame =
      found === this.#hovered ||
      (found !== undefined && this.#hovered !== undefined && isOne(found, this.#hovered));
    this.#hovered = found;
    if (!isSame) this.#events.onHover(found);
  }

  #chooseDetail(zoom: number): void {
    const detail = zoom >= FINE_ZOOM ? 'fine' : 'coarse';
    if (detail === this.#detail) return;
    this.#detail = detail;
    this.#land?.setDetail(detail);
    void loadOutlines(detail).then(
      (outlines) => {
        if (this.#detail === detail) this.#outlines = outlines;
        this.invalidate();
      },
      // Without shapes the marks are still there; another zoom tries again.
      () => {
        this.#detail = undefined;
      },
    );
  }

  #getClusters(zoom: number): readonly Cluster[] {
    const whole = Math.floor(zoom);
    const known = this.#clusters.get(whole) ?? makeClusters(this.#content.marks.points, whole);
    this.#clusters.set(whole, known);
    return known;
  }

  #draw(): void {
    if (this.#view === undefined || this.#size.width === 0) return;
    const look = this.#look;
    const { marks, areas, palette, chosen, place } = this.#content;
    this.#chooseDetail(this.#view.zoom);
    const pen = this.#pen;
    const { density } = this.#sprites;
    pen.setTransform(density, 0, 0, density, 0, 0);
    if (this.#land === undefined) paintLand(pen, look, { outlines: this.#outlines, palette, density });
    else {
      pen.clearRect(0, 0, this.#size.width, this.#size.height);
      this.#land.show(this.#view, this.#size);
    }
    paintAreas(pen, look, { areas, palette });
    const room = new Room();
    const options = { palette, sprites: this.#sprites, room, chosen, place };
    const clusters = this.#getClusters(this.#view.zoom);
    // Marks first, that names know where there is room; but names below them where they touch all the same.
    const drawn = paintClusters(pen, look, { ...options, clusters });
    const plates = paintWide(pen, look, { ...options, places: marks.wide });
    this.#drawn = [...plates, ...drawn];
    paintNames(pen, look, { ...options, outlines: this.#outlines, cities: this.#cities });
  }
}

function toPoint({ x, y }: { readonly x: number; readonly y: number }): GlobePoint {
  return { lat: findLat(y), lon: findLon(x) };
}

function isOne(a: Drawn, b: Drawn): boolean {
  if (a.of.kind === 'wide') return b.of.kind === 'wide' && a.of.place === b.of.place;
  return b.of.kind === 'cluster' && a.of.cluster === b.of.cluster;
}
