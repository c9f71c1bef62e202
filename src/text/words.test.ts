import { expect, it } from 'vitest';
import { isUnspaced, splitWords } from './words.ts';

const texts = (text: string, limit?: number) => splitWords(text, limit).map((word) => word.text);

it('finds words and numbers with their places', () => {
  expect(splitWords('At 2,500, B-52s.')).toEqual([
    { text: 'At', start: 0, end: 2 },
    { text: '2,500', start: 3, end: 8 },
    { text: 'B', start: 10, end: 11 },
    { text: '52', start: 12, end: 14 },
    { text: 's', start: 14, end: 15 },
  ]);
});

it('keeps apostrophes inside words and marks on letters, and leaves quotation marks out', () => {
  expect(texts("Kata’ib ‘said’ 'no'")).toEqual(['Kata’ib', 'said', 'no']);
  expect(texts('الخارجية élan')).toEqual(['الخارجية', 'élan']);
});

it('takes scripts without blanks one character at a time', () => {
  expect(texts('伊拉克 war')).toEqual(['伊', '拉', '克', 'war']);
  expect(isUnspaced('伊')).toBe(true);
  expect(isUnspaced('a')).toBe(false);
});

it('stops at the limit', () => {
  expect(texts('a b c', 2)).toEqual(['a', 'b']);
});
