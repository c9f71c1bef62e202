import { describe, expect, test } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { cutName } from './name-cuts.ts';
import type { NameType } from './name-tagger.ts';

const english = loadEnglish();

/** Cuts a name given by its words in a sentence; gives it back as words. */
function cut(text: string, words: string, type: NameType): readonly string[] {
  const { tokens } = english.parse(text)[0]!;
  const start = text.indexOf(words);
  const first = tokens.findIndex((token) => token.start === start);
  const last = tokens.findIndex((token) => token.end === start + words.length);
  return cutName({ first, last, type }, tokens).map(
    (name) => `${text.slice(tokens[name.first]!.start, tokens[name.last]!.end)}: ${name.type}`,
  );
}

describe('cutName', () => {
  test('ranks, posts and forms of address are no part of a name', () => {
    expect(
      cut('U.S. Marine Corps Gen. Ann Example spoke.', 'U.S. Marine Corps Gen. Ann Example', 'person'),
    ).toEqual(['Ann Example: person']);
    expect(cut('The Mr Example of old.', 'Mr Example', 'person')).toEqual(['Example: person']);
    expect(
      cut('Then Springfield Mayor Ann Example spoke.', 'Springfield Mayor Ann Example', 'place'),
    ).toEqual(['Ann Example: person']);
  });

  test('a post alone is nobody', () => {
    expect(cut('The Prime Minister spoke.', 'Prime Minister', 'person')).toEqual([]);
  });

  test('"of" ends a person, but not a body', () => {
    expect(cut('Ann Example of Norway left.', 'Ann Example of Norway', 'person')).toEqual([
      'Ann Example: person',
    ]);
    expect(cut('The Bank of Norway left.', 'Bank of Norway', 'organization')).toEqual([
      'Bank of Norway: organization',
    ]);
  });

  test('a person right behind a country or a site is apart from it', () => {
    expect(cut('The president of Norway Robert Example left.', 'Norway Robert Example', 'place')).toEqual([
      'Norway: place',
      'Robert Example: person',
    ]);
    expect(cut('The president of Norway Robert Example left.', 'Norway Robert Example', 'person')).toEqual([
      'Norway: place',
      'Robert Example: person',
    ]);
    expect(cut('They met in the Jordan Robert Hall.', 'Jordan Robert Hall', 'place')).toEqual([
      'Jordan Robert Hall: place',
    ]);
  });
});
