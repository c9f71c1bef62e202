import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../src/disseminate/web/styles/tokens.css', import.meta.url), 'utf8');

type Colour = readonly [red: number, green: number, blue: number];
type Theme = 'light' | 'dark';

const THEMES: readonly Theme[] = ['light', 'dark'];

const PAIRS = new Map(
  [...tokens.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

const WASHES = new Map(
  [...tokens.matchAll(/--(wash-[a-z]+): color-mix\(in srgb, var\(--([a-z-]+)\) (\d+)%/g)].map((match) => [
    match[1] ?? '',
    { of: match[2] ?? '', share: Number(match[3]) / 100 },
  ]),
);

function getColour(name: string, theme: Theme): Colour {
  const hex = PAIRS.get(name)?.[theme];
  if (hex === undefined) throw new Error(`tokens.css has no --${name}`);
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** A wash laid over a ground. */
function mix(over: Colour, under: Colour, share: number): Colour {
  const channel = (at: 0 | 1 | 2) => over[at] * share + under[at] * (1 - share);
  return [channel(0), channel(1), channel(2)];
}

/** Relative luminance after WCAG 2.2. */
function getLuminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function getContrast(a: Colour, b: Colour): number {
  const [light, dark] = [getLuminance(a), getLuminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('the %s tokens', (theme) => {
  const grounds = ['ground', 'surface'] as const;

  it.each(['text', 'muted', 'accent'])('keep --%s readable on ground and surface', (name) => {
    for (const ground of grounds) {
      const contrast = getContrast(getColour(name, theme), getColour(ground, theme));
      expect(contrast, `--${name} on --${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['wash-claim', 'wash-selected', 'wash-name', 'wash-away'])('keep text readable on --%s', (name) => {
    const wash = WASHES.get(name);
    if (wash === undefined) throw new Error(`tokens.css has no --${name}`);
    for (const ground of grounds) {
      const fill = mix(getColour(wash.of, theme), getColour(ground, theme), wash.share);
      expect(getContrast(getColour('text', theme), fill), `on --${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keep the words on an accent button readable', () => {
    const contrast = getContrast(getColour('on-accent', theme), getColour('accent', theme));
    expect(contrast).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['edge', 'muted', 'accent', 'actor-1', 'actor-2', 'actor-3', 'actor-4', 'actor-5', 'actor-6'])(
    'keep marks in --%s visible on ground and surface',
    (name) => {
      for (const ground of grounds) {
        const contrast = getContrast(getColour(name, theme), getColour(ground, theme));
        expect(contrast, `--${name} on --${ground}`).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
