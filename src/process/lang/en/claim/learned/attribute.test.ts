import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../engine.ts';
import { loadWords } from '../../words.ts';
import { findQuotations } from '../quotes.ts';
import { type Found, settle } from './attribute.ts';
import { listContent } from './content-pieces.ts';
import { makePassage, type Passage } from './passage.ts';
import { trimPiece } from './piece.ts';

const english = loadEnglish();
const words = loadWords();
const passageOf = (text: string): Passage => makePassage(english.parse(text), findQuotations(text), words);
const wordAt = (passage: Passage, text: string): number =>
  passage.tokens.findIndex((token) => token.text === text);

const makeFound = (head: number, from: number, to: number, score: number): Found => ({
  head,
  cue: { from: head, to: head },
  source: undefined,
  content: [{ from, to }],
  headScore: score,
  score,
});

describe('settle', () => {
  it('keeps the surer of two of which one lies in the other, and leaves out what is not sure enough', () => {
    const outer = makeFound(2, 3, 12, 2);
    const inner = makeFound(6, 7, 12, 1);
    const apart = makeFound(20, 21, 25, 0.5);
    const weak = makeFound(30, 31, 33, -2);
    expect(settle([inner, outer, weak, apart], -1)).toEqual([outer, apart]);
    expect(settle([makeFound(6, 7, 12, 3), outer], -1).map(({ head }) => head)).toEqual([6]);
  });
});

describe('makePassage', () => {
  it('puts sentences in one row, with edges of phrases and the quotation of each word', () => {
    const passage = passageOf('Snow fell. The old mayor of Basra said “no”.');
    const mayor = wordAt(passage, 'mayor');
    expect(passage.sentence[mayor]).toBe(1);
    expect(passage.tokens.slice(passage.from[mayor], passage.to[mayor]! + 1).map(({ text }) => text)).toEqual(
      [
        'The',
        'old',
        'mayor',
        'of',
        'Basra', // biome-ignore format: one phrase
      ],
    );
    expect(passage.quote[wordAt(passage, 'no')]).toBe(0);
    expect(passage.quote[mayor]).toBe(-1);
  });
});

describe('trimPiece', () => {
  it('leaves loose marks out at the ends, keeps quotation marks, and gives nothing without a word', () => {
    const passage = passageOf('He said , “no” .');
    const piece = trimPiece(passage, wordAt(passage, ','), passage.size - 1)!;
    expect(passage.tokens.slice(piece.from, piece.to + 1).map(({ text }) => text)).toEqual(['“', 'no', '”']);
    expect(trimPiece(passage, wordAt(passage, ','), wordAt(passage, ','))).toBeUndefined();
  });
});

describe('listContent', () => {
  it('offers the clause after the cue and the words before it, never the cue itself', () => {
    const passage = passageOf('In Basra, the mayor said on Monday that the road was closed.');
    const head = wordAt(passage, 'said');
    const { left, right } = listContent(passage, head, { from: head, to: head }, undefined);
    const show = ({ from, to }: { from: number; to: number }) =>
      passage.tokens
        .slice(from, to + 1)
        .map(({ text }) => text)
        .join(' ');
    expect(right.map(show)).toContain('that the road was closed');
    for (const { from, to } of [...left, ...right]) expect(head < from || head > to).toBe(true);
  });

  it('is bounded where nothing ends', () => {
    const passage = passageOf(`The mayor said ${'that the road and '.repeat(2000)}`);
    const head = wordAt(passage, 'said');
    const { left, right } = listContent(passage, head, { from: head, to: head }, undefined);
    expect(left.length + right.length).toBeLessThan(200);
  });
});
