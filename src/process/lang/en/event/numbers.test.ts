import { describe, expect, it } from 'vitest';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findNumbers } from './numbers.ts';

/** Words alone: numbers are read by place, not by grammar. */
function sentenceOf(text: string): ParsedSentence {
  let at = 0;
  const tokens = text.split(' ').map((word) => {
    const start = at;
    at += word.length + 1;
    const upos = /^[A-Z][a-z]/.test(word) && start > 0 ? 'PROPN' : /^[a-z]+$/.test(word) ? 'NOUN' : 'X';
    return {
      start,
      end: at - 1,
      text: word,
      lemma: word.toLowerCase(),
      upos,
      xpos: 'X',
      head: -1,
      deprel: 'dep',
    };
  });
  return { start: 0, end: at - 1, paragraph: 0, tokens };
}

const read = (text: string, taken: readonly string[] = []) => {
  const sentence = sentenceOf(text);
  return findNumbers(sentence, (i) => taken.includes(sentence.tokens[i]!.text))
    .filter(({ isArticle }) => !isArticle)
    .map(({ value, bound }) => `${bound} ${value}`);
};

describe('numbers', () => {
  it.each([
    ['Twenty - one rockets landed', ['exactly 21']],
    ['Twenty-one rockets landed', ['exactly 21']],
    ['two hundred people fled', ['exactly 200']],
    ['2.5 million refugees', ['exactly 2500000']],
    ['1,200 soldiers', ['exactly 1200']],
    ['more than a dozen missiles', ['atLeast 12']],
    ['half a dozen shells', ['exactly 6']],
    ['at least 25 fighters', ['atLeast 25']],
    ['up to 30 men', ['atMost 30']],
    ['about 30 rockets', ['about 30']],
    ['some 40 villagers', ['about 40']],
    ['hundreds of people', ['atLeast 200']],
    ['tens of thousands of people', ['atLeast 20000']],
    ['eight or more rockets', ['atLeast 8']],
    ['a count of 8 or more', ['atLeast 8']],
    ['20 or fewer missiles', ['atMost 20']],
    ['a dozen or so mortars', ['about 12']],
    ['two or three drones', ['atLeast 2', 'atMost 3']],
    ['no fewer than 12 soldiers', ['atLeast 12']],
    ['as many as 40 people', ['atMost 40']],
    ['two rockets or missiles', ['exactly 2']],
  ])('reads "%s"', (text, expected) => expect(read(text)).toEqual(expected));

  it('keeps both ends of a range, and the last value of a rise', () => {
    expect(read('Between 11 and 16 rockets fell')).toEqual(['atLeast 11', 'atMost 16']);
    expect(read('three to five shells fell')).toEqual(['atLeast 3', 'atMost 5']);
    expect(read('the count rose from 0 to 109 cases')).toEqual(['exactly 109']);
  });

  it('leaves out times, money, lengths, ages and numbers that are part of a name', () => {
    expect(read('On Dec. 20 rockets hit', ['Dec.', '20'])).toEqual([]);
    expect(read('a fine of $ 500 was paid')).toEqual([]);
    expect(read('it lies 30 km north')).toEqual([]);
    expect(read('a 30 - year - old man')).toEqual([]);
    expect(read('two B - 52 bombers flew')).toEqual(['exactly 2']);
    expect(read('one of the men fell')).toEqual([]);
    expect(read('40 percent of them left')).toEqual([]);
  });
});
