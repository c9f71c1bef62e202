import { expect, test } from 'vitest';
import { makeHash } from './fixtures.suite.ts';
import { RewriteFinder } from './rewrites.ts';
import { findSentenceWords, packSentenceWords, unpackSentenceWords } from './sentence-words.ts';

const WIRE = [
  'A glacier lake burst its banks in northern Bhutan on Tuesday and swept away two bridges.',
  'Herders had moved to higher ground after sirens sounded and nobody was missing.',
];
const REWRITE = [
  'Sirens sent herders to higher ground before the banks of a glacier lake burst in northern Bhutan on Tuesday.',
  'Two bridges were swept away and nobody was missing.',
];
const OTHER = [
  'A ferry sank on a lake in Congo on Saturday and divers were looking for bodies of passengers.',
];

const place = (lines: readonly string[]) => {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
};
const make = (name: string, lines: readonly string[], story = 's1') => {
  const text = lines.join(' ');
  const found = findSentenceWords(text, place(lines));
  const arrived = name === 'wire' ? '2026-06-02T03:00:00Z' : '2026-06-02T05:00:00Z';
  const document = { document: makeHash(name), series: makeHash(name), story, arrived };
  return { text, found, document: { ...document, sentences: found.map(({ words }) => words) } };
};

test('a text that tells the same in other words and order is found with its share', () => {
  const finder = new RewriteFinder();
  finder.add(make('wire', WIRE).document);
  const { text, found, document } = make('paper', REWRITE);
  const [reuse] = finder.find(document, found, text);
  expect(reuse?.document).toBe(makeHash('wire'));
  expect(reuse?.share).toBeGreaterThan(0.6);
  expect(text.slice(reuse?.start, reuse?.end)).toBe(reuse?.text);
});

test('another happening, another story and a later text are none', () => {
  const finder = new RewriteFinder();
  finder.add(make('wire', WIRE).document);
  const other = make('paper', OTHER);
  expect(finder.find(other.document, other.found, other.text)).toEqual([]);
  const elsewhere = make('paper', REWRITE, 's2');
  expect(finder.find(elsewhere.document, elsewhere.found, elsewhere.text)).toEqual([]);
  const before = {
    ...make('paper', REWRITE),
    document: { ...make('paper', REWRITE).document, arrived: '2026-06-01T05:00:00Z' },
  };
  expect(finder.find(before.document, before.found, before.text)).toEqual([]);
});

test('words of sentences are kept and taken back in as they were', () => {
  const { found, document } = make('wire', WIRE);
  expect(unpackSentenceWords(packSentenceWords(found))).toEqual(document.sentences);
  expect(unpackSentenceWords('')).toEqual([]);
});
