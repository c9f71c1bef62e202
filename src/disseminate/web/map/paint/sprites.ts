/* Small pictures that are drawn many times: painted once, then copied. */

export type Pen = CanvasRenderingContext2D;

export interface Sprite {
  readonly image: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
}

/** Kept at most; all are painted again after that. */
const MOST = 3_000;

/** Sprites of one palette and density of pixels. */
export class Sprites {
  readonly density: number;
  readonly #kept = new Map<string, Sprite>();

  constructor(density: number) {
    this.density = density;
  }

  /** The picture of that name, painted on first use with its middle at 0, 0. */
  get(name: string, [width, height]: readonly [number, number], paint: (pen: Pen) => void): Sprite {
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    if (this.#kept.size >= MOST) this.#kept.clear();
    const image = document.createElement('canvas');
    image.width = Math.ceil(width * this.density);
    image.height = Math.ceil(height * this.density);
    const pen = image.getContext('2d');
    if (pen !== null) {
      pen.scale(this.density, this.density);
      pen.translate(width / 2, height / 2);
      paint(pen);
    }
    const sprite = { image, width, height };
    this.#kept.set(name, sprite);
    return sprite;
  }

  /** Copies a picture with its middle at a place, on whole pixels so that it stays sharp. */
  stamp(pen: Pen, { image, width, height }: Sprite, x: number, y: number): void {
    const snap = (value: number) => Math.round(value * this.density) / this.density;
    pen.drawImage(
      image,
      snap(x - width / 2),
      snap(y - height / 2),
      image.width / this.density,
      image.height / this.density,
    );
  }
}

const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Ubuntu, Cantarell, "Noto Sans", Roboto, sans-serif';
export const makeFont = (size: number, weight = 400) => `${weight} ${size}px ${FONT}`;

const measurer = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

/** Pixels that words take; never asked twice. */
export function measureWords(words: string, font: string): number {
  const name = `${font}|${words}`;
  const known = widths.get(name);
  if (known !== undefined) return known;
  if (measurer !== null) measurer.font = font;
  const width = measurer?.measureText(words).width ?? words.length * 7;
  widths.set(name, width);
  return width;
}
