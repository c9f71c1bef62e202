import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSingleBlank, plainWordEnd, standsAlone } from './plain-words.ts';

describe('plainWordEnd', () => {
  it.each([
    ['said the', 4],
    ['said, the', 4],
    ['said', 4],
    ['troops”', 6],
    ['withdrew. The', 8],
    ['withdrew.', 8],
  ])('takes the word off %s', (text, end) => {
    expect(plainWordEnd(text, 0)).toBe(end);
  });

  it.each([
    'don’t go',
    "don't go",
    'Gen. Ames',
    'U.S. ships',
    'withdrew.The',
    'desk@example.org',
    'http://example.org',
    'café,',
    'mid-May',
    'AT&T ',
    'US$ ',
    'a1 ',
    'x_y',
    '3 men',
    ' men',
    `${'a'.repeat(80)} `,
  ])('leaves %s to the patterns', (text) => {
    expect(plainWordEnd(text, 0)).toBe(0);
  });

  it('takes nothing but letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(text.slice(0, plainWordEnd(text, 0))).toMatch(/^[A-Za-z]*$/);
      }),
    );
  });
});

describe('standsAlone', () => {
  it('knows the signs that nothing can be part of', () => {
    expect(standsAlone(', and', 0, true)).toBe(true);
    expect(standsAlone('“And', 0, false)).toBe(true);
    expect(standsAlone('. And', 0, true)).toBe(true);
    expect(standsAlone('.5', 0, false)).toBe(false);
    expect(standsAlone('...', 0, true)).toBe(false);
    expect(standsAlone('’s', 0, true)).toBe(false);
    expect(standsAlone('', 0, true)).toBe(false);
  });
});

describe('isSingleBlank', () => {
  it('is one only before something visible', () => {
    expect(isSingleBlank(' a', 0)).toBe(true);
    expect(isSingleBlank(' “', 0)).toBe(true);
    expect(isSingleBlank('  a', 0)).toBe(false);
    expect(isSingleBlank(' ', 0)).toBe(false);
    expect(isSingleBlank('\na', 0)).toBe(false);
  });
});
