import type { Casing } from './casing.ts';
import type { ParseState } from './transitions.ts';

/**
 * The network as the parser asks it. There are two, which give the same up to the rounding of a float: in plain
 * JavaScript (`plain-scorer.ts`), and many times faster in WebAssembly (`kernel-scorer.ts`).
 */
export interface Scorer {
  /** Takes in a sentence: the states that follow are states of its parse. */
  read(forms: readonly string[], tags: Int32Array, casing: Casing): void;
  /** The legal action with the highest score. */
  choose(state: ParseState): number;
}
