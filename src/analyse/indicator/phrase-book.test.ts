import { expect, test } from 'vitest';
import { makeRandom } from '../../stats/random.ts';
import { lookFor, PhraseBook, readPhrases } from './phrase-book.ts';
import { foldWords, hasPhrase, makePhrase } from './phrases.ts';

const WORDS = ['rocket', 'rockets', 'rock', 'fell', 'on', 'the', 'base', 'U.S.', 'no', 'evidence', "Iran's"];

test('finds in one walk what each phrase finds by itself', () => {
  const random = makeRandom(3);
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)]!;
  const make = (most: number): string =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () =>
      random() < 0.3 ? `${pick()}*` : pick(),
    ).join(' ');
  const phrases = [...new Set(Array.from({ length: 200 }, () => make(3))), '', '*', '...'];
  const book = new PhraseBook();
  const numbers = phrases.map((phrase) => book.enter(phrase));
  let found = 0;
  for (let text = 0; text < 300; text += 1) {
    const folded = foldWords(make(8).replaceAll('*', ''));
    const held = new Set(book.find(folded));
    for (const [at, phrase] of phrases.entries()) {
      expect(held.has(numbers[at]!), `"${phrase}" in "${folded}"`).toBe(
        hasPhrase(folded, makePhrase(phrase)),
      );
      if (held.has(numbers[at]!)) found += 1;
    }
  }
  expect(found).toBeGreaterThan(1000);
});

test('a phrase has one number, however often it is entered', () => {
  const book = new PhraseBook();
  expect(book.enter('rocket*')).toBe(0);
  expect(book.enter('base')).toBe(1);
  expect(book.enter('rocket*')).toBe(0);
  expect(book.size).toBe(2);
});

test('a text is looked through again only when there is more to be found', () => {
  let looks = 0;
  const look = (find: (text: string) => readonly number[]) => {
    looks += 1;
    return find('a first and a second sign of the phrase book');
  };
  const first = readPhrases(['first sign of the phrase book', 'first and a']);
  const once = lookFor(undefined, look);
  expect(once.found).toEqual([first[1]]);
  expect(lookFor(once, look)).toBe(once);
  expect(looks).toBe(1);
  const second = readPhrases(['second sign of the phrase book']);
  expect(lookFor(once, look).found).toEqual(expect.arrayContaining([first[1], second[0]]));
  expect(looks).toBe(2);
});
