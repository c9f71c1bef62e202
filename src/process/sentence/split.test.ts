import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './split.ts';

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it.each([
    ['Die Brücke ist zu. Wer hilft?', ['Die Brücke ist zu.', 'Wer hilft?']],
    ['桥关闭了。谁来帮忙？没有人！', ['桥关闭了。', '谁来帮忙？', '没有人！']],
    ['هل أغلق الجسر؟ نعم.', ['هل أغلق الجسر؟', 'نعم.']],
    ['Мост закрыт. Никто не помогает.', ['Мост закрыт.', 'Никто не помогает.']],
    ['Erste Zeile\nZweite Zeile', ['Erste Zeile', 'Zweite Zeile']],
    ['„Geh.“ Er ging.', ['„Geh.“', 'Er ging.']],
    ['Es stieg um 3.5 Prozent.', ['Es stieg um 3.5 Prozent.']],
    ['Das gilt z. B. für Boote.', ['Das gilt z. B. für Boote.']],
    ['Am 3. März kam M. Roth.', ['Am 3.', 'März kam M. Roth.']],
    ['  ', []],
  ])('splits %s', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('cuts text without any stop', () => {
    const spans = splitSentences('palabra '.repeat(5000));
    expect(spans.length).toBeGreaterThan(5);
    expect(Math.max(...spans.map(({ start, end }) => end - start))).toBeLessThanOrEqual(4010);
  });

  it('gives ascending, trimmed spans that leave out only white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});
