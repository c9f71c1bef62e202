import { expect, test } from 'vitest';
import type { Mention } from './mentions.ts';
import { initialsOf } from './organizations.ts';
import { groupPeople, nameWords } from './people.ts';

const people = (...names: string[]) =>
  groupPeople(
    names.map(
      (text, i): Mention => ({
        sentence: i,
        first: 0,
        last: 0,
        start: 100 * i,
        end: 100 * i + text.length,
        text,
        type: 'person',
        key: 'person',
      }),
    ),
  ).map((group) => group.map((mention) => mention.text));

test('initials, suffixes, nicknames and Arabic articles do not make another name', () => {
  expect(nameWords('Kenneth F. McKenzie Jr.')).toEqual(['kenneth', 'mckenzie']);
  expect(nameWords('Haider al-Abadi')).toEqual(['haider', 'abadi']);
  expect(people('Lena B. Moor', 'Lena Moor')).toEqual([['Lena B. Moor', 'Lena Moor']]);
});

test('a family name goes to the last person before it who bears it', () => {
  expect(people('Omar Diab', 'Rania Diab', 'Diab')).toEqual([['Omar Diab'], ['Rania Diab', 'Diab']]);
});

test('a family name before the full name waits for it', () => {
  expect(people('Diab', 'Omar Diab')).toEqual([['Diab', 'Omar Diab']]);
});

test('other names stay apart', () => {
  expect(people('Omar Diab', 'Omar Haddad', 'Haddad')).toEqual([['Omar Diab'], ['Omar Haddad', 'Haddad']]);
});

test('initials of a name', () => {
  expect(initialsOf('Iraqi Security Forces')).toBe('isf');
  expect(initialsOf('U.S. Central Command')).toBe('uscc');
});
