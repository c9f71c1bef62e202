import { describe, expect, test } from 'vitest';
import { foldName, makeOfficeKey, makeOutletKey, makePersonKey } from './names.ts';

describe('names of outlets', () => {
  test('are one with and without article, in full and short', () => {
    expect(makeOutletKey('The Washington Post')).toBe(makeOutletKey('Washington Post'));
    expect(makeOutletKey('AFP')).toBe(makeOutletKey('Agence France-Presse'));
    expect(makeOutletKey('Washington Times')).not.toBe(makeOutletKey('Washington Post'));
  });
});

describe('names of speakers', () => {
  test('are compared without titles and marks', () => {
    expect(makePersonKey('Secretary of State Mike Pompeo')).toBe(makePersonKey('Mike Pompeo'));
    expect(makePersonKey('Khazali of Asa’ib Ahl al-Haq')).toBe('khazali');
    expect(makePersonKey('Gen. Mary Smith')).not.toBe(makePersonKey('Gen. John Smith'));
  });

  test('an office is one with its spokesman, a state with its capital', () => {
    expect(makeOfficeKey('a spokesman for the harbour authority')).toBe('harbour authority');
    expect(makeOfficeKey('Tehran')).toBe(makeOfficeKey('Iran'));
    expect(makeOfficeKey('State Department')).toBe(makeOfficeKey('U.S. Department of State'));
    expect(makeOfficeKey("Iran's foreign ministry")).toBe(makeOfficeKey('Iranian foreign ministry'));
    expect(makeOfficeKey('Iraqi foreign ministry')).not.toBe(makeOfficeKey('Iranian foreign ministry'));
  });

  test('U.S., US and United States are one', () => {
    expect(foldName('the U.S. Air Force')).toBe(foldName('United States Air Force'));
  });
});
