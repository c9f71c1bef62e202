import { describe, expect, it } from 'vitest';
import { squeeze } from './whitespace.ts';

describe('squeeze', () => {
  it.each([
    ['soft hyphens', 'Ber\u00adlin', 'Berlin'],
    ['zero-width spaces', 'Ber\u200blin', 'Berlin'],
    ['marks of direction', '\u200fVeles\u202c \u2066port\u2069', 'Veles port'],
    ['text in tag characters', 'port\u{e0069}\u{e0067}\u{e006e}', 'port'],
    ['halves of pairs', 'a\ud83db', 'ab'],
    ['control characters', 'a\0b\u0007c', 'abc'],
    ['wide and narrow spaces', '\u3000a\u202f\u00a0b\r\n\tc ', 'a b c'],
  ])('%s', (_, text, shown) => expect(squeeze(text)).toBe(shown));

  it.each(['می‌دانند', '👩‍🚒 und 😀', 'José, Łódź', 'e\u0301'])('leaves %s', (text) =>
    expect(squeeze(text)).toBe(text),
  );
});
