import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMatches, makeExcerpt, makeSnippet } from './matches.ts';
import { parseQuery } from './query.ts';

const find = (text: string, query: string) => {
  const { spans, found } = findMatches(text, parseQuery(query).terms);
  return { words: spans.map((span) => text.slice(span.start, span.end)), found: [...found].sort() };
};

describe('findMatches', () => {
  test('finds words, phrases and beginnings as they stand in the text', () => {
    const text = 'The EMBASSY shut down; embassies elsewhere did not shut. Down the road, nothing.';
    expect(find(text, 'embass* "shut down"')).toEqual({
      words: ['EMBASSY', 'shut down', 'embassies', 'shut. Down'],
      found: [0, 1],
    });
  });

  test('finds a spelling with and without its accents', () => {
    expect(find('Erdoğan met Erdogan.', 'erdogan').words).toEqual(['Erdoğan', 'Erdogan']);
  });

  test('does not find part of a word, nor the words of a phrase in another order', () => {
    expect(find('The ambassador left. Down they shut it.', 'ambass "shut down"')).toEqual({
      words: [],
      found: [],
    });
  });

  test('joins overlapping matches', () => {
    expect(find('one two three', '"one two" "two three"').words).toEqual(['one two three']);
  });

  test('stops at a bound but still says which terms occur', () => {
    const { spans, found } = findMatches(`${'guard '.repeat(500)}convoy`, parseQuery('guard convoy').terms);
    expect(spans).toHaveLength(200);
    expect(found.size).toBe(2);
  });
});

describe('makeSnippet', () => {
  const text = `${'Nothing to see in this line. '.repeat(20)}\n\nThe convoy left at dawn. ${'More words follow here. '.repeat(20)}`;

  test('shows the first match in its surroundings, with offsets into the snippet', () => {
    const { spans } = findMatches(text, parseQuery('convoy').terms);
    const snippet = makeSnippet(text, spans);
    expect(snippet.marks.map((mark) => snippet.text.slice(mark.start, mark.end))).toEqual(['convoy']);
    expect(snippet.text).toMatch(/^….* {2}The convoy left at dawn\..*…$/);
    expect(snippet.text.length).toBeLessThan(260);
  });

  test('shows the beginning where nothing matches', () => {
    expect(makeSnippet('Short text.', [])).toEqual({ text: 'Short text.', marks: [] });
    expect(makeSnippet(text, []).text.startsWith('Nothing to see')).toBe(true);
  });

  test('never splits a character, and its marks always hold the matched words', () => {
    const filler = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const whole = `${before.repeat(3)} convoy ${after.repeat(3)}`;
        const { spans } = findMatches(whole, [{ words: ['convoy'], prefix: false }]);
        const snippet = makeSnippet(whole, spans);
        expect(snippet.text).not.toMatch(/[\uD800-\uDFFF]/u);
        expect(snippet.marks.length).toBeGreaterThan(0);
        for (const mark of snippet.marks) expect(snippet.text.slice(mark.start, mark.end)).toBe('convoy');
      }),
    );
  });
});

test('makeExcerpt cuts at a space and puts everything on one line', () => {
  expect(makeExcerpt('First line.\n\nSecond line.', 100)).toBe('First line. Second line.');
  expect(makeExcerpt('alpha beta gamma delta', 12)).toBe('alpha beta…');
  expect(makeExcerpt('', 12)).toBe('');
});
