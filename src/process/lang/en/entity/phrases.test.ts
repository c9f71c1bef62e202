import { expect, test } from 'vitest';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { tokenize } from '../tokenize.ts';
import { cutPieces, Phrases } from './phrases.ts';

const sentence = (text: string): ParsedSentence => {
  const words = tokenize(text);
  const tokens: Token[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const [start, end] = [words[i]!, words[i + 1]!];
    const form = text.slice(start, end);
    tokens.push({ start, end, text: form, lemma: form, upos: 'X', xpos: 'FW', head: -1, deprel: 'dep' });
  }
  return { start: 0, end: text.length, tokens, paragraph: 0 };
};

const found = (text: string, ...names: string[]) => {
  const phrases = new Phrases<string>();
  for (const name of names) phrases.add(name, name);
  const parsed = sentence(text);
  const pieces = cutPieces(parsed);
  return parsed.tokens.flatMap((_, i) => phrases.findAt(pieces, i)?.value ?? []);
};

test('finds a name however hyphens, apostrophes and marks are written', () => {
  expect(found('Kata’ib Hizballah fired', "Kata'ib Hizballah")).toEqual(["Kata'ib Hizballah"]);
  expect(found('two B-52H bombers', 'B-52H')).toEqual(['B-52H']);
  expect(found('the U.S. army', 'U.S.')).toEqual(['U.S.']);
  expect(found('Erdoğan spoke', 'Erdogan')).toEqual(['Erdogan']);
});

test('takes the longest name', () => {
  expect(found('South Sudan voted', 'Sudan', 'South Sudan')).toEqual(['South Sudan', 'Sudan']);
});

test('asks for the capitals of the name', () => {
  expect(found('it helps us all', 'US')).toEqual([]);
  expect(found('it IS so', 'IS')).toEqual(['IS']);
  expect(found('Is it so', 'IS')).toEqual([]);
  expect(found('roast turkey', 'Turkey')).toEqual([]);
  expect(found('A MAN IN TURKEY', 'Turkey')).toEqual(['Turkey']);
});

test('does not end in the middle of a word', () => {
  expect(found('B-52H', 'B-52')).toEqual([]);
  expect(found('US$', 'US')).toEqual([]);
});
