import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from './query.ts';

const show = (query: string) => {
  const { terms, without } = parseQuery(query);
  const one = (term: { words: readonly string[]; prefix: boolean }) =>
    term.words.join(' ') + (term.prefix ? '*' : '');
  return { terms: terms.map(one), without: without.map(one) };
};

describe('parseQuery', () => {
  test.each([
    ['embassy Baghdad', ['embassy', 'baghdad'], []],
    ['"Shut down" embassy', ['shut down', 'embassy'], []],
    ['embassy -drill -"live fire"', ['embassy'], ['drill', 'live fire']],
    ['embass* rocket', ['embass*', 'rocket'], []],
    ["Kata'ib al-Tanf U.S.", ['kata ib', 'al tanf', 'us'], []],
    [
      'rocket OR (mortar AND NOT drone) NEAR/3',
      ['rocket', 'or', 'mortar', 'and', 'not', 'drone', 'near 3'],
      [],
    ],
    ['title:convoy {a}^b', ['title', 'convoy', 'a', 'b'], []],
    ['killed;wounded', ['killed', 'wounded'], []],
    ['1,200 troops', ['1 200', 'troops'], []],
    ['“front line” news', ['front line', 'news'], []],
    ['"never closed', ['never closed'], []],
    ['"al qai*"', ['al qai*'], []],
    ['北京 report', ['北 京', 'report'], []],
    ['* - "" \'\' --', [], []],
    ['', [], []],
    ['-only', [], ['only']],
  ])('%s', (query, terms, without) => expect(show(query)).toEqual({ terms, without }));

  test('keeps a hyphen inside a word from meaning without', () => {
    expect(show('counter-attack').without).toEqual([]);
  });

  test('says when it left out the end of a long query', () => {
    expect(parseQuery('word '.repeat(10))).toMatchObject({ cut: false });
    expect(parseQuery('word '.repeat(100))).toMatchObject({ cut: true });
    expect(parseQuery('x'.repeat(5000)).cut).toBe(true);
  });

  test('never throws, and its words hold nothing but letters, digits and marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        const { terms, without } = parseQuery(query);
        for (const term of [...terms, ...without]) {
          expect(term.words.length).toBeGreaterThan(0);
          for (const word of term.words) expect(word).not.toMatch(/["*\s^():{}\\]|^$/);
        }
      }),
    );
  });
});
