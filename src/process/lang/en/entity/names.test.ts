import { describe, expect, test } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { findNames } from './names.ts';

const english = loadEnglish();
const namesIn = (text: string) =>
  findNames(text, english.parse(text)).names.map(({ text: name, type }) => [name, type]);

describe('findNames', () => {
  test('tells persons, bodies and places apart', () => {
    expect(namesIn('Farida Noori of the Herat Women Council spoke in Kabul.')).toEqual([
      ['Farida Noori', 'person'],
      ['Herat Women Council', 'organization'],
      ['Kabul', 'place'],
    ]);
  });

  test('what the text calls a village or a province is one', () => {
    expect(namesIn('Shells hit the village of Ormalik and parts of Tashvel province.')).toEqual([
      ['Ormalik', 'place'],
      ['Tashvel', 'place'],
    ]);
  });

  test('a person ends before "of"', () => {
    expect(namesIn('Ambassador Ingrid Solheim of Norway left.')).toEqual([
      ['Ingrid Solheim', 'person'],
      ['Norway', 'place'],
    ]);
  });

  test('weapons and ordinary words are no names', () => {
    expect(namesIn('Soldiers carried M16 rifles. The weather was fine, and nobody was hurt.')).toEqual([]);
  });

  test('a body by one common word, a people and a post are no names', () => {
    expect(namesIn('The Ministry said that many Kenyans and the First Lady had left.')).toEqual([]);
  });

  test('a family name that is also a word for a site goes with its bearer', () => {
    expect(namesIn('Park Min-jun won. “We are glad,” Park said in Seoul.')).toEqual([
      ['Park Min-jun', 'person'],
      ['Park', 'person'],
      ['Seoul', 'place'],
    ]);
  });

  test('offsets point at the words', () => {
    const text = 'On Sunday “Omar Haddad” spoke 😀 to Omar Haddad’s son.';
    for (const { start, end, text: name } of findNames(text, english.parse(text)).names) {
      expect(text.slice(start, end)).toBe(name);
    }
    expect(findNames(text, english.parse(text)).names).toHaveLength(2);
  });
});
