import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEnglish } from './engine.ts';

const english = loadEnglish();

/** `word>head:relation` of the words asked for. */
function arcs(text: string): string[] {
  return english
    .parse(text)
    .flatMap(({ tokens }) => tokens.map((t) => `${t.text}>${tokens[t.head]?.text ?? 'ROOT'}:${t.deprel}`));
}

function tags(text: string): string {
  return english
    .parse(text)
    .flatMap(({ tokens }) => tokens.map((t) => `${t.text}/${t.xpos}`))
    .join(' ');
}

describe('parse', () => {
  it('finds who did what to whom', () => {
    const found = arcs('Government troops shelled the northern port on Tuesday.');
    expect(found).toContain('shelled>ROOT:root');
    expect(found).toContain('troops>shelled:nsubj');
    expect(found).toContain('port>shelled:obj');
  });

  it('tells the agent of a passive from its subject', () => {
    const found = arcs('Three soldiers were killed by the rebels.');
    expect(found).toContain('soldiers>killed:nsubj:pass');
    expect(found).toContain('rebels>killed:obl:agent');
  });

  it('hangs what was said on the verb of saying', () => {
    const found = arcs('The minister said that the border would stay closed.');
    expect(found).toContain('minister>said:nsubj');
    expect(found).toContain('stay>said:ccomp');
  });

  it('tags names, verbs and figures', () => {
    expect(tags('Gen. Odell Hart visited Geneva on Jan. 3.')).toBe(
      'Gen./NNP Odell/NNP Hart/NNP visited/VBD Geneva/NNP on/IN Jan./NNP 3/CD ./.',
    );
  });

  it('gives dictionary forms', () => {
    const lemmas = english
      .parse('Militias fired rockets and the governors were fleeing.')[0]!
      .tokens.map((t) => t.lemma);
    expect(lemmas).toEqual(['militia', 'fire', 'rocket', 'and', 'the', 'governor', 'be', 'flee', '.']);
  });

  it('reads a line in capitals as it reads small letters', () => {
    expect(tags('THE MINISTER SAID TROOPS WERE FLEEING')).toBe(
      'THE/DT MINISTER/NN SAID/VBD TROOPS/NNS WERE/VBD FLEEING/VBG',
    );
  });

  it('keeps paragraphs apart and says which', () => {
    const found = english.parse('First line\n\nSecond line. Third.');
    expect(found.map((s) => s.paragraph)).toEqual([0, 1, 1]);
  });

  it('gives nothing for nothing', () => {
    expect(english.parse('')).toEqual([]);
    expect(english.parse(' \n\n ')).toEqual([]);
  });

  it('gives exact, ascending offsets and a tree for any text', () => {
    const piece = fc.constantFrom(
      'The ',
      'rebels ',
      'fled',
      '.',
      '\n',
      '\n\n',
      '“',
      '’s ',
      '"',
      '- ',
      '🙂',
      'é',
      ' ',
      'U.S. ',
      '3',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        let last = 0;
        for (const { start, end, tokens } of english.parse(input)) {
          expect(tokens.length).toBeGreaterThan(0);
          expect([start, end]).toEqual([tokens[0]!.start, tokens.at(-1)!.end]);
          for (const token of tokens) {
            expect(token.start).toBeGreaterThanOrEqual(last);
            expect(token.text).toBe(input.slice(token.start, token.end));
            expect(token.text.length).toBeGreaterThan(0);
            expect(token.lemma).not.toBe('');
            last = token.end;
          }
          expect(tokens.filter((t) => t.head === -1)).toHaveLength(1);
          for (const token of tokens) {
            expect((token.head === -1) === (token.deprel === 'root')).toBe(true);
            let steps = 0;
            for (let at = token; at.head >= 0; at = tokens[at.head]!)
              expect(steps++).toBeLessThan(tokens.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gets through a long text without a full stop', () => {
    const text = 'and the '.repeat(12_500);
    const found = english.parse(text);
    expect(found.at(-1)!.end).toBe(text.length - 1);
    expect(Math.max(...found.map(({ tokens }) => tokens.length))).toBeLessThanOrEqual(400);
  });
});

describe('loadEnglish', () => {
  it('says which file is missing', () => {
    expect(() => loadEnglish(new URL('./nowhere/', import.meta.url))).toThrow(
      /en-words\.bin: .*cannot be read/,
    );
  });
});
