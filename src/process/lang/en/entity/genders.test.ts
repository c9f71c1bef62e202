import { expect, test } from 'vitest';
import { genderOfName, genderOfWord } from './genders.ts';

test('given names of one gender', () => {
  expect(genderOfName('Mary')).toBe('female');
  expect(genderOfName('Mohammed')).toBe('male');
  expect(genderOfName('Zzyx')).toBeUndefined();
});

test('titles and words for persons', () => {
  expect(genderOfWord('Mrs.')).toBe('female');
  expect(genderOfWord('spokeswoman')).toBe('female');
  expect(genderOfWord('uncle')).toBe('male');
  expect(genderOfWord('chairman')).toBeUndefined();
  expect(genderOfWord('minister')).toBeUndefined();
});
