import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseState } from '../src/process/lang/en/transitions.ts';
import { findCosts, makeGoldTree } from './oracle.ts';

/** Follows moves of cost nought (or the cheapest) and gives the heads found. */
function follow(heads: readonly number[]): { heads: number[]; cost: number } {
  const gold = makeGoldTree(
    heads,
    heads.map((head) => (head < 0 ? 1 : 0)),
  );
  const state = new ParseState(heads.length, 2, 1);
  const onStack = new Uint8Array(heads.length + 1);
  let cost = 0;
  while (!state.isDone) {
    const costs = findCosts(state, gold, onStack);
    const least = Math.min(costs.shift, costs.left, costs.right);
    cost += least;
    if (costs.left === least) {
      onStack[state.stack[state.depth - 1]!] = 0;
      state.apply(state.next === heads.length ? 2 : 1);
    } else if (costs.right === least) {
      onStack[state.stack[state.depth - 1]!] = 0;
      state.apply(3);
    } else {
      onStack[state.next] = 1;
      state.apply(0);
    }
  }
  return { heads: [...state.heads], cost };
}

/** A random tree without crossing arcs over `size` words: a range picks its head, and gives both sides to it. */
function makeProjective(choices: readonly number[], size: number): number[] {
  const heads = new Array<number>(size).fill(-1);
  const work: [number, number, number][] = [[0, size, -1]];
  for (let k = 0; work.length > 0; k++) {
    const [from, to, head] = work.pop()!;
    if (from >= to) continue;
    const at = from + (choices[k % choices.length]! % (to - from));
    heads[at] = head;
    work.push([from, at, at], [at + 1, to, at]);
  }
  return heads;
}

describe('findCosts', () => {
  it('leads to the gold tree wherever no arcs cross', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 }),
        fc.integer({ min: 1, max: 14 }),
        (choices, size) => {
          const heads = makeProjective(choices, size);
          expect(follow(heads)).toEqual({ heads, cost: 0 });
        },
      ),
    );
  });

  it('still ends in one tree where arcs cross', () => {
    // 0 ← 2 and 1 ← 3 cross.
    const found = follow([2, 3, -1, 2]);
    expect(found.cost).toBeGreaterThan(0);
    expect(found.heads.filter((head) => head === -1)).toHaveLength(1);
  });
});
