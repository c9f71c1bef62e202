import type { Casing } from './casing.ts';
import { INPUT, lookUp, type Network, ROWS, TAG, WIDTHS, writeRows } from './parser-network.ts';

/** The first convolution of the parser network. */
export interface FirstLayer {
  /** Its output for the words of a sentence, `channels` values a word. */
  run(forms: readonly string[], tags: Int32Array, casing: Casing): Float32Array;
}

/** Word forms whose sums are remembered. */
const SLOTS = 8192;
const SIDES = 3;

/** Floats that a first layer keeps for good. */
export function countKept({ tags, channels }: Network['shape']): number {
  return (SLOTS + tags) * SIDES * channels + INPUT;
}

/**
 * Before it cuts off, a convolution adds up what each of three words gives to the one in the middle; and of what a word
 * gives, all but the share of its tag depends on its form alone. So both are worked out once, for every tag and for
 * every form that comes, and the layer is six rows of a table added up. When the table is full it is begun anew, so that
 * hostile text with ever new words costs no more room, and no more time than without the table.
 */
export function makeFirstLayer(network: Network, vocabulary: ReadonlyMap<string, number>): FirstLayer {
  const { parameters, shape, arithmetic, words } = network;
  const { channels, dilations } = shape;
  const table = arithmetic.keep(new Float32Array((SLOTS + shape.tags) * SIDES * channels));
  const alone = arithmetic.keep(new Float32Array(INPUT));
  const bias = parameters['conv0.bias']!;
  const starts = arithmetic.keepInts(2 * SIDES);
  /** What a word gives to the next, to itself and to the one before. */
  const project = (row: number): void => {
    table.fill(0, row * SIDES * channels, (row + 1) * SIDES * channels);
    for (let side = 0; side < SIDES; side++) {
      const at = (row * SIDES + side) * channels;
      const extent = { rows: channels, columns: INPUT, count: 1 };
      arithmetic.addProducts(parameters[`conv0.${side}`]!, alone, 0, table, at, extent);
    }
  };
  for (let tag = 0; tag < shape.tags; tag++) {
    alone.fill(0);
    alone.set(parameters['tag']!.subarray(tag * WIDTHS.tag, (tag + 1) * WIDTHS.tag), TAG.from);
    project(SLOTS + tag);
  }
  const slots = new Map<string, number>();
  const rows = new Int32Array(ROWS);
  const slotOf = (form: string, casing: Casing): number => {
    const key = casing[0] + form.slice(0, 60);
    const known = slots.get(key);
    if (known !== undefined) return known;
    const slot = slots.size;
    writeRows(form, { casing, tag: 0, vocabulary, words }, rows, 0);
    lookUp(network, rows, alone);
    alone.fill(0, TAG.from, TAG.to);
    project(slot);
    slots.set(key, slot);
    return slot;
  };
  const run = (forms: readonly string[], tags: Int32Array, casing: Casing): Float32Array => {
    const size = forms.length;
    if (size > SLOTS) throw new RangeError(`a sentence of ${size} words is too long to parse: cut it`);
    if (slots.size + size > SLOTS) slots.clear();
    const own = Int32Array.from(forms, (form) => slotOf(form, casing));
    const out = arithmetic.floats(size * channels);
    for (let i = 0; i < size; i++) {
      let count = 0;
      for (let side = 0; side < SIDES; side++) {
        const from = i + (side - 1) * dilations[0]!;
        if (from < 0 || from >= size) continue;
        starts[count++] = (own[from]! * SIDES + side) * channels;
        starts[count++] = ((SLOTS + tags[from]!) * SIDES + side) * channels;
      }
      const sum = out.subarray(i * channels, (i + 1) * channels);
      sum.set(bias);
      arithmetic.addRows(sum, table, starts, count);
    }
    arithmetic.cutNegatives(out);
    return out;
  };
  return { run };
}
