import type { City, Outline } from '../atlas.ts';
import type { Palette } from '../palette.ts';
import type { Window } from '../view.ts';
import { makeFont, measureWords, type Pen, type Sprites } from './sprites.ts';

/** Sea, land and borders, where no graphics card draws them. */
export function paintLand(pen: Pen, window: Window, { outlines, palette, density }: LandOptions): void {
  const { width, height } = window.size;
  pen.fillStyle = palette.sea;
  pen.fillRect(0, 0, width, height);
  const { scale, left, top } = window;
  pen.fillStyle = palette.land;
  pen.strokeStyle = palette.edge;
  pen.lineJoin = 'round';
  pen.save();
  for (const outline of outlines) {
    const down = [(outline.top - top) * scale, (outline.bottom - top) * scale] as const;
    if (down[1] < 0 || down[0] > height) continue;
    for (const copy of window.listCopies(outline.left, outline.right)) {
      pen.setTransform(
        scale * density,
        0,
        0,
        scale * density,
        (copy - left) * scale * density,
        -top * scale * density,
      );
      pen.lineWidth = 0.6 / scale;
      pen.fill(outline.path, 'evenodd');
      pen.stroke(outline.path);
    }
  }
  pen.restore();
}

interface LandOptions {
  readonly outlines: readonly Outline[];
  readonly palette: Palette;
  readonly density: number;
}

export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Boxes that are taken; names go where none is. */
export class Room {
  readonly #taken: Box[] = [];

  take(box: Box): boolean {
    const isFree = this.#taken.every(
      (other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3],
    );
    if (isFree) this.#taken.push(box);
    return isFree;
  }

  /** Keeps names away whether or not something is there already. */
  block(box: Box): void {
    this.#taken.push(box);
  }
}

/** Names drawn at once; more would be no map. */
const MOST_NAMES = 90;
/** From this zoom on cities are named, from the second on those that are no capitals too. */
const CITY_ZOOM = 3.4;
const TOWN_ZOOM = 4.6;

interface NameOptions {
  readonly outlines: readonly Outline[];
  readonly cities: readonly City[];
  readonly palette: Palette;
  readonly sprites: Sprites;
  readonly room: Room;
}

/** Names of countries, and of cities when closer, where there is room for them. */
export function paintNames(pen: Pen, window: Window, options: NameOptions): void {
  const { outlines, cities, room } = options;
  const { zoom } = window.view;
  let left = MOST_NAMES;
  for (const { name, label } of outlines) {
    const width = measureWords(name, COUNTRY);
    if (left === 0 || label.width * window.scale < width * 0.8) continue;
    if (!window.isInSight(label.x, label.y)) continue;
    for (const copy of window.listCopies(label.x, label.x)) {
      const [x, y] = window.place(label.x, label.y, copy);
      if (!room.take([x - width / 2, y - 8, x + width / 2, y + 8])) continue;
      stampWords(pen, { words: name, x, y, font: COUNTRY, isStrong: false }, options);
      left -= 1;
    }
  }
  if (zoom < CITY_ZOOM) return;
  for (const { name, x: worldX, y: worldY, isCapital } of cities) {
    if (left === 0 || (!isCapital && zoom < TOWN_ZOOM)) return;
    if (!window.isInSight(worldX, worldY)) continue;
    const [copy = 0] = window.listCopies(worldX, worldX);
    const [x, y] = window.place(worldX, worldY, copy);
    const width = measureWords(name, CITY);
    if (!room.take([x - 3, y - 16, x + width + 8, y + 4])) continue;
    stampDot(pen, x, y, options);
    stampWords(pen, { words: name, x: x + width / 2 + 6, y: y - 7, font: CITY, isStrong: true }, options);
    left -= 1;
  }
}

const COUNTRY = makeFont(11, 500);
const CITY = makeFont(11);

interface Words {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly isStrong: boolean;
}

type Stamping = Pick<NameOptions, 'palette' | 'sprites'>;

function stampWords(pen: Pen, { words, x, y, font, isStrong }: Words, { palette, sprites }: Stamping): void {
  const width = measureWords(words, font);
  const sprite = sprites.get(`name ${font} ${words}`, [width + 8, 18], (paint) => {
    paint.font = font;
    paint.textAlign = 'center';
    paint.textBaseline = 'middle';
    paint.lineJoin = 'round';
    paint.lineWidth = 3;
    paint.strokeStyle = palette.land;
    paint.strokeText(words, 0, 0.5);
    paint.fillStyle = isStrong ? palette.text : palette.muted;
    paint.fillText(words, 0, 0.5);
  });
  sprites.stamp(pen, sprite, x, y);
}

function stampDot(pen: Pen, x: number, y: number, { palette, sprites }: Stamping): void {
  const sprite = sprites.get('city', [6, 6], (paint) => {
    paint.fillStyle = palette.muted;
    paint.beginPath();
    paint.arc(0, 0, 2, 0, 2 * Math.PI);
    paint.fill();
  });
  sprites.stamp(pen, sprite, x, y);
}
