import { expect, it } from 'vitest';
import { findThing, listThings, nameThing } from '../../src/disseminate/web/reader/things/things.ts';
import { karvonia } from '../setup/case-karvonia.ts';

const things = listThings(karvonia.warning.reading);
const of = (kind: string) => things.filter((thing) => thing.kind === kind).map(nameThing);

it('lists names by how often they are mentioned, and mentions of one place as one', () => {
  expect(of('name')[0]).toBe('Free Coast Front');
  expect(of('place')[0]).toBe('Karvonia');
  expect(new Set(of('place')).size).toBe(of('place').length);
  const karvonian = findThing(things, 'p3');
  expect(karvonian).toMatchObject({ kind: 'place', id: 'p1' });
  expect(karvonian?.mentions.map(({ text }) => text)).toEqual(['Karvonia', 'Karvonian']);
});

it('lists times in the order of the text', () => {
  expect(of('time')).toEqual(['Thursday', '3 June', '9 May', 'April 2030']);
  expect(findThing(things, 't9')).toBeUndefined();
  expect(findThing(things, undefined)).toBeUndefined();
});
