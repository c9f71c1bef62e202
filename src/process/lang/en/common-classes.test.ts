import { describe, expect, it } from 'vitest';
import { pickCommon } from './common-classes.ts';

describe('pickCommon', () => {
  it('keeps the classes that win most, and the greatest weight of all others', () => {
    const rows = {
      hashes: Int32Array.of(11, 22, 33, 44),
      counts: Uint8Array.of(3, 2, 2, 1),
      classes: Uint8Array.of(0, 2, 3, 1, 3, 0, 2, 0),
      codes: Int8Array.of(9, 5, 60, -4, 90, 7, 8, -3),
    };
    const { rows: common, classes } = pickCommon(rows, 4, 2);
    expect([...classes]).toEqual([2, 3]);
    expect([...common.counts]).toEqual([3, 1, 2, 0]);
    expect([...common.classes]).toEqual([0, 1, 2, 1, 0, 2]);
    expect([...common.codes]).toEqual([5, 60, 9, 90, 8, 7]);
  });
});
