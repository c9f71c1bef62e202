import { expect, test } from 'vitest';
import { findDoerPhrases, nameDoer } from './doer-phrases.ts';

test.each([
  ['An outlaw group fired the rockets that hit the pier', 'outlaw group'],
  ['A soldier was hurt, the army said, and an outlaw group was behind it', 'outlaw group'],
  ['The raid was almost certainly the work of a Delta-backed rogue militia', 'Delta-backed rogue militia'],
  ['The council was reported to suspect the Lantern Brigade', 'Lantern Brigade'],
])('%s', (words, doer) => {
  expect(findDoerPhrases(words, false)).toEqual([doer]);
});

test.each([
  ['that Delta-backed militias are to blame', 'Delta-backed militias'],
  ['the attack on uncontrolled factions of the guard', 'uncontrolled factions'],
  ['militias that are backed by Delta', 'Delta-backed militias'],
  ['Delta for the raid', 'Delta'],
])('blame: %s', (words, doer) => {
  expect(findDoerPhrases(words, true)).toEqual([doer]);
});

test('nobody', () => {
  expect(findDoerPhrases('Rockets hit the pier while militiamen slept', false)).toEqual([]);
  expect(findDoerPhrases('Delta for the raid', false)).toEqual([]);
  expect(nameDoer('the militia')).toBe('militia');
});

// Anything worse than linear would run into the runner's limit.
test('ends on hostile words', () => {
  expect(findDoerPhrases(`${'an outlaw '.repeat(200_000)}group`, true)).toEqual([]);
  expect(findDoerPhrases(`suspect ${'Aa '.repeat(200_000)}`, true)).toEqual(['Aa Aa Aa Aa']);
});
