import { expect, it } from 'vitest';
import { findWord, makeProbability } from './probability.ts';

it('gives each probability its ICD 203 word, bounds belonging to the higher one', () => {
  const words = [0, 0.049, 0.05, 0.199, 0.2, 0.449, 0.45, 0.549, 0.55, 0.8, 0.949, 0.95, 1].map(findWord);
  expect(words).toEqual([
    'almost no chance',
    'almost no chance',
    'very unlikely',
    'very unlikely',
    'unlikely',
    'unlikely',
    'roughly even chance',
    'roughly even chance',
    'likely',
    'very likely',
    'very likely',
    'almost certain',
    'almost certain',
  ]);
  expect(findWord(0.1 + 0.7)).toBe('very likely');
});

it('keeps a probability within its interval', () => {
  expect(makeProbability(0.3, 0.4, 0.2)).toEqual({ p: 0.3, low: 0.3, high: 0.3, word: 'unlikely' });
  expect(makeProbability(1.2, -1, 2)).toEqual({ p: 1, low: 0, high: 1, word: 'almost certain' });
});
