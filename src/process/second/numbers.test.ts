import { expect, test } from 'vitest';
import { listNumbers } from './numbers.ts';

test.each([
  ['three rockets', [3]],
  ['at least 1,200 people', [1200]],
  ['twenty-one rockets', [21]],
  ['two hundred and five of 1,200', [205, 1200]],
  ['2.5 million', [2500000]],
  ['a dozen', [12]],
  ['two dozen troops', [24]],
  ['between 11 and 16 rockets', [11, 16]],
  ['a soldier', [1]],
  ['hundreds of people', [200]],
  ['rockets', []],
  ['B-52', [52]],
])('%s: %j', (words, expected) => {
  expect(listNumbers(words)).toEqual(expected);
});
