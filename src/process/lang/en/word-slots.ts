import type { Casing } from './casing.ts';
import { INPUT, lookUp, type Network, ROWS, TAG, writeRows } from './parser-network.ts';

/** Word forms whose sums are remembered. */
export const SLOTS = 8192;
/** The word before, the word itself, the word behind. */
export const SIDES = 3;

/** Where in the table of the first layer what a word form gives is kept. */
export interface WordSlots {
  /** Writes the slot of every word. They stay good until the next call. */
  find(forms: readonly string[], casing: Casing, slots: Int32Array): void;
}

/**
 * Gives every word form a slot, and has `project` fill it from the form's input, the values of the tag being nought. When
 * no slot is left all are begun anew, so that hostile text with ever new words costs no more room, and no more time than
 * without the table. `vocabulary` gives the rows of the known words.
 */
export function makeWordSlots(
  network: Network,
  vocabulary: ReadonlyMap<string, number>,
  project: (input: Float32Array, slot: number, hasVector: boolean) => void,
): WordSlots {
  const known = new Map<string, number>();
  const input = new Float32Array(INPUT);
  const rows = new Int32Array(ROWS);
  const slotOf = (form: string, casing: Casing): number => {
    const short = form.length > 60 ? form.slice(0, 60) : form;
    const key = casing === 'running' ? short : `${casing}\n${short}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const slot = known.size;
    writeRows(form, { casing, tag: 0, vocabulary, words: network.words }, rows, 0);
    lookUp(network, rows, input);
    input.fill(0, TAG.from, TAG.to);
    project(input, slot, rows[ROWS - 1]! >= 0);
    // A copy, since a part of a text would hold on to the whole.
    known.set(` ${key}`.slice(1), slot);
    return slot;
  };
  const find = (forms: readonly string[], casing: Casing, slots: Int32Array): void => {
    const size = forms.length;
    if (size > SLOTS) throw new RangeError(`a sentence of ${size} words is too long to parse: cut it`);
    if (known.size + size > SLOTS) known.clear();
    for (let i = 0; i < size; i++) slots[i] = slotOf(forms[i]!, casing);
  };
  return { find };
}
