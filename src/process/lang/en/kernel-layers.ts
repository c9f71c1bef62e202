import type { Casing } from './casing.ts';
import { type CodedMatrix, listBytes, type Machine, putMatrix, type Room } from './machine.ts';
import { INPUT, type Network, TAG, WIDTHS } from './parser-network.ts';
import { makeWordSlots, SIDES, SLOTS } from './word-slots.ts';

/** A network with the matrices that are multiplied also as their file has them, by name. */
export interface CodedNetwork extends Network {
  readonly coded: Readonly<Record<string, CodedMatrix>>;
}

/** Addresses of the vectors of a sentence on their way, one vector a word. */
export interface Vectors {
  readonly x: number;
  readonly y: number;
  readonly update: number;
  readonly value: number;
  /** As whole numbers, and what one is worth in each vector. */
  readonly codes: number;
  readonly units: number;
}

export function takeVectors(room: Room, { shape }: Network, longest: number): Vectors {
  const { channels } = shape;
  const floats = (): number => room.take(4 * channels * longest);
  return {
    x: floats(),
    y: floats(),
    update: floats(),
    value: floats(),
    codes: room.take(2 * channels * longest),
    units: room.take(4 * longest),
  };
}

/** Writes to y what it makes of x, for so many words. */
type Layer = (x: number, y: number, size: number) => void;

/** Runs all layers over a sentence, and gives the address of what comes out. */
export type Layers = (forms: readonly string[], tags: Int32Array, casing: Casing) => number;

/** What the layers are made from. */
export interface LayersInput {
  readonly network: CodedNetwork;
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly vectors: Vectors;
  /** Most words of a sentence. */
  readonly longest: number;
}

/** Asks for room at once, and gives the layers when the memory is there. */
export function planLayers(room: Room, input: LayersInput): (machine: Machine) => Layers {
  const { network, vectors } = input;
  const planFirst = planFirstLayer(room, input);
  const plans = network.shape.dilations
    .slice(1)
    .map((dilation, k) => (dilation === 0 ? planRecurrence : planConvolution)(room, input, k + 1));
  return (machine) => {
    const first = planFirst(machine);
    const layers = plans.map((plan) => plan(machine));
    return (forms, tags, casing) => {
      let { x, y } = vectors;
      first(forms, tags, casing, x);
      for (let k = 0; k < layers.length; k++) {
        layers[k]!(x, y, forms.length);
        [x, y] = [y, x];
      }
      return x;
    };
  };
}

/** Values of the input that belong to the form, those that are learnt and all. */
const LEARNT_OF_FORM = TAG.from;
const OF_FORM = INPUT - WIDTHS.tag;

