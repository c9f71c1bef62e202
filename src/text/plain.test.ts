import { describe, expect, it } from 'vitest';
import { hasWord, makeLine } from './plain.ts';

describe('makeLine', () => {
  it.each([
    [' Ann\n\tExample ', 'Ann Example'],
    ['a\u202eb\u200bc\ufeff', 'abc'],
    ['\u001b[31mred', '[31mred'],
    ['\u0000\u0007', ''],
    ['<b>bold</b> & so on', '<b>bold</b> & so on'],
  ])('makes %j %j', (text, line) => {
    expect(makeLine(text)).toBe(line);
  });
});

describe('hasWord', () => {
  it.each([
    ['…!?', false],
    ['', false],
    ['ok', true],
    ['4', true],
    ['误', true],
  ])('%j: %s', (text, has) => {
    expect(hasWord(text)).toBe(has);
  });
});
