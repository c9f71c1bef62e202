import { expect, it } from 'vitest';
import { makeCodePointIndex } from './codepoints.ts';

it('counts a character beyond the BMP once', () => {
  const text = 'a😀b😀😀c';
  const toCodePoint = makeCodePointIndex(text);
  expect([0, 1, 3, 4, 6, 8, 9].map(toCodePoint)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it('leaves lone surrogates as they are', () => {
  const toCodePoint = makeCodePointIndex('\ud83dx\udc00y');
  expect(toCodePoint(3)).toBe(3);
});
