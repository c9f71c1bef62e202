import type { Writable } from 'node:stream';
import { createColors } from 'picocolors';

type Paint = (text: string) => string;

/** The few styles that output uses; each does nothing where colour is off. None carries meaning alone. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly strike: Paint;
  readonly underline: Paint;
  /** What draws the eye: names of those who speak. */
  readonly accent: Paint;
  readonly good: Paint;
  readonly warn: Paint;
  readonly bad: Paint;
}

/** Where text goes, how wide it is, and whether anybody looks at it. */
export interface Terminal {
  /** Writes text and waits until there is room for more. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTty: boolean;
  /** Columns to fill: the terminal's, between 40 and 100. */
  readonly width: number;
  readonly style: Style;
}

const NARROWEST = 40;
/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 100;

/**
 * Whether to colour: `--no-color` and NO_COLOR (any value) say no, FORCE_COLOR yes, else only a terminal that can.
 *
 * See https://no-color.org
 */
export function wantsColor(
  isTty: boolean,
  {
    env,
    flag,
  }: { readonly env: Readonly<Record<string, string | undefined>>; readonly flag?: boolean | undefined },
): boolean {
  if (flag === false || (env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0';
  return isTty && env['TERM'] !== 'dumb';
}

export function makeStyle(isColored: boolean): Style {
  const colors = createColors(isColored);
  return {
    bold: colors.bold,
    dim: colors.dim,
    strike: colors.strikethrough,
    underline: colors.underline,
    accent: colors.cyan,
    good: colors.green,
    warn: colors.yellow,
    bad: colors.red,
  };
}

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export function makeTerminal(
  stream: Stream,
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly color?: boolean | undefined;
  },
): Terminal {
  const isTty = stream.isTTY === true;
  const columns = stream.columns ?? (Number(options.env['COLUMNS']) || 80);
  return {
    isTty,
    width: Math.min(WIDEST, Math.max(NARROWEST, columns)),
    style: makeStyle(wantsColor(isTty, { env: options.env, flag: options.color })),
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
  };
}

/** One value as one line of JSON whose control characters, C1 included, are escaped: a terminal obeys some of those. */
export function formatJsonLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${json.replace(/[\u007f-\u009f\u2028\u2029]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
