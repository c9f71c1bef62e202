import type { SignKind } from '../components/Sign.tsx';
import type { Bands, Spot } from './bands.ts';
import type { Colours } from './colours.ts';
import type { Camera } from './graph.ts';

/* How a large story is drawn with a pen. */

/** Pixels around the drawing that stay free. */
const MARGIN = 16;

/** The field that is drawn on, in pixels. */
export interface Field {
  readonly width: number;
  readonly height: number;
}

/** Where a spot lies on a field, as a camera sees it. */
export function findPlace(
  { x, lane }: Pick<Spot, 'x' | 'lane'>,
  { lanes }: Pick<Bands, 'lanes'>,
  { field, camera }: { readonly field: Field; readonly camera: Camera },
): { readonly x: number; readonly y: number } {
  return {
    x: field.width / 2 + (x - camera.x) * camera.zoom * (field.width - 2 * MARGIN),
    y: field.height / 2 + (lane / lanes - camera.y) * camera.zoom * (field.height - 2 * MARGIN),
  };
}

/** Where a picture that was taken by one camera goes so that another one could have taken it: its left, its top, its scale. */
export function movePicture(
  taken: Camera,
  now: Camera,
  { width, height }: Field,
): { readonly x: number; readonly y: number; readonly scale: number } {
  const scale = now.zoom / taken.zoom;
  return {
    x: (width / 2) * (1 - scale) + (taken.x - now.x) * now.zoom * (width - 2 * MARGIN),
    y: (height / 2) * (1 - scale) + (taken.y - now.y) * now.zoom * (height - 2 * MARGIN),
    scale,
  };
}

/** The signs as a pen draws them: the same forms as in `components/Sign.tsx`. */
export function drawSign(
  pen: CanvasRenderingContext2D,
  kind: SignKind,
  { x, y, r }: { x: number; y: number; r: number },
) {
  const diamond = () => {
    pen.moveTo(x, y - r);
    pen.lineTo(x + r, y);
    pen.lineTo(x, y + r);
    pen.lineTo(x - r, y);
    pen.closePath();
  };
  const circle = (radius: number) => {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  };
  pen.beginPath();
  pen.setLineDash(kind === 'notConfirmed' ? [2, 2] : []);
  if (kind === 'origin') circle(r);
  else if (kind === 'ownConfirmation' || kind === 'ownDenial') diamond();
  else circle(kind === 'possible' ? r : r * 0.7);
  if (kind === 'origin' || kind === 'ownConfirmation') {
    pen.fill();
    return;
  }
  if (kind === 'ownDenial') {
    pen.moveTo(x - r * 0.8, y + r * 0.8);
    pen.lineTo(x + r * 0.8, y - r * 0.8);
  }
  if (kind === 'echoWithDetail') {
    pen.moveTo(x + r * 0.8, y - r * 0.8);
    pen.lineTo(x + r * 1.6, y - r * 0.8);
    pen.moveTo(x + r * 1.2, y - r * 1.2);
    pen.lineTo(x + r * 1.2, y - r * 0.4);
  }
  pen.stroke();
  if (kind !== 'possible') return;
  pen.beginPath();
  circle(r * 0.35);
  pen.fill();
}

/** Draws all lines and signs of a story. */
export function drawStory(
  pen: CanvasRenderingContext2D,
  laid: Bands,
  given: {
    readonly place: (spot: Spot) => { readonly x: number; readonly y: number };
    readonly field: Field;
    readonly colours: Colours;
    readonly isNew: (spot: Spot) => boolean;
  },
): void {
  const { place, field, colours, isNew } = given;
  const places = laid.spots.map(place);
  pen.setLineDash([]);
  pen.globalAlpha = 0.4;
  pen.strokeStyle = colours.line;
  pen.lineWidth = 0.6;
  for (const [at, { from }] of laid.spots.entries()) {
    if (from === undefined) continue;
    // One path of all lines would be far slower to fill.
    pen.beginPath();
    pen.moveTo(places[from]!.x, places[from]!.y);
    pen.lineTo(places[at]!.x, places[at]!.y);
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.lineWidth = 1.5;
  for (const [at, spot] of laid.spots.entries()) {
    const { x, y } = places[at]!;
    if (x < -10 || y < -10 || x > field.width + 10 || y > field.height + 10) continue;
    const colour = isNew(spot) ? colours.accent : colours.signs[spot.kind];
    pen.strokeStyle = colour;
    pen.fillStyle = colour;
    drawSign(pen, spot.kind, { x, y, r: spot.kind === 'echo' ? 4 : 5 });
  }
}
