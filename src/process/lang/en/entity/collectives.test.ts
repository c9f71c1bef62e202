import { expect, test } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { findCollective, isGenericNoun, sectorOfNoun } from './collectives.ts';
import { cutPieces } from './phrases.ts';

const english = loadEnglish();
const collectivesIn = (text: string) =>
  english.parse(text).flatMap((sentence) => {
    const pieces = cutPieces(sentence);
    return sentence.tokens.flatMap((_, i) => {
      const found = findCollective(sentence, pieces, i);
      if (found === undefined) return [];
      const start = sentence.tokens[found.first]!.start;
      return [[text.slice(start, sentence.tokens[found.last]!.end), found.sector, found.country]];
    });
  });

test('a noun gives the sector, an adjective of a country the country', () => {
  expect(collectivesIn('Hundreds of Iraqi protesters ran from the riot police.')).toEqual([
    ['Iraqi protesters', 'OPP', 'IQ'],
    ['riot police', 'COP', undefined],
  ]);
});

test('who backs a group is not its country', () => {
  expect(collectivesIn('Iran-backed militias withdrew.')).toEqual([
    ['Iran-backed militias', 'REB', undefined],
  ]);
});

test('a word that says only "some people" needs one that says more', () => {
  expect(collectivesIn('Armed groups attacked.')).toEqual([['Armed groups', 'REB', undefined]]);
  expect(collectivesIn('The group of numbers is large.')).toEqual([]);
});

test('a noun that describes the next noun is no actor', () => {
  expect(collectivesIn('The police station stood beside a student hostel.')).toEqual([]);
});

test('looks nouns up', () => {
  expect(sectorOfNoun('protester')).toBe('OPP');
  expect(sectorOfNoun('table')).toBeUndefined();
  expect(isGenericNoun('member')).toBe(true);
});
