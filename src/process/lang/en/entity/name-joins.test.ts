import { describe, expect, test } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { joinNames } from './name-joins.ts';
import type { NameType } from './name-tagger.ts';

const english = loadEnglish();

/** Joins names given by their words in a sentence; gives them back as words. */
function join(text: string, ...given: readonly (readonly [string, NameType])[]): readonly string[] {
  const [sentence] = english.parse(text);
  const names = given.map(([words, type]) => {
    const start = text.indexOf(words);
    const first = sentence!.tokens.findIndex((token) => token.start === start);
    const last = sentence!.tokens.findIndex((token) => token.end === start + words.length);
    return { first, last, type };
  });
  return joinNames(names, sentence!).map(({ first, last, type }) => {
    const words = text.slice(sentence!.tokens[first]!.start, sentence!.tokens[last]!.end);
    return `${words}: ${type}`;
  });
}

describe('joinNames', () => {
  test('the small half of a given name behind a hyphen', () => {
    expect(join('Kim Min-soo met Tan Wei-ling.', ['Kim Min', 'person'], ['Tan Wei', 'person'])).toEqual([
      'Kim Min-soo: person',
      'Tan Wei-ling: person',
    ]);
    expect(join('The Kim-led team won.', ['Kim', 'person'])).toEqual(['Kim: person']);
    expect(join('The Example-backed plan failed.', ['Example', 'person'])).toEqual(['Example: person']);
  });

  test('initials before and suffixes behind', () => {
    expect(join('Mr D K Example and Bo Example Jr. came.', ['Example', 'person'])).toEqual([
      'D K Example: person',
    ]);
    expect(join('It was Bo Example Jr. who came.', ['Bo Example', 'person'])).toEqual([
      'Bo Example Jr.: person',
    ]);
  });

  test('halves of one name around a particle, but not two people', () => {
    expect(join('Turki bin Example spoke.', ['Turki', 'person'], ['Example', 'person'])).toEqual([
      'Turki bin Example: person',
    ]);
    expect(join('Turki and Example spoke.', ['Turki', 'person'], ['Example', 'person'])).toEqual([
      'Turki: person',
      'Example: person',
    ]);
  });

  test('a body of a place, and a body with two tasks', () => {
    expect(
      join(
        'The Islamic Society of North America met.',
        ['Islamic Society', 'organization'],
        ['North America', 'place'],
      ),
    ).toEqual(['Islamic Society of North America: organization']);
    expect(
      join(
        'The Utopian Content Development and Monitoring Board met.',
        ['Utopian Content Development', 'organization'],
        ['Monitoring Board', 'organization'],
      ),
    ).toEqual(['Utopian Content Development and Monitoring Board: organization']);
    expect(
      join(
        'Example Bank and Sample Bank met.',
        ['Example Bank', 'organization'],
        ['Sample Bank', 'organization'],
      ),
    ).toEqual(['Example Bank: organization', 'Sample Bank: organization']);
  });
});
