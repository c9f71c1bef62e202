import type { Form, Telling } from '../marks.ts';
import type { Palette } from '../palette.ts';
import type { Pen } from './sprites.ts';

/* What a mark looks like: its form says the kind of event, its line how it is told. Colour says nothing but that it was chosen. */

/** Corners of forms with a radius of 1; a circle has none. */
function listCorners(form: Form): readonly (readonly [number, number])[] {
  switch (form) {
    case 'force':
      return [
        [0, -1.1],
        [1.05, 0.8],
        [-1.05, 0.8],
      ];
    case 'threat':
      return [
        [-1.05, -0.8],
        [1.05, -0.8],
        [0, 1.1],
      ];
    case 'pressure':
      return [
        [-0.85, -0.85],
        [0.85, -0.85],
        [0.85, 0.85],
        [-0.85, 0.85],
      ];
    case 'readiness':
      return [
        [0, -1.1],
        [0.95, -0.25],
        [0.95, 0.9],
        [-0.95, 0.9],
        [-0.95, -0.25],
      ];
    case 'protest':
      return [
        [-0.5, -0.95],
        [0.5, -0.95],
        [1.05, 0],
        [0.5, 0.95],
        [-0.5, 0.95],
        [-1.05, 0],
      ];
    case 'words':
      return [
        [-1.05, -0.8],
        [1.05, -0.8],
        [1.05, 0.45],
        [0, 0.45],
        [-0.55, 1.05],
        [-0.55, 0.45],
        [-1.05, 0.45],
      ];
    case 'contact':
      return [];
  }
}

/** The form as a path for SVG and canvas alike. */
export function makeFormPath(form: Form, radius: number): string {
  const corners = listCorners(form);
  if (corners.length === 0) {
    const r = radius * 0.95;
    return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  }
  const [first, ...others] = corners.map(([x, y]) => `${(x * radius).toFixed(2)} ${(y * radius).toFixed(2)}`);
  return `M${first}${others.map((corner) => `L${corner}`).join('')}Z`;
}

/** Dashes of a line, in pixels; none where it is solid. */
export const DASHES: Readonly<Record<Telling, readonly number[]>> = {
  happened: [],
  prepared: [4, 2.5],
  threatened: [0.1, 3.2],
  denied: [],
};

export interface MarkLook {
  readonly form: Form;
  readonly telling: Telling;
  readonly isChosen: boolean;
}

/** Pixels from a mark's middle to its edge. */
export const MARK_RADIUS = 7;

export function paintMark(pen: Pen, { form, telling, isChosen }: MarkLook, palette: Palette): void {
  const path = new Path2D(makeFormPath(form, MARK_RADIUS));
  const ink = isChosen ? palette.accent : palette.text;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.strokeStyle = palette.surface;
  pen.lineWidth = 5;
  pen.stroke(path);
  pen.fillStyle = telling === 'happened' ? ink : palette.surface;
  pen.fill(path);
  pen.strokeStyle = ink;
  pen.lineWidth = telling === 'threatened' ? 2.2 : 1.6;
  pen.setLineDash([...DASHES[telling]]);
  pen.stroke(path);
  pen.setLineDash([]);
  if (telling === 'denied') {
    pen.lineWidth = 1.6;
    pen.beginPath();
    pen.moveTo(-MARK_RADIUS - 2, MARK_RADIUS + 1);
    pen.lineTo(MARK_RADIUS + 2, -MARK_RADIUS - 1);
    pen.stroke();
  }
  if (isChosen) {
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(0, 0, MARK_RADIUS + 6, 0, 2 * Math.PI);
    pen.stroke();
  }
}
