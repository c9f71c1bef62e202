import { describe, expect, test } from 'vitest';
import type { StatementRow } from '../origin/fixtures.suite.ts';
import { joinWhose, normalizeWhose, readFigures } from './said-figures.ts';
import { type Count, count, ID, report, tell } from './telling.suite.ts';
import { collectMentions } from './told.ts';

const read = (...rows: readonly StatementRow[]) => {
  const told = collectMentions([report('Quay News', '2031-05-20', ...rows)]).get(ID) ?? [];
  return told.flatMap(readFigures);
};
const short = (figures: ReturnType<typeof read>) =>
  figures.map(({ of, who, value, bound, to }) =>
    [of, who, value, bound, to].filter((part) => part !== undefined).join(' '),
  );

describe('figures of a mention', () => {
  test('a range is one value', () => {
    const range: readonly Count[] = [
      ['rockets', 11, 'atLeast'],
      ['rockets', 16, 'atMost'],
    ];
    expect(short(read(count(range)))).toEqual(['rockets 11 atLeast 16']);
    // Bounds of two things make no range.
    expect(
      short(
        read(
          count([
            ['rockets', 11, 'atLeast'],
            ['injured', 16, 'atMost'],
          ]),
        ),
      ),
    ).toEqual(['rockets 11 atLeast', 'injured 16 atMost']);
  });

  test('parts of a total are no counts of their own', () => {
    expect(
      short(
        read(
          count([
            ['rockets', 4],
            ['rockets', 3],
            ['rockets', 7],
          ]),
        ),
      ),
    ).toEqual(['rockets 7 exactly']);
    // No total: both stand, where nobody is credited with them.
    expect(
      short(
        read(
          count([
            ['rockets', 2],
            ['rockets', 4],
          ]),
        ),
      ),
    ).toEqual(['rockets 2 exactly', 'rockets 4 exactly']);
  });

  test('what does not count the attack', () => {
    expect(
      short(
        read(
          count([
            ['troops', 2500],
            ['buildings', 0],
          ]),
        ),
      ),
    ).toEqual([]);
    const arrest = tell({
      figures: [
        ['buildings', 5],
        ['captured', 3],
      ],
      mention: { plover: { type: 'COERCE', mode: 'arrest', contexts: [] } },
    });
    expect(short(read(arrest))).toEqual(['captured 3 exactly']);
  });

  test('"nobody was hurt" counts none; that he was not hurt counts nobody', () => {
    const none = { text: 'hurt', realis: 'denied' } as const;
    expect(short(read(tell({ words: 'nobody was hurt', mention: none })))).toEqual(['injured 0 exactly']);
    const him = { ...none, recipients: [{ name: 'Ann Example', type: 'person' }] } as const;
    expect(short(read(tell({ words: 'Ann Example was not hurt, no', mention: him })))).toEqual([]);
  });
});

describe('whose they are', () => {
  test('in one form', () => {
    expect(normalizeWhose('American troops')).toBe('U.S. service member');
    expect(normalizeWhose('members of the Iraqi security forces')).toBe('Iraqi security');
    expect(normalizeWhose('dock workers')).toBe('dock worker');
    expect(normalizeWhose('people')).toBeUndefined();
  });

  test('a soldier is the Iraqi soldier where no other is counted', () => {
    const of = (...whos: readonly string[]) =>
      joinWhose(read(...whos.map((who) => count([['injured', 1, 'exactly', who]])))).map(({ who }) => who);
    expect(of('soldier', 'Iraqi soldier')).toEqual(['Iraqi service member', 'Iraqi service member']);
    expect(of('soldier', 'Iraqi soldier', 'British soldier')[0]).toBe('service member');
  });
});
