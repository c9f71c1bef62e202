import { describe, expect, it } from 'vitest';
import { describeCounts, describeRole, describeValue } from './picture.ts';

const evidence = { document: 'sha256:00', claim: 'c1', start: 0, end: 1, words: 'w' } as const;

describe('describeCounts', () => {
  it('never adds confirmed and possible origins up', () => {
    expect(describeCounts({ confirmed: 1, possible: 0, relays: 6 })).toBe('1 origin, 6 relays');
    expect(describeCounts({ confirmed: 0, possible: 1, relays: 1 })).toBe('1 possible origin, 1 relay');
    expect(describeCounts({ confirmed: 2, possible: 1, relays: 0 })).toBe('2 origins, 1 possible, 0 relays');
  });

  it('says where none is visible', () => {
    expect(describeCounts({ confirmed: 0, possible: 0, relays: 3 })).toBe('no origin visible, 3 relays');
  });
});

describe('describeRole', () => {
  it('names whom a report repeats, each once and few of them', () => {
    const relays = ['CNN', 'CNN', 'Post'].map((name) => ({ by: 'credit' as const, name, evidence }));
    expect(describeRole({ role: 'echo', relays })).toBe('repeats CNN, Post');
    const many = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ by: 'credit' as const, name, evidence }));
    expect(describeRole({ role: 'echo', relays: many })).toBe('repeats A, B, C and 2 more');
  });

  it('keeps an own word apart from what is repeated beside it', () => {
    const relays = [{ by: 'credit' as const, name: 'CNN', evidence }];
    expect(describeRole({ role: 'ownDenial', relays })).toBe('denies on its own word; also repeats CNN');
  });
});

describe('describeValue', () => {
  it('keeps the bound', () => {
    expect(describeValue({ value: 8, bound: 'atLeast' })).toBe('at least 8');
    expect(describeValue({ value: 1200, bound: 'exactly' })).toBe('1,200');
  });
});
