import { hashFeature } from './hash.ts';

/** The number of a feature, and where the one to three values lie that make it, counted from the start of a piece. */
export type Template = readonly [number: number, a: number, b?: number, c?: number];

/** Templates column by column, so that one loop can run over all of them. */
export interface Templates {
  readonly numbers: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

/** @param nothing where a nought lies, the value of what a template leaves out */
export function compile(templates: readonly Template[], nothing: number): Templates {
  return {
    numbers: Int32Array.from(templates, ([number]) => number),
    a: Int32Array.from(templates, ([, a]) => a),
    b: Int32Array.from(templates, ([, , b]) => b ?? nothing),
    c: Int32Array.from(templates, ([, , , c]) => c ?? nothing),
  };
}

/** Writes the hash of every template for the piece of `values` that starts at `base`, from `at` on. */
export function writeFeatures(
  { numbers, a, b, c }: Templates,
  values: Int32Array,
  base: number,
  out: Int32Array,
  at: number,
): void {
  for (let f = 0; f < numbers.length; f++) {
    const first = values[base + a[f]!]!;
    out[at + f] = hashFeature(numbers[f]!, first, values[base + b[f]!]!, values[base + c[f]!]!);
  }
}
