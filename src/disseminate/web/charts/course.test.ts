import { describe, expect, it } from 'vitest';
import { cutIntoStretches, type Day, findTop } from './course.ts';

const day = (p?: number, level?: Day['level']): Day => ({
  day: '2031-05-01',
  isOutcome: false,
  ...(p === undefined ? {} : { p }),
  ...(level === undefined ? {} : { level }),
});

describe('findTop', () => {
  it('is round and leaves air above the highest', () => {
    expect(findTop([0.04])).toBe(0.1);
    expect(findTop([0.1])).toBe(0.25);
    expect(findTop([0.34, 0.2])).toBe(0.5);
    expect(findTop([0.97])).toBe(1);
    expect(findTop([])).toBe(0.1);
  });
});

describe('cutIntoStretches', () => {
  it('cuts at gaps and where the level changes', () => {
    const days = [day(), day(0.1, 'normal'), day(0.2, 'normal'), day(0.3, 'high'), day(), day(0.1, 'high')];
    expect(cutIntoStretches(days)).toEqual([
      { from: 1, points: [0.1, 0.2], level: 'normal' },
      { from: 3, points: [0.3], level: 'high' },
      { from: 5, points: [0.1], level: 'high' },
    ]);
  });
});
