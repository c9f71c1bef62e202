import type { Cluster } from '../clusters.ts';
import { countTellings, FORM_OF, type PlacedRow, TELLINGS, type WidePlace } from '../marks.ts';
import type { Palette } from '../palette.ts';
import type { Window } from '../view.ts';
import { DASHES, MARK_RADIUS, paintMark } from './forms.ts';
import type { Room } from './land.ts';
import { makeFont, measureWords, type Pen, type Sprite, type Sprites } from './sprites.ts';

/** Something drawn that can be clicked, with where it was drawn. */
export interface Drawn {
  readonly of:
    | { readonly kind: 'cluster'; readonly cluster: Cluster }
    | { readonly kind: 'wide'; readonly place: WidePlace };
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MarkOptions {
  readonly palette: Palette;
  readonly sprites: Sprites;
  readonly room: Room;
  /** Incident that is looked at, and place that was chosen. */
  readonly chosen: string | undefined;
  readonly place: string | undefined;
}

const COUNT = makeFont(12, 600);
const WIDE = makeFont(11, 500);
const MARGIN = 24;

/** Shares of a group in eighths, so that few pictures are needed. */
function makeShares(rows: readonly PlacedRow[]): readonly number[] {
  return countTellings(rows).map((count) =>
    count === 0 ? 0 : Math.max(1, Math.round((8 * count) / rows.length)),
  );
}

/** A group as a disc with its count; the ring round it has a piece for each way of telling, with its line. */
function getClusterSprite(
  rows: readonly PlacedRow[],
  { palette, sprites }: MarkOptions,
  isChosen: boolean,
): Sprite {
  const words = rows.length > 9_999 ? `${Math.round(rows.length / 1_000)}k` : `${rows.length}`;
  const radius = 12 + Math.min(10, Math.log2(rows.length) * 1.3);
  const shares = makeShares(rows);
  const name = `cluster ${words} ${Math.round(radius)} ${shares.join()} ${isChosen}`;
  return sprites.get(name, [2 * radius + 10, 2 * radius + 10], (pen) => {
    pen.fillStyle = palette.surface;
    pen.beginPath();
    pen.arc(0, 0, radius + 2, 0, 2 * Math.PI);
    pen.fill();
    paintRing(pen, shares, { radius, ink: isChosen ? palette.accent : palette.text });
    pen.fillStyle = isChosen ? palette.accent : palette.text;
    pen.font = COUNT;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(words, 0, 0.5);
  });
}

function paintRing(
  pen: Pen,
  shares: readonly number[],
  { radius, ink }: { readonly radius: number; readonly ink: string },
): void {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const pieces = shares.filter((share) => share > 0).length;
  let angle = -Math.PI / 2;
  shares.forEach((share, at) => {
    const telling = TELLINGS[at];
    if (share === 0 || telling === undefined) return;
    const turn = (2 * Math.PI * share) / all;
    const gap = pieces === 1 ? 0 : 0.14;
    pen.strokeStyle = ink;
    pen.lineCap = telling === 'threatened' ? 'round' : 'butt';
    pen.lineWidth = telling === 'happened' ? 3 : telling === 'denied' ? 1 : 2.2;
    pen.setLineDash([...DASHES[telling]]);
    pen.beginPath();
    pen.arc(0, 0, radius, angle + gap, angle + turn - gap);
    pen.stroke();
    angle += turn;
  });
  pen.setLineDash([]);
}

function getMarkSprite(row: PlacedRow, { palette, sprites }: MarkOptions, isChosen: boolean): Sprite {
  const look = { form: FORM_OF[row.row.type], telling: row.telling, isChosen };
  const size = 2 * MARK_RADIUS + 20;
  return sprites.get(`mark ${look.form} ${look.telling} ${isChosen}`, [size, size], (pen) =>
    paintMark(pen, look, palette),
  );
}

/** Groups and single incidents at their points; answers where each was drawn. */
export function paintClusters(
  pen: Pen,
  window: Window,
  { clusters, ...options }: MarkOptions & { readonly clusters: readonly Cluster[] },
): readonly Drawn[] {
  const drawn: Drawn[] = [];
  const { chosen } = options;
  const margin = MARGIN / window.scale;
  const [top, bottom] = [window.top - margin, window.top + window.size.height / window.scale + margin];
  for (const cluster of clusters) {
    if (cluster.y < top || cluster.y > bottom) continue;
    const copies = window.listCopies(cluster.x - margin, cluster.x + margin);
    if (copies.length === 0) continue;
    const [only] = cluster.rows;
    if (only === undefined) continue;
    const isChosen = chosen !== undefined && cluster.rows.some(({ row }) => row.id === chosen);
    const sprite =
      cluster.rows.length === 1
        ? getMarkSprite(only, options, isChosen)
        : getClusterSprite(cluster.rows, options, isChosen);
    for (const copy of copies) {
      const [x, y] = window.place(cluster.x, cluster.y, copy);
      options.sprites.stamp(pen, sprite, x, y);
      const half = cluster.rows.length === 1 ? MARK_RADIUS + 3 : sprite.width / 2 - 4;
      options.room.block([x - half, y - half, x + half, y + half]);
      drawn.push({ of: { kind: 'cluster', cluster }, x, y, width: 2 * half, height: 2 * half });
    }
  }
  return drawn;
}

/** Countries, regions and seas as plates with a dashed edge: no point, since nobody knows one. Their name where there is room. */
export function paintWide(
  pen: Pen,
  window: Window,
  { places, ...options }: MarkOptions & { readonly places: readonly WidePlace[] },
): readonly Drawn[] {
  const drawn: Drawn[] = [];
  const ordered = places.toSorted((a, b) => b.rows.length - a.rows.length);
  for (const place of ordered) {
    if (!window.isInSight(place.x, place.y)) continue;
    for (const copy of window.listCopies(place.x, place.x)) {
      const [x, y] = window.place(place.x, place.y, copy);
      const long = `${place.name} ${place.rows.length}`;
      const free = findFree(options.room, [x, y], measureWords(long, WIDE) + 22);
      const words = free === undefined ? `${place.rows.length}` : long;
      const width = measureWords(words, WIDE) + 22;
      const [left, top] = free ?? findFree(options.room, [x, y], width) ?? [x, y];
      const sprite = getPlateSprite(words, width, options, options.place === place.key);
      options.sprites.stamp(pen, sprite, left, top);
      drawn.push({ of: { kind: 'wide', place }, x: left, y: top, width, height: 22 });
    }
  }
  return drawn;
}

/** It means no point, and so may stand beside its own. */
const BESIDE = [0, 30, -30, 54, -54] as const;

function findFree(
  room: Room,
  [x, y]: readonly [number, number],
  width: number,
): readonly [number, number] | undefined {
  const down = BESIDE.find((by) => room.take([x - width / 2, y + by - 11, x + width / 2, y + by + 11]));
  return down === undefined ? undefined : [x, y + down];
}

function getPlateSprite(
  words: string,
  width: number,
  { palette, sprites }: MarkOptions,
  isChosen: boolean,
): Sprite {
  return sprites.get(`plate ${words} ${isChosen}`, [width + 4, 26], (pen) => {
    const ink = isChosen ? palette.accent : palette.text;
    pen.beginPath();
    pen.roundRect(-width / 2, -10, width, 20, 10);
    pen.fillStyle = palette.surface;
    pen.fill();
    pen.strokeStyle = isChosen ? palette.accent : palette.edge;
    pen.lineWidth = isChosen ? 2 : 1.25;
    pen.setLineDash([3, 3]);
    pen.stroke();
    pen.fillStyle = ink;
    pen.font = WIDE;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(words, 0, 0.5);
  });
}

/** What lies under a pixel; what was drawn last lies on top. A few pixels beside it still count. */
export function findDrawn(
  drawn: readonly Drawn[],
  [x, y]: readonly [number, number],
  slack = 4,
): Drawn | undefined {
  return drawn.findLast(
    (each) =>
      Math.abs(x - each.x) <= each.width / 2 + slack && Math.abs(y - each.y) <= each.height / 2 + slack,
  );
}
