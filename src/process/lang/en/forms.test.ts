import { describe, expect, it } from 'vitest';
import { makeForms } from './forms.ts';

describe('makeForms', () => {
  it('gives what stands between two offsets, however much it has seen', () => {
    const forms = makeForms(50);
    const text = Array.from({ length: 3000 }, (_, i) => `w${(i * 7919) % 1000}`).join(' ');
    for (let from = 0; from < text.length; ) {
      const to = (text.indexOf(' ', from) + text.length + 1) % (text.length + 1);
      expect(forms(text, from, to)).toBe(text.slice(from, to));
      from = to + 1;
    }
  });

  it('gives nothing for nothing, and long forms whole', () => {
    const forms = makeForms(50);
    expect(forms('port', 2, 2)).toBe('');
    expect(forms('é'.repeat(200), 1, 199)).toBe('é'.repeat(198));
  });
});
