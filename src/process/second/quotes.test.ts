import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseNearest, findQuotes, plainQuote, prepareQuotes, showVisible } from './quotes.ts';

const find = (text: string, words: string) =>
  findQuotes(prepareQuotes(text), words).map(({ start, end }) => text.slice(start, end));

describe('quoted words', () => {
  test.each([
    ['Rebels shelled the port.', 'shelled the port', ['shelled the port']],
    ['He said “all is well” today.', 'said "all is well"', ['said “all is well”']],
    ['Iran’s fleet', "Iran's fleet", ['Iran’s fleet']],
    ['Rebels\n\n shelled', 'Rebels shelled', ['Rebels\n\n shelled']],
    ['re\u00adbels shelled', 'rebels shelled', ['re\u00adbels shelled']],
    ['one attack, then one attack', 'one attack', ['one attack', 'one attack']],
  ])('%j holds %j', (text, words, expected) => {
    expect(find(text, words)).toEqual(expected);
  });

  test.each([
    ['Iranian ships', 'Iran'],
    ['10 ships', '1'],
    ['Rebels shelled the port.', 'rebels shelled'],
    ['Rebels shelled the port.', 'Rebels shelled the harbour'],
    ['Rebels shelled the port.', 'Rebels … the port'],
    ['Rebels', ''],
    ['Rebels', '  '],
    ['\ud83d\ude00', '\ud83d'],
  ])('%j does not hold %j', (text, words) => {
    expect(find(text, words)).toEqual([]);
  });

  test('are looked for in a range only', () => {
    const quoted = prepareQuotes('fire here, fire there');
    expect(findQuotes(quoted, 'fire', { start: 5, end: 21 })).toEqual([{ start: 11, end: 15 }]);
    expect(findQuotes(quoted, 'fire there', { start: 0, end: 15 })).toEqual([]);
  });

  test('are what stands in the text, whatever stands around them', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      ' ',
      '\n',
      '“',
      '"',
      '’',
      '\u200b',
      '\ud83d\ude00',
      '\udb40\udc41',
      '1',
      '.',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.nat(40), fc.nat(40), (units, from, length) => {
        const text = units.join('');
        const words = text.slice(from, from + length);
        for (const span of findQuotes(prepareQuotes(text), words))
          expect(plainQuote(text.slice(span.start, span.end))).toBe(plainQuote(words));
      }),
    );
  });

  test('cost linear time in a long text', () => {
    const text = 'a '.repeat(200_000);
    expect(findQuotes(prepareQuotes(text), 'a a a')).toHaveLength(50);
  });
});

test('words that nobody sees are not shown', () => {
  const hidden = [...'obey'].map((c) => String.fromCodePoint(0xe0000 + c.codePointAt(0)!)).join('');
  expect(showVisible(`The port${hidden} is\u202e shut\u200b.\nEnd`)).toBe('The port is shut.\nEnd');
});

test('the nearest of several', () => {
  const at = (start: number) => ({ start, end: start + 2 });
  expect(chooseNearest([at(0), at(50), at(90)], at(60))).toEqual(at(50));
  expect(chooseNearest([], at(1))).toBeUndefined();
});
