import { describe, expect, it } from 'vitest';
import {
  DYNAMIC_FEATURES,
  hashWord,
  type Knowledge,
  lexiconForm,
  STATIC_FEATURES,
  shapeOf,
  wordCasings,
  writeDynamic,
  writeStatic,
} from './tagger-features.ts';
import type { WordTable } from './words.ts';

/** Knows three words, two of them alike at every grain but the finest. */
const ROWS = new Map([
  ['port', 4],
  ['fort', 5],
  ['tuna', 9],
]);
const WORDS: WordTable = {
  width: 2,
  row: (lower) => ROWS.get(lower) ?? -1,
  cluster: (row, grain) => (row < 0 ? -1 : grain === 0 ? row : row >> 2),
  vectors: new Int8Array(20),
  scale: new Float32Array(2),
};
const NONE: Knowledge = { lexicon: new Map(), words: WORDS };

describe('hashWord', () => {
  it('takes figures for one another and curly quotes for plain ones', () => {
    expect([...hashWord('n’t', 'running', NONE)]).toEqual([...hashWord("n't", 'running', NONE)]);
    expect(hashWord('1987', 'running', NONE)[0]).toBe(hashWord('2014', 'running', NONE)[0]);
    expect(hashWord('port', 'running', NONE)[0]).not.toBe(hashWord('fort', 'running', NONE)[0]);
  });

  it('knows which words are used alike, however they are written, and which it does not know', () => {
    const clusters = (form: string) => [...hashWord(form, 'running', NONE)].slice(-4);
    expect(clusters('Port')).toEqual([6, 3, 3, 3]);
    expect(clusters('fort')).toEqual([7, 3, 3, 3]);
    expect(clusters('tuna')).toEqual([11, 4, 4, 4]);
    expect(clusters('xyzzy')).toEqual([1, 1, 1, 1]);
  });

  it('sees a capital as something else at the head of a sentence', () => {
    const [inside, opening] = [hashWord('Rebels', 'running', NONE), hashWord('Rebels', 'opening', NONE)];
    expect(inside[0]).toBe(opening[0]);
    expect([...inside]).not.toEqual([...opening]);
  });
});

describe('wordCasings', () => {
  it('marks the first word after quotes, in running text only', () => {
    expect(wordCasings(['“', 'We', 'go'], 'running')).toEqual(['running', 'opening', 'running']);
    expect(wordCasings(['We', 'Go'], 'headline')).toEqual(['headline', 'headline']);
  });
});

describe('shapeOf', () => {
  it.each([
    ['Iran', 'Xx'],
    ['NATO', 'XX'],
    ['B-52', 'X-0'],
    ['1,200', '0,0'],
    ['McKay', 'XxXx'],
  ])('%s: %s', (form, shape) => {
    expect(shapeOf(form)).toBe(shape);
  });
});

describe('lexiconForm', () => {
  it('is small and without figures', () => {
    expect(lexiconForm('MQ-9', 'running')).toBe('mq-0');
  });
});

describe('writeStatic and writeDynamic', () => {
  const words = ['The', 'port', 'closed'].map((form) => hashWord(form, 'running', NONE));

  it('write each template once, none twice', () => {
    const features = new Int32Array(STATIC_FEATURES);
    writeStatic(words, 1, features, 0);
    expect(new Set(features).size).toBe(STATIC_FEATURES);
    const dynamic = new Int32Array(DYNAMIC_FEATURES);
    writeDynamic(words, 1, { last: 3, before: -1 }, dynamic);
    expect(new Set([...features, ...dynamic]).size).toBe(STATIC_FEATURES + DYNAMIC_FEATURES);
  });

  it('depend on the tags before', () => {
    const [a, b] = [new Int32Array(DYNAMIC_FEATURES), new Int32Array(DYNAMIC_FEATURES)];
    writeDynamic(words, 1, { last: 3, before: -1 }, a);
    writeDynamic(words, 1, { last: 4, before: -1 }, b);
    for (let k = 0; k < DYNAMIC_FEATURES; k++) expect(a[k]).not.toBe(b[k]);
  });
});
