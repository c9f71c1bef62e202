import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize.ts';

function words(text: string): string[] {
  const offsets = tokenize(text);
  const found: string[] = [];
  for (let i = 0; i < offsets.length; i += 2) found.push(text.slice(offsets[i], offsets[i + 1]));
  return found;
}

describe('tokenize', () => {
  it.each([
    ['Lt. Col. Mara Voss flew in.', 'Lt.|Col.|Mara|Voss|flew|in|.'],
    ['The U.S. raid on Jan. 3, 2020, failed.', 'The|U.S.|raid|on|Jan.|3|,|2020|,|failed|.'],
    ['It didn’t end: they’re gone, she’d say.', 'It|did|n’t|end|:|they|’re|gone|,|she|’d|say|.'],
    ["The ministry's cars can't move.", "The|ministry|'s|cars|ca|n't|move|."],
    ['The rebels’ camp', 'The|rebels|’|camp'],
    ['Iran-backed men', 'Iran|-|backed|men'],
    ['an anti-tank round, a pre-war road', 'an|anti-tank|round|,|a|pre-war|road'],
    ['Kata’ib Hizbollah near Sana’a', 'Kata’ib|Hizbollah|near|Sana’a'],
    ['He said “Go.” Then—silence…', 'He|said|“|Go|.|”|Then|—|silence|…'],
    ['$3bn, 155mm, 5pm and 20%', '$|3|bn|,|155|mm|,|5|pm|and|20|%'],
    ['1,200 people, 3.5 tons, the 1990s, the 2nd', '1,200|people|,|3.5|tons|,|the|1990s|,|the|2nd'],
    ['at 14:30 on 11/12/2021', 'at|14:30|on|11/12/2021'],
    ['see https://example.org/a?b=1.', 'see|https://example.org/a?b=1|.'],
    ['mail desk@example.org, tag #Peace or @desk_one', 'mail|desk@example.org|,|tag|#Peace|or|@desk_one'],
    ['cannot, gonna', 'can|not|,|gon|na'],
    ['It was a no. So we left.', 'It|was|a|no|.|So|we|left|.'],
    ['No. 4 gun', 'No.|4|gun'],
    ['They chose plan B. It failed.', 'They|chose|plan|B|.|It|failed|.'],
    ['J. Marsh met Ana P. Reyes', 'J.|Marsh|met|Ana|P.|Reyes'],
    ['(AP) -- wait...', '(|AP|)|--|wait|...'],
    ['1. Stay inside.', '1.|Stay|inside|.'],
    ['AT&T and/or', 'AT&T|and|/|or'],
  ])('splits %s', (text, expected) => {
    expect(words(text).join('|')).toBe(expected);
  });

  it('reads only the part it is given, at offsets of the whole', () => {
    const text = 'Before. Troops left. After.';
    expect(tokenize(text, 8, 20)).toEqual([8, 14, 15, 19, 19, 20]);
  });

  it('finds nothing in white space and invisible characters', () => {
    expect(words(' \n\t\u00a0\u200b\ufeff ')).toEqual([]);
  });

  it('does not cut a character in two', () => {
    expect(words('fire🔥now')).toEqual(['fire', '🔥', 'now']);
  });

  it('gives ascending words without blanks that leave out nothing else', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      '’',
      '"',
      ' ',
      '\n',
      '-',
      '3',
      ',',
      'é',
      '🙂',
      'http://',
      '@',
      '%',
      's',
      't',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const offsets = tokenize(text);
          let last = 0;
          let covered = '';
          for (let i = 0; i < offsets.length; i += 2) {
            expect(offsets[i]).toBeGreaterThanOrEqual(last);
            expect(offsets[i + 1]).toBeGreaterThan(offsets[i]!);
            covered += text.slice(offsets[i], offsets[i + 1]);
            last = offsets[i + 1]!;
          }
          expect(last).toBeLessThanOrEqual(text.length);
          const blanks = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/g;
          expect(covered.replace(blanks, '')).toBe(text.replace(blanks, ''));
        },
      ),
      { numRuns: 500 },
    );
  });
});
