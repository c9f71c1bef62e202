import type { Casing } from './casing.ts';
import { addProduct, addTo, cutNegatives } from './dense.ts';
import { INPUT, type Network, TAG, WIDTHS } from './parser-network.ts';
import { makeWordSlots, SIDES, SLOTS } from './word-slots.ts';

/** The first convolution of the parser network. */
export interface FirstLayer {
  /** Its output for the words of a sentence, `channels` values a word. */
  run(forms: readonly string[], tags: Int32Array, casing: Casing): Float32Array;
}

/**
 * Before it cuts off, a convolution adds up what each of three words gives to the one in the middle; and of what a word
 * gives, all but the share of its tag depends on its form alone. So both are worked out once, for every tag and for
 * every form that comes, and the layer is six rows of a table added up.
 */
export function makeFirstLayer(network: Network, vocabulary: ReadonlyMap<string, number>): FirstLayer {
  const { parameters, shape } = network;
  const { channels, dilations } = shape;
  const table = new Float32Array((SLOTS + shape.tags) * SIDES * channels);
  const bias = parameters['conv0.bias']!;
  /** What a word gives to the next, to itself and to the one before. */
  const project = (input: Float32Array, row: number): void => {
    table.fill(0, row * SIDES * channels, (row + 1) * SIDES * channels);
    for (let side = 0; side < SIDES; side++) {
      const at = (row * SIDES + side) * channels;
      addProduct(parameters[`conv0.${side}`]!, 0, input, 0, table, at, channels, INPUT);
    }
  };
  for (let tag = 0; tag < shape.tags; tag++) {
    const input = new Float32Array(INPUT);
    input.set(parameters['tag']!.subarray(tag * WIDTHS.tag, (tag + 1) * WIDTHS.tag), TAG.from);
    project(input, SLOTS + tag);
  }
  const slots = makeWordSlots(network, vocabulary, project);
  const run = (forms: readonly string[], tags: Int32Array, casing: Casing): Float32Array => {
    const size = forms.length;
    const own = new Int32Array(size);
    slots.find(forms, casing, own);
    const out = new Float32Array(size * channels);
    for (let i = 0; i < size; i++) {
      out.set(bias, i * channels);
      for (let side = 0; side < SIDES; side++) {
        const from = i + (side - 1) * dilations[0]!;
        if (from < 0 || from >= size) continue;
        addTo(out, i * channels, table, (own[from]! * SIDES + side) * channels, channels);
        addTo(out, i * channels, table, ((SLOTS + tags[from]!) * SIDES + side) * channels, channels);
      }
    }
    cutNegatives(out);
    return out;
  };
  return { run };
}