/** See `makeFirstLayer`, which does the same in plain code. The inputs of a form and of a tag have a matrix each. */
function planFirstLayer(
  room: Room,
  { network, vocabulary, longest }: LayersInput,
): (machine: Machine) => (forms: readonly string[], tags: Int32Array, casing: Casing, y: number) => void {
  const { parameters, shape } = network;
  const { channels, dilations } = shape;
  const wide = 4 * channels;
  const table = room.take((SLOTS + shape.tags) * SIDES * wide);
  const nothing = room.take(wide);
  const inputAt = room.take(4 * OF_FORM);
  const listAt = room.take(4 * 2 * SIDES * longest);
  const bias = room.put(parameters['conv0.bias']!);
  const ofForm = new Float32Array(SIDES * channels * OF_FORM);
  const ofTag = new Float32Array(SIDES * channels * WIDTHS.tag);
  for (let row = 0; row < SIDES * channels; row++) {
    const matrix = parameters[`conv0.${Math.floor(row / channels)}`]!;
    const weights = matrix.subarray((row % channels) * INPUT, (1 + (row % channels)) * INPUT);
    ofForm.set(weights.subarray(0, TAG.from), row * OF_FORM);
    ofForm.set(weights.subarray(TAG.to), row * OF_FORM + TAG.from);
    ofTag.set(weights.subarray(TAG.from, TAG.to), row * WIDTHS.tag);
  }
  const formMatrix = room.put(ofForm);
  const tagMatrix = room.put(ofTag);
  const tagInputs = room.put(parameters['tag']!);
  return ({ kernel, memory }) => {
    const list = new Int32Array(memory, listAt, 2 * SIDES * longest);
    const own = new Int32Array(longest);
    const input = new Float32Array(memory, inputAt, OF_FORM);
    const project = (values: Float32Array, slot: number, hasVector: boolean): void => {
      for (let k = 0; k < TAG.from; k++) input[k] = values[k]!;
      for (let k = TAG.to; k < INPUT; k++) input[k - WIDTHS.tag] = values[k]!;
      const columns = hasVector ? OF_FORM : LEARNT_OF_FORM;
      kernel.product(
        formMatrix,
        4 * OF_FORM,
        inputAt,
        table + slot * SIDES * wide,
        SIDES * channels,
        columns,
      );
    };
    for (let tag = 0; tag < shape.tags; tag++) {
      const x = tagInputs + 4 * WIDTHS.tag * tag;
      const y = table + (SLOTS + tag) * SIDES * wide;
      kernel.product(tagMatrix, 4 * WIDTHS.tag, x, y, SIDES * channels, WIDTHS.tag);
    }
    const slots = makeWordSlots(network, vocabulary, project);
    return (forms, tags, casing, y) => {
      const size = forms.length;
      slots.find(forms, casing, own);
      let at = 0;
      for (let i = 0; i < size; i++) {
        for (let side = 0; side < SIDES; side++) {
          const from = i + (side - 1) * dilations[0]!;
          const isWord = from >= 0 && from < size;
          list[at++] = isWord ? table + (own[from]! * SIDES + side) * wide : nothing;
          list[at++] = isWord ? table + ((SLOTS + tags[from]!) * SIDES + side) * wide : nothing;
        }
      }
      kernel.sumRows(listAt, 2 * SIDES, bias, y, channels, size);
    };
  };
}

/**
 * See `convolve`, which does the same in plain code. Of what the first layer gives nine numbers in ten are nought, so the
 * others are listed for each word, which then gives to the next word, to itself and to the one before.
 */
function planConvolution(
  room: Room,
  { network, vectors }: LayersInput,
  l: number,
): (machine: Machine) => Layer {
  const { coded, parameters, shape } = network;
  const { channels } = shape;
  const wide = 4 * channels;
  const dilation = shape.dilations[l]!;
  const { codes, units } = vectors;
  const sides = [0, 1, 2].map((side) => putMatrix(room, coded[`conv${l}.${side}`]!));
  const bias = room.put(parameters[`conv${l}.bias`]!);
  const list = room.take(listBytes(channels));
  return ({ kernel }) =>
    (x, y, size) => {
      kernel.code(x, codes, units, channels, size);
      for (let i = 0; i < size; i++) {
        const end = kernel.listPairs(codes + 2 * channels * i, list, channels);
        for (let side = 0; side < 3; side++) {
          const word = i + (1 - side) * dilation;
          if (word < 0 || word >= size) continue;
          const { w, scales } = sides[side]!;
          const to = y + wide * word;
          const isFirst = side === 0 || (side === 1 && i < dilation);
          const from = isFirst ? bias : to;
          kernel.listProducts(w, scales, list, end, units + 4 * i, from, to, channels, channels);
        }
      }
      kernel.cutAndAdd(y, x, size * channels);
    };
}

/** See `recur`, which does the same in plain code. */
function planRecurrence(
  room: Room,
  { network, vectors }: LayersInput,
  l: number,
): (machine: Machine) => Layer {
  const { coded, parameters, shape } = network;
  const { channels } = shape;
  const { update, value, codes, units } = vectors;
  const parts = ['update', 'value'].map((part) => ({
    ...putMatrix(room, coded[`gate${l}.${part}`]!),
    bias: room.put(parameters[`gate${l}.${part}.bias`]!),
    to: part === 'update' ? update : value,
  }));
  return ({ kernel }) =>
    (x, y, size) => {
      kernel.code(x, codes, units, channels, size);
      for (let k = 0; k < parts.length; k++) {
        const { w, scales, bias, to } = parts[k]!;
        kernel.products(w, scales, codes, units, bias, 0, to, 4 * channels, channels, channels, size);
      }
      kernel.squash(update, size * channels);
      kernel.remember(update, value, x, y, channels, size);
    };
}
