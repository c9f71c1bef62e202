import { describe, expect, test } from 'vitest';
import { findWords, foldText, foldWord } from './words.ts';

describe('foldWord', () => {
  test.each([
    ['Café', 'cafe'],
    ['Erdoğan', 'erdogan'],
    ['Łódź', 'lodz'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['مُحَمَّد', 'محمد'],
    ['إيران', 'ايران'],
    ['الجمهوريّة', 'الجمهوريه'],
    ['٢٠٢٤', '2024'],
    ['Зеленський', 'зеленськии'],
    ['U.N', 'un'],
    ['co\u00ADoperate', 'cooperate'],
    ['\uFDFA', 'صلياللهعليهوسلم'],
  ])('%s becomes %s', (word, folded) => expect(foldWord(word)).toBe(folded));

  test('keeps the vowel signs of Devanagari apart', () => {
    expect(foldWord('की')).not.toBe(foldWord('का'));
  });
});

describe('findWords', () => {
  test('gives offsets into the text as it stands', () => {
    const text = 'The U.S. envoy left Kata\u2019ib\u2019s base in Zürich.';
    const words = findWords(text);
    expect(words.map((word) => word.folded)).toEqual(
      ['the', 'us', 'envoy', 'left', 'kata', 'ib', 's', 'base', 'in', 'zurich'], // biome-ignore format: one line
    );
    expect(words.map((word) => text.slice(word.start, word.end))).toContain('Zürich');
  });

  test('counts characters outside the basic plane as two units', () => {
    const [, second] = findWords('😀 𝐀lpha beta');
    expect(second).toEqual({ start: 10, end: 14, folded: 'beta' });
  });

  test('takes each letter of a script without spaces as a word', () => {
    expect(findWords('東京タワー2号').map((word) => word.folded)).toEqual([
      '東',
      '京',
      'タ',
      'ワ',
      'ー',
      '2',
      '号',
    ]);
  });

  test('finds none in punctuation, lone marks and emoji', () => {
    expect(findWords('— … !? \u0301 😀 ___')).toEqual([]);
  });

  test('ends an abbreviation where a longer word begins', () => {
    expect(foldText('in the U.S.Army e.g.this a.b')).toBe('in the us army eg this ab');
  });

  test('is linear on hostile runs', () => {
    const words = findWords(`${'a.'.repeat(200_000)}aa ${'é'.repeat(200_000)}`);
    expect(words.length).toBeGreaterThan(1000);
  });
});
