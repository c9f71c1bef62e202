import { describe, expect, test } from 'vitest';
import { isCompatibleKind, readUnnamedKind } from './unnamed.ts';

describe('readUnnamedKind', () => {
  test('reads who unnamed people are', () => {
    expect(readUnnamedKind('two senior U.S. officials')).toEqual({ kind: 'official', country: 'US' });
    expect(readUnnamedKind('militia sources')).toEqual({ kind: 'militia source' });
    expect(readUnnamedKind('people familiar with the matter')).toEqual({ kind: 'source' });
  });

  test('a country or another kind tells two apart, a bare source does not', () => {
    const us = readUnnamedKind('U.S. officials');
    expect(isCompatibleKind(us, readUnnamedKind('one official'))).toBe(true);
    expect(isCompatibleKind(us, readUnnamedKind('a source'))).toBe(true);
    expect(isCompatibleKind(us, readUnnamedKind('Iraqi officials'))).toBe(false);
    expect(isCompatibleKind(us, readUnnamedKind('a senior officer'))).toBe(false);
  });
});
