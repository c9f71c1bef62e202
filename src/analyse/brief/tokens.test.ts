import { expect, it } from 'vitest';
import { findFigures, findNames, listTokens } from './tokens.ts';

it('finds numbers in digits and in words', () => {
  expect(findFigures('Rockets, at least twenty-one or 8, B-52s, a dozen')).toEqual([
    'twenty-one',
    '8',
    'B-52s',
    'dozen',
  ]);
  expect(findFigures('no one knows')).toEqual(['one']);
  expect(findFigures('none of these')).toEqual([]);
});

it('finds words with a capital letter beyond the head of a text', () => {
  expect(findNames('Relayed by Harbour Wire to the BBC')).toEqual(['Harbour', 'Wire', 'BBC']);
  expect(findNames('CNN was told')).toEqual(['CNN']);
  expect(findNames('Seen too: signs')).toEqual([]);
});

it('compares names without marks and case', () => {
  expect(listTokens('U.S. Central Command’s')).toEqual(['us', 'central', 'command']);
  expect(listTokens("Kata'ib Hizballah")).toEqual(['kataib', 'hizballah']);
});
