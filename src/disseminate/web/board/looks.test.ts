import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../../model/desk.ts';
import { addLook, findLook, type Looks } from './looks.ts';

const board = (asOf: string, p: number) => ({
  asOf,
  rows: [{ problem: 'a', probability: { p } } as unknown as BoardRow],
});

const first = addLook({}, board('2031-05-20T10:00:00.000Z', 0.2));
const second = addLook(first, board('2031-05-22T10:00:00.000Z', 0.5));

describe('a look at the board', () => {
  it('is compared with the one before it', () => {
    expect(findLook({}, 'a', '2031-05-20T10:00:00.000Z')).toBeUndefined();
    expect(findLook(first, 'a', '2031-05-22T10:00:00.000Z')?.p).toBe(0.2);
    expect(findLook(second, 'a', '2031-05-23T10:00:00.000Z')?.p).toBe(0.5);
    expect(findLook(second, 'b', '2031-05-23T10:00:00.000Z')).toBeUndefined();
  });

  it('is still the same one soon after, so that a reload loses no change', () => {
    const again: Looks = addLook(second, board('2031-05-22T10:20:00.000Z', 0.51));
    expect(again).toEqual(second);
    expect(findLook(again, 'a', '2031-05-22T10:20:00.000Z')?.p).toBe(0.2);
  });

  it('at an earlier state is not remembered, and compared with nothing that came later', () => {
    expect(addLook(second, board('2031-05-01T10:00:00.000Z', 0.1))).toEqual(second);
    expect(findLook(second, 'a', '2031-05-01T10:00:00.000Z')).toBeUndefined();
  });
});
