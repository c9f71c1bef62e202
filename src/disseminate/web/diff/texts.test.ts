import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanges, diffTexts, foldChanges, type ParagraphChange } from './texts.ts';

/** `[-gone-]` and `{+new+}` in what stayed. */
const show = (change: ParagraphChange): string => {
  if (change.kind !== 'changed') return `${change.kind}: ${change.text}`;
  return change.runs
    .map(({ sign, text }) => (sign === '-' ? `[-${text}-]` : sign === '+' ? `{+${text}+}` : text))
    .join('');
};
const diff = (before: string, after: string) => diffTexts(before, after).map(show);

describe('diffTexts', () => {
  it('tells changed words within their paragraph', () => {
    expect(diff('One.\n\nEight rockets fell on Sunday.', 'One.\n\nNine rockets fell on Sunday.')).toEqual([
      'same: One.',
      '[-Eight-]{+Nine+} rockets fell on Sunday.',
    ]);
  });

  it('takes figures and contractions as one word', () => {
    expect(diff("It didn't cost 1,200 in all.", "It didn't cost 1,300 in all.")).toEqual([
      "It didn't cost [-1,200-]{+1,300+} in all.",
    ]);
  });

  it('tells neighbouring changes as one', () => {
    expect(diff('He saw one big ship at sea there.', 'He saw three small ships at sea there.')).toEqual([
      'He saw [-one big ship-]{+three small ships+} at sea there.',
    ]);
  });

  it('tells paragraphs of other words as gone and new, and finds the one that became another', () => {
    expect(
      diff(
        'The minister spoke of peace.\n\nRain is expected.',
        'Markets fell on Friday.\n\nThe minister spoke of war.',
      ),
    ).toEqual([
      'new: Markets fell on Friday.',
      'The minister spoke of [-peace-]{+war+}.',
      'gone: Rain is expected.',
    ]);
  });

  it('compares sign by sign where words are not parted by spaces', () => {
    expect(diff('部长昨天说八枚火箭', '部长昨天说九枚火箭')).toEqual(['部长昨天说[-八-]{+九+}枚火箭']);
  });

  it('counts the words', () => {
    const changes = diffTexts('One two.\n\nA whole paragraph.', 'One three.');
    expect(countChanges(changes)).toEqual({ gone: 4, added: 1 });
  });

  it('gives back both texts, whatever they are', () => {
    const word = fc.oneof(
      fc.constantFrom('a', 'b', 'c', ' ', ' ', '.', '\n\n', '\u202e', '\ud800', '部'),
      fc.string(),
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
    const join = (changes: readonly ParagraphChange[], without: '-' | '+') =>
      changes
        .filter(({ kind }) => kind !== (without === '-' ? 'gone' : 'new'))
        .map((change) =>
          change.kind === 'changed'
            ? change.runs
                .filter(({ sign }) => sign !== without)
                .map((run) => run.text)
                .join('')
            : change.text,
        );
    const paragraphs = (of: string) => of.split(/\n{2,}/).filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffTexts(before, after);
        expect(join(changes, '+')).toEqual(paragraphs(before));
        expect(join(changes, '-')).toEqual(paragraphs(after));
      }),
      { numRuns: 500 },
    );
  });

  it('comes to an end with hostile pages: one endless paragraph, countless short ones, nothing in common', () => {
    const endless = (word: string) => Array.from({ length: 100_000 }, (_, i) => word + (i % 7)).join(' ');
    expect(diffTexts(endless('a'), endless('b')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
    const own = Array.from({ length: 100_000 }, (_, i) => `w${i}`);
    const changed = diffTexts(own.join(' '), own.toSpliced(50_000, 1, 'other').join(' '));
    expect(countChanges(changed)).toEqual({ gone: 1, added: 1 });
    const short = (letter: string) => Array.from({ length: 50_000 }, (_, i) => letter + i).join('\n\n');
    expect(diffTexts(short('a'), short('b'))).toHaveLength(100_000);
    const repeated = (turn: number) =>
      Array.from({ length: 100_000 }, (_, i) => 'xyz'[(i * turn) % 3]).join(' ');
    expect(diffTexts(repeated(1), repeated(2)).length).toBeLessThan(3);
  }, 60_000);
});

it('passes over what is far from any change', () => {
  const paragraphs = Array.from({ length: 9 }, (_, i) => `Paragraph number ${i} of the page.`);
  const changes = diffTexts(
    paragraphs.join('\n\n'),
    paragraphs.toSpliced(4, 1, 'Paragraph number four of the page.').join('\n\n'),
  );
  expect(foldChanges(changes).map(({ kind, from, changes: { length } }) => [kind, from, length])).toEqual([
    ['passed', 0, 3],
    ['told', 3, 3],
    ['passed', 6, 3],
  ]);
  expect(foldChanges(diffTexts('a', 'a'))).toMatchObject([{ kind: 'passed' }]);
});
