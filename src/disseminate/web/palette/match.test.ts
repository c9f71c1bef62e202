import { expect, test } from 'vitest';
import { findCommands } from './match.ts';

const make = (label: string) => ({ id: label, label, group: 'page', run: () => undefined });
const commands = ['Sources', 'US sites in Iraq', 'Incidents', 'Élections', 'Stories'].map(make);
const labels = (typed: string) => findCommands(commands, typed).map(({ label }) => label);

test('nothing typed: all, in their order', () => {
  expect(labels('  ')).toEqual(commands.map(({ label }) => label));
});

test('beginnings come before what stands inside', () => {
  expect(labels('s')).toEqual(['Sources', 'Stories', 'US sites in Iraq', 'Incidents', 'Élections']);
});

test('all words have to be there, in any order, without regard to case and accents', () => {
  expect(labels('IRAQ sites')).toEqual(['US sites in Iraq']);
  expect(labels('elec')).toEqual(['Élections']);
  expect(labels('iraq stories')).toEqual([]);
});
