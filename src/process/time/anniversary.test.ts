import { describe, expect, it } from 'vitest';
import { findAnniversaries } from './anniversary.ts';

function read(text: string) {
  return findAnniversaries(text).map(({ start, end, years, of }) => [
    text.slice(start, end),
    years,
    of === undefined ? undefined : text.slice(of.start, of.end),
  ]);
}

describe('findAnniversaries', () => {
  it.each([
    [
      'Weeks before the one-year anniversary of the drone strike that killed the commander, units moved.',
      'the one-year anniversary',
      1,
      'the drone strike that killed the commander',
    ],
    ['Rallies marked the first anniversary of the raid.', 'the first anniversary', 1, 'the raid'],
    ['The 10th anniversary of the coup was quiet.', 'The 10th anniversary', 10, 'the coup'],
    [
      'On the twenty-fifth anniversary of the siege, bells rang.',
      'the twenty-fifth anniversary',
      25,
      'the siege',
    ],
    ['The anniversary of his death drew thousands.', 'The anniversary', undefined, 'his death'],
    ["Crowds hailed the revolution's 41st anniversary.", '41st anniversary', 41, 'the revolution'],
    ['Guards fear the Jan. 3 anniversary.', 'anniversary', undefined, undefined],
    ['Parades marking two years since the coup were banned.', 'two years', 2, 'the coup'],
    ['The U.S. fears the anniversary of the U.S. strike.', 'the anniversary', undefined, 'the U.S. strike'],
  ])('%s', (text, span, years, of) => {
    expect(read(text)).toEqual([[span, years, of]]);
  });

  it('finds none where no year comes round', () => {
    expect(read('It was the first raid in two years since nobody came.')).toEqual([]);
    expect(read('He has led the group for a year since the split.')).toEqual([]);
    expect(read('')).toEqual([]);
  });

  it('ends what is remembered within a bounded number of words', () => {
    const text = `The anniversary of ${'x '.repeat(100_000)}`;
    const [found] = findAnniversaries(text);
    expect((found?.of?.end ?? 0) - (found?.of?.start ?? 0)).toBeLessThan(100);
  });
});
