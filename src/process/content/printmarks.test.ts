import { describe, expect, it } from 'vitest';
import { dropPrintMarks } from './printmarks.ts';

const lines = (...texts: string[]) => texts.map((text) => ({ text, isAlone: true }));

describe('dropPrintMarks', () => {
  it('takes out the heads and feet of sheets', () => {
    const { lines: kept, removed } = dropPrintMarks(
      lines(
        '5/12/31, 9:14 AM Ferry runs again - Orla Times',
        'The ferry runs again.',
        'https://orla.example/ferry 1/2',
        'It had a crack.',
        'https://orla.example/ferry 2/2',
      ),
    );
    expect(kept.map(({ text }) => text)).toEqual(['The ferry runs again.', 'It had a crack.']);
    expect(removed).toHaveLength(3);
  });

  it.each([
    [
      'addresses that a text gives',
      ['https://orla.example/a', 'The list is here.', 'https://orla.example/b'],
    ],
    ['one line alone', ['https://orla.example/ferry 1/2', 'The ferry runs again.']],
    [
      'sentences that begin with a time',
      ['12/05/2031, 09:14 The ferry left the quay.', '12/05/2031, 09:20 It came back.'],
    ],
  ])('leaves %s', (_, texts) => expect(dropPrintMarks(lines(...texts)).removed).toEqual([]));
});
