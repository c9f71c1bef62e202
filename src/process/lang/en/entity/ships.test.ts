import { expect, test } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { findEntities } from './entities.ts';
import { findShip } from './ships.ts';

const english = loadEnglish();

test('a ship is found by its prefix', () => {
  const [sentence] = english.parse('USS Ann Example met MV Sample off Oslo.');
  expect(findShip(sentence!, 0)).toEqual({ first: 0, last: 2, isNaval: true });
  expect(findShip(sentence!, 4)).toEqual({ first: 4, last: 5, isNaval: false });
  expect(findShip(sentence!, 3)).toBeUndefined();
});

test('a warship is a weapon, and no ship a person', () => {
  const text = 'HMS Robert Example escorted the MV Ann Sample on Monday.';
  const found = findEntities({ text, sentences: english.parse(text) });
  expect(found.map(({ type, name }) => [type, name])).toEqual([['weapon', 'HMS Robert Example']]);
});
