import { describe, expect, it } from 'vitest';
import { LONGEST_SENTENCE, splitEnglish } from './sentences.ts';

function split(text: string): string[] {
  return splitEnglish(text).map(({ words }) => text.slice(words[0], words[words.length - 1]));
}

describe('splitEnglish', () => {
  it.each([
    ['Gen. Odell Hart left. He flew home.', ['Gen. Odell Hart left.', 'He flew home.']],
    [
      'The raid hit the U.S. Embassy on Jan. 3, 2020. Two died.',
      ['The raid hit the U.S. Embassy on Jan. 3, 2020.', 'Two died.'],
    ],
    ['They left the U.S. The rest stayed.', ['They left the U.S.', 'The rest stayed.']],
    ['“We will answer.” The crowd cheered.', ['“We will answer.”', 'The crowd cheered.']],
    ['"We will answer." The crowd cheered.', ['"We will answer."', 'The crowd cheered.']],
    ['“Who fired?” the judge asked.', ['“Who fired?” the judge asked.']],
    [
      '“Who fired?” Judge Orla Finn asked. Nobody spoke.',
      ['“Who fired?” Judge Orla Finn asked.', 'Nobody spoke.'],
    ],
    ['“Stop. Go back,” he said.', ['“Stop.', 'Go back,” he said.']],
    ['It rose 3.5 percent at 4 p.m. on Monday.', ['It rose 3.5 percent at 4 p.m. on Monday.']],
    ['He waited … and left.', ['He waited … and left.']],
    ['It was a “U.S.” Army truck.', ['It was a “U.S.” Army truck.']],
    ['Why? Nobody knows!', ['Why?', 'Nobody knows!']],
    ['The bridge fell (see map.) Traffic stopped.', ['The bridge fell (see map.)', 'Traffic stopped.']],
    ['It was signed in 1991.[4] War followed.', ['It was signed in 1991.[4]', 'War followed.']],
    ['Acme Corp. denied it. Acme Inc. did not.', ['Acme Corp. denied it.', 'Acme Inc. did not.']],
  ])('splits %s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('ends a sentence at a blank line and counts paragraphs', () => {
    const found = splitEnglish('Dam breaks\n\nWater rose. Roads closed.\n\n\nHelp came.');
    expect(found.map(({ paragraph }) => paragraph)).toEqual([0, 1, 1, 2]);
  });

  it('joins wrapped lines', () => {
    const text =
      'The flood reached the northern quarter of the old town before noon on\nMonday and then fell again.';
    expect(split(text)).toHaveLength(1);
  });

  it('takes short lines that stand alone for sentences', () => {
    expect(split('Main points\nBridge closed\n- Two hurt')).toEqual([
      'Main points',
      'Bridge closed',
      '- Two hurt',
    ]);
  });

  it('sets the dateline apart', () => {
    const text = 'Dam breaks\n\nGENEVA (AP) — Water rose.\n\n';
    expect(split(text)).toEqual(['Dam breaks', 'GENEVA (AP) —', 'Water rose.']);
  });

  it('finds no sentence in blank text', () => {
    expect(splitEnglish(' \n\n \t ')).toEqual([]);
  });

  it('cuts a text without a full stop at semicolons', () => {
    const clause = 'the convoy moved on past the river and the mill; ';
    const lengths = splitEnglish(clause.repeat(20_000)).map(({ words }) => words.length / 2);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_SENTENCE);
    expect(lengths.slice(0, -1).every((length) => length % 11 === 0)).toBe(true);
  });

  it('gets through hostile text', () => {
    for (const text of [
      '"'.repeat(100_000),
      'a'.repeat(300_000),
      '.'.repeat(100_000),
      "a'".repeat(50_000),
      'A.'.repeat(50_000),
    ]) {
      const last = splitEnglish(text).at(-1)!.words;
      expect(last[last.length - 1]).toBe(text.length);
    }
  });
});
