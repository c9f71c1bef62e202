import { expect, it } from 'vitest';
import { foldWords, hasPhrase, makePhrase } from './phrases.ts';

const has = (text: string, phrase: string) => hasPhrase(foldWords(text), makePhrase(phrase));

it('makes spellings of one word alike', () => {
  expect(foldWords("Kata'ib Hizballah’s Iran-backed U.S. foes")).toBe(
    ' kataib hizballah iran backed us foes ',
  );
  expect(has('Kata’ib Hizballah denied it', "kata'ib hizballah")).toBe(true);
  expect(has('the U.S. Embassy', 'US embassy')).toBe(true);
  expect(has("Iran's answer", 'Iran')).toBe(true);
  expect(has("the U.S.'s plans", 'US plans')).toBe(true);
  expect(has('São Tomé', 'sao tome')).toBe(true);
  expect(has('It ended.Next came', 'next came')).toBe(true);
  expect(has('Jan. 3', 'jan 3')).toBe(true);
});

it('finds whole words only, unless the phrase ends in a star', () => {
  expect(has('The bases were quiet', 'base')).toBe(false);
  expect(has('The bases were quiet', 'base*')).toBe(true);
  expect(has('Two B-52H bombers', 'B-52*')).toBe(true);
  expect(has('Two B-52H bombers', 'B-52')).toBe(false);
  expect(has('attacks are being planned', 'attack* are being plan*')).toBe(true);
  expect(has('attacks were being planned', 'attack* are being plan*')).toBe(false);
  expect(has('database', 'base*')).toBe(false);
});

it('finds a phrase whose beginning is repeated, and at the ends', () => {
  expect(has('no no evidence', 'no evidence')).toBe(true);
  expect(has('evidence', 'evidence')).toBe(true);
  expect(has('evidence of', 'of evidence')).toBe(false);
  expect(has('no evi', 'no evidence')).toBe(false);
});

it('takes nothing in a phrase as a pattern', () => {
  expect(has('baaa', 'a.*')).toBe(false);
  expect(has('anything', '.*')).toBe(false);
  expect(has('anything', '*')).toBe(false);
  expect(has('anything', '')).toBe(false);
  expect(has('a (b)', '(b)')).toBe(true);
});
