import { useRemembered } from '../components/remembered.ts';

export const LAYERS = ['claims', 'events', 'times', 'places', 'names'] as const;
export type Layer = (typeof LAYERS)[number];

function isLayerList(value: unknown): value is Layer[] {
  return Array.isArray(value) && value.every((layer) => LAYERS.includes(layer));
}

/** The layers drawn over the text, as this browser remembers them. */
export function useLayers() {
  return useRemembered<Layer[]>('layers', ['claims', 'events', 'times'], isLayerList);
}
