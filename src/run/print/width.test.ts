import { expect, test } from 'vitest';
import { clean, measure, pad, shorten, wrap, wrapFacts } from './width.ts';

test.each([
  ['plain', 5],
  ['café', 4],
  ['cafe\u0301', 4],
  ['橋を', 4],
  ['الجسر', 5],
  ['👩‍🚀', 2],
  ['\u001b[1mbold\u001b[22m', 4],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(measure(text)).toBe(columns);
});

test('lines are broken at spaces and are never too wide', () => {
  expect(wrap('The ferry was held on Monday', 12)).toEqual(['The ferry', 'was held on', 'Monday']);
  expect(wrap('a  b', 10)).toEqual(['a b']);
  expect(wrap('', 10)).toEqual([]);
  const hard = `${'x'.repeat(25)} 橋を通行止めにすると発表した y`;
  for (const line of wrap(hard, 10)) expect(measure(line)).toBeLessThanOrEqual(10);
  expect(wrap(hard, 10).join('').replaceAll(' ', '')).toBe(hard.replaceAll(' ', ''));
});

test('what is cut says so', () => {
  expect(shorten('The harbour', 20)).toBe('The harbour');
  expect(shorten('The harbour was closed', 12)).toBe('The harbour…');
  expect(measure(shorten('橋を通行止めにする', 7))).toBeLessThanOrEqual(7);
  expect(pad('橋', 4)).toBe('橋  ');
});

test('control characters and reversals are taken out, letters are not', () => {
  expect(clean('a\u001b]0;title\u0007b\n\tc\u202ed\u009b')).toBe('a ]0;title b cd ');
  expect(clean('Le café – “naïve”')).toBe('Le café – “naïve”');
});

test('facts break after the dot between them', () => {
  expect(wrapFacts(['Harbour Wire', '3 March 2026', 'en'], 30)).toEqual([
    'Harbour Wire · 3 March 2026 ·',
    'en',
  ]);
  expect(wrapFacts(['Harbour Wire', '3 March 2026', 'en'], 80)).toEqual(['Harbour Wire · 3 March 2026 · en']);
});
