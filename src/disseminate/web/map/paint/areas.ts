import { findPointAt, type GlobePoint, unrollRing } from '../../../../model/globe.ts';
import type { AreaHazard, AreaShape } from '../../../../model/watch-area.ts';
import type { Palette } from '../palette.ts';
import { findWorldX, findWorldY, type Window } from '../view.ts';
import { makeFont, type Pen } from './sprites.ts';

/** An area as it is drawn; a new one may have too few corners yet. */
export interface DrawnArea {
  readonly name: string;
  readonly shape:
    | AreaShape
    | { readonly kind: 'outline'; readonly points: readonly GlobePoint[] }
    | undefined;
  readonly hazards: readonly Pick<AreaHazard, 'km'>[];
  readonly isChosen: boolean;
  readonly isDraft?: boolean;
}

const STEPS = 72;
const NAME = makeFont(12, 600);

export function paintAreas(
  pen: Pen,
  window: Window,
  { areas, palette }: { readonly areas: readonly DrawnArea[]; readonly palette: Palette },
): void {
  for (const area of areas) {
    if (area.shape === undefined) continue;
    const ink = area.isChosen || area.isDraft === true ? palette.accent : palette.muted;
    pen.strokeStyle = ink;
    pen.fillStyle = ink;
    pen.lineWidth = area.isChosen || area.isDraft === true ? 1.75 : 1.25;
    const reaches = [...new Set(area.hazards.map(({ km }) => km))].filter((km) => km > 0);
    if (area.shape.kind === 'point') paintPointArea(pen, window, { area, point: area.shape, reaches });
    else paintOutline(pen, window, { area, points: area.shape.points, reaches, ink });
  }
}

/** A circle on the globe as a ring; in this projection it is none near the poles. */
function makeCircle(point: GlobePoint, km: number): readonly GlobePoint[] {
  return Array.from({ length: STEPS }, (_, step) => findPointAt(point, km, (360 * step) / STEPS));
}

function paintPointArea(
  pen: Pen,
  window: Window,
  { area, point, reaches }: { area: DrawnArea; point: GlobePoint; reaches: readonly number[] },
): void {
  for (const km of reaches)
    tracePath(pen, window, makeCircle(point, km), { isClosed: true, isFilled: area.isChosen });
  const [x, y] = window.project(point);
  pen.beginPath();
  pen.moveTo(x - 6, y);
  pen.lineTo(x + 6, y);
  pen.moveTo(x, y - 6);
  pen.lineTo(x, y + 6);
  pen.stroke();
  const furthest = Math.max(0, ...reaches);
  const top = furthest > 0 ? window.project(findPointAt(point, furthest, 0))[1] : y;
  paintAreaName(pen, area.name, x, top - 10);
}

function paintOutline(
  pen: Pen,
  window: Window,
  given: { area: DrawnArea; points: readonly GlobePoint[]; reaches: readonly number[]; ink: string },
): void {
  const { area, points, reaches } = given;
  const isClosed = points.length > 2;
  // How far it reaches out is a broad, faint seam: its pixels are those of the kilometres where the outline begins.
  const [first] = points;
  if (first === undefined) return;
  tracePath(pen, window, points, { isClosed, isFilled: isClosed && area.isChosen });
  const furthest = Math.max(0, ...reaches);
  if (furthest > 0 && isClosed) {
    const [x, y] = window.project(first);
    const [toX, toY] = window.project(findPointAt(first, furthest, 90));
    pen.save();
    pen.globalAlpha = 0.1;
    pen.lineWidth = Math.min(2 * Math.hypot(toX - x, toY - y), 4_000);
    pen.lineJoin = 'round';
    tracePath(pen, window, points, { isClosed, isFilled: false });
    pen.restore();
  }
  for (const point of area.isDraft === true ? points : []) {
    const [x, y] = window.project(point);
    pen.fillRect(x - 3, y - 3, 6, 6);
  }
  const [x, y] = window.project(first);
  paintAreaName(pen, area.name, x, y + 16);
}

interface TraceOptions {
  readonly isClosed: boolean;
  readonly isFilled: boolean;
}

/** Draws a ring in every copy of the world that is in sight. Sides run straight in degrees: bent, where they are long. */
function tracePath(
  pen: Pen,
  window: Window,
  ring: readonly GlobePoint[],
  { isClosed, isFilled }: TraceOptions,
): void {
  const unrolled = isClosed ? unrollRing(ring) : ring;
  const corners = unrolled.flatMap((corner, at) => {
    const next = unrolled[at + 1] ?? (isClosed ? unrolled[0] : undefined);
    const pieces =
      next === undefined
        ? 1
        : Math.ceil(Math.max(1, Math.hypot(next.lat - corner.lat, next.lon - corner.lon) / 4));
    return Array.from({ length: Math.min(pieces, 90) }, (_, piece) => {
      const share = piece / pieces;
      const to = next ?? corner;
      return [
        findWorldX(corner.lon + share * (to.lon - corner.lon)),
        findWorldY(corner.lat + share * (to.lat - corner.lat)),
      ] as const;
    });
  });
  const across = corners.map(([x]) => x);
  for (const copy of window.listCopies(Math.min(...across), Math.max(...across))) {
    pen.beginPath();
    corners.forEach(([x, y], at) => {
      const [left, top] = window.place(x, y, copy);
      if (at === 0) pen.moveTo(left, top);
      else pen.lineTo(left, top);
    });
    if (isClosed) pen.closePath();
    if (isFilled) {
      pen.save();
      pen.globalAlpha = 0.08;
      pen.fill();
      pen.restore();
    }
    pen.stroke();
  }
}

function paintAreaName(pen: Pen, name: string, x: number, y: number): void {
  if (name === '') return;
  pen.font = NAME;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(name, x, y);
}
