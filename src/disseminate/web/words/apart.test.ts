import { expect, test } from 'vitest';
import { setApart } from './apart.ts';

test('words that turn the direction are set apart, others stay', () => {
  expect(setApart('Harbour Wire')).toBe('Harbour Wire');
  expect(setApart('\u202eeriW')).toBe('\u2068eriW\u2069');
  expect(setApart('a\u2069\u2066b')).toBe('\u2068ab\u2069');
  expect(setApart('الجزيرة')).toBe('\u2068الجزيرة\u2069');
});
