import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { ClockIcon, NameIcon, PlaceIcon } from '../components/icons.tsx';
import { RealisLine } from '../components/RealisLine.tsx';
import { Sign } from '../components/Sign.tsx';
import { READING } from '../words/text/reading.ts';
import { LAYERS, type Layer } from './layers.ts';

const SIGNS: Readonly<Record<Layer, ReactNode>> = {
  claims: <Sign kind="possible" />,
  events: <RealisLine event={{ realis: 'occurred', background: false }} />,
  times: <ClockIcon />,
  places: <PlaceIcon />,
  names: <NameIcon />,
};

const LABELS: Readonly<Record<Layer, string>> = READING.layers;

interface LayerTogglesProps {
  readonly layers: readonly Layer[];
  readonly onChange: (layers: Layer[]) => void;
}

/** Chooses what is drawn over the text. */
export function LayerToggles({ layers, onChange }: LayerTogglesProps) {
  return (
    <ToggleGroup.Root
      type="multiple"
      className="layers"
      aria-label={READING.shown}
      value={[...layers]}
      onValueChange={(value) => onChange(LAYERS.filter((layer) => value.includes(layer)))}
    >
      {LAYERS.map((layer) => (
        <ToggleGroup.Item key={layer} value={layer} className="layer">
          {SIGNS[layer]}
          {LABELS[layer]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

const KEY = [
  { words: READING.lineKey.done, event: { realis: 'occurred', background: false } },
  { words: READING.lineKey.ordered, event: { realis: 'prepared', background: false } },
  { words: READING.lineKey.open, event: { realis: 'possible', background: false } },
  { words: READING.lineKey.denied, event: { realis: 'denied', background: false } },
  { words: READING.lineKey.history, event: { realis: 'occurred', background: true } },
] as const;

/** What the lines under events mean. */
export function LineKey() {
  return (
    <ul className="line-key" aria-label={READING.lines}>
      {KEY.map(({ words, event }) => (
        <li key={words}>
          <RealisLine event={event} />
          {words}
        </li>
      ))}
    </ul>
  );
}
