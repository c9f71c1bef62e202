import type { ParseState } from '../src/process/lang/en/transitions.ts';

/** A gold tree for the oracle; the head of the root word is `size`. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** For each word, and the root, its dependents to the right, ascending. */
  readonly rightDependents: readonly (readonly number[])[];
  /** For each word, and the root, its dependents to the left, ascending. */
  readonly leftDependents: readonly (readonly number[])[];
}

/** Prepares a tree; `heads` count from 0 with -1 for the root. */
export function makeGoldTree(heads: readonly number[], labels: readonly number[]): GoldTree {
  const size = heads.length;
  const rightDependents: number[][] = Array.from({ length: size + 1 }, () => []);
  const leftDependents: number[][] = Array.from({ length: size + 1 }, () => []);
  const fixed = Int32Array.from(heads, (head) => (head < 0 ? size : head));
  for (let i = 0; i < size; i++) (fixed[i]! < i ? rightDependents : leftDependents)[fixed[i]!]!.push(i);
  return { heads: fixed, labels: Int32Array.from(labels), rightDependents, leftDependents };
}

/** How many gold arcs each move makes unreachable (Goldberg and Nivre 2013); Infinity for illegal moves. */
export interface Costs {
  shift: number;
  left: number;
  right: number;
}

export function findCosts(state: ParseState, gold: GoldTree, onStack: Uint8Array): Costs {
  const { stack, depth, next } = state;
  const costs: Costs = { shift: Infinity, left: Infinity, right: Infinity };
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  if (state.canShift) {
    const head = gold.heads[next]!;
    let lost = head < next && head !== s0 && onStack[head] === 1 ? 1 : 0;
    for (const dependent of gold.leftDependents[next]!) if (onStack[dependent] === 1) lost++;
    costs.shift = lost;
  }
  if (s0 < 0) return costs;
  let lostDependents = 0;
  for (const dependent of gold.rightDependents[s0]!) if (dependent >= next) lostDependents++;
  const head = gold.heads[s0]!;
  if (state.canLeft) {
    const lostHead = (depth > 1 && head === stack[depth - 2]) || (head >= next && head !== next);
    costs.left = lostDependents + (lostHead ? 1 : 0);
  }
  if (state.canRight) costs.right = lostDependents + (head >= next ? 1 : 0);
  return costs;
}
