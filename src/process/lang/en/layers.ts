import type { Arithmetic } from './arithmetic.ts';

type Matrices = Readonly<Record<string, Float32Array>>;

/** A layer's number, what comes in from below, and its size. */
export interface LayerInput {
  readonly l: number;
  readonly below: Float32Array;
  /** Words. */
  readonly size: number;
  /** Values that come out for each word. */
  readonly channels: number;
  readonly arithmetic: Arithmetic;
}

/** The word and its two neighbours at the given distance, through one matrix each, cut off below nought. */
export function convolve(
  matrices: Matrices,
  { l, below, size, channels, arithmetic }: LayerInput,
  dilation: number,
): Float32Array {
  const columns = below.length / size;
  const bias = matrices[`conv${l}.bias`]!;
  const sides = [matrices[`conv${l}.0`]!, matrices[`conv${l}.1`]!, matrices[`conv${l}.2`]!];
  const out = arithmetic.floats(size * channels);
  for (let i = 0; i < size; i++) out.set(bias, i * channels);
  for (let side = 0; side < 3; side++) {
    // The words that have a neighbour on this side, and those neighbours, both lie one after another.
    const shift = (side - 1) * dilation;
    const first = Math.max(0, -shift);
    const count = Math.min(size, size - shift) - first;
    const extent = { rows: channels, columns, count };
    arithmetic.addProducts(sides[side]!, below, (first + shift) * columns, out, first * channels, extent);
  }
  arithmetic.cutNegatives(out);
  if (l > 0) arithmetic.addTo(out, below);
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
  const { l, below, size, channels, arithmetic } = layer;
  const update = project(matrices, `gate${l}.update`, layer);
  const value = project(matrices, `gate${l}.value`, layer);
  arithmetic.squash(update);
  const memory = arithmetic.floats(size * channels);
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
  const out = arithmetic.floats(below.length);
  out.set(below);
  arithmetic.addTo(out, memory);
  return { update, value, memory, out };
}

function project(
  matrices: Matrices,
  name: string,
  { below, size, channels, arithmetic }: LayerInput,
): Float32Array {
  const out = arithmetic.floats(size * channels);
  const bias = matrices[`${name}.bias`]!;
  for (let i = 0; i < size; i++) out.set(bias, i * channels);
  arithmetic.addProducts(matrices[name]!, below, 0, out, 0, {
    rows: channels,
    columns: channels,
    count: size,
  });
  return out;
}
