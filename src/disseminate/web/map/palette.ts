import { useEffect, useState } from 'react';

const TOKENS = ['ground', 'surface', 'line', 'text', 'muted', 'accent', 'on-accent', 'edge'] as const;

/** Colours of the workbench's tokens as a canvas takes them. */
export type Palette = Readonly<Record<(typeof TOKENS)[number], string>> & {
  /** Land and sea. */
  readonly land: string;
  readonly sea: string;
};

/** A token may hold `light-dark(…)`: only what an element has in the end is a colour. */
function readPalette(): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const read = (value: string) => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(TOKENS.map((name) => [name, read(`var(--${name})`)]));
  const palette = { ...colours, land: read('var(--map-land)'), sea: read('var(--map-sea)') } as Palette;
  probe.remove();
  return palette;
}

/** The colours that hold now, also after the theme was changed. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const refresh = () => setPalette(readPalette());
    const prefers = window.matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(refresh);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    prefers.addEventListener('change', refresh);
    return () => {
      observer.disconnect();
      prefers.removeEventListener('change', refresh);
    };
  }, []);
  return palette;
}
