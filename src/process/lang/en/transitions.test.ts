import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseState, PLACES } from './transitions.ts';

const LABELS = 3;
const ROOT = 2;

describe('ParseState', () => {
  it('builds the tree that its actions say', () => {
    // Two words: the first hangs on the second, that on the root.
    const state = new ParseState(2, LABELS, ROOT);
    for (const action of [0, 1, 0, 1 + ROOT]) {
      expect(state.isLegal(action)).toBe(true);
      state.apply(action);
    }
    expect(state.isDone).toBe(true);
    expect([...state.heads]).toEqual([1, -1]);
    expect([...state.labels]).toEqual([0, ROOT]);
  });

  it('shows the network the top of the stack, the next word and their children', () => {
    const state = new ParseState(3, LABELS, ROOT);
    for (const action of [0, 2, 0]) state.apply(action);
    const words = new Int32Array(PLACES);
    const buckets = new Int32Array(11);
    state.writePlaces(words, buckets);
    expect([...words]).toEqual([1, 4, 4, 2, 0, 4, 4, 4]);
    expect([...buckets]).toEqual([2, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0]);
  });

  it('begins a shorter sentence as if it were the first', () => {
    const state = new ParseState(3, LABELS, ROOT);
    for (const action of [0, 2, 0, 0]) state.apply(action);
    state.restart(2);
    const places = (of: ParseState): number[][] => {
      const words = new Int32Array(PLACES);
      const buckets = new Int32Array(11);
      of.writePlaces(words, buckets);
      return [[...words], [...buckets]];
    };
    const fresh = new ParseState(2, LABELS, ROOT);
    for (const action of [0, 1, 0, 1 + ROOT]) {
      expect(places(state)).toEqual(places(fresh));
      state.apply(action);
      fresh.apply(action);
    }
    expect(state.isDone).toBe(true);
    expect([...state.heads.subarray(0, 2)]).toEqual([...fresh.heads]);
  });

  it('always ends in a tree with one root, whatever legal actions are taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 }),
        (size, choices) => {
          const state = new ParseState(size, LABELS, ROOT);
          for (let k = 0; !state.isDone; k++) {
            const legal = [...Array(1 + 2 * LABELS).keys()].filter((action) => state.isLegal(action));
            expect(legal.length).toBeGreaterThan(0);
            state.apply(legal[choices[k]! % legal.length]!);
          }
          const roots = [...state.heads.keys()].filter((i) => state.heads[i] === -1);
          expect(roots).toHaveLength(1);
          expect(state.labels[roots[0]!]).toBe(ROOT);
          for (let i = 0; i < size; i++) {
            let steps = 0;
            for (let at = i; at >= 0; at = state.heads[at]!) expect(steps++).toBeLessThanOrEqual(size);
          }
        },
      ),
    );
  });
});
