import { addProducts, addTo, cutNegatives, squash } from './dense.ts';

type Matrices = Readonly<Record<string, Float32Array>>;

/** A layer's number, what comes in from below, and its size. */
export interface LayerInput {
  readonly l: number;
  readonly below: Float32Array;
  /** Words. */
  readonly size: number;
  /** Values that come out for each word. */
  readonly channels: number;
}

/** The word and its two neighbours at the given distance, through one matrix each, cut off below nought. */
export function convolve(
  matrices: Matrices,
  { l, below, size, channels }: LayerInput,
  dilation: number,
): Float32Array {
  const columns = below.length / size;
  const bias = matrices[`conv${l}.bias`]!;
  const sides = [matrices[`conv${l}.0`]!, matrices[`conv${l}.1`]!, matrices[`conv${l}.2`]!];
  const out = new Float32Array(size * channels);
  for (let i = 0; i < size; i++) out.set(bias, i * channels);
  for (let side = 0; side < 3; side++) {
    // The words that have a neighbour on this side, and those neighbours, both lie one after another.
    const shift = (side - 1) * dilation;
    const first = Math.max(0, -shift);
    const count = Math.min(size, size - shift) - first;
    const extent = { rows: channels, columns, count };
    addProducts(sides[side]!, below, (first + shift) * columns, out, first * channels, extent);
  }
  cutNegatives(out);
  if (l > 0) addTo(out, 0, below, 0, out.length);
  return out;
}

/** What a recurrent layer computes on the way; `out` is `below` plus `memory`. */
export interface GateValues {
  readonly update: Float32Array;
  readonly value: Float32Array;
  readonly memory: Float32Array;
  readonly out: Float32Array;
}

/**
 * A gated recurrence whose gates look at the word alone (the minimal gated unit of Feng et al. 2024):
 * memory = (1 − update) · memory before + update · value. Half of the channels read forwards, half backwards, so
 * that every word knows something of the whole sentence.
 */
export function recur(matrices: Matrices, layer: LayerInput): GateValues {
  const { l, below, size, channels } = layer;
  const update = project(matrices, `gate${l}.update`, layer);
  const value = project(matrices, `gate${l}.value`, layer);
  squash(update);
  const memory = new Float32Array(size * channels);
  const half = channels / 2;
  for (let step = 0; step < size; step++) {
    const forward = step * channels;
    const backward = (size - 1 - step) * channels;
    for (let c = 0; c < channels; c++) {
      const k = c < half ? forward + c : backward + c;
      const before = step === 0 ? 0 : memory[c < half ? k - channels : k + channels]!;
      memory[k] = before + update[k]! * (value[k]! - before);
    }
  }
  const out = below.slice();
  addTo(out, 0, memory, 0, out.length);
  return { update, value, memory, out };
}

function project(matrices: Matrices, name: string, { below, size, channels }: LayerInput): Float32Array {
  const out = new Float32Array(size * channels);
  const bias = matrices[`${name}.bias`]!;
  for (let i = 0; i < size; i++) out.set(bias, i * channels);
  addProducts(matrices[name]!, below, 0, out, 0, { rows: channels, columns: channels, count: size });
  return out;
}
